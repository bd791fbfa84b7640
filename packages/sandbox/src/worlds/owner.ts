// What the owner wrote under the words of customers before the demo began.
import type { Chance } from "../chance.ts";
import type { Lexicon, Named } from "./lexicon.ts";
import { isNew } from "./said.ts";
import type { Said } from "./tell.ts";
import { HOUR_MS } from "./time.ts";
import { fill } from "./voice.ts";

/** Spam deserves no answer, and what is urgent must stay to be found. */
const UNANSWERED: ReadonlySet<string> = new Set(["spam", "urgent"]);

/** How often it looks for words that it has not used; then it leaves it be. */
const ATTEMPTS = 16;

/** An answer if there was time for one; nobody got the same before. */
export function ownerAnswer(of: {
  lexicon: Lexicon;
  said: Said;
  /** Every text so far. */
  heard: Set<string>;
  subject: Named;
  name: string;
  at: Date;
  now: Date;
  luck: Chance;
}): { text: string; at: Date } | null {
  const { lexicon, said, heard, subject, name, luck } = of;
  if (UNANSWERED.has(said.plot) || !isAnswered(of)) return null;
  const { greetings, farewells } = lexicon.owner;
  const put = (clause: string) => fill(clause, { speaker: "feminine", subject, luck, name });
  const body = said.replies.length > 0 ? said.replies : lexicon.owner.thanks;
  const usual = said.mood === "good" ? luck.int(1, 2) : 1;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const sentences = [
      luck.pick(greetings),
      ...luck.several(body, usual + Math.floor(attempt / 4)),
      luck.pick(farewells),
    ].filter(Boolean);
    const text = sentences.map((sentence) => closed(put(sentence))).join(" ");
    if (isNew(text, heard)) return { text, at: answeredAt(of) };
  }
  return null;
}

const closed = (sentence: string) => (/[.!?…),]$/u.test(sentence) ? sentence : `${sentence}.`);

function answeredAt({ at, now, luck }: { at: Date; now: Date; luck: Chance }): Date {
  const latest = now.getTime() - 10 * 60_000;
  return new Date(Math.min(at.getTime() + luck.int(40, 3000) * 60_000, latest));
}

/** The older it is, the likelier that the owner has got round to it; silent stars seldom get an answer. */
function isAnswered({ at, now, luck, said }: { at: Date; now: Date; luck: Chance; said: Said }): boolean {
  const hours = (now.getTime() - at.getTime()) / HOUR_MS;
  if (hours < 4) return false;
  if (said.text === "") return luck.likely(0.15);
  if (hours < 24) return luck.likely(0.1);
  if (hours < 72) return luck.likely(0.25);
  return luck.likely(hours < 14 * 24 ? 0.42 : hours < 30 * 24 ? 0.55 : 0.75);
}
