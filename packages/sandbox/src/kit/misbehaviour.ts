// What may go wrong on any network, to order. Orders last until they are used up or reset, not across a restart.
import { z } from "zod";

const times = z.int().min(0).max(100_000);

const Orders = z.strictObject({
  /** So many next requests are over the limit, whatever the meter says. */
  throttle: times,
  /** Seconds after which those may come back, where the network names a time; null leaves it out. */
  throttleRetry: z.int().min(0).nullable(),
  /** So many next requests get a server error and have no effect. */
  fail: times,
  failStatus: z.int().min(500).max(599),
  /** Every request gets that server error. */
  down: z.boolean(),
  /** So many next writes take effect while their sender never hears of it. */
  loseAnswer: times,
  /** How those are lost: the connection is cut, or the gateway gives up with 504. */
  loseBy: z.enum(["cut", "504"]),
  /** Every token is refused as one that has ended. */
  expireToken: z.boolean(),
  /** Fields come under other names. */
  changeShape: z.boolean(),
  /** So many next requests get a page of HTML with 200, as from a bot wall, and have no effect. */
  html: times,
  /** So many next answers are cut in the middle of their body. */
  malformed: times,
  /** How long every request waits before it is looked at. */
  delayMs: z.int().min(0).max(60_000),
  /** Posts that come with a text of 60,000 letters. */
  bigText: z.union([z.array(z.string()), z.string().transform((id) => [id])]),
  /** Switches the network's request limits off. */
  unlimited: z.boolean(),
  /** So many next pushes are sent twice. */
  duplicatePush: times,
  /** So many next pushes wait for the one after them and arrive behind it. */
  reorderPush: times,
  /** So many next pushes are never sent. */
  losePush: times,
});
export type Orders = z.infer<typeof Orders>;

/** Nothing is wrong. */
const calm: Orders = {
  throttle: 0,
  throttleRetry: 2,
  fail: 0,
  failStatus: 503,
  down: false,
  loseAnswer: 0,
  loseBy: "cut",
  expireToken: false,
  changeShape: false,
  html: 0,
  malformed: 0,
  delayMs: 0,
  bigText: [],
  unlimited: false,
  duplicatePush: 0,
  reorderPush: 0,
  losePush: 0,
};

type Counted = {
  [Name in keyof Orders]: Orders[Name] extends number ? Name : never;
}[keyof Orders];

export interface Misbehaviour {
  orders(): Orders;
  /** Adds to what is ordered already; `reset` comes first. Throws a ZodError on an unknown order. */
  order(change: unknown): Orders;
  /** True, once for each time ordered. */
  takes(what: Exclude<Counted, "failStatus" | "delayMs">): boolean;
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

/** What `bigText` puts in the place of a text. */
export const bigText = "Очень длинный отзыв. ".repeat(3000).slice(0, 60_000);

/** The value with its fields under the other names given. */
export function renamed(value: unknown, names: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((member) => renamed(member, names));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [names[name] ?? name, renamed(member, names)]),
  );
}
