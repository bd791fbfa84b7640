import type { Words } from "@otklik/words";

export type CommandId =
  | "next"
  | "previous"
  | "open"
  | "back"
  | "showNew"
  | "search"
  | "reply"
  | "close"
  | "snooze"
  | "undo"
  | "facts"
  | "label"
  | "sendAndNext"
  | "sendAndStay"
  | "insertTemplate"
  | "goInbox"
  | "goMonth"
  | "goSources"
  | "goTemplates"
  | "goTopics"
  | "goStuck"
  | "replay"
  | "discard"
  | "goAlerts"
  | "palette"
  | "help";

export interface Binding {
  id: CommandId;
  group: keyof Words["app"]["keyGroups"];
  /** What tinykeys listens to. Letters by their place on the keyboard, so that "о" on a Russian layout is j. */
  keys: readonly string[];
  /** What is shown to a person; "mod" is ⌘ or Ctrl. More than one: pressed one after the other. */
  shown: readonly string[];
  /** A single letter or sign, which a person may switch off. */
  isLetter: boolean;
  /** Holding the key down repeats it. */
  repeats?: true;
  /** Bound within the composer alone. */
  inComposer?: true;
}

const letter = (code: string) => ({ keys: [`Key${code}`], shown: [code.toLowerCase()], isLetter: true });
const go = (code: string) => ({
  keys: [`KeyG Key${code}`],
  shown: ["g", code.toLowerCase()],
  isLetter: true,
});

/** All verbs that have a key. Two-key ones come first, or their second key would be taken for itself. */
export const bindings: readonly Binding[] = [
  { id: "goInbox", group: "go", ...go("I") },
  { id: "goMonth", group: "go", ...go("M") },
  { id: "goSources", group: "go", ...go("S") },
  { id: "goTemplates", group: "go", ...go("T") },
  { id: "goTopics", group: "go", ...go("N") },
  { id: "goStuck", group: "go", ...go("D") },
  { id: "goAlerts", group: "go", ...go("A") },
  { id: "next", group: "move", ...letter("J"), repeats: true },
  { id: "previous", group: "move", ...letter("K"), repeats: true },
  { id: "open", group: "move", keys: ["KeyO", "Enter"], shown: ["o"], isLetter: true },
  { id: "back", group: "move", keys: ["KeyU", "Escape"], shown: ["u"], isLetter: true },
  { id: "showNew", group: "move", ...letter("N") },
  // "/" stands on another key of a Russian layout: its place and its sign both search.
  { id: "search", group: "move", keys: ["Slash", "[Shift]+/"], shown: ["/"], isLetter: true },
  { id: "reply", group: "act", ...letter("R") },
  { id: "close", group: "act", ...letter("E") },
  { id: "snooze", group: "act", ...letter("H") },
  { id: "undo", group: "act", ...letter("Z") },
  { id: "facts", group: "act", ...letter("I") },
  { id: "label", group: "act", ...letter("L") },
  { id: "replay", group: "act", ...letter("P") },
  { id: "discard", group: "act", ...letter("X") },
  {
    id: "sendAndNext",
    group: "write",
    keys: ["$mod+Enter"],
    shown: ["mod+Enter"],
    isLetter: false,
    inComposer: true,
  },
  {
    id: "sendAndStay",
    group: "write",
    keys: ["$mod+Shift+Enter"],
    shown: ["mod+Shift+Enter"],
    isLetter: false,
    inComposer: true,
  },
  { id: "insertTemplate", group: "write", keys: [], shown: ["/"], isLetter: false, inComposer: true },
  { id: "palette", group: "go", keys: ["$mod+KeyK"], shown: ["mod+K"], isLetter: false },
  { id: "help", group: "go", keys: ["[Shift]+?"], shown: ["?"], isLetter: true },
];
