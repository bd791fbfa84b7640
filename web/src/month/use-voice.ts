import { type Language, loadMonthWords, type MonthWords, type Words } from "@otklik/words";
import { use, useMemo } from "react";
import { useNow } from "../clock.ts";
import { useSpeech } from "../speech.tsx";
import { type MonthFormats, monthFormatsOf } from "./formats.ts";
import { monthOf } from "./period.ts";

/** The words and formats of this page, which are not those of every page. */
export interface Voice {
  language: Language;
  month: MonthWords;
  labels: Words["labels"];
  formats: MonthFormats;
}

const loaded = new Map<Language, Promise<MonthWords>>();

/** Loaded once for a language; one that failed is asked for again. */
function wordsIn(language: Language): Promise<MonthWords> {
  const known = loaded.get(language);
  if (known) return known;
  const words = loadMonthWords(language);
  words.catch(() => loaded.delete(language));
  loaded.set(language, words);
  return words;
}

export function useVoice(): Voice {
  const { language, words } = useSpeech();
  const month = use(wordsIn(language));
  const running = monthOf(useNow());
  return useMemo(
    () => ({
      language,
      month,
      labels: words.labels,
      formats: monthFormatsOf(language, new Date(`${running}-01T00:00:00Z`)),
    }),
    [language, month, words, running],
  );
}
