import type { Label } from "@otklik/core/label/label";
import type { Labelled } from "@otklik/core/label/labeler";
import { embedded, labelsOf } from "../asked.ts";
import type { Behaviour, Sent } from "../chat-server.ts";

/** A model that reads as the embedded labeler does, so that what is asked of every labeler is heard through the wire. */
export const readsWell: Behaviour = async (sent, answer) => {
  const read = await labelsOf(embedded, sent.map(asMention));
  answer.labels(sent.map(({ n }, place) => coded(n, read[place] as Label)));
};

const asMention = ({ stars, text, title, pros, cons }: Sent): Labelled => ({
  kind: "review",
  text,
  ...(title !== undefined && { title }),
  ...(pros !== undefined && { pros }),
  ...(cons !== undefined && { cons }),
  ...(stars !== null && { rating: { stars, outOf: 5 } }),
});

const codes = { negative: "neg", neutral: "neu", positive: "pos", mixed: "mix" } as const;
const coded = (n: number, label: Label): string[] => [
  String(n),
  codes[label.sentiment.is],
  String(Math.min(9, Math.floor(label.sentiment.confidence * 10))),
  label.emotion.is,
  label.topics.join(" "),
  label.touchpoint ?? "",
  ...label.urgency.flatMap(({ reason, words }) => [reason, words]),
];
