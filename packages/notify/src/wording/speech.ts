import { inTongue, type Told } from "@otklik/core/said";
import type { Language } from "@otklik/core/workspace/workspace";
import { type Formats, formatsOf, loadWords, typeset, type Words } from "@otklik/words";

/** The words and formats in which one notice is told. */
export interface Speech {
  language: Language;
  words: Words;
  /** In the notice's own time zone. */
  formats: Formats;
  /** A network as people write it. */
  networkTitle(network: string): string;
}

/** A network's own name by its id, such as "Wildberries" by "wildberries". */
export type NetworkTitles = ReadonlyMap<string, string>;

export async function speechOf(
  { language, timeZone }: { language: Language; timeZone: string },
  titles: NetworkTitles,
): Promise<Speech> {
  const words = await loadWords(language);
  return {
    language,
    words,
    formats: formatsOf(language, timeZone),
    networkTitle: (network) => wordFor(network, words.labels.network) ?? titles.get(network) ?? network,
  };
}

/** What is told, in the speech's language. */
export const told = (what: Told, { language }: Speech): string => typeset(language, inTongue(what, language));

/** The word under a key that came from outside: only the dictionary's own, and not what every object has. */
export const wordFor = (key: string, dictionary: Readonly<Record<string, string>>): string | undefined =>
  Object.hasOwn(dictionary, key) ? dictionary[key] : undefined;
