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
  pros?: string;
  cons?: string;
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
  const farewells = mood === "good" ? lexicon.letter.farewells : lexicon.letter.asking;
  return [fill(luck.pick(lexicon.letter.greetings), name), body, fill(luck.pick(farewells), name)].join(
    "\n\n",
  );
}

/** Something that happened, told by whom it happened to. */
export function tellTopic(scene: Scene, plot: string, topic: Topic): Said {
  const { luck, tone } = scene;
  const isLong = tone === "mail" || tone === "review";
  const clauses = [
    ...(luck.likely(isLong ? 0.6 : 0.35) ? [luck.pick(topic.openings)] : []),
    ...detailsOf(scene, topic, luck.int(1, isLong ? 2 : 1)),
    ...(luck.likely(isLong ? 0.5 : 0.3) ? [luck.pick(topic.closings)] : []),
  ];
  return {
    ...{ plot, mood: topic.mood, stars: luck.weighted(topic.stars), replies: topic.answers },
    ...titled(scene, topic.titles),
    ...inShort(scene, topic),
    text: say(scene, topic.mood, clauses),
  };
}

/** So many details, and more where `longer` asks for it; the subject's own come first. */
function detailsOf(scene: Scene, { details, own, mood }: Topic, count: number): string[] {
  const { luck, subject, longer, tone } = scene;
  const mine = fitting(scene, (own && subject.own?.[own]) ?? []);
  // Under one post everybody would say the same few things.
  if (mine.length === 0 || (tone === "social" && luck.likely(0.5)))
    return luck.several(fitting(scene, details), count + longer);
  const first = luck.several(mine, mood === "good" ? luck.int(1, 2) : 1);
  return [
    ...first,
    ...luck.several(fitting(scene, details), Math.max(mood === "good" ? 0 : 1, count - 1) + longer),
  ];
}

const forWomen = "♀ ";

/** What this speaker could say. */
const fitting = ({ speaker }: Scene, sentences: readonly string[]): string[] =>
  sentences
    .filter((sentence) => speaker.gender === "feminine" || !sentence.startsWith(forWomen))
    .map((sentence) => sentence.replace(forWomen, ""));

/** The "pros" and "cons" fields that some fill in. */
function inShort({ luck, subject, tone }: Scene, { mood, cons }: Topic): { pros?: string; cons?: string } {
  if (tone !== "review" || !subject.own || !luck.likely(0.35)) return {};
  const { pros: goods, cons: bads } = subject.own;
  const few = (list: readonly string[]) => luck.several(list, luck.int(1, 2)).join(", ");
  if (mood === "bad") return { cons: few(cons ?? bads) };
  return mood === "good" ? { pros: few(goods) } : { pros: few(goods), cons: luck.pick(bads) };
}

/** Full marks, and a complaint inside. */
export function tellHidden(scene: Scene, complaint: Topic): Said {
  const { lexicon, luck } = scene;
  const { openings, turns, closings } = lexicon.hidden;
  const clauses = [
    luck.pick(openings),
    luck.pick(turns),
    ...detailsOf(scene, complaint, 1),
    ...(luck.likely(0.5) ? [luck.pick(closings)] : []),
  ];
  const text = say(scene, "mild", clauses);
  return {
    plot: "hidden",
    mood: "mild",
    text,
    stars: 5,
    replies: complaint.answers,
    // Nothing but the text itself gives it away.
    ...titled(scene, lexicon.topics.praise?.titles ?? []),
  };
}

/** Praise that is none. */
export function tellSarcasm(scene: Scene, complaint: Topic): Said {
  const { lexicon, luck } = scene;
  const { openings, closings } = lexicon.sarcasm;
  const clauses = [luck.pick(openings), ...detailsOf(scene, complaint, 1), luck.pick(closings)];
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
  const { lexicon, luck, longer, subject, tone } = scene;
  const own = subject.own && luck.likely(0.6) ? subject.own.asks : lexicon.asks;
  const asks = luck.several(longer > 0 ? [...lexicon.asks, ...(subject.own?.asks ?? [])] : own, 1 + longer);
  const clauses = [
    ...(tone !== "mail" && luck.likely(0.5) ? [luck.pick(lexicon.askOpenings)] : []),
    ...asks.map(({ ask }) => ask),
  ];
  const replies = asks.map(({ answer }) => answer);
  return { plot: "question", mood: "bad", text: say(scene, "mild", clauses), replies };
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
