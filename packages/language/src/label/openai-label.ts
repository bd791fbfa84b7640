import { Flag, type Label, UrgencyReason, unlabelled, Wish } from "@otklik/core/label/label";
import type { Labelled } from "@otklik/core/label/labeler";
import type { Answer } from "./openai-answer.ts";
import { findQuote } from "./quote.ts";

/**
 * The model's answer as our label. What rules read off the words (language, names, contacts, evidence, and any urgency)
 * stays as the embedded labeler found it; what is a judgement is the model's. Its quotes count where the customer did
 * write them.
 */
export function labelFrom(
  answer: Answer,
  { mention, embedded, model }: { mention: Labelled; embedded: Label | null; model: string },
): Label {
  const { urgency: ruled, touchpoint: _, wish: __, corrected: ___, ...read } = embedded ?? { ...unlabelled };
  const { sentiment, emotion, topics, touchpoint, signs } = answer;
  const quoted = signs.map(({ is, quote }) => ({ is, span: findQuote(quote, mention) }));
  const given = new Set(signs.map(({ is }) => is));
  const urgent = quoted.flatMap(({ is, span }) => {
    const reason = UrgencyReason.safeParse(is).data;
    const isNews = reason && !ruled.some((one) => one.reason === reason);
    return isNews ? [{ reason, words: span ? (mention[span.in] ?? "").slice(span.from, span.to) : "" }] : [];
  });
  const wish = Wish.options.find((one) => given.has(one));
  const label: Label = {
    ...read,
    sentiment,
    complaint: given.has("complaint") || sentiment.is === "negative" || sentiment.is === "mixed",
    emotion,
    topics,
    ...(touchpoint && { touchpoint }),
    urgency: [...ruled, ...urgent].filter(
      ({ reason }, at, all) => all.findIndex((one) => one.reason === reason) === at,
    ),
    flags: Flag.options.filter((flag) => given.has(flag)),
    ...(wish && { wish }),
    by: model,
  };
  const found = quoted.flatMap(({ is, span }) => (span ? [{ of: partOf(is), ...span }] : []));
  const parts = partsOf(label);
  const stays = read.evidence.filter(({ of }) => parts.has(of));
  const news = found.filter((one) => !stays.some((old) => isSame(old, one)));
  return { ...label, evidence: [...stays, ...news] };
}

type Sign = Answer["signs"][number]["is"];

const partOf = (sign: Sign): string => {
  if (sign === "complaint") return "sentiment.negative";
  if (Wish.safeParse(sign).success) return `wish.${sign}`;
  return Flag.safeParse(sign).success ? `flag.${sign}` : `urgency.${sign}`;
};

/** The names of all parts that this label has, as evidence names them. */
const partsOf = (label: Label): Set<string> =>
  new Set([
    ...(label.complaint ? ["sentiment.negative"] : []),
    ...(["positive", "mixed"].includes(label.sentiment.is) ? ["sentiment.positive"] : []),
    `emotion.${label.emotion.is}`,
    ...label.topics.map((topic) => `topic.${topic}`),
    `touchpoint.${label.touchpoint}`,
    ...label.urgency.map(({ reason }) => `urgency.${reason}`),
    ...label.flags.map((flag) => `flag.${flag}`),
    `wish.${label.wish}`,
  ]);

type Evidence = Label["evidence"][number];
const isSame = (a: Evidence, b: Evidence): boolean =>
  a.of === b.of && a.in === b.in && a.from === b.from && a.to === b.to;
