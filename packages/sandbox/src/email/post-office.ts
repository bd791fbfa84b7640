// What happens to the mailbox: letters come, letters go out, some come back. It speaks no protocol.
import { z } from "zod";
import type { State } from "../state.ts";
import { fingerprint } from "../worlds/said.ts";
import type { Doorkeeper } from "./door.ts";
import { resident } from "./door.ts";
import { type Draft, written } from "./letter.ts";
import { addressIn, headersOf, idIn, readable, textOf } from "./mime.ts";
import { type Mail, openPostbox, type Postbox, sentFolder } from "./postbox.ts";
import { bounceTo } from "./reports.ts";
import type { Handed } from "./smtp.ts";
import { comingLetter, openingLetters, type Posted } from "./world.ts";

export interface OfficeSettings {
  seed: string;
  /** Letters at the opening, those of all folders together. */
  posts: number;
  /** How often, on average, somebody writes; 0 stops the stream. */
  arrivalEveryMs: number;
}

export interface Office {
  box: Postbox;
  /** Lets in what has come since the last look. */
  letIn(): void;
  /** A letter that reaches the mailbox; what is left out is made up. Tells its Message-ID. */
  receive(letter: Partial<Omit<Draft, "answers">> & { answers?: string | undefined }): string;
  /** The owner answers in a mail program of their own. null: there is no such letter. */
  answer(id: string, text: string): string | null;
  /** What SMTP takes. */
  take(letter: Handed): void;
  mailWith(id: string): Mail | null;
}

/** The longest stretch of missed time that is made up for, in arrivals. */
const mostMissed = 30;

export function openOffice(of: { state: State; door: Doorkeeper; settings: OfficeSettings }): Office {
  const { state, door, settings } = of;
  const { now } = door;
  const box = openPostbox(state);
  const said = state.shelf("said", z.string());
  const put = ({ folder, raw, at, flags, text }: Posted) => {
    box.put({ folder, raw, at, flags });
    if (text) said.put(fingerprint(text), at, fingerprint(text));
  };
  state.together(() => {
    if (state.fact("openedAt")) return;
    for (const letter of openingLetters({ ...settings, now: now() })) put(letter);
    for (const name of ["openedAt", "lastArrivalAt"]) state.remember(name, now().toISOString());
  });
  const heard = new Set(said.all());
  const mailWith = (id: string) =>
    ["INBOX", sentFolder]
      .flatMap((folder) => box.mails(folder))
      .find(({ raw }) => idIn(headersOf(raw).get("message-id")) === id) ?? null;
  const nextNumber = (): number => {
    const number = Number(state.fact("written") ?? 0) + 1;
    state.remember("written", String(number));
    return number;
  };

  const answering = (id: string): Pick<Draft, "answers"> => {
    const mail = mailWith(id);
    if (!mail) return {};
    const headers = headersOf(mail.raw);
    const before = (headers.get("references") ?? "").split(/\s+/).map(idIn).filter(Boolean);
    const name = readable(headers.get("from") ?? "").replace(/\s*<.*$/, "");
    return {
      answers: { id, references: [...before, id], quoted: { name, at: mail.at, text: textOf(mail.raw) } },
    };
  };

  return {
    box,
    mailWith,
    letIn() {
      const { arrivalEveryMs, seed } = settings;
      if (arrivalEveryMs <= 0) return;
      const until = now().getTime();
      const remembered = Date.parse(state.fact("lastArrivalAt") ?? now().toISOString());
      let last = Math.max(remembered, until - mostMissed * arrivalEveryMs);
      if (last + arrivalEveryMs > until) return;
      state.together(() => {
        let n = Number(state.fact("arrivals") ?? 0);
        for (; last + arrivalEveryMs <= until; n++) {
          last += arrivalEveryMs;
          put(comingLetter({ n, at: new Date(last), seed, said: heard }));
        }
        state.remember("arrivals", String(n));
        state.remember("lastArrivalAt", new Date(last).toISOString());
      });
    },
    receive({ answers, ...letter }) {
      const number = nextNumber();
      const id = letter.id === undefined ? `letter-${number}@pochta.example` : letter.id;
      const draft: Draft = {
        at: now(),
        from: { name: "Гость Демо", address: `guest-${number}@pochta.example` },
        to: resident,
        subject: `Письмо ${number}`,
        text: "Здравствуйте!",
        ...letter,
        id,
        ...(answers === undefined ? {} : answering(answers)),
      };
      const uid = box.put({ folder: "INBOX", at: draft.at, raw: written(draft) });
      return id ?? `INBOX.${box.standing("INBOX").validity}.${uid}`;
    },
    answer(id, text) {
      const mail = mailWith(id);
      if (!mail) return null;
      const headers = headersOf(mail.raw);
      const own = `own-${nextNumber()}@${resident.address.split("@")[1]}`;
      const raw = written({
        id: own,
        at: now(),
        from: resident,
        to: { name: "", address: addressIn(headers.get("reply-to") ?? headers.get("from")) },
        subject: `Re: ${readable(headers.get("subject") ?? "")}`,
        text,
        ...answering(id),
      });
      box.put({ folder: sentFolder, at: now(), raw, flags: ["\\Seen"] });
      state.record({ at: now(), kind: "cabinet", id, text, took: true });
      return own;
    },
    take({ from, to, raw }) {
      const headers = headersOf(raw);
      const id = idIn(headers.get("in-reply-to")) || to.join(", ");
      state.together(() => {
        state.record({ at: now(), kind: "answer", id, text: textOf(raw), took: true });
        if (door.takes("savesSent")) box.put({ folder: sentFolder, at: now(), raw, flags: ["\\Seen"] });
        if (door.takes("bounce")) {
          box.put({ folder: "INBOX", at: now(), raw: bounceTo({ from, to: to[0] ?? "", raw, at: now() }) });
        }
      });
    },
  };
}
