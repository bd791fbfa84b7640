import { fold } from "../label/tokens.ts";
import { stem } from "../search/stem.ts";
import { hashOf, spread } from "./hash.ts";

/** What a written word brings to the text it stands in; the same wherever it stands. */
export interface Word {
  /** Of its stem, to be joined with its neighbours'. */
  hash: number;
  features: readonly number[];
  role: "negator" | "contrast" | "address" | "none";
}

const seeds = { whole: 1, stem: 2, stretched: 4, loud: 5 };
const longest = 32;

/** "ООООЧЕНЬ" is "очень", stretched and loud; letters of another alphabet that look alike are brought into one. */
export const wordOf = (written: string): Word => {
  const folded = fold(written);
  const short = folded.replace(/(\p{L})\1{2,}/gu, "$1");
  const word = short.slice(0, longest);
  const role = roleOf(word);
  if (role === "address") return { hash: 0, features: [], role };
  const root = hashOf(stem(word), seeds.stem);
  const features = [hashOf(word, seeds.whole), root];
  if (short !== folded) features.push(spread(seeds.stretched));
  if (isLoud(written)) features.push(spread(seeds.loud));
  return { hash: root, features, role };
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

const roleOf = (word: string): Word["role"] => {
  if (addresses.has(word)) return "address";
  if (negators.has(word) || word.endsWith("n't")) return "negator";
  return contrasts.has(word) ? "contrast" : "none";
};
