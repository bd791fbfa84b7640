import type { Told } from "@otklik/core/connector";
import { typeset } from "@otklik/words";
import type { Speech } from "./speech.tsx";

/** What is told, in the person's language; words that are not ours stand as they came. */
export const inTongue = (told: Told, { language }: Pick<Speech, "language">): string =>
  typeof told === "string" ? told : typeset(language, told[language]);

/** The same among other sentences: words that are not ours are quoted. */
export const sentence = (told: Told, speech: Pick<Speech, "language" | "formats">): string =>
  typeof told === "string" ? `${speech.formats.quote(told)}.` : inTongue(told, speech);
