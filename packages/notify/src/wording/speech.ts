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
  const named: Readonly<Record<string, string>> = words.labels.network;
  return {
    language,
    words,
    formats: formatsOf(language, timeZone),
    networkTitle: (network) =>
      (Object.hasOwn(named, network) ? named[network] : titles.get(network)) ?? network,
  };
}

/** What is told, in the speech's language. */
export const told = (what: Told, { language }: Speech): string => typeset(language, inTongue(what, language));
