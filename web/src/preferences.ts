import { chooseLanguage, type Language } from "@otklik/words";
import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";

/** How this person likes the app, in this browser. */
export interface Preferences {
  language: Language;
  theme: Theme;
  /** Single-letter keys; WCAG 2.1.4 wants them to be switchable. */
  letterKeys: boolean;
  navNarrow: boolean;
  factsOpen: boolean;
  /** CSS pixels. */
  listWidth: number;
  /** The brand last looked at, by workspace. */
  brands: Record<string, string>;
}

const place = "otklik.preferences";
const listeners = new Set<() => void>();
let current: Preferences | null = null;

function read(): Preferences {
  const defaults: Preferences = {
    language: chooseLanguage(navigator.languages),
    theme: "system",
    letterKeys: true,
    navNarrow: false,
    factsOpen: false,
    listWidth: 360,
    brands: {},
  };
  try {
    return { ...defaults, ...JSON.parse(localStorage.getItem(place) ?? "{}") };
  } catch {
    return defaults; // storage is forbidden, or holds what is not ours
  }
}

function preferences(): Preferences {
  current ??= read();
  return current;
}

export function prefer(change: Partial<Preferences>): void {
  current = { ...preferences(), ...change };
  try {
    localStorage.setItem(place, JSON.stringify(current));
  } catch {
    // without storage they hold until the page is left
  }
  applyTheme();
  for (const listener of listeners) listener();
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, preferences);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells the style sheet which theme a person wants. */
export function applyTheme(): void {
  document.documentElement.dataset.theme = preferences().theme;
}
