import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OpenedQueue, Polled } from "./queue.ts";

const message = fc.option(fc.constantFrom("g", "h"), { nil: undefined });
/** What becomes of a message once taken. A third attempt always ends it, so that none is given up. */
const fate = fc.constantFrom("done", "given back", "given back late", "abandoned");
const plan = fc.record({
  groups: fc.array(message, { minLength: 1, maxLength: 12 }),
  fates: fc.array(fate, { minLength: 1, maxLength: 12 }),
  max: fc.integer({ min: 1, max: 10 }),
});
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;

export function describeQueueProperties(open: () => Promise<OpenedQueue>): void {
  describe("whatever becomes of the messages", () => {
    it("hands each out until it is done and not again, and those of a group one by one in order", async () => {
      await fc.assert(
        fc.asyncProperty(plan, async (drawn) => {
          const opened = await open();
          const { done, together } = await workOff(opened, drawn);
          await opened.close();
          const sent = drawn.groups.map((group, at) => ({ group, body: String(at) }));
          expect([...done].sort()).toEqual(sent.map(({ body }) => body).sort());
          expect(together).toEqual([]);
          for (const group of ["g", "h"]) {
            const ofGroup = sent.filter((each) => each.group === group).map(({ body }) => body);
            expect(done.filter((body) => ofGroup.includes(body))).toEqual(ofGroup);
          }
        }),
        { numRuns: 40 },
      );
    });
  });
}

/** Sends all, takes until nothing is left, and notes what was done and which groups had two messages out at once. */
async function workOff(
  { queue, poller, pass }: OpenedQueue,
  { groups, fates, max }: Plan,
): Promise<{ done: string[]; together: string[] }> {
  await queue.send(
    "pull",
    groups.map((group, at) => ({ body: String(at), ...(group ? { group } : {}) })),
  );
  const done: string[] = [];
  const together: string[] = [];
  let taken = 0;
  let inHand: Polled[] = [];
  for (let idle = 0; idle < 4; ) {
    const received = await poller.receive("pull", { max, visibilitySeconds: 2 });
    if (received.length === 0) {
      idle++;
      await pass(3); // longer than any work or delay
      inHand = [];
      continue;
    }
    idle = 0;
    inHand.push(...received);
    const out = inHand.map(({ body }) => groups[Number(body)]).filter((group) => group !== undefined);
    together.push(...out.filter((group, at) => out.indexOf(group) !== at));
    for (const each of received) {
      const drawn = each.attempts > 2 ? "done" : fates[taken++ % fates.length];
      if (drawn === "abandoned") continue;
      inHand.splice(inHand.indexOf(each), 1);
      if (drawn === "done") {
        await poller.done("pull", [each.receipt]);
        done.push(each.body);
      } else await poller.release("pull", [each.receipt], { delaySeconds: drawn === "given back" ? 0 : 2 });
    }
  }
  return { done, together };
}
