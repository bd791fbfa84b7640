// Makes what one person says. The plot is what that person went through; the words follow from it.
import type { Chance } from "../chance.ts";
import type { Gender, Lexicon, Mood, Named, Topic } from "./lexicon.ts";
import type { Tone } from "./utterance.ts";
import { fill, speak } from "./voice.ts";

export interface Said {
  plot: string;
  mood: Mood;
  text: string;
  title?: string;
  stars?: number;
  /** What the owner could say to it. */
  replies: readonly string[];
}

export interface Scene {
  lexicon: Lexicon;
  tone: Tone;
  subject: Named;
  speaker: { name: string; gender: Gender };
  luck: Chance;
  /** How many clauses more than usual, to keep from repeating what was already said. */
  longer: number;
}

/** Clauses of one scene, put into one person's words. */
export function say(scene: Scene, mood: Mood, clauses: readonly string[]): string {
  const { lexicon, luck, tone, speaker, subject, longer } = scene;
  const tail = longer > 3 ? [lexicon.tail] : [];
  const said = [...clauses, ...tail].map((clause) =>
    fill(clause, { speaker: speaker.gender, subject, luck }),
  );
  if (tone !== "mail") return speak(said, { luck, mood, language: lexicon.language });
  const name = { speaker: speaker.gender, subject, luck, name: speaker.name };
  const body = said.map((sentence) => (/[.!?…)]$/u.test(sentence) ? sentence : `${sentence}.`)).join(" ");
  return [
    fill(luck.pick(lexicon.letter.greetings), name),
    body,
    fill(luck.pick(lexicon.letter.farewells), name),
  ].join("\n\n");
}

/** Something that happened, told by whom it happened to. */
export function tellTopic(scene: Scene, plot: string, topic: Topic): Said {
  const { luck, longer, tone } = scene;
  const isLong = tone === "mail" || tone === "review";
  const clauses = [
    ...(luck.likely(isLong ? 0.6 : 0.35) ? [luck.pick(topic.openings)] : []),
    ...luck.several(topic.details, luck.int(1, isLong ? 2 : 1) + longer),
    ...(luck.likely(isLong ? 0.5 : 0.3) ? [luck.pick(topic.closings)] : []),
  ];
  return {
    ...{ plot, mood: topic.mood, stars: luck.weighted(topic.stars), replies: topic.answers },
    ...titled(scene, topic.titles),
    text: say(scene, topic.mood, clauses),
  };
}

/** Full marks, and a complaint inside. */
export function tellHidden(scene: Scene, complaint: Topic): Said {
  const { lexicon, luck, longer } = scene;
  const { openings, turns, closings } = lexicon.hidden;
  const clauses = [
    luck.pick(openings),
    luck.pick(turns),
    ...luck.several(complaint.details, 1 + longer),
    ...(luck.likely(0.5) ? [luck.pick(closings)] : []),
  ];
  const text = say(scene, "mild", clauses);
  return {
    plot: "hidden",
    mood: "mild",
    text,
    stars: 5,
    replies: complaint.answers,
    ...titled(scene, complaint.titles),
  };
}

/** Praise that is none. */
export function tellSarcasm(scene: Scene, complaint: Topic): Said {
  const { lexicon, luck, longer } = scene;
  const { openings, closings } = lexicon.sarcasm;
  const clauses = [luck.pick(openings), ...luck.several(complaint.details, 1 + longer), luck.pick(closings)];
  const stars = luck.int(1, 2);
  return {
    plot: "sarcasm",
    mood: "bad",
    text: say(scene, "mild", clauses),
    stars,
    replies: complaint.answers,
    ...titled(scene, complaint.titles),
  };
}

export function tellSpam(scene: Scene): Said {
  const { lexicon, luck, longer } = scene;
  const { openings, offers, calls } = lexicon.spam;
  const clauses = [luck.pick(openings), ...luck.several(offers, 1 + longer), luck.pick(calls)];
  return { plot: "spam", mood: "mild", text: say(scene, "good", clauses), stars: 5, replies: [] };
}

export function tellQuestion(scene: Scene): Said {
  const { lexicon, luck, longer } = scene;
  const asks = luck.several(lexicon.asks, 1 + longer);
  const clauses = [
    ...(luck.likely(0.5) ? [luck.pick(lexicon.askOpenings)] : []),
    ...asks.map(({ ask }) => ask),
  ];
  return {
    plot: "question",
    mood: "mild",
    text: say(scene, "mild", clauses),
    replies: asks.map(({ answer }) => answer),
  };
}

/** Few words, or none. */
export function tellBriefly(scene: Scene, mood: "good" | "bad"): Said {
  const { lexicon, luck } = scene;
  const text = luck.pick(mood === "good" ? lexicon.brief : lexicon.curt);
  const stars = mood === "good" ? (luck.likely(0.9) ? 5 : 4) : luck.int(1, 2);
  const replies = mood === "good" ? lexicon.owner.thanks : lexicon.owner.regrets;
  return { plot: mood === "good" ? "brief" : "curt", mood, text, stars, replies };
}

const titled = ({ tone, luck, subject, speaker }: Scene, titles: readonly string[]): { title?: string } =>
  tone === "social" || tone === "message" || titles.length === 0
    ? {}
    : { title: fill(luck.pick(titles), { speaker: speaker.gender, subject, luck }) };
