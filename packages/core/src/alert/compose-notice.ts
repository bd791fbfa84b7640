import { getBrand } from "../brand/brand-store.ts";
import { type Conversation, isInInbox, Status } from "../conversation/conversation.ts";
import { conversationFromRow } from "../conversation/conversation-store.ts";
import { digest } from "../id.ts";
import type { JsonMap } from "../json.ts";
import { moodOf } from "../label/label.ts";
import { maskedWords } from "../label/mask.ts";
import { snippetOf } from "../mention/mention.ts";
import { conversationKey } from "../mention/mention-store.ts";
import type { Row } from "../ports.ts";
import { allOf } from "../table-paging.ts";
import type { ScopedTable } from "../table-scope.ts";
import type { Alert } from "./alert.ts";
import type { Alerting, AlertRule } from "./alerting.ts";
import { digestOf } from "./digest.ts";
import { stillFailing } from "./failing.ts";
import type { LineName } from "./line.ts";
import type { Notice, NoticeMention } from "./notice.ts";

/** How many a message shows; it counts all. */
const shown = 3;
const textLength = 280;

export interface Telling {
  name: LineName;
  no: number;
  rule: AlertRule;
  alerting: Alerting;
  alerts: readonly Alert[];
  now: Date;
}

/** What a line has to say of these alerts now: of those that still stand, the count and the most pressing. Null: nothing. */
export async function composeNotice(table: ScopedTable, telling: Telling): Promise<Notice | null> {
  const { name, no, rule, alerting, alerts, now } = telling;
  const { language, timeZone } = alerting;
  const brand = await getBrand(table, name.brandId);
  const around = {
    id: digest([table.workspaceId, name.brandId, name.rule, name.channel, String(no)]),
    workspaceId: table.workspaceId,
    language,
    timeZone,
    brand: brand?.name ?? "",
    at: now,
  };
  const ids = [...new Set(alerts.map(({ id }) => id))];
  if (ids.length === 0) return null;
  if (rule.kind === "digest")
    return { ...around, kind: "digest", path: "/inbox", ...(await digestOf(table, name.brandId, telling)) };
  if (rule.kind === "failing") {
    const failing = (await allOf(ids, (id) => stillFailing(table, id, now))).filter((one) => one !== null);
    failing.sort((a, b) => a.since.getTime() - b.since.getTime());
    const top = failing.slice(0, shown);
    const ending = failing.filter(({ endsAt }) => endsAt).length;
    const count = failing.length;
    return count > 0 ? { ...around, kind: "failing", path: "/sources", count, ending, top } : null;
  }
  const rows = (await allOf(ids, (id) => table.get(conversationKey(id)))).filter(
    (row) => row !== null && stands(row, rule, now),
  ) as Row[];
  rows.sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
  const top = rows.slice(0, shown).map((row) => noticeMention(conversationFromRow(row)));
  const path = rows.length === 1 && top[0] ? top[0].path : inboxPath(rule);
  return rows.length > 0 ? { ...around, kind: rule.kind, path, count: rows.length, top } : null;
}

/** Still in the inbox, and, where a promise was missed, still without an answer. Read without unpacking the mention. */
function stands({ body }: Row, { kind }: AlertRule, now: Date): boolean {
  const isOverdue = new Date(String((body.p as JsonMap).d)) <= now;
  return isInInbox(Status.parse(body.st)) && (kind !== "breach" || isOverdue);
}

const rankOf = ({ body }: Row): string => String((body.p as JsonMap).r);

function inboxPath(rule: Exclude<AlertRule, { kind: "digest" }>): string {
  const narrowed = new URLSearchParams();
  for (const network of rule.networks) narrowed.append("network", network);
  if (rule.kind === "urgent") narrowed.append("priority", "urgent");
  if (rule.kind === "negative") narrowed.append("sentiment", "negative");
  return narrowed.size > 0 ? `/inbox?${narrowed}` : "/inbox";
}

export function noticeMention({ id, network, mention, label, place }: Conversation): NoticeMention {
  const about = mention?.product?.name ?? mention?.location;
  const urgency = label?.urgency[0]?.reason;
  return {
    path: `/inbox/${id}`,
    network,
    ...(mention?.author.name ? { author: mention.author.name } : {}),
    ...(about ? { about } : {}),
    ...(mention?.rating ? { stars: mention.rating } : {}),
    sentiment: label ? moodOf(label) : "unsure",
    ...(urgency ? { urgency } : {}),
    text: mention ? snippetOf(maskedWords(mention, label?.contacts ?? []), textLength) : "",
    postedAt: mention?.postedAt ?? place.dueAt,
    dueAt: place.dueAt,
  };
}
