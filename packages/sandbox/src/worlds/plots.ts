// What the people of a world go through, by turns: the shares hold for sixty voices as for six thousand.
import type { Chance } from "../chance.ts";
import type { Lexicon, Topic } from "./lexicon.ts";
import {
  type Said,
  type Scene,
  tellBriefly,
  tellHidden,
  tellQuestion,
  tellSarcasm,
  tellSpam,
  tellTopic,
} from "./tell.ts";
import type { Telling } from "./utterance.ts";

export type Plot =
  | "silent"
  | "spam"
  | "hidden"
  | "sarcasm"
  | "question"
  | "brief"
  | "curt"
  | "incident"
  | "topic";

/** True for one of so many turns. */
export const falls = (turn: number, { every, at }: { every: number; at: number }) => turn % every === at;

/** What comes about in this turn. */
export function plotOf(
  turn: number,
  { tone, silent, kinds }: Pick<Telling, "tone" | "silent" | "kinds">,
): Plot {
  const isReview = tone === "review";
  if (isReview && silent !== false && falls(turn, { every: 9, at: 4 })) return "silent";
  if (falls(turn, { every: 31, at: 7 })) return "spam";
  if (isReview && falls(turn, { every: 12, at: 1 })) return "hidden";
  if (falls(turn, { every: 17, at: 11 })) return "sarcasm";
  const asks = isReview ? { every: 8, at: 2 } : { every: 3, at: 2 };
  if ((!isReview || !kinds || kinds.includes("question")) && falls(turn, asks)) return "question";
  const isPublic = isReview || tone === "social";
  if (isPublic && falls(turn, { every: 14, at: 9 })) return "brief";
  if (isPublic && falls(turn, { every: 46, at: 36 })) return "curt";
  return "topic";
}

/** Short words run out; then people have more to say. */
const atLength = { brief: "topic", curt: "topic", silent: "topic" } as const;

/** One telling of the plot. After a few attempts in vain it grows longer. */
export function tell(scene: Omit<Scene, "longer">, plot: Plot, attempt: number): Said {
  const told = attempt < 4 ? plot : (atLength[plot as keyof typeof atLength] ?? plot);
  const whole: Scene = { ...scene, longer: Math.floor(attempt / 4) };
  switch (told) {
    case "silent":
      return silence(scene.luck, scene.lexicon);
    case "spam":
      return tellSpam(whole);
    case "hidden":
      return tellHidden(whole, complaintIn(whole));
    case "sarcasm":
      return tellSarcasm(whole, complaintIn(whole));
    case "question":
      return tellQuestion(whole);
    case "brief":
      return tellBriefly(whole, "good");
    case "curt":
      return tellBriefly(whole, "bad");
    case "incident":
      return tellTopic(whole, "incident", scene.lexicon.incident);
    default: {
      const [name, topic] = topicIn(whole, () => true);
      return tellTopic(whole, name, topic);
    }
  }
}

function silence(luck: Chance, { owner }: Lexicon): Said {
  const stars = luck.weighted([
    [5, 75],
    [4, 13],
    [3, 5],
    [1, 7],
  ] as const);
  return {
    plot: "stars-only",
    mood: stars > 3 ? "good" : "bad",
    text: "",
    stars,
    replies: stars > 3 ? owner.thanks : owner.regrets,
  };
}

/** Few write to an owner in private only to praise. */
const PRIVATE_PRAISE = 0.3;

function topicIn(
  { lexicon, subject, luck, tone }: Scene,
  isWanted: (topic: Topic) => boolean,
): [string, Topic] {
  const isPrivate = tone === "message" || tone === "mail";
  const possible = Object.entries(lexicon.topics).filter(
    ([, topic]) =>
      topic.weight > 0 && isWanted(topic) && (topic.fits?.includes(subject.of ?? subject.key) ?? true),
  );
  const weightOf = ({ mood, weight }: Topic) => weight * (isPrivate && mood === "good" ? PRIVATE_PRAISE : 1);
  return luck.weighted(possible.map((entry) => [entry, weightOf(entry[1])] as const));
}

const complaintIn = (scene: Scene): Topic => topicIn(scene, ({ mood }) => mood === "bad")[1];
