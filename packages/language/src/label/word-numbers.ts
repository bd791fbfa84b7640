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
