import { type Label, unlabelled } from "@otklik/core/label/label";
import type { Labelled } from "@otklik/core/label/labeler";
import type { Answer } from "./openai-prompt.ts";

const partsOf = ({ title, text, pros, cons }: Labelled): string[] =>
  [title, text, pros, cons].filter((part) => part !== undefined);

/** Whether there is anything for a model to read: a letter, a figure or a sign such as an emoji. */
export const hasText = (mention: Labelled): boolean =>
  partsOf(mention).some((part) => /[\p{L}\p{N}\p{S}]/u.test(part));

/** The model's answer as our label of that mention. */
export const labelFrom = (answer: Answer, mention: Labelled, model: string): Label => ({
  ...unlabelled,
  language: /^[a-z]{2,3}/.exec(answer.language.toLowerCase())?.[0] ?? "und",
  sentiment: answer.sentiment,
  emotion: answer.emotion,
  topics: answer.topics.length === 0 ? ["other"] : [...new Set(answer.topics)],
  ...(answer.touchpoint && { touchpoint: answer.touchpoint }),
  urgency: answer.urgency.map(({ reason, words }) => ({ reason, words: ownWords(words, mention) })),
  by: model,
});

const quoteLength = 120;

/** The quoted words if the customer did write them; else the beginning of the text, for a reason is not lost over a quote. */
const ownWords = (quoted: string, mention: Labelled): string => {
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, " ").trim();
  const parts = partsOf(mention);
  const wrote = quoted.trim() !== "" && parts.some((part) => plain(part).includes(plain(quoted)));
  return wrote ? quoted : (parts.find((part) => part.trim() !== "") ?? "").slice(0, quoteLength);
};
