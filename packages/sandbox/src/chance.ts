// Seeded chance: the same seed tells the same story, so a demo world needs no stored script.

export interface Chance {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number between both bounds, inclusive. */
  int(from: number, to: number): number;
  likely(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Up to `count` different members, in the order drawn. */
  several<T>(list: readonly T[], count: number): T[];
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
}

/** FNV-1a over the UTF-16 units of the seed. */
function hash(seed: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < seed.length; at++) {
    value = Math.imul(value ^ seed.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}

/** Mulberry32, seeded by any string. Not for secrets. */
export function chance(seed: string): Chance {
  let state = hash(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError("Cannot pick from an empty list.");
    return list[int(0, list.length - 1)] as T;
  };
  return {
    next,
    int,
    pick,
    likely: (probability) => next() < probability,
    several(list, count) {
      const left = [...list];
      const drawn = [];
      while (drawn.length < count && left.length > 0) {
        drawn.push(...left.splice(int(0, left.length - 1), 1));
      }
      return drawn;
    },
    weighted(choices) {
      const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
      let left = next() * total;
      for (const [choice, weight] of choices) {
        left -= weight;
        if (left < 0) return choice;
      }
      return pick(choices)[0];
    },
  };
}
