import { medianReplyTime, type ReplyTimes, replyBin, replyTimeError } from "@otklik/core/trend/reply-times";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

function binned(minutes: readonly number[]): ReplyTimes {
  const times: ReplyTimes = {};
  for (const one of minutes) times[replyBin(one)] = (times[replyBin(one)] ?? 0) + 1;
  return times;
}

describe("the median time to reply", () => {
  it("is within its error of the true one, from a minute to ten years", () => {
    const minutes = fc.array(fc.integer({ min: 1, max: 5_300_000 }), { minLength: 1 });
    fc.assert(
      fc.property(minutes, (all) => {
        const truth = [...all].sort((a, b) => a - b)[Math.ceil(all.length / 2) - 1] ?? 0;
        const median = medianReplyTime(binned(all)) ?? 0;
        expect(Math.abs(median - truth) / truth).toBeLessThanOrEqual(replyTimeError + 1e-9);
      }),
    );
  });

  it("needs no more bins than fit into a row", () => {
    expect(replyBin(10 * 366 * 24 * 60)).toBeLessThan(160);
  });

  it("takes an answer within the minute for a minute", () => {
    expect(medianReplyTime(binned([0, 0, 1]))).toBe(1);
  });

  it("is the lower of the two middle ones", () => {
    expect(medianReplyTime(binned([10, 1000]))).toBeCloseTo(10, 0);
  });

  it("is not known where nobody replied", () => {
    expect(medianReplyTime({})).toBeNull();
  });
});
