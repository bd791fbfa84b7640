import { fields, type Span } from "@otklik/core/label/label";
import type { Labelled } from "@otklik/core/label/labeler";
import { unseen } from "./cleaned.ts";

/** Nobody quotes more in earnest; nor do we look for words further on than any model was shown. */
const longest = { quote: 300, field: 8_000 };
/** What a model may put around words that it quotes. */
const around = /^[\s"'«»“”„….,;:!?]+|[\s"'«»“”„….,;:!?]+$/gu;

/**
 * Where the customer wrote the quoted words: exactly so, or else but for case, white space and characters that show
 * nothing. Undefined where the customer did not write them.
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

const hides = new RegExp(unseen, "u");
/** Of the letters that are written most, none does: then the costly search is spared. */
const showsNothing = (sign: string): boolean => !/[ -~\u0400-\u04ff]/.test(sign) && hides.test(sign);

/** Lower case with single spaces and without what shows nothing, and where in the text each unit of it stood. */
function folded(written: string): { text: string; places: Place[] } {
  let text = "";
  const places: Place[] = [];
  let from = 0;
  for (const sign of written) {
    const to = from + sign.length;
    const fold = /\s/u.test(sign) ? " " : sign.toLowerCase();
    if (fold === " " ? !text.endsWith(" ") : !showsNothing(sign)) {
      text += fold;
      for (let unit = 0; unit < fold.length; unit += 1) places.push({ from, to });
    }
    from = to;
  }
  return { text, places };
}
