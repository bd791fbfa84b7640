import { type Cut, isCommon } from "./pieces.ts";

const mayHoldAddress = /[\w.+-]@|:\/\/|www\./;
/** Whether `cutPlain` cuts a text as `cutByPattern` does: no emoji, no rare letter and no address but names with "@". */
export const isPlain = (text: string): boolean => isCommon(text) && !mayHoldAddress.test(text);

const kinds = { other: 0, letter: 1, digit: 2, end: 3, apostrophe: 4, space: 5, bracket: 6 } as const;
/** Of all UTF-16 units up to the last that is common. */
const kindOf = new Uint8Array(0x2200);
const mark = (signs: RegExp, kind: number): void => {
  for (let code = 0; code < kindOf.length; code += 1)
    if (signs.test(String.fromCharCode(code))) kindOf[code] = kind;
};
mark(/\p{L}/u, kinds.letter);
mark(/\p{N}/u, kinds.digit);
mark(/\s/, kinds.space);
mark(/[.,;:!?…—–\n"«»]/, kinds.end);
mark(/['’]/, kinds.apostrophe);
mark(/[()]/, kinds.bracket);

/** What a smiley begins with that begins with no letter. */
const mayBeginSmiley = new Uint8Array(0x80);
for (const sign of ":;=^<") mayBeginSmiley[sign.charCodeAt(0)] = 1;
const smileyAfterWord = /\^_*\^|<\/?3/y;
const smiley = /[:;=]['’]?-?[)D(\][*дД/\\3|]+|\^_*\^|<\/?3/y;
const atSign = "@".charCodeAt(0);
const name = /@\w+/y;
const hyphen = "-".charCodeAt(0);
const hyphens = /\s-+\s/y;

/** As `cutByPattern`, but several times faster; for texts that are plain. */
export const cutPlain: Cut = (text, take) => {
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const kind = kindOf[code];
    const signEnd =
      mayBeginSmiley[code] === 1 ? endOf(isAfterWord(text, at) ? smileyAfterWord : smiley, text, at) : -1;
    let to = at + 1;
    if (signEnd > 0) {
      to = signEnd;
      take("sign", at, to);
    } else if (kind === kinds.letter || kind === kinds.digit) {
      to = wordEnd(text, at);
      take("word", at, to);
    } else if (kind === kinds.end) {
      while (to < text.length && kindOf[text.charCodeAt(to)] === kinds.end) to += 1;
      take("end", at, to);
    } else if (kind === kinds.bracket) {
      while (to < text.length && text.charCodeAt(to) === code) to += 1;
      take("brackets", at, to);
    } else if (kind === kinds.space && text.charCodeAt(to) === hyphen) {
      const end = endOf(hyphens, text, at);
      if (end > 0) take("end", at, end);
      to = Math.max(to, end);
    } else if (code === atSign) to = Math.max(to, endOf(name, text, at));
    at = to;
  }
};

const isAfterWord = (text: string, at: number): boolean => {
  const before = at === 0 ? kinds.other : kindOf[text.charCodeAt(at - 1)];
  return before === kinds.letter || before === kinds.digit;
};

/** Where the pattern ends that stands there; -1 where it does not. */
const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

const wordEnd = (text: string, from: number): number => {
  let to = from + 1;
  for (; to < text.length; to += 1) {
    const kind = kindOf[text.charCodeAt(to)];
    if (kind !== kinds.letter && kind !== kinds.digit) break;
  }
  while (to + 1 < text.length && kindOf[text.charCodeAt(to)] === kinds.apostrophe) {
    const end = lettersEnd(text, to + 1);
    if (end === to + 1) break;
    to = end;
  }
  return to;
};

const lettersEnd = (text: string, from: number): number => {
  let to = from;
  while (to < text.length && kindOf[text.charCodeAt(to)] === kinds.letter) to += 1;
  return to;
};
