// The stage hands' entrance: what tests and the demo do to the mailbox that no mail program could.
import { Hono } from "hono";
import { z } from "zod";
import { repeatedIn } from "../kit/journal.ts";
import type { SandboxEnv } from "../network.ts";
import type { State } from "../state.ts";
import { type Doorkeeper, Orders } from "./door.ts";
import { headersOf, idIn } from "./mime.ts";
import type { Office } from "./post-office.ts";

const Person = z.strictObject({ name: z.string(), address: z.string() });
const Received = z.strictObject({
  /** null for a program that gives none. */
  id: z.string().nullable().optional(),
  at: z.coerce.date().optional(),
  from: Person.optional(),
  to: Person.optional(),
  subject: z.string().optional(),
  text: z.string().optional(),
  html: z.string().optional(),
  /** The Message-ID of what it answers. */
  answers: z.string().optional(),
  headers: z.array(z.string()).optional(),
});
/** A whole letter as its bytes, one letter each (latin1). */
const Raw = z.strictObject({
  raw: z.string().min(1),
  folder: z.string().default("INBOX"),
  at: z.coerce.date().optional(),
});
const Answered = z.strictObject({ id: z.string(), text: z.string() });
const Folder = z.strictObject({ folder: z.string() });

export function backstage(of: { office: Office; door: Doorkeeper; state: State }): Hono<SandboxEnv> {
  const { office, door, state } = of;
  const app = new Hono<SandboxEnv>();
  app.onError((error, c) => {
    if (error instanceof z.ZodError) return c.json({ error: z.prettifyError(error) }, 400);
    if (error instanceof SyntaxError) return c.json({ error: "The body is not JSON." }, 400);
    throw error;
  });

  app.post("/__control", async (c) => {
    door.order(Orders.parse(await c.req.json()));
    return c.body(null, 204);
  });
  app.post("/__letters", async (c) => {
    const wanted = z.array(z.union([Received, Raw])).parse(await c.req.json());
    const ids = wanted.map((letter) => {
      if (!("raw" in letter)) return office.receive(defined(letter));
      const uid = office.box.put({ ...letter, at: letter.at ?? door.now() });
      return idIn(headersOf(letter.raw).get("message-id")) || String(uid);
    });
    return c.json({ ids }, 201);
  });
  /** The owner's own hand, in a mail program. */
  app.post("/__answer", async (c) => {
    const { id, text } = Answered.parse(await c.req.json());
    const answerId = office.answer(id, text);
    return answerId ? c.json({ answerId }, 201) : c.json({ error: `There is no letter ${id}.` }, 404);
  });
  app.post("/__renumber", async (c) => {
    office.box.renumber(Folder.parse(await c.req.json()).folder);
    return c.body(null, 204);
  });
  app.get("/__letters", (c) => {
    const mails = office.box.mails(c.req.query("folder") ?? "INBOX");
    return c.json({ letters: mails.map(({ uid, at, flags, raw }) => ({ uid, at, flags, raw })) });
  });
  app.get("/__journal", (c) => {
    const { id: which, kind } = c.req.query();
    const entries = state
      .journal()
      .filter((entry) => (which ?? entry.id) === entry.id && (kind ?? entry.kind) === entry.kind);
    return c.json({ entries, repeated: repeatedIn(entries) });
  });
  return app;
}

/** Without the fields that were left out. */
const defined = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
