// What a person wrote in a letter, without the letters quoted below it and without what a program signed it with.
import { load } from "cheerio";
import { plainText } from "../plain-text.ts";
import { tidy } from "../text.ts";
import type { Letter } from "./letter.ts";

export interface Words {
  /** What was written this time. */
  own: string;
  /** All that stands in the letter. */
  whole: string;
  /** What was left out is more than the line that a telephone adds. */
  hides: boolean;
}

/** The words of a letter: its plain text, or its HTML where it has no other. */
export function wordsOf({ text, html }: Pick<Letter, "text" | "html">): Words {
  if (text !== undefined) {
    const whole = tidy(text);
    return words(ownWords(whole), whole);
  }
  if (html === undefined) return words("", "");
  const whole = plainText(html);
  return words(ownWords(withoutQuotes(html) || whole), whole);
}

const words = (own: string, whole: string): Words => ({
  own,
  whole,
  hides: own !== tidy(withoutSigned(whole.split("\n")).join("\n")),
});

const forward =
  /(?:forwarded message|(?:переслан|пересыла|переадресован)\S* (?:сообщени|письм)\S*|begin forwarded)/iu;

// A line that long introduces nothing, and is not worth the time of a pattern.
const longestLine = 300;
const isForward = (line: string): boolean => line.length <= longestLine && forward.test(line);

/** Elements in which web clients put what is quoted: Gmail, Thunderbird, Apple Mail, Yahoo, Outlook on the web. */
const quotes = [
  ...[".gmail_quote", ".gmail_attr", "blockquote[type=cite]", ".moz-cite-prefix", ".yahoo_quoted"],
  ...["#divRplyFwdMsg", "#divRplyFwdMsg ~ *", "#appendonsend ~ *", ".moz-signature", ".gmail_signature"],
  ...["#mail-app-auto-default-signature", "[id^=mailruwebsignature]", "[data-signature-widget]"],
].join(",");

function withoutQuotes(html: string): string {
  const page = load(html);
  const whole = plainText(html);
  if (whole.split("\n").some(isForward)) return whole;
  page(quotes).remove();
  return plainText(page.html());
}

/** As `wordsOf`, for text alone. */
export function ownWords(whole: string): string {
  const lines = whole.split("\n");
  const above = lines.slice(0, quoteAt(lines));
  const own = tidy(withoutSignature(above).join("\n"));
  if (own !== "") return own;
  // The answer stands below the quote, or between its lines.
  const unquoted = lines.filter((line, at) => !isQuoted(line) && introducedBy(lines, at) === 0);
  return tidy(withoutSignature(unquoted).join("\n")) || whole;
}

const isQuoted = (line: string): boolean => /^\s*(?:>|\|\s)/.test(line);

/** The line where the letters before begin; the number of lines where none are quoted. */
function quoteAt(lines: readonly string[]): number {
  const end = lines.findLastIndex((line) => !isQuoted(line) && line.trim() !== "") + 1;
  for (let at = 0; at < end; at++) {
    if (isForward(lines[at] ?? "")) return lines.length; // what is passed on is what this letter is about
    if (introducedBy(lines, at) > 0 || isOldHeader(lines, at)) return at;
  }
  return end;
}

const rule =
  /^[-_*\s]*(?:original message|исходное сообщение|original email|цитируемое сообщение)[-_*:\s]*$/iu;
const verb = /(?:wrote|writes|schrieb|написал(?:а|\(а\))?|пишет|писал(?:а|\(а\))?)\s*:\s*$/iu;
const hour = /\d{1,2}[:.]\d{2}/;
const day = /\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\b(?:19|20)\d{2}\b/;
const address = /<?[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>?/;
const mostLinesOfIntroduction = 3;

/**
 * How many lines from here introduce a quote: "On … wrote:", "12 мая 2025 г. … пишет:", a date with an address and a
 * colon (Gmail, Mail.ru and Yandex in Russian), or a ruler. Clients break the long ones.
 */
function introducedBy(lines: readonly string[], at: number): number {
  const first = lines[at] ?? "";
  if (first.length > longestLine) return 0;
  if (rule.test(first)) return 1;
  if (!/\d/.test(first) || isQuoted(first)) return 0;
  for (let count = 1; count <= mostLinesOfIntroduction; count++) {
    const joined = lines
      .slice(at, at + count)
      .join(" ")
      .trim();
    if (joined.length > longestLine) return 0;
    if (!joined.endsWith(":")) continue;
    const isDated = day.test(joined) || hour.test(joined);
    if (isDated && (verb.test(joined) || (address.test(joined) && hour.test(joined)))) return count;
  }
  return 0;
}

const oldFrom = /^\*?(?:from|от|от кого|von)\s*:\*?\s*\S/iu;
const oldDate = /^\*?(?:sent|date|отправлено|дата|gesendet)\s*:\*?\s*\S/iu;
const oldTo = /^\*?(?:to|кому|an)\s*:\*?\s*\S/iu;

/** Outlook repeats the headers of the letter before; a line of underscores may stand above them. */
function isOldHeader(lines: readonly string[], at: number): boolean {
  const from = /^\s*_{10,}\s*$/.test(lines[at] ?? "") ? nextLine(lines, at) : at;
  if (!oldFrom.test(lines[from] ?? "")) return false;
  const near = lines.slice(from + 1, from + 5);
  return near.some((line) => oldDate.test(line)) && near.some((line) => oldTo.test(line));
}

const nextLine = (lines: readonly string[], at: number): number => {
  const next = lines.findIndex((line, index) => index > at && line.trim() !== "");
  return next < 0 ? at : next;
};

const signed =
  /^(?:(?:отправлено|написано) (?:с|со|из|через) .{2,60}|sent (?:from|via|with) .{2,60}|(?:get|скачать|загрузить|установите) outlook .{0,60}|-+\s*(?:отправлено|sent) .{2,60})$/iu;
const mostLinesOfSignature = 3;

/** Without "-- " and what follows it (RFC 3676 section 4.3), and without a telephone's own last line. */
function withoutSignature(lines: readonly string[]): string[] {
  const dashes = lines.findIndex((line) => dashed.test(line));
  return withoutSigned(dashes < 0 ? lines : lines.slice(0, dashes));
}
const dashed = /^--\s*$/;

function withoutSigned(lines: readonly string[]): string[] {
  const kept = [...lines];
  for (let taken = 0; taken < mostLinesOfSignature; ) {
    const last = kept.at(-1)?.trim();
    if (last === undefined || last.length > longestLine || (last !== "" && !signed.test(last))) break;
    if (last !== "") taken++;
    kept.pop();
    if (last !== "" && dashed.test(kept.at(-1) ?? "")) kept.pop();
  }
  return kept;
}
