import { isUtf8 } from "node:buffer";

const sampled = 64 * 1024; // bytes; enough letters to tell one alphabet from another

// How often a letter stands in Russian prose, in percent, the 20 commonest.
const russian: Record<string, number> = {
  о: 11,
  е: 8.5,
  а: 8,
  и: 7.4,
  н: 6.7,
  т: 6.3,
  с: 5.5,
  р: 4.7,
  в: 4.5,
  л: 4.4,
  к: 3.5,
  м: 3.2,
  д: 3,
  п: 2.8,
  у: 2.6,
  я: 2,
  ы: 1.9,
  ь: 1.7,
  г: 1.7,
  з: 1.6,
};

const cyrillic = /[\u0400-\u04FF]/;
const latin = /[a-z]/i;
const accented = /[\u00C0-\u00FF]/;
const unlikely = -4;

/**
 * Bytes as text: a byte order mark wins, then the `declared` charset where the bytes can be that, then what the bytes
 * look like: UTF-8, UTF-16, windows-1251, KOI8-R or windows-1252. Never throws; what fits nothing becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const charset = markedCharset(bytes) ?? usableCharset(bytes, declared) ?? likelyCharset(bytes);
  return new TextDecoder(charset).decode(bytes);
}

function markedCharset(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return null;
}

/** The declared charset, unless nobody knows it or it is UTF-8 and the bytes are not: servers often say so by habit. */
function usableCharset(bytes: Uint8Array, declared?: string): string | null {
  if (!declared) return null;
  let charset: string;
  try {
    charset = new TextDecoder(declared.trim()).encoding;
  } catch {
    return null; // no such label
  }
  return charset === "utf-8" && likelyCharset(bytes) !== "utf-8" ? null : charset;
}

function likelyCharset(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, sampled);
  const wide = wideCharset(sample);
  if (wide) return wide;
  if (isMostlyUtf8(bytes)) return "utf-8";
  const scored = ["windows-1251", "koi8-r", "windows-1252"].map((charset) => ({
    charset,
    score: proseScore(new TextDecoder(charset).decode(sample)),
  }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).charset;
}

/** UTF-16 without its mark: every second byte is 0 (Latin) or 4 (Cyrillic). */
function wideCharset(sample: Uint8Array): string | null {
  if (sample.length < 4) return null;
  const highs = [0, 0];
  let zeros = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros++;
    if (byte === 0 || byte === 4) highs[index & 1] = (highs[index & 1] ?? 0) + 1;
  }
  const enough = sample.length * 0.45;
  const [even = 0, odd = 0] = highs;
  if (zeros === 0 && Math.max(even, odd) < enough) return null;
  if (odd >= enough && odd > even) return "utf-16le";
  return even >= enough && even > odd ? "utf-16be" : null;
}

/** A few broken letters, as where a shop cuts a text by bytes, do not make UTF-8 something else. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  if (isUtf8(bytes)) return true;
  let broken = 0;
  let whole = 0;
  for (const letter of new TextDecoder().decode(bytes)) {
    if (letter === "\uFFFD") broken++;
    else if (letter > "\u007F") whole++;
  }
  return whole >= broken * 10;
}

/** How much a text looks like prose: common Russian letters in words of their own, or accents inside Latin words. */
function proseScore(text: string): number {
  let score = 0;
  let before = "";
  for (const letter of text) {
    if (letter > "\u007F") score += letterScore(letter, before);
    else if (cyrillic.test(before) && latin.test(letter)) score += unlikely;
    before = letter;
  }
  return score;
}

function letterScore(letter: string, before: string): number {
  if (cyrillic.test(letter)) {
    const isOdd = latin.test(before) || (/\p{Lu}/u.test(letter) && /[а-я]/.test(before));
    return isOdd ? unlikely : (russian[letter.toLowerCase()] ?? 0.5);
  }
  if (accented.test(letter)) return accented.test(before) ? unlikely : 3;
  return /[\p{P}\p{Zs}\p{Sc}№©®™°]/u.test(letter) ? 0 : unlikely;
}
