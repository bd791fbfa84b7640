// What comes of something said: its author's second thoughts, and the words of others.
import type { Chance } from "../chance.ts";
import type { FollowUp, Mood, Named } from "./lexicon.ts";
import { speakerOf, speakingAgain } from "./people.ts";
import { falls } from "./plots.ts";
import { isNew } from "./said.ts";
import { type Scene, say } from "./tell.ts";
import { HOUR_MS } from "./time.ts";
import type { Utterance } from "./utterance.ts";
import { fill } from "./voice.ts";
import type { Room } from "./world.ts";

/** Where, and after what: its mood is not to be read from the words alone. */
type At = Room & { luck: Chance; mood: Mood };

/** The wording that its author will give it later; a complaint may end well. */
export function updated(root: Utterance, room: At): NonNullable<Utterance["edit"]> {
  const { luck, lexicon, said, mood } = room;
  const came = mood === "good" ? "soured" : luck.likely(0.6) ? "solved" : "unsolved";
  const { gender: speaker } = speakingAgain(root.author, lexicon);
  for (let attempt = 0; ; attempt++) {
    const tail = attempt > 6 ? ` ${lexicon.tail}` : "";
    const update = luck.pick(lexicon.updates[came]) + tail;
    const text = `${root.text}\n\n${fill(update, { speaker, subject: subjectOf(root, room), luck })}`;
    if (!isNew(text, said)) continue;
    const at = new Date(root.at.getTime() + luck.int(2, 200) * HOUR_MS);
    if (root.stars === undefined) return { at, text };
    const stars = { solved: luck.int(4, 5), unsolved: Math.min(root.stars, 2), soured: luck.int(2, 3) }[came];
    return { at, text, stars };
  }
}

/** What its author says to the owner's answer. null where that is yet to come. */
export function followUp(root: Utterance, room: At): Utterance | null {
  const { luck, lexicon, now, mood } = room;
  const at = new Date((root.answer?.at ?? root.at).getTime() + luck.int(10, 2000) * 60_000);
  if (at >= now) return null;
  const plot = followUpTo(root, mood, luck);
  const { words, closings } = lexicon.followUps[plot];
  const text = newText(root, room, {
    author: root.author,
    mood: plot === "unsolved" ? "bad" : "good",
    clauses: (longer) => [
      ...luck.several(words, 1 + longer),
      ...(luck.likely(0.5) ? [luck.pick(closings)] : []),
    ],
  });
  return reply(root, { key: `${root.key}-back`, at, text, author: root.author, plot, room });
}

function followUpTo(root: Utterance, mood: Mood, luck: Chance): FollowUp {
  if (root.plot === "question") return "understood";
  if (mood === "good") return "thanks";
  return luck.likely(0.4) ? "solved" : "unsolved";
}

/** Under a comment others join in; in a chat its author goes on. */
export function repliesTo(root: Utterance, turn: number, room: At): Utterance[] {
  const { tone, now } = room;
  if (tone === "mail" || ["spam", "brief", "curt"].includes(root.plot)) return [];
  if (tone === "message") {
    return falls(turn, { every: 2, at: 0 }) ? [goesOn(root, room)].filter(({ at }) => at < now) : [];
  }
  const often = tone === "social" ? { every: 2, at: 0 } : { every: 11, at: 0 };
  return falls(turn, often) ? chatter(root, room) : [];
}

function chatter(root: Utterance, room: At): Utterance[] {
  const { tone, luck, now, lexicon, mood, seed } = room;
  const pool = lexicon.chatter[root.plot === "question" ? "question" : mood === "good" ? "good" : "bad"];
  const made: Utterance[] = [];
  let above = root;
  for (let number = 0, many = tone === "social" ? luck.int(1, 3) : 1; number < many; number++) {
    const at = new Date(above.at.getTime() + luck.int(3, 900) * 60_000);
    if (at >= now) break;
    const speaker = speakerOf({ seed, lexicon, luck, tone });
    const author = { key: speaker.key, name: speaker.shown };
    const text = newText(root, room, {
      author,
      mood: "mild",
      clauses: (longer) => [
        ...luck.several(pool, 1 + longer),
        ...(luck.likely(0.4) ? [luck.pick(lexicon.chatterClosings)] : []),
      ],
    });
    const said = reply(above, { key: `${root.key}-${number}`, at, text, author, plot: "chatter", room });
    made.push(said);
    // Some talk to one another, most to whom it began with.
    above = luck.likely(0.35) ? said : root;
  }
  return made;
}

function goesOn(root: Utterance, room: At): Utterance {
  const { luck, lexicon, mood } = room;
  const pool = mood === "good" ? lexicon.afterthoughts : lexicon.nudges;
  const at = new Date(root.at.getTime() + luck.int(1, 240) * 60_000);
  const text = newText(root, room, {
    author: root.author,
    mood: "mild",
    clauses: (longer) => luck.several(pool, 1 + longer),
  });
  return reply(root, {
    key: `${root.key}-on`,
    at,
    text,
    author: root.author,
    plot: mood === "good" ? "afterthought" : "nudge",
    room,
  });
}

/** Whose words are wanted, for the verbs to agree. */
interface Wanted {
  author: Utterance["author"];
  mood: Mood;
  clauses(longer: number): string[];
}

function newText(root: Utterance, room: At, { author, mood, clauses }: Wanted): string {
  const { lexicon, tone, luck, said } = room;
  const speaker = speakingAgain(author, lexicon);
  for (let attempt = 0; ; attempt++) {
    const longer = Math.floor(attempt / 4);
    const scene: Scene = { lexicon, tone, subject: subjectOf(root, room), speaker, luck, longer };
    const text = say(scene, mood, clauses(longer));
    if (isNew(text, said)) return text;
  }
}

const subjectOf = ({ about }: Utterance, { lore }: Room): Named => {
  const subject = [...lore.subjects, ...lore.posts].find(({ key }) => key === about);
  if (!subject) throw new Error(`This world has no subject ${about}.`);
  return subject;
};

function reply(
  to: Utterance,
  words: Pick<Utterance, "key" | "at" | "text" | "author" | "plot"> & { room: Room },
): Utterance {
  const { room, ...rest } = words;
  const kind = room.tone === "mail" || room.tone === "message" ? "message" : "comment";
  return {
    ...rest,
    ...{ kind, about: to.about, language: room.lexicon.language, photos: 0, replyTo: to.key },
    ...(room.tone === "mail" && to.title && { title: `Re: ${to.title}` }),
  };
}
