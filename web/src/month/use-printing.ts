import { useSyncExternalStore } from "react";

const print = matchMedia("print");

/** True while the page is laid out for paper: what is drawn and not styled must be drawn anew. */
export const useIsPrinting = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      print.addEventListener("change", listener);
      return () => print.removeEventListener("change", listener);
    },
    () => print.matches,
  );
