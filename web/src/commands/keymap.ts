import { createKeybindingsHandler, type KeybindingsMap } from "tinykeys";
import type { Binding, CommandId } from "./bindings.ts";

/** Where a key was pressed. */
export type Place = "page" | "control" | "field" | "dialog";

type Press = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "isComposing" | "repeat" | "preventDefault"
>;

/** May a press mean a command here? Letters stay letters in a field, and Enter belongs to the button it stands on. */
export function mayMean(press: Press, place: Place, letterKeys: boolean): boolean {
  if (press.isComposing || place === "dialog") return false;
  if (press.ctrlKey || press.metaKey) return true;
  if (press.key === "Escape") return true;
  if (press.altKey || place === "field") return false;
  if (press.key === "Enter") return place === "page";
  return letterKeys;
}

interface Keyboard {
  bindings: readonly Binding[];
  /** Runs a command; false when it is not to be had at this moment. */
  run(id: CommandId): boolean;
  /** Which presses are meant for something else. */
  ignore(press: KeyboardEvent): boolean;
}

/** A listener to key presses that runs the command of each. */
export function keyListener({ bindings, run, ignore }: Keyboard): EventListener {
  const map: KeybindingsMap = {};
  for (const { id, keys, repeats } of bindings) {
    for (const key of keys) {
      map[key] = (press) => {
        if (press.repeat && !repeats) return;
        if (run(id)) press.preventDefault();
      };
    }
  }
  return createKeybindingsHandler(map, { ignore });
}
