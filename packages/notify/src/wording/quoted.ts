const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Spaces that are meant to break; those that are not stay. */
const loose = /[^\S\u00a0\u202f]+/g;

/** Words of others on one line: no line ends, no control signs, nothing that turns the direction of what follows. */
export const oneLine = (text: string): string =>
  text.toWellFormed().replace(bidiControls, "").replace(controls, " ").replace(loose, " ").trim();

/**
 * At most `most` UTF-16 units of a text on one line, cut where a word ends and marked with an ellipsis; within a word
 * only where it alone is longer than two thirds of that. No letter or emoji is cut in two.
 */
export function shortened(text: string, most: number): string {
  const line = oneLine(text);
  if (line.length <= most) return line;
  const room = wholeLetters(line, most - 1);
  const atWord = line[room.length] === " " ? room.length : room.lastIndexOf(" ");
  const kept = atWord > most / 3 ? room.slice(0, atWord) : room;
  return `${kept.replace(/[\s,.;:—–-]+$/u, "")}…`;
}

function wholeLetters(line: string, most: number): string {
  let kept = "";
  // Twice as much as fits is enough to find the last whole letter, however long the line.
  for (const { segment } of letters.segment(line.slice(0, most * 2))) {
    if (kept.length + segment.length > most) break;
    kept += segment;
  }
  return kept || line.slice(0, most).toWellFormed();
}

const letters = new Intl.Segmenter("und", { granularity: "grapheme" });
