import type { Outage } from "../source/outage.ts";
import { addDays, cut, daysIn, instantsOf, type Range, rangeBefore } from "./calendar.ts";
import { answeredMove, figuresOf, ratingMove, replyMove, volumeMove } from "./figures.ts";
import { type Group, groupIn, type ReportDay, topGroups } from "./report-day.ts";
import type { GroupBy, GroupRow, Point, Report } from "./report-view.ts";
import { join, noTally, type Tally } from "./tally.ts";
import { becauseOf, saidIn, topicMoves } from "./topic-moves.ts";

/** Longer ranges are drawn by weeks. */
const mostPoints = 92;
const mostRows = 20;
const facets = { network: "byNetwork", product: "byProduct", location: "byLocation" } as const;

export interface Reported {
  range: Range;
  by: GroupBy;
  /** All that is known of the range and of the one before it. */
  days: readonly ReportDay[];
  outages: readonly Outage[];
  /** The sources that are read again and again; their silence means something. */
  listening: readonly string[];
  now: Date;
}

/** What was said in a range of days against the range before it. */
export function reportOf({ range, by, days, outages, listening, now }: Reported): Report {
  const before = rangeBefore(range);
  const ours = days.filter(({ day }) => isIn(day, range));
  const theirs = isKnown(before, days) ? days.filter(({ day }) => isIn(day, before)) : [];
  const figures = figuresOf(sumOf(ours));
  const past = figuresOf(sumOf(theirs));
  const said = saidIn(ours);
  const saidBefore = saidIn(theirs);
  const rating = ratingMove(past, figures);
  const step = daysIn(range) > mostPoints ? "week" : "day";
  const isBlind = (part: Range) => listening.length > 0 && listening.every((id) => wasOut(id, part));
  const wasOut = (id: string, part: Range) =>
    outFor(outages, { sourceId: id, part, now }) >= lengthOf(part, now) / 2;
  return {
    range,
    before,
    now: figures,
    past,
    moves: {
      rating,
      volume: volumeMove(past, figures, { past: daysIn(before), now: daysIn(range) }),
      answered: answeredMove(past, figures),
      reply: replyMove(past, figures),
    },
    because: becauseOf(saidBefore, said, rating),
    step,
    points: pointsOf(ours, cut(range, step), isBlind),
    topics: topicMoves(saidBefore, said),
    by,
    ...groupRows(ours, theirs, by),
  };
}

/**
 * Whether a range may be compared with: where nothing is known of its first quarter, what is known of the brand begins
 * within it, and its few mentions would make a rise of whatever comes after.
 */
const isKnown = (before: Range, days: readonly ReportDay[]): boolean =>
  days.some(({ day }) => day <= addDays(before.from, Math.floor(daysIn(before) / 4)));

const isIn = (day: string, { from, to }: Range): boolean => day >= from && day <= to;

function sumOf(days: readonly ReportDay[]): Tally {
  const sum = noTally();
  for (const { all } of days) join(sum, all);
  return sum;
}

function pointsOf(
  days: readonly ReportDay[],
  parts: readonly Range[],
  isBlind: (part: Range) => boolean,
): Point[] {
  return parts.map((part) => {
    const { mentions, rated, average, bySentiment } = figuresOf(
      sumOf(days.filter(({ day }) => isIn(day, part))),
    );
    return { ...part, mentions, rated, average, bySentiment, blind: isBlind(part) };
  });
}

/** Milliseconds of a part for which a source was out, up to now. */
function outFor(
  outages: readonly Outage[],
  { sourceId, part, now }: { sourceId: string; part: Range; now: Date },
): number {
  const { from, until } = instantsOf(part);
  let out = 0;
  for (const outage of outages) {
    if (outage.sourceId !== sourceId) continue;
    const end = Math.min(until.getTime(), (outage.until ?? now).getTime());
    out += Math.max(0, end - Math.max(from.getTime(), outage.from.getTime()));
  }
  return out;
}

const lengthOf = (part: Range, now: Date): number => {
  const { from, until } = instantsOf(part);
  return Math.min(until.getTime(), Math.max(now.getTime(), from.getTime() + 1)) - from.getTime();
};

function groupRows(
  ours: readonly ReportDay[],
  theirs: readonly ReportDay[],
  by: GroupBy,
): Pick<Report, "groups" | "otherGroups"> {
  const now = groupsOf(ours, by);
  const before = groupsOf(theirs, by);
  const { top, other } = topGroups(now.named, mostRows);
  join(other, now.other);
  return {
    groups: top.map((group): GroupRow => {
      const was = before.named.get(group.key);
      return { key: group.key, name: group.name, now: figuresOf(group), before: was ? figuresOf(was) : null };
    }),
    otherGroups: other.mentions > 0 ? figuresOf(other) : null,
  };
}

function groupsOf(days: readonly ReportDay[], by: GroupBy): { named: Map<string, Group>; other: Tally } {
  const named = new Map<string, Group>();
  const other = noTally();
  for (const day of days) {
    for (const group of day[facets[by]].top) join(groupIn(named, group), group);
    join(other, day[facets[by]].other);
  }
  return { named, other };
}
