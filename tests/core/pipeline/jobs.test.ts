import { jobsOf, type SumJob, SumJob as SumSchema, send } from "@otklik/core/pipeline/jobs";
import type { NewMessage } from "@otklik/core/ports";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const sent = async (queue: "response" | "sum", postings: readonly object[]): Promise<NewMessage[]> => {
  const messages: NewMessage[] = [];
  const ports = {
    queue: { send: async (_: string, some: readonly NewMessage[]) => void messages.push(...some) },
  };
  await send(ports, queue, postings as never);
  return messages;
};
const jobs = (count: number, size = 1) =>
  Array.from({ length: count }, (_, n) => ({ job: { n, text: "я".repeat(size) } }));
const Job = z.object({ n: z.number() });

describe("jobs on their way", () => {
  it("share a message by four where they come by the hundred", async () => {
    const messages = await sent("response", jobs(10));
    expect(messages.map(({ body }) => jobsOf(body, Job).length)).toEqual([4, 4, 2]);
  });

  it("travel alone elsewhere, and where one is to wait", async () => {
    const day: SumJob = { workspaceId: "w", brandId: "b", day: "2026-11-20" };
    const sums = await sent("sum", [{ job: day }, { job: day }]);
    expect(sums.map(({ body }) => jobsOf(body, SumSchema))).toEqual([[day], [day]]);
    const [first, second] = jobs(2);
    const waiting = await sent("response", [first as object, { ...second, delaySeconds: 30 }]);
    expect(waiting.map(({ delaySeconds }) => delaySeconds)).toEqual([30, undefined]);
  });

  it("arrive each once, in messages that SQS bills as one", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 25_000 }), { maxLength: 12 }), async (sizes) => {
        const all = sizes.map((size, n) => ({ job: { n, text: "x".repeat(size) } }));
        const messages = await sent("response", all);
        const arrived = messages.flatMap(({ body }) => jobsOf(body, Job)).map(({ n }) => n);
        expect(arrived).toEqual(sizes.map((_, n) => n));
        for (const { body } of messages) expect(Buffer.byteLength(body)).toBeLessThan(65_536);
      }),
    );
  });

  it("are refused as one message when one of them cannot be read", () => {
    expect(() => jobsOf('[{"n":1},{"n":"two"}]', Job)).toThrow();
  });
});
