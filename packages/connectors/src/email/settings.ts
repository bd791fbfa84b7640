import { z } from "zod";
import { cabinetSenders } from "../kit/mail/cabinets.ts";
import { titled } from "../kit/mail/titled.ts";

export const Settings = z
  .object({
    /** A source is one folder of the mailbox. */
    folder: z.string().trim().min(1).default("INBOX").meta(titled("Папка", "Folder")),
    /** Whose name replies carry. */
    name: z.string().trim().max(100).optional().meta(titled("Имя в ответах", "Name on replies")),
    /** Where replies come from, if the login is no address, or another one. */
    address: z.email().optional().meta(titled("Адрес в ответах", "Address on replies")),
    /** Where the mailbox keeps what was sent, if the server does not say. */
    sentFolder: z.string().trim().min(1).optional().meta(titled("Папка отправленных", "Folder of sent mail")),
    /** Addresses, or domains as "@example.com", whose letters are not what a customer says. */
    skipSenders: z
      .array(z.string().trim().min(3).toLowerCase())
      .max(200)
      .default([...cabinetSenders])
      .meta(titled("Не показывать письма от", "Leave out letters from")),
  })
  .prefault({});
export type Settings = z.infer<typeof Settings>;
