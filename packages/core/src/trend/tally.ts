import { type Mood, moods } from "../label/label.ts";
import { type ReplyTimes, replyBin } from "./reply-times.ts";
import type { Contribution } from "./trend.ts";

/** What is counted of some mentions. All of it adds up, and in any order to the same. */
export interface Tally {
  mentions: number;
  rated: number;
  /** The sum of the ratings in hundredths of a star, of five: whole numbers add up alike in any order. */
  centistars: number;
  /** The sum of their squares, for how far they scatter. */
  squares: number;
  answered: number;
  replyTimes: ReplyTimes;
  bySentiment: Record<Mood, number>;
}

export const noTally = (): Tally => ({
  mentions: 0,
  rated: 0,
  centistars: 0,
  squares: 0,
  answered: 0,
  replyTimes: {},
  bySentiment: { negative: 0, mixed: 0, neutral: 0, positive: 0, unsure: 0 },
});

/** Counts one mention in. */
export function count(tally: Tally, one: Contribution): void {
  tally.mentions++;
  if (one.stars !== undefined) {
    tally.rated++;
    const centistars = Math.round(one.stars * 100);
    tally.centistars += centistars;
    tally.squares += centistars * centistars;
  }
  if (one.answered) tally.answered++;
  if (one.minutesToReply !== undefined) more(tally.replyTimes, String(replyBin(one.minutesToReply)), 1);
  tally.bySentiment[one.sentiment]++;
}

/** Counts in what another tally has. */
export function join(tally: Tally, other: Tally): void {
  tally.mentions += other.mentions;
  tally.rated += other.rated;
  tally.centistars += other.centistars;
  tally.squares += other.squares;
  tally.answered += other.answered;
  for (const [bin, times] of Object.entries(other.replyTimes)) more(tally.replyTimes, bin, times);
  for (const mood of moods) tally.bySentiment[mood] += other.bySentiment[mood];
}

export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function more(counts: Record<string, number>, name: string, by: number): void {
  counts[name] = (counts[name] ?? 0) + by;
}
