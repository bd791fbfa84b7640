import { load } from "cheerio";
import { tidy } from "./text.ts";

const blocks =
  /^(?:address|article|aside|blockquote|br|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tr|ul)$/;
const inline =
  /^(?:a|abbr|b|big|bdi|bdo|cite|code|em|font|i|ins|kbd|mark|s|small|span|strong|sub|sup|u|wbr)$/;
const tag = /<\/?([a-z][a-z0-9:-]*)(?=[\s/>])[^<>]*>/gi;

/**
 * A network's HTML, or text that may hold some, as a person would read it: without tags, entities decoded (up to three
 * times, for pages that escape what was escaped), NFC, no invisible marks, single spaces, and `\n` between lines.
 */
export function plainText(html: string): string {
  let text = html;
  for (let round = 0; round < 3; round++) {
    const before = text;
    text = decodeEntities(withoutTags(text));
    if (text === before) break;
  }
  return tidy(withoutTags(text));
}

function withoutTags(html: string): string {
  if (!html.includes("<")) return html;
  const shown = between(between(html, /<!--/g, /-->/g), /<(?:script|style)\b/gi, /<\/(?:script|style)\s*>/gi);
  return shown.replace(tag, (_whole, name: string) => {
    const known = name.toLowerCase();
    if (blocks.test(known)) return "\n";
    return inline.test(known) ? "" : " ";
  });
}

/** The text without what lies between two marks. Each search starts where the last one ended, so time stays linear. */
function between(text: string, opening: RegExp, closing: RegExp): string {
  let kept = "";
  let from = 0;
  for (;;) {
    opening.lastIndex = from;
    const start = opening.exec(text);
    if (!start) break;
    closing.lastIndex = opening.lastIndex;
    if (!closing.exec(text)) break;
    kept += `${text.slice(from, start.index)} `;
    from = closing.lastIndex;
  }
  return kept + text.slice(from);
}

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return load(text.replaceAll("<", "&lt;"), null, false).root().text();
}
