// What may go wrong on the real network, to order. Orders last until they are used up or reset, not across a restart.
import { z } from "zod";

const times = z.int().min(0).max(100_000);

const Orders = z.strictObject({
  /** So many next requests get 429. */
  throttle: times,
  /** Seconds in X-Ratelimit-Retry of those; null leaves the header out. */
  throttleRetry: z.int().min(0).nullable(),
  /** So many next requests get a server error and have no effect. */
  fail: times,
  failStatus: z.int().min(500).max(599),
  /** So many next answers take effect while their sender never hears of it. */
  loseAnswer: times,
  /** How those are lost: the connection is cut, or the gateway gives up with 504. */
  loseBy: z.enum(["cut", "504"]),
  /** Every token is refused with 401. */
  expireToken: z.boolean(),
  /** Fields come under other names. */
  changeShape: z.boolean(),
  /** So many next requests get a page of HTML with 200, as from a bot wall, and have no effect. */
  html: times,
  /** So many next JSON answers are cut in the middle. */
  malformed: times,
  /** How long every request waits before it is looked at. */
  delayMs: z.int().min(0).max(60_000),
  /** Reviews or questions that come with a text of 60,000 letters. */
  bigText: z.union([z.array(z.string()), z.string().transform((id) => [id])]),
  /** Switches the real request limits off. */
  unlimited: z.boolean(),
});
export type Orders = z.infer<typeof Orders>;

/** Nothing is wrong. */
const calm: Orders = {
  throttle: 0,
  throttleRetry: 2,
  fail: 0,
  failStatus: 503,
  loseAnswer: 0,
  loseBy: "cut",
  expireToken: false,
  changeShape: false,
  html: 0,
  malformed: 0,
  delayMs: 0,
  bigText: [],
  unlimited: false,
};

type Counted = "throttle" | "fail" | "html" | "malformed" | "loseAnswer";

export interface Misbehaviour {
  orders(): Orders;
  /** Adds to what is ordered already; `reset` comes first. Throws a ZodError on an unknown order. */
  order(change: unknown): Orders;
  /** True, once for each time ordered. */
  takes(what: Counted): boolean;
}

const Change = Orders.partial().extend({ reset: z.boolean().optional() });

/** Nothing is wrong until somebody orders it. */
export function misbehaviour(): Misbehaviour {
  let standing = calm;
  return {
    orders: () => standing,
    order(change) {
      const { reset, ...wanted } = Change.parse(change);
      standing = { ...(reset ? calm : standing), ...wanted };
      return standing;
    },
    takes(what) {
      if (standing[what] === 0) return false;
      standing = { ...standing, [what]: standing[what] - 1 };
      return true;
    },
  };
}

const otherNames: Record<string, string> = {
  feedbacks: "reviews",
  questions: "entries",
  productValuation: "rating",
  createdDate: "createdAt",
  answer: "sellerReply",
};

const bigText = "Очень длинный отзыв. ".repeat(3000).slice(0, 60_000);

/** The answer's JSON as the orders would have it. */
export function distorted(value: unknown, orders: Orders): unknown {
  if (Array.isArray(value)) return value.map((member) => distorted(member, orders));
  if (value === null || typeof value !== "object") return value;
  const fields: Record<string, unknown> = { ...value };
  if (typeof fields.id === "string" && orders.bigText.includes(fields.id)) fields.text = bigText;
  const renamed = (name: string) => (orders.changeShape ? (otherNames[name] ?? name) : name);
  return Object.fromEntries(
    Object.entries(fields).map(([name, member]) => [renamed(name), distorted(member, orders)]),
  );
}
