/** Ways to write so that a person and a machine do not read the same. */

const shifted = (text: string, by: (code: number) => number): string =>
  [...text].map((letter) => String.fromCodePoint(by(letter.codePointAt(0) ?? 0))).join("");

/** In tag characters, which no screen shows and some models read. ASCII only. */
export const inTags = (text: string): string => shifted(text, (code) => 0xe0000 + code);

/** In variation selectors, one a byte, which no screen shows either. */
export const inSelectors = (text: string): string =>
  [...Buffer.from(text, "utf8")]
    .map((byte) => String.fromCodePoint(byte < 16 ? 0xfe00 + byte : 0xe0100 + byte - 16))
    .join("");

/** With that character between all letters. */
export const strewn = (text: string, character: string): string => [...text].join(character);

/** Written backwards under an override that turns it around again on a screen. */
export const turned = (text: string): string => `\u202e${[...text].reverse().join("")}\u202c`;

/** In letters that only look like the Latin ones: fullwidth forms. ASCII only. */
export const inFullWidth = (text: string): string =>
  shifted(text, (code) => (code > 0x20 && code < 0x7f ? code + 0xfee0 : code));

/** With Latin letters where Cyrillic ones look the same. */
export const inLatinLookalikes = (text: string): string =>
  text.replace(/[асеорхуАСЕОРХТКМНВ]/g, (letter) => lookalikes.get(letter) ?? letter);

const lookalikes = new Map(
  [...("аaсcеeоoрpхxуyАAСCЕEОOРPХXТTКKМMНHВB".match(/../gu) ?? [])].map(([from = "", to = ""]) => [from, to]),
);

export const inBase64 = (text: string): string => Buffer.from(text, "utf8").toString("base64");

export const inRot13 = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
