/** One step of FNV-1a over a 32-bit number. */
export const step = (hash: number, value: number): number => Math.imul(hash ^ value, 0x01000193);

/** Spreads the bits of a hash evenly (the finalizer of MurmurHash3), so that its low bits may pick a bucket. */
export const spread = (hash: number): number => {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
};

export const hashOf = (text: string, seed: number): number => {
  let hash = seed | 0;
  for (let at = 0; at < text.length; at += 1) hash = step(hash, text.charCodeAt(at));
  return spread(hash);
};
