import { type Formats, formatsOf, type Language, loadWords, type Words } from "@otklik/words";
import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { usePreferences } from "./preferences.ts";

/** The words and formats of the language that a person has chosen. */
export interface Speech {
  language: Language;
  words: Words;
  formats: Formats;
}

const SpeechContext = createContext<Speech | null>(null);

export function useSpeech(): Speech {
  const speech = use(SpeechContext);
  if (!speech) throw new Error("useSpeech needs a SpeechProvider above it.");
  return speech;
}

/** Renders nothing until the dictionary is there; a change of language keeps the old one until then. */
export function SpeechProvider({ children }: { children: ReactNode }) {
  const { language } = usePreferences();
  const [speech, setSpeech] = useState<Speech | null>(null);
  useEffect(() => {
    let isWanted = true;
    loadWords(language).then((words) => {
      if (!isWanted) return;
      document.documentElement.lang = language;
      document.title = words.app.name;
      setSpeech({ language, words, formats: formatsOf(language) });
    });
    return () => {
      isWanted = false;
    };
  }, [language]);
  return speech && <SpeechContext value={speech}>{children}</SpeechContext>;
}
