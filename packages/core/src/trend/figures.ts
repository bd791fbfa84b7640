import { averageOf, averageRise, riseInterval, shareInterval } from "./interval.ts";
import { medianReplyTime, replyCount, replyTimeError } from "./reply-times.ts";
import type { Figures, Move } from "./report-view.ts";
import { shareOf, type Tally } from "./tally.ts";

export function figuresOf(tally: Tally): Figures {
  const { mentions, rated, answered, bySentiment, replyTimes } = tally;
  return {
    mentions,
    rated,
    average: averageOf(tally),
    answered,
    answeredShare: shareOf(answered, mentions),
    replied: replyCount(replyTimes),
    replyMinutes: medianReplyTime(replyTimes),
    bySentiment,
  };
}

/** Of a difference whose interval is this. */
export function moveOf({ low, high }: { low: number; high: number }): Move {
  if (low > 0) return "up";
  return high < 0 ? "down" : "level";
}

export function ratingMove(past: Figures, now: Figures): Move {
  if (!past.average || !now.average) return "unknown";
  return moveOf(averageRise(past.average, now.average));
}

export function answeredMove(past: Figures, now: Figures): Move {
  if (past.answeredShare === null || now.answeredShare === null) return "unknown";
  return moveOf(
    riseInterval(
      { share: past.answeredShare, count: past.mentions },
      { share: now.answeredShare, count: now.mentions },
    ),
  );
}

/**
 * Whether more was said a day. Were the days alike, this part of the mentions of both would be expected in the later
 * ones; its Wilson interval says whether chance explains the rest. `days`: how many days each of them has.
 */
export function volumeMove(past: Figures, now: Figures, days: { past: number; now: number }): Move {
  const both = past.mentions + now.mentions;
  if (past.mentions === 0 || both === 0) return "unknown";
  const { low, high } = shareInterval(now.mentions / both, both);
  const expected = days.now / (days.now + days.past);
  return moveOf({ low: low - expected, high: high - expected });
}

/** Two medians differ when their bins' errors cannot explain it. */
export function replyMove({ replyMinutes: past }: Figures, { replyMinutes: now }: Figures): Move {
  if (past === null || now === null) return "unknown";
  const most = (1 + replyTimeError) / (1 - replyTimeError);
  if (now > past * most) return "up";
  return now < past / most ? "down" : "level";
}
