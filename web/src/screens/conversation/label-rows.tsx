import type { LabelView } from "@otklik/core/api/views";
import { topicTitle, type Words } from "@otklik/words";
import type { ReactNode } from "react";
import { type Choice, toggledIn, withSentiment, withTopic } from "../../label/correction.ts";
import { SentimentMark } from "../../parts/sentiment.tsx";

/** One part of a label: all that it may say, what it says, and what comes of choosing. */
export interface Row {
  part: Exclude<keyof Choice, "isSaid">;
  title: string;
  /** The letter that leads there, by its place on the keyboard. */
  hotkey?: string;
  choices: readonly RowChoice[];
  chosen: readonly string[];
  choose(id: string): Choice;
}

interface RowChoice {
  id: string;
  title: ReactNode;
  /** The key that chooses it from anywhere. */
  hotkey?: string;
  /** What it would be concluded from. */
  evidence: readonly string[];
}

interface Around {
  words: Words;
  /** The topics that the brand has, and what it calls them. */
  topics: readonly LabelView["topics"][number][];
  titles: Readonly<Record<string, string>>;
}

/** The parts of a label in the order in which they are set right: the sentiment first. */
export function rowsOf(choice: Choice, { words, topics, titles }: Around): Row[] {
  const { labels } = words;
  const named = words.conversation.label;
  const row = <T extends string>(part: Row["part"], { choices, chosen, choose, hotkey }: OneRow<T>): Row => ({
    part,
    title: named[part],
    ...(hotkey && { hotkey }),
    choices,
    chosen,
    choose: (id) => choose(id as T),
  });
  const either = <T extends string>(known: T | null, one: T): T | null => (known === one ? null : one);
  const offered = [...new Set([...topics, ...choice.topics])];
  return [
    row("sentiment", {
      choices: (["negative", "neutral", "positive", "mixed"] as const).map((is, index) => ({
        id: is,
        title: <SentimentMark sentiment={is} withWord />,
        hotkey: String(index + 1),
        evidence: [`sentiment.${is}`],
      })),
      chosen: [choice.sentiment],
      choose: (sentiment) => withSentiment(choice, sentiment),
    }),
    row("complaint", {
      hotkey: "c",
      choices: [{ id: "complaint", title: labels.complaint, evidence: ["complaint", "sentiment.negative"] }],
      chosen: choice.complaint ? ["complaint"] : [],
      choose: () => ({ ...choice, complaint: !choice.complaint }),
    }),
    row("emotion", {
      hotkey: "m",
      choices: choicesOf(labels.emotion, "emotion"),
      chosen: [choice.emotion],
      choose: (emotion) => ({ ...choice, emotion }),
    }),
    row("topics", {
      hotkey: "t",
      choices: offered.map((id) => ({
        id,
        title: topicTitle(id, { labels, titles }),
        evidence: [`topic.${id}`],
      })),
      chosen: choice.topics,
      choose: (topic) => withTopic(choice, topic),
    }),
    row("urgency", {
      hotkey: "u",
      choices: choicesOf(labels.urgency, "urgency"),
      chosen: choice.urgency,
      choose: (reason) => ({ ...choice, urgency: toggledIn(choice.urgency, reason) }),
    }),
    row("flags", {
      hotkey: "b",
      choices: choicesOf(labels.flag, "flag"),
      chosen: choice.flags,
      choose: (flag) => ({ ...choice, flags: toggledIn(choice.flags, flag) }),
    }),
    row("touchpoint", {
      hotkey: "p",
      choices: choicesOf(labels.touchpoint, "touchpoint"),
      chosen: choice.touchpoint ? [choice.touchpoint] : [],
      choose: (one) => ({ ...choice, touchpoint: either(choice.touchpoint, one) }),
    }),
    row("wish", {
      hotkey: "w",
      choices: choicesOf(labels.wish, "wish"),
      chosen: choice.wish ? [choice.wish] : [],
      choose: (one) => ({ ...choice, wish: either(choice.wish, one) }),
    }),
  ];
}

interface OneRow<T extends string> {
  hotkey?: string;
  choices: readonly (RowChoice & { id: T })[];
  chosen: readonly T[];
  choose(id: T): Choice;
}

/** Each of a dictionary's entries as a choice, in its order. */
const choicesOf = <T extends string>(titles: Readonly<Record<T, string>>, part: string) =>
  (Object.entries(titles) as [T, string][]).map(([id, title]) => ({
    id,
    title,
    evidence: [`${part}.${id}`],
  }));
