import type { Language } from "./language.ts";
import { typesetAll } from "./typeset.ts";
import type { MonthWords, Words } from "./words.ts";

export { type Formats, formatsOf } from "./formats.ts";
export { chooseLanguage, type Language, languages } from "./language.ts";
export { topicTitle } from "./topic-title.ts";
export { typeset } from "./typeset.ts";
export type { MonthWords, Words } from "./words.ts";

/** The dictionary of a language, loaded apart, so that a browser gets one of them. */
export async function loadWords(language: Language): Promise<Words> {
  if (language === "ru") return typesetAll(language, (await import("./ru/index.ts")).ru);
  return typesetAll<Words>(language, (await import("./en/index.ts")).en);
}

/** The words of one screen that few open every day: they come with it and not with the first page. */
export async function loadMonthWords(language: Language): Promise<MonthWords> {
  if (language === "ru") return typesetAll(language, (await import("./ru/month.ts")).month);
  return typesetAll<MonthWords>(language, (await import("./en/month.ts")).month);
}
