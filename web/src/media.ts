import { useSyncExternalStore } from "react";

/** Room for list and conversation side by side. */
const wide = matchMedia("(min-width: 760px)");
/** Room for all columns. */
const full = matchMedia("(min-width: 1100px)");

const useMedia = (media: MediaQueryList): boolean =>
  useSyncExternalStore(
    (listener) => {
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => media.matches,
  );

export const useIsWide = (): boolean => useMedia(wide);
export const useIsFull = (): boolean => useMedia(full);
