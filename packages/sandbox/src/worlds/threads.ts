// What comes of something said: its author's second thoughts, and the words of others.
import type { Chance } from "../chance.ts";
import type { Mood, Named } from "./lexicon.ts";
import { speakerOf, speakingAgain } from "./people.ts";
import { falls } from "./plots.ts";
import { isNew } from "./said.ts";
import { type Scene, say } from "./tell.ts";
import { HOUR_MS } from "./time.ts";
import type { Utterance } from "./utterance.ts";
import { fill } from "./voice.ts";
import type { Room } from "./world.ts";

type At = Room & { luck: Chance };

/** The wording that its author will give it later; a complaint may end well. */
export function updated(root: Utterance, room: At): NonNullable<Utterance["edit"]> {
  const { luck, lexicon, said } = room;
  const wasGood = (root.stars ?? 3) >= 4;
  const isBetter = !wasGood && luck.likely(0.6);
  const subject = subjectOf(root, room);
  for (let attempt = 0; ; attempt++) {
    const update = luck.pick(isBetter ? lexicon.updates.better : lexicon.updates.worse);
    const tail = attempt > 6 ? ` ${lexicon.tail}` : "";
    const { gender: speaker } = speakingAgain(root.author, lexicon);
    const added = fill(update + tail, { speaker, subject, luck });
    const text = `${root.text}\n\n${added}`;
    if (!isNew(text, said)) continue;
    const at = new Date(root.at.getTime() + luck.int(2, 200) * HOUR_MS);
    return {
      at,
      text,
      ...(root.stars !== undefined && { stars: isBetter ? luck.int(4, 5) : luck.int(1, 3) }),
    };
  }
}

/** The author's answer to the owner's. */
export function followUp(root: Utterance, room: At): Utterance | null {
  const { luck, lexicon, now } = room;
  const at = new Date((root.answer?.at ?? root.at).getTime() + luck.int(10, 2000) * 60_000);
  if (at >= now) return null;
  const isContent = (root.stars ?? 3) >= 4 || luck.likely(0.4);
  const { thanks, still, closings } = lexicon.followUps;
  const text = newText(root, room, {
    author: root.author,
    mood: isContent ? "good" : "bad",
    clauses: (longer) => [
      ...luck.several(isContent ? thanks : still, 1 + longer),
      ...(luck.likely(0.5) ? [luck.pick(closings)] : []),
    ],
  });
  return reply(root, {
    key: `${root.key}-back`,
    at,
    text,
    author: root.author,
    plot: isContent ? "thanks" : "unsolved",
    room,
  });
}

/** Under a comment others join in; in a chat its author goes on. */
export function repliesTo(root: Utterance, turn: number, room: At): Utterance[] {
  const { tone, luck, now, lexicon } = room;
  if (tone === "mail" || root.plot === "spam") return [];
  if (tone === "message") {
    return falls(turn, { every: 3, at: 0 }) ? [goesOn(root, room)].filter(({ at }) => at < now) : [];
  }
  const often = tone === "social" ? { every: 3, at: 0 } : { every: 13, at: 0 };
  if (!falls(turn, often)) return [];
  let above = root;
  const made: Utterance[] = [];
  for (let number = 0, many = tone === "social" ? luck.int(1, 3) : 1; number < many; number++) {
    const at = new Date(above.at.getTime() + luck.int(3, 900) * 60_000);
    if (at >= now) break;
    const stance =
      root.plot === "question" ? "curious" : luck.pick(["agree", "agree", "disagree", "curious"] as const);
    const speaker = speakerOf({ seed: room.seed, lexicon, luck, tone });
    const author = { key: speaker.key, name: speaker.shown };
    const text = newText(root, room, {
      author,
      mood: "mild",
      clauses: (longer) => [
        ...luck.several(lexicon.chatter[stance], 1 + longer),
        ...(luck.likely(0.4) ? [luck.pick(lexicon.chatterClosings)] : []),
      ],
    });
    const said = reply(above, { key: `${root.key}-${number}`, at, text, author, plot: stance, room });
    made.push(said);
    // Some talk to one another, most to whom it began with.
    above = luck.likely(0.35) ? said : root;
  }
  return made;
}

function goesOn(root: Utterance, room: At): Utterance {
  const { luck, lexicon } = room;
  const at = new Date(root.at.getTime() + luck.int(1, 240) * 60_000);
  const text = newText(root, room, {
    author: root.author,
    mood: "mild",
    clauses: (longer) => luck.several(lexicon.chat.nudges, 1 + longer),
  });
  return reply(root, { key: `${root.key}-on`, at, text, author: root.author, plot: "nudge", room });
}

/** Whose words those are, for the verbs to agree. */
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
