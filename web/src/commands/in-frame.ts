/**
 * Adds up what is asked for within one frame and does it once: a held key then costs one drawing per frame, however
 * fast it repeats.
 */
export function inFrame(
  move: (steps: number) => void,
  schedule: (run: () => void) => unknown = requestAnimationFrame,
): (steps: number) => void {
  let steps = 0;
  let isScheduled = false;
  return (more) => {
    steps += more;
    if (isScheduled) return;
    isScheduled = true;
    schedule(() => {
      const sum = steps;
      steps = 0;
      isScheduled = false;
      if (sum !== 0) move(sum);
    });
  };
}
