import { z } from "zod";
import { cabinetSenders } from "../kit/mail/cabinets.ts";

/** A field's title; JSON Schema, whose types these are, knows one language only. */
const said = (ru: string, en: string) => ({ title: { ru, en } as unknown as string });

export const Settings = z
  .object({
    /** A source is one folder of the mailbox. */
    folder: z.string().trim().min(1).default("INBOX").meta(said("Папка", "Folder")),
    /** Whose name replies carry. */
    name: z.string().trim().max(100).optional().meta(said("Имя в ответах", "Name on replies")),
    /** Where replies come from, if the login is no address, or another one. */
    address: z.email().optional().meta(said("Адрес в ответах", "Address on replies")),
    /** Where the mailbox keeps what was sent, if the server does not say. */
    sentFolder: z.string().trim().min(1).optional().meta(said("Папка отправленных", "Folder of sent mail")),
    /** Addresses, or domains as "@example.com", whose letters are not what a customer says. */
    skipSenders: z
      .array(z.string().trim().min(3).toLowerCase())
      .max(200)
      .default([...cabinetSenders])
      .meta(said("Не показывать письма от", "Leave out letters from")),
  })
  .prefault({});
export type Settings = z.infer<typeof Settings>;
