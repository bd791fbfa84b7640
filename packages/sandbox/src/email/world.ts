// What lies in the mailbox of a chain of coffee houses: guests' letters with their threads and our answers, and all that
// comes beside them.
import { chance } from "../chance.ts";
import { isNew } from "../worlds/said.ts";
import type { Telling, Utterance } from "../worlds/utterance.ts";
import { arrival, world } from "../worlds/world.ts";
import { resident } from "./door.ts";
import { type Draft, written } from "./letter.ts";
import { twoGisNotice, yandexNotice } from "./notices.ts";
import { places } from "./places.ts";
import { sentFolder } from "./postbox.ts";
import { newsletter, outOfOffice } from "./reports.ts";

export interface Posted {
  folder: string;
  at: Date;
  raw: string;
  flags?: readonly string[];
  /** What a guest wrote, so that nobody writes it again. */
  text?: string;
}

interface Opening {
  seed: string;
  posts: number;
  now: Date;
}

/** How many of a hundred are what: the rest is guests' letters. */
const NOTICES = 20;
const BESIDE = 6;

/** Oldest first, as a mailbox gets them. */
export function openingLetters({ seed, posts, now }: Opening): Posted[] {
  const notices = Math.floor((posts * NOTICES) / 100);
  const beside = Math.floor((posts * BESIDE) / 100);
  const all = [
    ...lettersOfGuests({ seed, now, posts: posts - notices - beside }),
    ...noticesOf({ seed, now, posts: notices }),
    ...besides({ seed, now, posts: beside }),
  ];
  const said = new Set<string>();
  return all
    .filter(({ at, text }) => at <= now && (text === undefined || isNew(text, said)))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** What comes after the opening, as number `n`. */
export function comingLetter(of: { n: number; at: Date; seed: string; said: Set<string> }): Posted {
  const { n, at, seed, said } = of;
  if (n % 6 === 5) {
    const review = arrival("cafe", { seed, n, at, said, ...onMaps });
    return noticeOf(review, n, `coming-${n}`);
  }
  const letter = arrival("cafe", { seed, n, at, said, tone: "mail" });
  return { folder: "INBOX", at, raw: written(draftOf(letter, `coming-${n}`)), text: letter.text };
}

function lettersOfGuests({ seed, now, posts }: Opening): Posted[] {
  const told = world("cafe", { seed: `${seed}/mail`, count: posts, now, tone: "mail" });
  const byKey = new Map(told.map((one) => [one.key, one]));
  return told.slice(-posts).flatMap((said): Posted[] => {
    const before = said.replyTo === undefined ? undefined : byKey.get(said.replyTo);
    const folder = said.plot === "spam" && chance(`${seed}/junk/${said.key}`).likely(0.5) ? "Спам" : "INBOX";
    const letter = { ...draftOf(said, said.key), ...(before && threadOf(before)) };
    const answer = said.answer && ownAnswer(said);
    return [
      { folder, at: said.at, raw: written(letter), text: said.text },
      ...(answer ? [{ folder: sentFolder, at: answer.at, raw: written(answer), flags: ["\\Seen"] }] : []),
    ];
  });
}

const letterId = (key: string): string => `${key}@pochta.example`;
const answerId = (key: string): string => `answer-${key}@${resident.address.split("@")[1]}`;
const addressOf = (key: string): string => `guest-${key}@pochta.example`;

function draftOf({ at, author, title, text }: Utterance, key: string): Draft {
  const id = key === NAMELESS ? null : letterId(key);
  const from = { name: author.name, address: addressOf(author.key) };
  return { id, at, from, to: resident, subject: title ?? "Вопрос", text };
}
/** One program gives its letters no Message-ID. */
const NAMELESS = "turn-7";

/** A guest writes again: below our answer, or, where there was none, below their own letter. */
function threadOf(before: Utterance): Pick<Draft, "subject" | "answers"> {
  const first = letterId(before.key);
  const { answer } = before;
  const id = answer ? answerId(before.key) : first;
  const quoted = answer
    ? { name: resident.name, at: answer.at, text: answer.text }
    : { name: before.author.name, at: before.at, text: before.text };
  return {
    subject: `Re: ${(before.title ?? "Вопрос").replace(/^Re: /, "")}`,
    answers: { id, references: [...new Set([first, id])], quoted },
  };
}

function ownAnswer({ key, at, author, title, text, answer }: Utterance): Draft | null {
  if (!answer) return null;
  const id = letterId(key);
  return {
    id: answerId(key),
    at: answer.at,
    from: resident,
    to: { name: author.name, address: addressOf(author.key) },
    subject: `Re: ${title ?? "Вопрос"}`,
    text: answer.text,
    answers: { id, references: [id], quoted: { name: author.name, at, text } },
  };
}

/** What guests say on the maps, of the places that stand there. */
const onMaps: Pick<Telling, "tone" | "kinds" | "silent" | "about"> = {
  tone: "review",
  kinds: ["review"],
  silent: false,
  about: places.map(({ key }) => key),
};

function noticesOf({ seed, now, posts }: Opening): Posted[] {
  const told = world("cafe", { seed: `${seed}/notices`, count: posts, now, ...onMaps });
  return told.map((review, turn) => noticeOf(review, turn, review.key));
}

/** The two cabinets by turns. */
function noticeOf(review: Utterance, turn: number, key: string): Posted {
  const place = places.find((one) => one.key === review.about);
  const of = {
    ...{ at: review.at, author: review.author.name, stars: review.stars ?? 5, text: review.text },
    place: place?.name ?? "",
    reviewId: `demo${key.replace(/\W/g, "")}`,
  };
  const raw =
    turn % 2 === 0
      ? yandexNotice({ ...of, id: `${key}@business.yandex.example`, placeId: place?.yandexId ?? "" })
      : twoGisNotice({ ...of, id: `${key}@2gis.example`, placeId: place?.twoGisId ?? "" });
  return { folder: "INBOX", at: review.at, raw, text: review.text };
}

function besides({ seed, now, posts }: Opening): Posted[] {
  return Array.from({ length: posts }, (_, number): Posted => {
    const luck = chance(`${seed}/beside/${number}`);
    const at = new Date(now.getTime() - luck.int(1, 59 * 24) * 3_600_000);
    const bare = { id: `beside-${number}@postavki.example`, at };
    const raw =
      number % 2 === 0
        ? newsletter({ ...bare, from: { name: "Поставки", address: "vypusk@postavki.example" } }, number + 1)
        : outOfOffice({ ...bare, from: { name: `Гость ${number}`, address: addressOf(`away-${number}`) } });
    return { folder: "INBOX", at, raw };
  });
}
