/**
 * Adds up what is asked for within one frame and does it once: a held key then costs one drawing per frame, however
 * fast it repeats.
 */
export function inFrame(
  move: (steps: number) => void,
  schedule: (run: () => void) => unknown = requestAnimationFrame,
): Steps {
  let steps = 0;
  let isScheduled = false;
  const flush = () => {
    const sum = steps;
    steps = 0;
    if (sum !== 0) move(sum);
  };
  const step = (more: number) => {
    steps += more;
    if (isScheduled) return;
    isScheduled = true;
    schedule(() => {
      isScheduled = false;
      flush();
    });
  };
  return Object.assign(step, { flush });
}

/** Steps that wait for the next frame. */
export interface Steps {
  (steps: number): void;
  /** Moves now by what waits. */
  flush(): void;
}
