// Commands of IMAP as words: atoms, quoted strings, literals and lists (RFC 3501 section 9).

export type Word = string | Word[];

/** What one line holds so far; a literal at its end must be read first. */
export const literalAtEnd = (line: string): number | null => {
  const size = /\{(\d+)\}$/.exec(line)?.[1];
  return size === undefined ? null : Number(size);
};

/** A whole command, its literals in place as `{n}\r\n<n bytes>`. Bytes are letters (latin1). */
export function wordsOf(command: string): Word[] {
  const stack: Word[][] = [[]];
  const add = (word: Word) => void stack.at(-1)?.push(word);
  let at = 0;
  while (at < command.length) {
    const letter = command[at];
    if (letter === " ") at++;
    else if (letter === "(") {
      stack.push([]);
      at++;
    } else if (letter === ")") {
      const list = stack.pop() ?? [];
      add(list);
      at++;
    } else {
      const { word, end } = wordAt(command, at);
      add(word);
      at = end;
    }
  }
  return stack[0] ?? [];
}

function wordAt(command: string, at: number): { word: string; end: number } {
  if (command[at] === '"') {
    const quoted = /"((?:[^"\\]|\\.)*)"/y;
    quoted.lastIndex = at;
    const found = quoted.exec(command);
    if (found) return { word: (found[1] ?? "").replace(/\\(.)/g, "$1"), end: quoted.lastIndex };
  }
  const literal = /\{(\d+)\}\r\n/y;
  literal.lastIndex = at;
  const size = literal.exec(command)?.[1];
  if (size !== undefined) {
    const from = literal.lastIndex;
    return { word: command.slice(from, from + Number(size)), end: from + Number(size) };
  }
  // An atom; a section such as BODY.PEEK[HEADER.FIELDS (DATE)]<0.100> is one.
  const atom = /(?:\[[^\]]*\]|[^\s()[\]])+/y;
  atom.lastIndex = at;
  const word = atom.exec(command)?.[0] ?? command[at] ?? "";
  return { word, end: at + Math.max(1, word.length) };
}

/** A string as a server sends it: quoted where that is possible, else a literal. */
export const quoted = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text)
    ? `"${text.replace(/["\\]/g, "\\$&")}"`
    : `{${Buffer.byteLength(text, "latin1")}}\r\n${text}`;

/** A folder's name in modified UTF-7 (RFC 3501 section 5.1.3). */
export const encodedName = (name: string): string =>
  name
    .replaceAll("&", "&-")
    .replace(
      /[^\x20-\x7e]+/g,
      (run) =>
        `&${Buffer.from(run, "utf16le").swap16().toString("base64").replace(/=+$/, "").replaceAll("/", ",")}-`,
    );
