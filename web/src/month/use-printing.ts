import { useSyncExternalStore } from "react";

const paper = matchMedia("print");
let isAboutToPrint = false;

/** True while the page is laid out for paper: what is drawn and not styled must be drawn anew. */
export const useIsPrinting = (): boolean =>
  useSyncExternalStore(subscribe, () => isAboutToPrint || paper.matches);

function subscribe(listener: () => void): () => void {
  // the event comes before the sheet is laid out, the change of media at its next frame or never
  const turn = ({ type }: Event) => {
    isAboutToPrint = type === "beforeprint";
    listener();
  };
  addEventListener("beforeprint", turn);
  addEventListener("afterprint", turn);
  paper.addEventListener("change", listener);
  return () => {
    removeEventListener("beforeprint", turn);
    removeEventListener("afterprint", turn);
    paper.removeEventListener("change", listener);
  };
}
