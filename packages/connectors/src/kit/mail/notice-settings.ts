import { z } from "zod";
import { titled } from "./titled.ts";

/** What a person may set of such a network; what it lacks is from memory, and so is the form of the letters. */
export interface NoticeSettings {
  folder: string;
  /** Addresses, or domains as "@example.com", that the cabinet writes from. */
  senders: readonly string[];
  /** Parts of the subject, one of which a letter about a review holds. */
  subjects: readonly string[];
  /** Numbers of the places that are read; none: all. */
  places?: readonly string[] | undefined;
}

/** The settings' fields, with what is known of a cabinet's letters as their defaults. */
export const noticeFields = (senders: readonly string[]) => ({
  folder: z.string().trim().min(1).default("INBOX").meta(titled("Папка", "Folder")),
  senders: z
    .array(z.string().trim().min(3).toLowerCase())
    .min(1)
    .default([...senders])
    .meta(titled("Письма от", "Letters from")),
  subjects: z
    .array(z.string().trim().min(2).toLowerCase())
    .min(1)
    .default(["отзыв", "review"])
    .meta(titled("В теме есть", "Subject holds")),
  places: z
    .array(z.string().regex(/^\d{1,20}$/))
    .max(500)
    .optional()
    .meta(titled("Номера организаций", "Numbers of places")),
});
