const opening = /^\s*(?:\/\/|\/\*)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*\/)?/;
const closing = /(?:\/\/|\/\*)?\s*(?:\]\]>|-->)\s*(?:\*\/)?\s*$/;
const escapes: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
// biome-ignore lint/suspicious/noControlCharactersInRegex: to escape them is the point
const controls = /[\u0000-\u001F]/g;

/**
 * JSON as the templates of shops break it, put right: CDATA and comments taken off, raw line breaks inside strings
 * escaped, commas before a closing bracket dropped. Anything else stays as broken as it was. Reads each letter once.
 */
export function mended(json: string): string {
  const text = json.replace(opening, "").replace(closing, "");
  let whole = "";
  let bare = ""; // what stands between two strings
  let at = 0;
  while (at < text.length) {
    if (text.startsWith("//", at)) {
      at = after(text, "\n", at);
    } else if (text.startsWith("/*", at)) {
      at = after(text, "*/", at + 2);
    } else if (text[at] === '"') {
      const end = endOfString(text, at);
      whole += withoutLastCommas(bare) + escaped(text.slice(at, end));
      bare = "";
      at = end;
    } else {
      bare += text[at++];
    }
  }
  return whole + withoutLastCommas(bare);
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return Math.min(at + 1, text.length);
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

const escaped = (text: string): string => text.replace(controls, (control) => escapes[control] ?? " ");

const withoutLastCommas = (bare: string): string => bare.replace(/,(\s*[}\]])/g, "$1");
