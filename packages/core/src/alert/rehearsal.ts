import { type Conversation, isInInbox } from "../conversation/conversation.ts";
import { getConversation } from "../conversation/conversation-store.ts";
import { hasFewStars } from "../regulation/regulation.ts";
import { listOutages } from "../source/outage-store.ts";
import { listSources } from "../source/source-store.ts";
import { allOf } from "../table-paging.ts";
import type { ScopedTable } from "../table-scope.ts";
import { addDays } from "../trend/calendar.ts";
import { type Contribution, dayOf } from "../trend/trend.ts";
import { listBuckets, mentionsOfDay } from "../trend/trend-store.ts";
import { isNegative } from "./alert.ts";
import type { AlertRule } from "./alerting.ts";
import { noticeMention } from "./compose-notice.ts";
import { type Quiet, replay } from "./timing.ts";
import { localDate, nextLocalTime } from "./wall-clock.ts";

const days = 7;
/** So many conversations are looked at, the newest days first. */
const mostRead = 1000;
const shown = 3;

/** What a rule would have sent: each message with its count and its most pressing. */
export interface Rehearsal {
  since: Date;
  until: Date;
  alerts: number;
  messages: { at: Date; count: number; top: { path: string; title: string; text: string }[] }[];
  /** Not all mentions of the time could be looked at. */
  partial: boolean;
}

interface Told {
  at: Date;
  /** How many it counts for: a digest for all of its day. */
  count: number;
  rankAt: Date;
  top: { path: string; title: string; text: string } | null;
}
interface How extends Quiet {
  rule: AlertRule;
  now: Date;
}
interface Found {
  all: Told[];
  partial: boolean;
}

/**
 * What a rule, as it is given, would have sent in the last seven days: its alerts of that time, grouped and held back by
 * the very rule of production. What was said before its source was connected counts as if it had been then, so that a
 * new brand has something to look at; what has been answered since counts too.
 */
export async function rehearse(table: ScopedTable, brandId: string, how: How): Promise<Rehearsal> {
  const { rule, now } = how;
  const since = new Date(now.getTime() - days * 24 * 3600_000);
  const { all, partial } = await foundOf(table, brandId, { ...how, since });
  const alerts = all.filter(({ at }) => at >= since && at <= now);
  const messages = replay(rule, alerts, how)
    .filter(({ at }) => at <= now)
    .map((message) => ({
      at: message.at,
      count: message.alerts.reduce((sum, { count }) => sum + count, 0),
      top: message.alerts
        .toSorted((a, b) => a.rankAt.getTime() - b.rankAt.getTime())
        .flatMap(({ top }) => top ?? [])
        .slice(0, shown),
    }));
  return { since, until: now, alerts: alerts.length, messages, partial };
}

function foundOf(table: ScopedTable, brandId: string, how: How & { since: Date }): Promise<Found> {
  if (how.rule.kind === "digest") return digests(table, brandId, { ...how, rule: how.rule });
  if (how.rule.kind === "failing") return failing(table, brandId, { ...how, rule: how.rule });
  return mentions(table, brandId, { ...how, rule: how.rule });
}

type RuleOf<Kind> = Extract<AlertRule, { kind: Kind }>;

async function digests(
  table: ScopedTable,
  brandId: string,
  { rule, now, since, timeZone }: How & { rule: RuleOf<"digest">; since: Date },
): Promise<Found> {
  const buckets = await listBuckets(table, brandId, { from: addDays(dayOf(since), -2), to: dayOf(now) });
  const byDay = new Map(buckets.map(({ day, mentions }) => [day, mentions]));
  const all: Told[] = [];
  for (let at = nextLocalTime(since, rule.at, timeZone); at <= now; at = nextLocalTime(at, rule.at, timeZone))
    all.push({ at, count: byDay.get(addDays(localDate(at, timeZone), -1)) ?? 0, rankAt: at, top: null });
  return { all, partial: false };
}

/** Outages that were long enough to be remembered; of those of sources that are gone nobody would be told now. */
async function failing(
  table: ScopedTable,
  brandId: string,
  { rule, now, since }: How & { rule: RuleOf<"failing">; since: Date },
): Promise<Found> {
  const sources = new Map((await listSources(table)).map(({ source }) => [source.id, source]));
  const outages = await listOutages(table, brandId, { from: since, until: now });
  const all = outages.flatMap(({ sourceId, from }): Told[] => {
    const source = sources.get(sourceId);
    if (!source || !tellsOf(rule, source.network)) return [];
    return [{ at: from, count: 1, rankAt: from, top: { path: "/sources", title: source.title, text: "" } }];
  });
  return { all, partial: false };
}

const tellsOf = ({ networks }: { networks: readonly string[] }, network: string): boolean =>
  networks.length === 0 || networks.includes(network);

type MentionRule = RuleOf<"urgent" | "negative" | "breach">;

/** By its contribution alone: could it have come true for this mention? */
function isCandidate(rule: MentionRule, one: Contribution): boolean {
  if (one.removed || !tellsOf(rule, one.network)) return false;
  if (rule.kind === "urgent") return one.priority === "urgent";
  if (rule.kind === "breach") return true;
  const stars = one.stars === undefined ? undefined : { stars: one.stars, outOf: 5 };
  return one.sentiment === "negative" || hasFewStars(stars);
}

async function mentions(
  table: ScopedTable,
  brandId: string,
  { rule, now, since }: How & { rule: MentionRule; since: Date },
): Promise<Found> {
  const ids: string[] = [];
  let partial = false;
  for (let day = dayOf(now); day >= dayOf(since) && !partial; day = addDays(day, -1))
    for await (const { mentionId, contribution } of mentionsOfDay(table, brandId, day)) {
      if (!isCandidate(rule, contribution)) continue;
      partial = ids.length >= mostRead;
      if (partial) break;
      ids.push(mentionId);
    }
  const connectedAt = new Map(
    (await listSources(table)).map(({ source }) => [source.id, source.connectedAt]),
  );
  const read = await allOf(ids, (id) => getConversation(table, id));
  const all = read.flatMap((conversation) => {
    const from = conversation && connectedAt.get(conversation.sourceId);
    const at = conversation && cameTrueAt(rule, conversation, from ?? new Date(0));
    return at ? [{ at, count: 1, rankAt: conversation.place.rankAt, top: topOf(conversation) }] : [];
  });
  return { all, partial };
}

/** When this rule came true of a conversation, or would have; null where it did not. */
function cameTrueAt(rule: MentionRule, conversation: Conversation, connectedAt: Date): Date | null {
  const { mention, label, place, status } = conversation;
  if (!mention || !label || (status.is === "closed" && status.reason === "history")) return null;
  if (rule.kind === "breach") return isMissed(conversation) ? place.dueAt : null;
  const isUrgent = label.urgency.length > 0;
  if (rule.kind === "urgent" ? !isUrgent : isUrgent || !isNegative(mention, label)) return null;
  return mention.postedAt < connectedAt ? mention.postedAt : mention.observedAt;
}

function isMissed({ status, place, mention }: Conversation): boolean {
  if (isInInbox(status)) return true;
  if (status.is === "answered") return status.at > place.dueAt;
  const elsewhere = mention?.ownerReply?.postedAt;
  return elsewhere !== undefined && elsewhere > place.dueAt;
}

function topOf(conversation: Conversation): Told["top"] {
  const { path, about, author, network, text } = noticeMention(conversation);
  return { path, title: about ?? author ?? network, text };
}
