/** What a UTF-16 unit is to the reader of a text. */
export const kinds = {
  other: 0,
  letter: 1,
  digit: 2,
  apostrophe: 3,
  space: 4,
  surrogate: 5,
  joiner: 6,
} as const;

const tableOf = (): Uint8Array => {
  const table = new Uint8Array(0x10000);
  // Combining marks belong to their word; variation selectors and joiners to the sign before them.
  const letter = /[\p{L}\p{M}]/u;
  for (let code = 0; code < 0xd800; code += 1) {
    const written = String.fromCharCode(code);
    if (letter.test(written)) table[code] = kinds.letter;
  }
  table.fill(kinds.surrogate, 0xd800, 0xe000);
  for (const code of [9, 10, 11, 12, 13, 32, 0xa0, 0x2028, 0x2029, 0x202f, 0x3000]) table[code] = kinds.space;
  for (let code = 0x30; code <= 0x39; code += 1) table[code] = kinds.digit;
  for (const sign of "'’ʼ`") table[sign.charCodeAt(0)] = kinds.apostrophe;
  table.fill(kinds.joiner, 0xfe00, 0xfe10);
  for (const code of [0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0x00ad]) table[code] = kinds.joiner;
  return table;
};

/** One kind for each UTF-16 unit. */
export const kindOf: Uint8Array = tableOf();
