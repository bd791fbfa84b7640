/** What has been said in a world, so that nothing is said twice. Holds fingerprints. */
export type Said = Set<string>;

/**
 * What a text is recognised by: two texts that differ only in case, in ё, or in punctuation are one.
 * A text with neither letters nor digits, such as a row of emoji, is recognised as it stands.
 */
export function fingerprint(text: string): string {
  const spelled = text.toLocaleLowerCase("ru").replaceAll("ё", "е");
  return spelled.replaceAll(/[^\p{L}\d]+/gu, " ").trim() || spelled;
}

/** Learns the text; false where it was said before. An empty text says nothing and is always new. */
export function isNew(text: string, said: Said): boolean {
  const mark = fingerprint(text);
  if (mark === "") return true;
  if (said.has(mark)) return false;
  said.add(mark);
  return true;
}
