// One mailbox as its server keeps it: folders, letters under uids that are never given twice, and its memory on disk.
import { z } from "zod";
import type { State } from "../state.ts";

const Mail = z.object({
  folder: z.string(),
  uid: z.int().positive(),
  at: z.coerce.date(),
  flags: z.array(z.string()),
  /** The bytes of the letter, one letter each (latin1). */
  raw: z.string(),
  isGone: z.boolean().default(false),
});
export type Mail = z.infer<typeof Mail>;

export interface Folder {
  path: string;
  /** RFC 6154; absent for one of the owner's own. */
  use?: string;
}

export const folders: readonly Folder[] = [
  { path: "INBOX" },
  { path: "Отправленные", use: "\\Sent" },
  { path: "Черновики", use: "\\Drafts" },
  { path: "Спам", use: "\\Junk" },
  { path: "Удалённые", use: "\\Trash" },
];
export const sentFolder = "Отправленные";

export interface Postbox {
  mails(folder: string): Mail[];
  standing(folder: string): { validity: number; nextUid: number };
  put(mail: { folder: string; at: Date; raw: string; flags?: readonly string[] }): number;
  flag(mail: Mail, flags: readonly string[]): void;
  remove(mail: Mail): void;
  /** As after a move to another server: every uid means nothing any more. */
  renumber(folder: string): void;
}

/** The mailbox as it was left. */
export function openPostbox(state: State): Postbox {
  const shelf = state.shelf("mail", Mail);
  const keyOf = ({ folder, uid }: Pick<Mail, "folder" | "uid">) => `${folder} ${uid}`;
  const kept = new Map<string, Mail[]>(folders.map(({ path }) => [path, []]));
  for (const mail of shelf.all()) kept.get(mail.folder)?.push(mail);
  for (const mails of kept.values()) mails.sort((one, other) => one.uid - other.uid);
  const change = (mail: Mail, to: Partial<Mail>) => {
    Object.assign(mail, to);
    shelf.put(keyOf(mail), mail.at, mail);
  };
  const here = (folder: string) => kept.get(folder)?.filter(({ isGone }) => !isGone) ?? [];
  const box: Postbox = {
    mails: here,
    standing: (folder) => ({
      validity: Number(state.fact(`validity ${folder}`) ?? 1_700_000_001),
      nextUid: (kept.get(folder)?.at(-1)?.uid ?? 0) + 1,
    }),
    put({ folder, at, raw, flags = [] }) {
      const { nextUid: uid } = box.standing(folder);
      const mail: Mail = { folder, uid, at, raw, flags: [...flags], isGone: false };
      shelf.put(keyOf(mail), at, mail);
      kept.get(folder)?.push(mail);
      return uid;
    },
    flag: (mail, flags) => change(mail, { flags: [...new Set(flags)] }),
    remove: (mail) => change(mail, { isGone: true }),
    renumber(folder) {
      const before = here(folder);
      state.together(() => {
        state.remember(`validity ${folder}`, String(box.standing(folder).validity + 1));
        for (const mail of before) {
          box.remove(mail);
          box.put({ ...mail });
        }
      });
    },
  };
  return box;
}
