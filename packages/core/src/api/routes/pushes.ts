import { z } from "zod";
import { Said } from "../../said.ts";

/** Pushes of one sign-in: whether the network tells what is new by itself, and where. */
export const PushesView = z.object({
  accountId: z.string(),
  network: z.string(),
  networkTitle: z.string(),
  /** The sources that they serve. */
  sources: z.array(z.object({ id: z.string(), title: z.string() })),
  /** "waiting": the address stands, and nothing has come to it yet. */
  state: z.enum(["off", "waiting", "on"]),
  /** Who switches them on at the network. */
  switchedOnBy: z.enum(["otklik", "person"]),
  /** Our address and the secret that goes with it, while pushes are not off. */
  url: z.string().optional(),
  secret: z.string().optional(),
  /** What a person does there. */
  help: Said.optional(),
});
export type PushesView = z.infer<typeof PushesView>;

const Id = z.object({ id: z.string().min(1).max(80) });

export const pushRoutes = {
  "GET /api/pushes": { rule: "session", input: z.object({}), output: z.array(PushesView) },
  /** Makes the address and, where the network has a call for it, switches its pushes on. */
  "POST /api/accounts/:id/listen": { rule: "session", input: Id, output: PushesView },
  /** Gives the address up: what comes there is refused, and pulls ask for everything again. */
  "DELETE /api/accounts/:id/listen": { rule: "session", input: Id, output: PushesView },
} as const;
