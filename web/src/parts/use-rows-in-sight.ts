import { type RefObject, useCallback, useLayoutEffect, useState } from "react";

export interface RowsInSight {
  /** Index of the first row to draw. */
  first: number;
  /** Index behind the last row to draw. */
  end: number;
  /** Scrolls just as far as it takes to see a row. */
  reveal(index: number): void;
}

/** Which rows of one height a scroller shows, with a few spare ones on both sides. */
export function useRowsInSight(
  scroller: RefObject<HTMLElement | null>,
  { count, rowHeight, spare }: { count: number; rowHeight: number; spare: number },
): RowsInSight {
  const [seen, setSeen] = useState({ first: 0, rows: 20 });
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const look = () => {
      const first = Math.floor(box.scrollTop / rowHeight);
      const rows = Math.ceil(box.clientHeight / rowHeight) + 1;
      // the same answer again draws nothing
      setSeen((before) => (before.first === first && before.rows === rows ? before : { first, rows }));
    };
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(box);
    box.addEventListener("scroll", look, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener("scroll", look);
    };
  }, [scroller, rowHeight]);
  const reveal = useCallback(
    (index: number) => {
      const box = scroller.current;
      if (!box) return;
      const top = index * rowHeight;
      if (top < box.scrollTop) box.scrollTop = top;
      else if (top + rowHeight > box.scrollTop + box.clientHeight) {
        box.scrollTop = top + rowHeight - box.clientHeight;
      }
    },
    [scroller, rowHeight],
  );
  return {
    first: Math.max(0, seen.first - spare),
    end: Math.min(count, seen.first + seen.rows + spare),
    reveal,
  };
}
