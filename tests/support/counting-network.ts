import type { RateBucket, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { z } from "zod";
import type { Neighbour, SignIn } from "./side-by-side.ts";

/** How a network counts what it lets through. */
export type Counts =
  /** No more than so many in any span of so many seconds. */
  | { by: "span"; requests: number; seconds: number }
  /** No more than so many in each of its own spans, which begin at whole multiples. */
  | { by: "clock"; requests: number; seconds: number }
  /** A bucket that refills at this rate and holds so many. */
  | { by: "bucket"; requests: number; seconds: number; burst: number };

export interface Counted extends Neighbour {
  /** Requests that came too fast, and those that came at all. */
  seen: { tooFast: number; all: number };
}

/**
 * A network that counts strictly, for each app, account or source, and answers 429 for one too many. A pull reads so
 * many pages, each by so many requests.
 */
export function countingNetwork(spec: {
  network: string;
  bucket: RateBucket;
  counts: Counts;
  every: 1 | 5 | 15 | 60;
  signIns: SignIn[];
  /** Pages that a pull of this shop reads. */
  pages?: (shop: string) => number;
  requestsAPage?: number;
  /** Milliseconds until an answer comes. */
  takes?: number;
  /** What becomes of a request instead of an answer. */
  broken?: "hangs" | "500" | "429";
}): Counted {
  const {
    network,
    bucket,
    counts,
    every,
    signIns,
    pages = () => 1,
    requestsAPage = 1,
    takes = 120,
    broken,
  } = spec;
  const came = new Map<string, number[]>();
  const seen = { tooFast: 0, all: 0 };
  const Settings = z.object({ shop: z.string() });
  const ask = async (tools: Tools, of: { shop: string; account: string }): Promise<void> => {
    const url = `https://${network}.example/${bucket.per === "app" ? "" : of.account}/${of.shop}`;
    const response = await tools.http(new Request(url));
    if (response.status === 429) throw new NetworkFault("throttled", "429");
    if (!response.ok) throw new NetworkFault("unavailable", `${response.status}`);
  };
  return {
    seen,
    signIns,
    owns: ({ url }) => new URL(url).hostname === `${network}.example`,
    connector: {
      network,
      title: network,
      about: { reads: { ru: "всё", en: "all" }, needs: { ru: "ничего", en: "nothing" } },
      account: { is: "token", fields: [], help: { ru: "никак", en: "not at all" } },
      settings: Settings,
      every,
      limits: { buckets: [bucket] },
      async pull({ account, settings }, from, tools) {
        const { shop } = Settings.parse(settings);
        for (let n = 0; n < requestsAPage; n++) await ask(tools, { shop, account: account?.id ?? "" });
        const page = (Number(from ?? 0) + 1) % pages(shop);
        return { found: [], unreadable: [], next: String(page), more: page !== 0 };
      },
    },
    async answer(request, { now, wait }) {
      seen.all++;
      await wait(takes / 2);
      const [, account = "", shop = ""] = new URL(request.url).pathname.split("/");
      const key = { app: "", account, source: `${account}/${shop}` }[bucket.per];
      const at = now.getTime() + takes / 2;
      const times = came.get(key) ?? [];
      const isTooFast = exceeds(counts, [...times, at]);
      if (!isTooFast) came.set(key, [...times, at].slice(-2000));
      if (isTooFast) seen.tooFast++;
      if (broken === "hangs") {
        await wait(20_000);
        throw new NetworkFault("unavailable", "no answer in 20 s");
      }
      await wait(takes / 2);
      const status = isTooFast || broken === "429" ? 429 : broken === "500" ? 500 : 200;
      return new Response("{}", { status });
    },
  };
}

/** Whether the last of these times is one too many. */
function exceeds(counts: Counts, times: readonly number[]): boolean {
  const last = times.at(-1) ?? 0;
  const span = counts.seconds * 1000;
  if (counts.by === "span") return times.filter((at) => at > last - span).length > counts.requests;
  if (counts.by === "clock")
    return times.filter((at) => Math.floor(at / span) === Math.floor(last / span)).length > counts.requests;
  let held = counts.burst;
  let before = times[0] ?? 0;
  for (const at of times) {
    held = Math.min(counts.burst, held + ((at - before) * counts.requests) / span) - 1;
    before = at;
  }
  return held < -1e-6;
}
