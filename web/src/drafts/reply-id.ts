const letters = "0123456789abcdefghijklmnopqrstuvwxyz";
const length = 20;

/** A new reply's name for ever: 20 letters, 103 bits of chance. */
export function newReplyId(fill: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = randomBytes): string {
  let id = "";
  while (id.length < length) {
    for (const byte of fill(new Uint8Array(length * 2))) {
      // 252 is the largest multiple of 36 in a byte: above it the first letters would come more often.
      if (byte < 252 && id.length < length) id += letters[byte % letters.length];
    }
  }
  return id;
}

const randomBytes = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);
