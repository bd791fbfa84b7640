/** So many different words get a number; those that come later have none, and are looked up letter by letter. */
export const mostNumbered = 50_000;
const longestNumbered = 32;
const numbers = new Map<string, number>();

/**
 * A small number for a folded word, the same for as long as the program runs, so that each list may keep what it knows of
 * a word in an array; -1 where all numbers are given away.
 */
export const numberOf = (word: string): number => {
  const there = numbers.get(word);
  if (there !== undefined) return there;
  if (numbers.size >= mostNumbered || word.length > longestNumbered) return -1;
  numbers.set(word, numbers.size);
  return numbers.size - 1;
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
