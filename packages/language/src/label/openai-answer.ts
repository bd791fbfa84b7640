import {
  Emotion,
  Flag,
  type Label,
  type Sentiment,
  Touchpoint,
  UrgencyReason,
  Wish,
} from "@otklik/core/label/label";
import type { Topic } from "@otklik/core/label/topic";
import { z } from "zod";
import { mostPerCall } from "./openai-prompt.ts";

/** The form that the provider holds the model to: an array of strings for each mention, the fewest tokens that a label takes. */
export const Answers = z.object({ labels: z.array(z.array(z.string())) });

const sentiments = {
  neg: "negative",
  neu: "neutral",
  pos: "positive",
  mix: "mixed",
} as const satisfies Record<string, Sentiment>;

const Sign = z.enum(["complaint", ...Wish.options, ...Flag.options, ...UrgencyReason.options]);
type Sign = z.infer<typeof Sign>;

/** One label as the model gives it: six fixed places, then signs, each before its quote. */
const Coded = z
  .tuple([
    z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number)
      .pipe(z.number().min(1).max(mostPerCall)),
    z.enum(["neg", "neu", "pos", "mix"]),
    z
      .string()
      .regex(/^\d$/)
      .transform((digit) => (Number(digit) + 0.5) / 10),
    Emotion,
    z.string().transform((list) => list.split(/[\s,]+/).filter(Boolean)),
    z.union([Touchpoint, z.literal("")]),
  ])
  .rest(z.string());

/** What the model said of the mention that we gave the number `n`; quotes are not yet proven to be the customer's. */
export interface Answer {
  n: number;
  sentiment: Label["sentiment"];
  emotion: Label["emotion"];
  topics: Label["topics"];
  touchpoint: Touchpoint | undefined;
  signs: { is: Sign; quote: string }[];
}

/**
 * Decodes one entry, or undefined where anything in it is not of the form: a label half understood is asked for again.
 * `offered` are the topics that it may name.
 */
export function answerIn(entry: unknown, offered: readonly Topic[]): Answer | undefined {
  const coded = Coded.safeParse(entry);
  if (!coded.success) return undefined;
  const [n, sentiment, confidence, emotion, named, touchpoint, ...rest] = coded.data;
  const signs = signsIn(rest);
  const topics = offered.filter((topic) => named.includes(topic));
  if (!signs || !named.every((name) => offered.some((topic) => topic === name))) return undefined;
  return {
    n,
    sentiment: { is: sentiments[sentiment], confidence },
    emotion: { is: emotion, confidence },
    topics: topics.length === 0 ? ["other"] : topics.sort((a, b) => named.indexOf(a) - named.indexOf(b)),
    touchpoint: touchpoint || undefined,
    signs,
  };
}

function signsIn(rest: readonly string[]): Answer["signs"] | undefined {
  const pairs = Array.from({ length: Math.ceil(rest.length / 2) }, (_, at) => rest.slice(2 * at, 2 * at + 2));
  const signs = pairs.flatMap(([name, quote = ""]) => {
    const sign = Sign.safeParse(name);
    return sign.success ? [{ is: sign.data, quote }] : [];
  });
  return signs.length === pairs.length ? signs : undefined;
}
