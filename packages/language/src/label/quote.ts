import { fields, type Span } from "@otklik/core/label/label";
import type { Labelled } from "@otklik/core/label/labeler";
import { isUnseen } from "./cleaned.ts";

/** Nobody quotes more in earnest; nor do we look for words further on than any model was shown. */
const longest = { quote: 300, field: 8_000 };
/** What a model may put around words that it quotes. */
const around = /^[\s"'«»“”„….,;:!?]+|[\s"'«»“”„….,;:!?]+$/gu;

/**
 * Where the customer wrote the quoted words: exactly so, or else but for case, white space and what nobody sees. Undefined
 * where the customer did not write them.
 */
export function findQuote(quote: string, mention: Labelled): Span | undefined {
  const words = quote.slice(0, longest.quote).replace(around, "");
  if (words === "") return undefined;
  const written = (name: Span["in"]) => (mention[name] ?? "").slice(0, longest.field);
  for (const name of fields) {
    const at = written(name).indexOf(words);
    if (at >= 0) return { in: name, from: at, to: at + words.length };
  }
  const sought = folded(words).text;
  for (const name of fields) {
    const { text, places } = folded(written(name));
    const at = text.indexOf(sought);
    const first = places[at];
    const last = places[at + sought.length - 1];
    if (at >= 0 && first && last) return { in: name, from: first.from, to: last.to };
  }
  return undefined;
}

interface Place {
  from: number;
  to: number;
}

/** Lower case with single spaces, and where in the text each unit of it stood. */
function folded(written: string): { text: string; places: Place[] } {
  let text = "";
  const places: Place[] = [];
  let from = 0;
  for (const sign of written) {
    const to = from + sign.length;
    const fold = foldedSign(sign);
    if (fold !== " " || !text.endsWith(" ")) {
      text += fold;
      for (let unit = 0; unit < fold.length; unit += 1) places.push({ from, to });
    }
    from = to;
  }
  return { text, places };
}

const foldedSign = (sign: string): string => {
  if (/\s/u.test(sign)) return sign === "\ufeff" ? "" : " ";
  return isUnseen(sign) ? "" : sign.toLowerCase();
};
