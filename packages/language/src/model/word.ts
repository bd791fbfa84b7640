import { fold } from "../label/tokens.ts";
import { stem } from "../search/stem.ts";
import { hashOf, spread, step } from "./hash.ts";
import { type Judging, nothingJudged } from "./valence.ts";

/** What a written word brings to the text it stands in; the same wherever it stands. */
export interface Word {
  /** Of its stem, to be joined with its neighbours'. */
  hash: number;
  features: readonly number[];
  /** What it brings by how it was judged, where it is not negated. */
  judged: readonly number[];
  /** Of its parts, which stand for it where its stem is not known. */
  pieces: readonly number[];
  role: Role;
  /** As in `JudgedWord`. */
  lean: number;
  goesOn: boolean;
}

/** As much of a word as its neighbours need to know. */
export type ReadWord = Pick<Word, "hash" | "role" | "lean" | "goesOn">;

export const roles = ["none", "negator", "contrast", "address"] as const;
type Role = (typeof roles)[number];

const seeds = { whole: 1, stem: 2, piece: 3, stretched: 4, loud: 5 };
const longest = 32;

/** "ООООЧЕНЬ" is "очень", stretched and loud; letters of another alphabet that look alike are brought into one. */
export const wordOf = (written: string, judgedAs: Judging = nothingJudged): Word => {
  const folded = fold(written).replace(unseen, "");
  const short = folded.replace(/(\p{L})\1{2,}/gu, "$1");
  const word = short.slice(0, longest);
  const role = roleOf(word);
  if (role === "address")
    return { hash: 0, features: [], judged: [], pieces: [], role, lean: 0, goesOn: false };
  const root = hashOf(stem(word), seeds.stem);
  const features = [hashOf(word, seeds.whole), root];
  if (short !== folded) features.push(spread(seeds.stretched));
  if (isLoud(written)) features.push(spread(seeds.loud));
  const { features: judged, lean, goesOn } = judgedAs(root);
  return { hash: root, features, judged, pieces: piecesOf(word), role, lean, goesOn };
};

const unseen = /\p{Default_Ignorable_Code_Point}/gu;

const shortestPiece = 3;
const longestPiece = 5;

/**
 * Three to five letters of a Cyrillic word, its edges among them. Russian has too many forms and typos to have seen them
 * all; for English words this was measured to do more harm than good.
 */
const piecesOf = (word: string): number[] => {
  if (!/^[\u0400-\u04ff-]+$/.test(word)) return [];
  const edged = `<${word}>`;
  const pieces: number[] = [];
  for (let from = 0; from + shortestPiece <= edged.length; from += 1) {
    let hash = seeds.piece;
    for (let at = from; at < Math.min(edged.length, from + longestPiece); at += 1) {
      hash = step(hash, edged.charCodeAt(at));
      if (at - from + 1 >= shortestPiece) pieces.push(spread(hash));
    }
  }
  return pieces;
};

const isLoud = (written: string): boolean =>
  written.length >= 3 && written === written.toUpperCase() && written !== written.toLowerCase();

const list = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const negators = list(
  "не ни нет без нельзя никогда никак not no never without cannot cant dont didnt doesnt isnt wasnt wont nothing nor couldnt wouldnt shouldnt havent hasnt arent aint",
);
const contrasts = list("но однако зато хотя but however although though except");
/** Addresses, and what stands for them where they were taken out. */
const addresses = list("http https www mail phone user");

const roleOf = (word: string): Role => {
  if (addresses.has(word)) return "address";
  if (negators.has(word) || word.endsWith("n't")) return "negator";
  return contrasts.has(word) ? "contrast" : "none";
};
