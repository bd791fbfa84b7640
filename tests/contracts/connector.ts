// The contract that every connector keeps. A network's test calls this with a bench; what the bench cannot offer is
// skipped and named in the report.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeBackfill } from "./connector-backfilling.ts";
import { type ConnectorBench, type Watched, watched } from "./connector-bench.ts";
import { describeFaults } from "./connector-faults.ts";
import { describePull } from "./connector-pulling.ts";
import { describePush } from "./connector-pushing.ts";
import { describeReply } from "./connector-replying.ts";

export type { ConnectorBench } from "./connector-bench.ts";

/** Holds a connector to the contract of `core/connector.ts`; `open` makes a fresh bench for each test. */
export function describeConnector<Settings>(
  name: string,
  open: () => Promise<ConnectorBench<Settings>>,
): void {
  describe(`${name} keeps the connector's contract`, () => {
    let bench: Watched<Settings>;
    beforeEach(async () => {
      bench = watched(await open());
    });
    afterEach(async () => {
      await bench.close();
      bench.outside.release();
      expect(bench.outside.reached, "reached past its tools").toEqual([]);
    });

    describe("as data", () => {
      it("has a name that can be stored, limits that can be kept, and a form that can be drawn", () => {
        const { network, title, limits, settings, account } = bench.connector;
        expect(network).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(title).not.toBe("");
        for (const { requests, seconds, burst } of limits.buckets) {
          expect(Math.min(requests, seconds, burst)).toBeGreaterThan(0);
        }
        expect(settings.safeParse(bench.settings).success).toBe(true);
        expect(JSON.parse(JSON.stringify(account))).toEqual(account);
      });
    });

    describePull(() => bench);
    describeFaults(() => bench);
    describeReply(() => bench);
    describePush(() => bench);
    describeBackfill(() => bench);
  });
}
