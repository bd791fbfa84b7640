import { useEffect } from "react";
import { usePreferences } from "../preferences.ts";
import { bindings } from "./bindings.ts";
import { runCommand } from "./commands.ts";
import { keyListener, mayMean, type Place } from "./keymap.ts";

/** Binds the keys of all commands to the window. */
export function useKeys(): void {
  const { letterKeys } = usePreferences();
  useEffect(() => {
    const listener = keyListener({
      bindings: bindings.filter((binding) => !binding.inComposer),
      run: runCommand,
      ignore: (press) => !mayMean(press, placeOf(press.target), letterKeys),
    });
    addEventListener("keydown", listener);
    return () => removeEventListener("keydown", listener);
  }, [letterKeys]);
}

function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof Element)) return "page";
  if (target.closest("dialog")) return "dialog";
  if (target.closest("input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable]"))
    return "field";
  return target.closest("button,a[href],summary,input,[role=separator]") ? "control" : "page";
}
