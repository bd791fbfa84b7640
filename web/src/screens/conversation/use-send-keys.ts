import { type RefObject, useEffect, useRef } from "react";
import { bindings } from "../../commands/bindings.ts";
import { keyListener } from "../../commands/keymap.ts";

/** Sends by key from within the text only: a second stroke, when the next conversation is open already, sends nothing. */
export function useSendKeys(
  area: RefObject<HTMLTextAreaElement | null>,
  send: (then: "next" | "stay") => void,
): void {
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    const field = area.current;
    const listener = keyListener({
      bindings: bindings.filter((binding) => binding.inComposer),
      run(id) {
        latest.current(id === "sendAndStay" ? "stay" : "next");
        return true;
      },
      ignore: (press) => press.isComposing,
    });
    field?.addEventListener("keydown", listener);
    return () => field?.removeEventListener("keydown", listener);
  }, [area]);
}
