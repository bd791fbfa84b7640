import { z } from "zod";
import { Instant } from "../json.ts";

export const Tokens = z.object({
  /** All input, the cached part included. */
  input: z.number(),
  /** Input that the provider had in its prompt cache. */
  cachedInput: z.number(),
  output: z.number(),
});
export type Tokens = z.infer<typeof Tokens>;

/** In how many ways a call to a model may come to nothing; what each means stands where calls are made. */
const Failure = z.enum([
  "refused",
  "malformed",
  "throttled",
  "unanswered",
  "unreachable",
  "unavailable",
  "rejected",
]);
/** When the last call came to nothing, and how; `status` is that of HTTP, where the provider turned it down. */
export const Trouble = z.object({ at: Instant, is: Failure, status: z.number().nullable() });

/** What became of one call to a model, in counts; never a text. */
export interface ModelCall {
  model: string;
  is: "answered" | z.infer<typeof Failure>;
  /** Of HTTP, where the provider did not grant the call. */
  status: number | null;
  /** Shown to the model, and labelled by it. */
  mentions: number;
  labelled: number;
  tokens: Tokens;
  usd: number;
}

/** Calls to one model, summed. */
export const Calls = Tokens.extend({
  calls: z.number(),
  mentions: z.number(),
  labelled: z.number(),
  usd: z.number(),
});
type Calls = z.infer<typeof Calls>;

/** What models did for one workspace in one month (UTC), and what it cost in US dollars. */
export const ModelUse = z.object({
  /** Spent, beside what is held. */
  usd: z.number().default(0),
  /** Set aside for calls under way: the most that each may cost. */
  holds: z.record(z.string(), z.object({ usd: z.number(), at: Instant })).default({}),
  models: z.record(z.string(), Calls).default({}),
  /** Labels given, by whomever; with `models` it tells the share that came from a model. */
  labels: z.number().default(0),
  /** A call was not made since the month had not that many dollars left. */
  stopped: z.object({ at: Instant, wanted: z.number() }).optional(),
  /** The last call was not answered; the next one that is takes this away. */
  trouble: Trouble.optional(),
});
export type ModelUse = z.infer<typeof ModelUse>;
export const noUse: ModelUse = { usd: 0, holds: {}, models: {}, labels: 0 };

/** A call ends long before: whoever held so long ago has crashed, and the money may be gone. */
const heldAtMostMs = 3600_000;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** US dollars that are spent, or may be by calls under way. */
export const spentBy = ({ usd, holds }: ModelUse): number =>
  usd + sum(Object.values(holds).map((hold) => hold.usd));

/**
 * With `wanted` dollars set aside under `id`, or, where the month's `monthly` dollars do not allow it, with a note of
 * that. A hold never takes the sum above `monthly`.
 */
export function withHold(
  use: ModelUse,
  { id, wanted, monthly, now }: { id: string; wanted: number; monthly: number; now: Date },
): { use: ModelUse; isHeld: boolean } {
  if (use.holds[id]) return { use, isHeld: true };
  if (spentBy(use) + wanted > monthly)
    return { use: use.stopped ? use : { ...use, stopped: { at: now, wanted } }, isHeld: false };
  const isLost = ({ at }: { at: Date }) => now.getTime() - at.getTime() > heldAtMostMs;
  const holds = Object.entries(use.holds);
  const lost = holds.filter(([, hold]) => isLost(hold));
  const { stopped: _, ...rest } = use;
  return {
    use: {
      ...rest,
      usd: use.usd + sum(lost.map(([, hold]) => hold.usd)),
      holds: {
        ...Object.fromEntries(holds.filter(([, hold]) => !isLost(hold))),
        [id]: { usd: wanted, at: now },
      },
    },
    isHeld: true,
  };
}

/** With the hold of a call replaced by what it did cost. Settling twice is settling once: the hold is gone by then. */
export function withCall(use: ModelUse, id: string, call: ModelCall, now: Date): ModelUse {
  const { [id]: hold, ...holds } = use.holds;
  if (!hold) return use;
  const { trouble: _, ...rest } = use;
  const { is, status } = call;
  return {
    ...rest,
    usd: use.usd + call.usd,
    holds,
    models: { ...use.models, [call.model]: withCounts(use.models[call.model], call) },
    ...(is !== "answered" && { trouble: { at: now, is, status } }),
  };
}

const noCalls: Calls = { calls: 0, mentions: 0, labelled: 0, input: 0, cachedInput: 0, output: 0, usd: 0 };

const withCounts = (calls: Calls = noCalls, { mentions, labelled, tokens, usd }: ModelCall): Calls => ({
  calls: calls.calls + 1,
  mentions: calls.mentions + mentions,
  labelled: calls.labelled + labelled,
  input: calls.input + tokens.input,
  cachedInput: calls.cachedInput + tokens.cachedInput,
  output: calls.output + tokens.output,
  usd: calls.usd + usd,
});

/** Whether the model rests since the last call that was wanted would still not fit. */
export const isStopped = (use: ModelUse, monthly: number): boolean =>
  use.stopped !== undefined && spentBy(use) + use.stopped.wanted > monthly;
