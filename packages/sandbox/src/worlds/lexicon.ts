// What a world's people can say, as clauses to be mixed and as sentences written whole.
//
// A clause's braces: `{ёл/ла}` agrees with the speaker (man/woman), `{ый|ая|ое}` with the subject's gender,
// `{5~10~20}` is any one of those, and a single word such as `{gen}` is the subject's form of that name.
import type { Subject } from "./utterance.ts";

export type Gender = "masculine" | "feminine";
export type Mood = "good" | "mild" | "bad";

/** A subject as sentences need it. */
export interface Named extends Subject {
  /** Of a post: key of the subject that it tells of. */
  of?: string;
  gender: Gender | "neuter";
  forms: Readonly<Record<string, string>>;
  /** What is said of this one alone. A sentence that begins with ♀ is said by women only. */
  own?: {
    likes: readonly string[];
    gripes: readonly string[];
    /** Short words for the "pros" and "cons" fields. */
    pros: readonly string[];
    cons: readonly string[];
    asks: readonly { ask: string; answer: string }[];
  };
}

/** One thing that people go through. Any opening goes with any details and any closing. */
export interface Topic {
  mood: Mood;
  /** How often it happens, against the others; 0: only when it is called for. */
  weight: number;
  stars: readonly (readonly [number, number])[];
  titles: readonly string[];
  openings: readonly string[];
  details: readonly string[];
  closings: readonly string[];
  /** Which of the subject's own sentences belong here. */
  own?: "likes" | "gripes";
  /** Words for the "cons" field, where the subject's own would not fit. */
  cons?: readonly string[];
  /** Keys of the subjects that it can happen with. Default: all. */
  fits?: readonly string[];
  /** What the owner says to it. */
  answers: readonly string[];
}

/** A text of its own that no mixture would make. */
export interface Whole {
  text: string;
  stars: number;
  title?: string;
  plot: string;
  about?: string;
  /** Whose words they are, where the verbs tell. */
  by?: Gender;
  /** Makes sense only where stars are given. */
  starred?: true;
  /** Where it is not the lexicon's. */
  language?: string;
}

export type FollowUp = "thanks" | "understood" | "solved" | "unsolved";

export interface Lexicon {
  language: "ru" | "en";
  /** Its share of the world's voices. */
  weight: number;
  people: readonly { name: string; gender: Gender }[];
  topics: Readonly<Record<string, Topic>>;
  /** What went wrong for two days, and with what. */
  incident: Topic;
  /** Five stars, and then something else. */
  hidden: { openings: readonly string[]; turns: readonly string[]; closings: readonly string[] };
  /** Praise that is none. */
  sarcasm: { openings: readonly string[]; closings: readonly string[] };
  brief: readonly string[];
  curt: readonly string[];
  spam: { openings: readonly string[]; offers: readonly string[]; calls: readonly string[] };
  asks: readonly { ask: string; answer: string }[];
  /** How a question begins, if not at once. */
  askOpenings: readonly string[];
  wholes: readonly Whole[];
  /** To the owner's answer: to thanks, to advice, to a complaint that was solved and to one that was not. */
  followUps: Readonly<Record<FollowUp, { words: readonly string[]; closings: readonly string[] }>>;
  /** Customers among themselves, under words of praise, a complaint or a question. */
  chatter: Readonly<Record<"good" | "bad" | "question", readonly string[]>>;
  chatterClosings: readonly string[];
  /** What is added later: to a complaint that was solved or was not, and to praise. */
  updates: Readonly<Record<"solved" | "unsolved" | "soured", readonly string[]>>;
  /** Around the owner's answer; `{name}` is the customer. */
  owner: {
    greetings: readonly string[];
    farewells: readonly string[];
    thanks: readonly string[];
    regrets: readonly string[];
  };
  /** Around a letter; `asking` farewells want an answer. */
  letter: { greetings: readonly string[]; farewells: readonly string[]; asking: readonly string[] };
  /** What follows in a chat when nobody answers. */
  nudges: readonly string[];
  /** What follows praise in a chat. */
  afterthoughts: readonly string[];
  /** Goes at the end of what would else be said twice. `{n}` is any number. */
  tail: string;
}

/** A whole world: its subjects, and the tongues spoken in it. */
export interface Lore {
  subjects: readonly Named[];
  /** The owner's posts, under which people talk. */
  posts: readonly Named[];
  lexicons: readonly Lexicon[];
  /** Of an app: its versions, the oldest first. `{version}` is the one that the speaker has. */
  releases?: readonly { version: string; daysAgo: number }[];
  /** Key of the subject that the incident is about. */
  incidentAbout: string;
}
