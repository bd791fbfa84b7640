/** So many different words get a number; those that come later have none, and are looked up letter by letter. */
export const mostNumbered = 50_000;
const longestNumbered = 32;
const numbers = new Map<string, number>();
/** The trait of every word, and of nothing else. */
export const isWord = 1 << 31;

/**
 * A small number for a folded word, the same for as long as the program runs, so that each list may keep what it knows of
 * a word in an array; -1 where all numbers are given away.
 */
export const numberOf = (word: string): number => {
  const there = numbers.get(word);
  if (there !== undefined) return there;
  if (numbers.size >= mostNumbered || word.length > longestNumbered) return -1;
  const number = numbers.size;
  numbers.set(word, number);
  traits[number] = toldOf(word);
  return number;
};

/** By the word's number: a bit for each trait that it has. */
const traits = new Int32Array(mostNumbered);
const told: ((word: string) => boolean)[] = [];
const mostTraits = 30;

const toldOf = (word: string): number =>
  told.reduce((bits, tells, trait) => (tells(word) ? bits | (1 << trait) : bits), isWord);

/** Of a word of which nothing is known: it may have any. No known word has all, since one bit stands for none. */
export const anyTraits = -1;
/** The traits of a folded word with its number; those of a word that has none are told anew each time. */
export const traitsOf = (word: string, number: number): number =>
  number < 0 ? toldOf(word) : (traits[number] as number);

/**
 * The bit of a new trait: every word has it of which `tells` is true, which must depend on the word alone. What all lists
 * know of a word is then told at one look. For what lasts as long as the program: a trait is never given back, and tokens
 * that were cut before do not have it.
 * @throws Error when all bits are given away.
 */
export const newTrait = (tells: (word: string) => boolean): number => {
  if (told.length === mostTraits) throw new Error(`Words have ${mostTraits} traits at most.`);
  const bit = 1 << (told.push(tells) - 1);
  for (const [word, number] of numbers) if (tells(word)) traits[number] = (traits[number] as number) | bit;
  return bit;
};

/** How many different looks there are. */
export const looks = 512;
/** A look is told by so many letters from the beginning of a word. */
export const seenLetters = 3;

/** A number below `looks`, the same for words that begin alike: who knows none like it need not look at the word. */
export const lookOf = (word: string): number => {
  let look = 0;
  for (let at = 0; at < seenLetters && at < word.length; at += 1) look = look * 13 + word.charCodeAt(at);
  return look & (looks - 1);
};
