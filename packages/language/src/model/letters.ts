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
  // Combining marks belong to their word; what shows nothing, such as a zero-width joiner, to neither side of it.
  const letter = /[\p{L}\p{M}]/u;
  const unseen = /\p{Default_Ignorable_Code_Point}/u;
  for (let code = 0; code < 0x10000; code += 1) {
    const written = String.fromCharCode(code);
    if (code >= 0xd800 && code < 0xe000) table[code] = kinds.surrogate;
    else if (unseen.test(written)) table[code] = kinds.joiner;
    else if (letter.test(written)) table[code] = kinds.letter;
  }
  for (const code of [9, 10, 11, 12, 13, 32, 0xa0, 0x2028, 0x2029, 0x202f, 0x3000]) table[code] = kinds.space;
  for (let code = 0x30; code <= 0x39; code += 1) table[code] = kinds.digit;
  for (const sign of "'’ʼ`") table[sign.charCodeAt(0)] = kinds.apostrophe;
  return table;
};

/** One kind for each UTF-16 unit. */
export const kindOf: Uint8Array = tableOf();
