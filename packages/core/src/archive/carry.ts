import type { Key, Row } from "../ports.ts";
import type { Said } from "../said.ts";
import { askFirst } from "./ask-first.ts";

/** Opens a credential under the old home's key and seals it anew; `context` is the account's id. */
export type Reseal = (sealed: string, context: string) => Promise<string>;

const withinWorkspace = (pk: string): string => pk.slice(pk.indexOf("/") + 1);

export const isAccount = ({ pk }: Key): boolean => withinWorkspace(pk) === "accounts";
const isSource = ({ pk }: Key): boolean => pk.includes("/") && withinWorkspace(pk) === "sources";
const isReply = ({ pk, sk }: Key): boolean => withinWorkspace(pk).startsWith("m.") && sk.includes("~r~");

/** What belongs to a home itself: its key's proof, its address, its name; and what opens doors, which is never carried. */
const staysBehind = ({ pk, sk }: Key): boolean => /^#(session|link)\./.test(pk) || isOwn({ pk, sk });

/** A row that a home keeps of itself, also while it is empty. */
export const isOwn = ({ pk, sk }: Key): boolean => pk === "#home" && sk !== "h";

export const needsCredential: Said = {
  ru: "Отклик переехал, и ключ доступа остался на прежнем месте. Введите его снова: otklik source credential.",
  en: "Otklik has moved and the credential stayed behind. Give it again: otklik source credential.",
};

/**
 * The row as it shall stand in the next home, or null where it stays behind. A reply that may still go out is asked
 * after first there, since the old home may have sent it meanwhile. Without `reseal` credentials stay behind, and the
 * sources that need one are paused until it is given again.
 */
export async function carried(row: Row, reseal: Reseal | null): Promise<Row | null> {
  if (staysBehind(row)) return null;
  if (isReply(row)) return { ...row, body: askFirst(row) };
  if (reseal) return resealed(row, reseal);
  if (isAccount(row)) return null;
  if (isSource(row) && row.body.accountId)
    return { ...row, body: { ...row.body, state: { is: "paused", by: "otklik", why: needsCredential } } };
  const isSlotOfAccount = row.pk.startsWith("#slot.") && row.body.g !== row.body.s;
  return isSlotOfAccount ? null : row;
}

/** The row with its credential, if it holds one, sealed anew. */
export const resealed = async (row: Row, reseal: Reseal): Promise<Row> =>
  isAccount(row)
    ? { ...row, body: { ...row.body, sealed: await reseal(String(row.body.sealed), row.sk) } }
    : row;
