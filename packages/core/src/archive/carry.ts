import type { Json, JsonMap } from "../json.ts";
import type { Key, Row } from "../ports.ts";
import type { Said } from "../said.ts";
import { askFirst } from "./ask-first.ts";
import { changeSeals, channelsOf, withinWorkspace } from "./sealed-parts.ts";

/** Opens a sealed text under the old home's key and seals it anew; `context` is what it is sealed for. */
export type Reseal = (sealed: string, context: string) => Promise<string>;

const isAccount = ({ pk }: Key): boolean => withinWorkspace(pk) === "accounts";
const isAlerting = ({ pk }: Key): boolean => pk.includes("/") && withinWorkspace(pk) === "alerting";
const isSource = ({ pk }: Key): boolean => pk.includes("/") && withinWorkspace(pk) === "sources";
const isReply = ({ pk, sk }: Key): boolean => withinWorkspace(pk).startsWith("m.") && /~[re]~/.test(sk);

/**
 * What belongs to a home itself: its key's proof, its address, its name, where networks push to and how fast they are
 * asked; and what opens doors, which is never carried.
 */
const staysBehind = ({ pk, sk }: Key): boolean =>
  /^#(session|link|oauth|hook|pace)\./.test(pk) || withinWorkspace(pk) === "hooks" || isOwn({ pk, sk });

/** A row that a home keeps of itself, also while it is empty. */
export const isOwn = ({ pk, sk }: Key): boolean => pk === "#home" && sk !== "h";

export const needsCredential: Said = {
  ru: "Отклик переехал, и ключ доступа остался на прежнем месте. Введите его снова: otklik source credential.",
  en: "Otklik has moved and the credential stayed behind. Give it again: otklik source credential.",
};

/**
 * The row as it shall stand in the next home, or null where it stays behind. A reply that may still go out is asked
 * after first there, since the old home may have sent it meanwhile. Without `reseal` credentials stay behind: sources
 * that need one are paused until it is given again, and Slack's channels are gone.
 */
export async function carried(row: Row, reseal: Reseal | null): Promise<Row | null> {
  if (staysBehind(row)) return null;
  if (isReply(row)) return { ...row, body: askFirst(row) };
  if (reseal) return resealed(row, reseal);
  if (isAccount(row)) return null;
  if (isAlerting(row)) return { ...row, body: withoutSlack(row.body) };
  if (isSource(row) && row.body.accountId)
    return { ...row, body: { ...row.body, state: { is: "paused", by: "otklik", why: needsCredential } } };
  const isSlotOfAccount = row.pk.startsWith("#slot.") && row.body.g !== row.body.s;
  return isSlotOfAccount ? null : row;
}

/** The row with all that it holds sealed sealed anew. */
export const resealed = (row: Row, reseal: Reseal): Promise<Row> => changeSeals(row, reseal);

function withoutSlack(body: JsonMap): JsonMap {
  const kept = channelsOf(body).filter(({ is }) => is !== "slack");
  const ids = kept.map(({ id }) => id);
  const rules = (body.rules as JsonMap[]).map((rule) => ({
    ...rule,
    to: (rule.to as Json[]).filter((id) => ids.includes(id)),
  }));
  return { ...body, channels: kept, rules };
}
