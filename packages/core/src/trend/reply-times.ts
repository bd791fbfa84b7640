import { z } from "zod";

/** How many times to reply fell into each bin, by the bin's number. */
export const ReplyTimes = z.record(z.string(), z.number());
export type ReplyTimes = z.infer<typeof ReplyTimes>;

/** The most by which a median read from bins may differ from the true one, as a part of it. */
export const replyTimeError = 0.05;

const step = Math.log((1 + replyTimeError) / (1 - replyTimeError));

/**
 * The bin of a time to reply in minutes: bins grow by a constant factor, so that about 150 hold everything from a
 * minute to ten years, and merging days is adding counts. What is under a minute counts as one.
 * Source: Masson, Rim and Lee, "DDSketch", PVLDB 12 (2019), section 2.1.
 */
export const replyBin = (minutes: number): number => Math.ceil(Math.log(Math.max(1, minutes)) / step);

/**
 * The median time to reply in minutes: of n times in order the one at place ⌈n/2⌉ (the lower of the two middle ones
 * when n is even), within `replyTimeError` of it. Null where nobody replied.
 */
export function medianReplyTime(times: ReplyTimes): number | null {
  const bins = Object.entries(times)
    .map(([bin, count]) => ({ bin: Number(bin), count }))
    .sort((a, b) => a.bin - b.bin);
  const middle = Math.ceil(replyCount(times) / 2);
  let passed = 0;
  for (const { bin, count } of bins) {
    passed += count;
    if (passed >= middle) return bin === 0 ? 1 : (2 * Math.exp(bin * step)) / (Math.exp(step) + 1);
  }
  return null;
}

export const replyCount = (times: ReplyTimes): number =>
  Object.values(times).reduce((sum, count) => sum + count, 0);
