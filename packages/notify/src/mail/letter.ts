import type { Notice } from "@otklik/core/alert/notice";
import type { AddressOf } from "../address.ts";
import type { Spoken } from "../wording/spoken.ts";
import { letterHtml } from "./html.ts";
import { letterText } from "./text.ts";

/** A letter before any encoding. */
export interface Letter {
  workspaceId: string;
  /** The same for ever for one telling of one address. */
  id: string;
  at: Date;
  to: string;
  language: string;
  subject: string;
  text: string;
  html: string;
  /** Where a person decides what they are sent; null: nobody knows the address of this installation. */
  alertsUrl: string | null;
}

/** Hands a letter over for delivery, or keeps it to be shown. @throws NotTold */
export type Post = (letter: Letter, how: { signal: AbortSignal }) => Promise<void>;

/** @param id of the letter: one notice may go to several addresses */
export const writeLetter = (
  { workspaceId, at, language }: Notice,
  { id, to, spoken, addressOf }: { id: string; to: string; spoken: Spoken; addressOf: AddressOf },
): Letter => ({
  workspaceId,
  id,
  at,
  to,
  language,
  subject: spoken.subject,
  text: letterText(spoken, addressOf),
  html: letterHtml(spoken, { language, addressOf }),
  alertsUrl: addressOf(spoken.alerts),
});
