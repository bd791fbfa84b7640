import { isInInbox, type Place, type Status } from "../conversation/conversation.ts";
import { type Label, moodOf } from "../label/label.ts";
import type { Mention } from "../mention/mention.ts";
import { hasFewStars } from "../regulation/regulation.ts";
import { dayOf } from "../trend/trend.ts";
import type { Alerting, AlertRule } from "./alerting.ts";

/**
 * One time that a rule came true. It names what it is about and nothing of what was said; rule, day and id make it the
 * same alert however often it is raised.
 */
export interface Alert {
  rule: string;
  /** ISO date; of the mention, of its due time, or of the fault's beginning. */
  day: string;
  /** The conversation; or the source and when its fault began; or "digest". */
  id: string;
  /** The smaller, the more pressing. */
  rankAt: Date;
  at: Date;
}

/** Does this rule reach anybody? A network is told by rules for all networks and by those that name it. */
export function reaches(
  rule: AlertRule,
  { channels }: Pick<Alerting, "channels">,
  network?: string,
): boolean {
  if (!rule.on || !rule.to.some((id) => channels.some((channel) => channel.id === id))) return false;
  if (rule.kind === "digest" || network === undefined) return true;
  return rule.networks.length === 0 || rule.networks.includes(network);
}

export const reachingRules = (
  alerting: Pick<Alerting, "rules" | "channels">,
  kind: AlertRule["kind"],
  network?: string,
): AlertRule[] => alerting.rules.filter((rule) => rule.kind === kind && reaches(rule, alerting, network));

export const isNegative = (mention: Pick<Mention, "rating">, label: Pick<Label, "sentiment">): boolean =>
  moodOf(label) === "negative" || hasFewStars(mention.rating);

/** A mention as triage placed it. */
export interface Placed {
  mention: Mention;
  label: Label;
  /** Of its conversation. */
  status: Status;
  place: Place;
  /** When its source was connected. */
  clockFrom: Date;
}

/** Could any rule be interested? Cheap, so that nothing more is read for a mention that is nobody's alarm. */
export const mayAlarm = ({ mention, label, status, place, clockFrom }: Placed, now: Date): boolean =>
  mention.postedAt >= clockFrom &&
  isInInbox(status) &&
  (label.urgency.length > 0 || isNegative(mention, label) || place.dueAt <= now);

/**
 * The alerts of a mention that stands in the inbox: urgent, or else negative, and overdue where it came too late.
 * Nothing said before its source was connected raises any: of a backlog nobody is woken.
 */
export function alertsOf(alerting: Alerting, placed: Placed, now: Date): Alert[] {
  if (!mayAlarm(placed, now)) return [];
  const { mention, label, place } = placed;
  const rules = (kind: AlertRule["kind"]): AlertRule[] => reachingRules(alerting, kind, mention.network);
  const urgent = label.urgency.length > 0 ? rules("urgent") : [];
  const negative = urgent.length === 0 && isNegative(mention, label) ? rules("negative") : [];
  const breached = place.dueAt <= now ? rules("breach") : [];
  const of = (rule: AlertRule, day: Date): Alert => ({
    rule: rule.id,
    day: dayOf(day),
    id: mention.conversationId,
    rankAt: place.rankAt,
    at: now,
  });
  return [
    ...[...urgent, ...negative].map((rule) => of(rule, mention.postedAt)),
    ...breached.map((rule) => of(rule, place.dueAt)),
  ];
}
