// The believable worlds of the sandbox: made anew from a seed, the same each time, around the moment of their opening.
import { type Chance, chance } from "../chance.ts";
import { app } from "./app.ts";
import { cafe } from "./cafe.ts";
import { cosmetics } from "./cosmetics.ts";
import type { Lexicon, Lore, Mood, Named, Whole } from "./lexicon.ts";
import { ownerAnswer } from "./owner.ts";
import { speakerOf } from "./people.ts";
import { falls, type Plot, plotOf, tell } from "./plots.ts";
import { isNew } from "./said.ts";
import type { Said } from "./tell.ts";
import { followUp, repliesTo, updated } from "./threads.ts";
import { DAY_MS, daytime, HOUR_MS } from "./time.ts";
import type { Coming, Subject, Telling, Tone, Utterance } from "./utterance.ts";

const worlds = { cafe, cosmetics, app } as const satisfies Record<string, Lore>;
export type WorldKind = keyof typeof worlds;

/** How many days before the opening the incident came to light. */
const INCIDENT_DAYS_AGO = [9, 8] as const;

/** What people of this world talk about, in this tone: goods and places, or the owner's posts. */
export const subjects = (kind: WorldKind, tone: Tone): readonly Subject[] =>
  tone === "social" ? worlds[kind].posts : worlds[kind].subjects;

/** What has been said in a world by its opening, oldest first; no text twice. */
export function world(kind: WorldKind, telling: Telling): Utterance[] {
  const { count, days = 60, now, seed } = telling;
  const room = { ...telling, lore: worlds[kind], said: new Set<string>(), days };
  const made: Utterance[] = [];
  const add = (turn: number, spoken: Omit<Turn, keyof typeof room>) => {
    const { root, mood } = one({ ...room, ...spoken });
    made.push(root, ...around(root, turn, { ...room, ...spoken, mood }));
  };
  const incident = count < 30 ? 0 : Math.min(40, Math.round(count * 0.07));
  for (let turn = 0; turn < incident; turn++) {
    const luck = chance(`${seed}/incident/${turn}`);
    const daysAgo = INCIDENT_DAYS_AGO[turn % 2] ?? 9;
    const at = daytime({ now, daysAgo: Math.min(daysAgo, days - 1), luck });
    const lexicon = lexiconFor(room.lore, luck);
    // Their turns begin elsewhere, so that what is the first of its kind stays with the others.
    add(1000 + turn, { key: `incident-${turn}`, plot: "incident", at, luck, lexicon });
  }
  for (let turn = 0; made.length < count; turn++) {
    const luck = chance(`${seed}/turn/${turn}`);
    const at = daytime({ now, daysAgo: luck.int(0, days - 1), luck });
    const lexicon = lexiconFor(room.lore, luck);
    const plot = plotOf(turn, telling);
    const whole = falls(turn, { every: 5, at: 3 }) ? wholeFor(lexicon, turn / 5, telling) : undefined;
    add(turn, { key: `turn-${turn}`, plot, at, luck, lexicon, whole });
  }
  return made.slice(0, count).sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Each is told once, and those that speak of stars only where there are any. */
function wholeFor({ wholes }: Lexicon, turn: number, { tone }: Telling): Whole | undefined {
  return wholes.filter(({ starred }) => !starred || tone === "review")[Math.floor(turn)];
}

/** What reaches a world as number `n` after its opening: given the same things already said, always the same. */
export function arrival(kind: WorldKind, coming: Coming): Utterance {
  const { n, at, seed } = coming;
  const lore = worlds[kind];
  const luck = chance(`${seed}/arrival/${n}`);
  // Not in step with the opening's turns, or each stream would begin alike.
  const plot = plotOf(luck.int(0, 9999), coming);
  return one({ ...coming, lore, now: at, key: `arrival-${n}`, plot, luck, lexicon: lexiconFor(lore, luck) })
    .root;
}

const lexiconFor = ({ lexicons }: Lore, luck: Chance): Lexicon =>
  luck.weighted(lexicons.map((lexicon) => [lexicon, lexicon.weight] as const));

/** What is known where something is being said. */
export interface Room extends Omit<Telling, "count"> {
  lore: Lore;
  said: Set<string>;
  lexicon: Lexicon;
}

interface Turn extends Room {
  key: string;
  plot: Plot;
  at: Date;
  luck: Chance;
  whole?: Whole;
}

/** One who speaks of its own accord, with the owner's answer if there was time for one. */
function one(turn: Turn): { root: Utterance; mood: Mood } {
  const { key, plot, at, luck, lexicon, tone, seed, kinds, whole } = turn;
  const speaker = speakerOf({ seed, lexicon, luck, tone, gender: whole?.by });
  const about = subjectFor(turn);
  const version = versionAt(turn);
  const subject = { ...about, forms: { ...about.forms, version } };
  const said = newly(turn, (attempt) =>
    whole && attempt === 0
      ? wholly(whole, lexicon)
      : tell({ lexicon, tone, subject, speaker, luck }, plot, attempt),
  );
  const isQuestion = said.plot === "question" && tone === "review";
  const kind = isQuestion
    ? "question"
    : ({ review: "review", social: "comment", message: "message", mail: "message" } as const)[tone];
  const answer = ownerAnswer({ ...turn, heard: turn.said, said, subject, name: speaker.name });
  const root: Utterance = {
    ...{ key, kind: kinds && !kinds.includes(kind) ? (kinds[0] ?? kind) : kind, at, about: subject.key },
    author: { key: speaker.key, name: speaker.shown },
    ...{ language: whole?.language ?? lexicon.language, text: said.text, plot: said.plot },
    ...(tone === "review" && kind === "review" && { stars: said.stars }),
    ...(said.title && said.text && kind !== "question" && { title: said.title }),
    ...(kind === "review" && { pros: said.pros, cons: said.cons }),
    photos: luck.likely(plot === "incident" ? 0.4 : 0.1) ? luck.int(1, 3) : 0,
    ...(version && { version }),
    ...(answer && { answer }),
  };
  return { root, mood: said.mood };
}

/** Tries until something comes that nobody has said before. */
function newly({ said }: { said: Set<string> }, attempt: (attempt: number) => Said): Said {
  for (let turn = 0; ; turn++) {
    const words = attempt(turn);
    if (isNew(words.text, said)) return words;
  }
}

const wholly = ({ text, stars, title, plot }: Whole, { owner }: Lexicon): Said => ({
  ...{ text, stars, title, plot, mood: stars > 3 ? "good" : "bad" },
  replies: stars > 3 ? owner.thanks : owner.regrets,
});

/** The version that stood in the store at the time; one in five has not updated yet. Empty where there are none. */
function versionAt({ lore: { releases = [] }, at, now, luck, plot }: Turn): string {
  const out = releases.filter(({ daysAgo }) => now.getTime() - daysAgo * DAY_MS <= at.getTime());
  const isLate = plot !== "incident" && out.length > 1 && luck.likely(0.2);
  return (out.at(isLate ? -2 : -1) ?? releases[0])?.version ?? "";
}

/** What it is about: under a post, one of the last that stood there at the time. */
function subjectFor({ lore, tone, at, now, luck, plot, whole, about }: Turn): Named {
  if (tone === "social") {
    const published = lore.posts.filter(
      ({ daysAgo = 0 }) => now.getTime() - daysAgo * DAY_MS <= at.getTime(),
    );
    published.sort((a, b) => (a.daysAgo ?? 0) - (b.daysAgo ?? 0));
    return luck.pick(published.length > 0 ? published.slice(0, 3) : lore.posts.slice(0, 1));
  }
  const wanted = plot === "incident" ? lore.incidentAbout : whole?.about;
  const here = lore.subjects.filter(({ key }) => !about || about.includes(key));
  return here.find(({ key }) => key === wanted) ?? luck.pick(here);
}

const EDITED = { every: 11, at: 6 };
const REMOVED = { every: 37, at: 20 };
/** Nobody comes back to these. */
const FINAL: ReadonlySet<string> = new Set(["question", "brief", "curt", "spam"]);

/** What else comes of it: an edit, an end, and others' words under it. */
function around(root: Utterance, turn: number, after: Room & { mood: Mood; whole?: Whole }): Utterance[] {
  const { whole, ...room } = { ...after, luck: chance(`${after.seed}/around/${root.key}`) };
  const isOrdinary = root.text !== "" && !whole;
  if (room.tone !== "mail") change(root, turn, { ...room, isOrdinary });
  if (!isOrdinary) return [];
  const mayReply = !room.kinds || room.tone !== "review" || room.kinds.includes("comment");
  if (!mayReply) return [];
  const others = repliesTo(root, turn, room);
  const back = root.answer && falls(turn, { every: 4, at: 1 }) ? followUp(root, room) : null;
  return back ? [...others, back] : others;
}

/** What its author does with it later; a letter once sent stays as it is. */
function change(
  root: Utterance,
  turn: number,
  room: Room & { mood: Mood; luck: Chance; isOrdinary: boolean },
): void {
  const { luck, now, isOrdinary } = room;
  if (falls(turn, EDITED) && isOrdinary && !FINAL.has(root.plot)) root.edit = updated(root, room);
  if (falls(turn, REMOVED)) root.removedAt = new Date(root.at.getTime() + luck.int(5, 300) * HOUR_MS);
  // The first of each is yet to come: a demo sees it happen.
  const soon = new Date(now.getTime() + luck.int(2, 60) * HOUR_MS);
  if (turn === REMOVED.at) root.removedAt = soon;
  if (turn === EDITED.at && root.edit) root.edit = { ...root.edit, at: soon };
}
