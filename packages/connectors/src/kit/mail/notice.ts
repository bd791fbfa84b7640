// What a cabinet writes to a shop's mailbox about a new review. Nobody documents these letters and they change at will,
// so they are read by what any of them must hold: stars, words, a name, a place, and a link to that very review.

import { Refusal } from "@otklik/core/errors";
import { load } from "cheerio";
import { plainText } from "../plain-text.ts";
import { tidy } from "../text.ts";
import type { Letter } from "./letter.ts";

export interface Notice {
  text: string;
  stars?: number;
  author?: string;
  place?: string;
  /** Of the review, or of the place's reviews. */
  url?: string;
  reviewId?: string;
  placeId?: string;
}

/** What a link of the network's points at; null: at something else. */
export type ReadLink = (url: URL) => { placeId?: string | undefined; reviewId?: string | undefined } | null;

/** @throws Refusal "unreadable" for a letter that holds neither stars nor a link to a review */
export function readNotice(letter: Pick<Letter, "text" | "html" | "subject">, readLink: ReadLink): Notice {
  const { lines, links } = pageOf(letter, readLink);
  const pointed = links.map((url) => ({ url, to: readLink(url) })).filter(({ to }) => to !== null);
  const review =
    pointed.find(({ to }) => to?.reviewId !== undefined) ?? pointed.find(({ to }) => to?.placeId);
  const starsAt = lines.findIndex((line) => starsIn(line) !== undefined);
  if (starsAt < 0 && review?.to?.reviewId === undefined) throw anotherLook();
  const stars = starsIn(lines[starsAt] ?? "");
  const place = labelled(lines, placeLabel) ?? placeInSubject(letter.subject);
  const author = labelled(lines, authorLabel) ?? nameAbove(lines, starsAt, place);
  const placeId = review?.to?.placeId ?? pointed.find(({ to }) => to?.placeId)?.to?.placeId;
  return {
    text: wordsIn(lines, starsAt),
    ...(stars !== undefined && { stars }),
    ...(author && { author }),
    ...(place && { place }),
    ...(review && { url: review.url.href }),
    ...(review?.to?.reviewId && { reviewId: review.to.reviewId }),
    ...(placeId && { placeId }),
  };
}

const anotherLook = (): Refusal =>
  new Refusal("unreadable", {
    ru: "Письмо кабинета выглядит иначе, чем известно: в нём нет ни оценки, ни ссылки на отзыв.",
    en: "The cabinet's letter has another look than is known: it holds neither stars nor a link to a review.",
  });

const address = /https?:\/\/[^\s<>"»)\]]+/g;
/** An address alone on its line, or after the words for it, is the cabinet's; within a sentence it is the customer's. */
const addressLine = /^(?:[^.!?:]{1,40}:)?\s*https?:\/\/\S+$/;
/** Stands in the place of a link, so that a line tells where the words end. */
const linkMark = "\u2197";

/** The letter as lines, its links marked; from HTML where it has some, since there a link's words are known as such. */
function pageOf(
  { text, html }: Pick<Letter, "text" | "html">,
  readLink: ReadLink,
): { lines: string[]; links: URL[] } {
  if (html !== undefined) {
    const page = load(html);
    const links = page("a[href]")
      .toArray()
      .map((anchor) => page(anchor).attr("href") ?? "");
    page("a[href]").text(linkMark);
    page("img[alt]").each((_, image) => void page(image).replaceWith(` ${page(image).attr("alt") ?? ""} `));
    page("style,script,head").remove();
    return { lines: linesOf(plainText(page.html())), links: urls(links) };
  }
  const whole = tidy(text ?? "");
  const lines = linesOf(whole).map((line) =>
    line.replace(address, (one) => (addressLine.test(line) || pointsAt(one, readLink) ? linkMark : one)),
  );
  return { lines, links: urls(whole.match(address) ?? []) };
}

const pointsAt = (written: string, readLink: ReadLink): boolean => {
  const url = URL.parse(written);
  return url !== null && readLink(url) !== null;
};

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

const urls = (written: readonly string[]): URL[] =>
  written.map((one) => URL.parse(one)).filter((url) => url !== null);

/** Stars drawn, or told as "4 из 5"; a number alone only after the word for it. */
function starsIn(line: string): number | undefined {
  const drawn = /[★⭐]+(?=[☆✩]*)/u.exec(line)?.[0];
  if (drawn) return Math.min(5, [...drawn].filter((mark) => /[★⭐]/u.test(mark)).length);
  const told =
    /(?:^|\D)([1-5])\s*(?:из|\/|out of)\s*5(?:\D|$)/iu.exec(line) ??
    /^(?:оценка|рейтинг|звёзд|rating|stars?)\s*[:—-]?\s*([1-5])(?:\s*(?:звезд\S*|stars?))?$/iu.exec(line);
  return told ? Number(told[1]) : undefined;
}

const placeLabel = /^(?:филиал|организация|компания|точка|адрес|place|location|business)\s*:\s*(.+)$/iu;
const authorLabel = /^(?:автор|имя|пользователь|от|author|from|name)\s*:\s*(.+)$/iu;
const textLabel = /^(?:отзыв|текст отзыва|комментарий|review|text)\s*:\s*(.*)$/iu;

const labelled = (lines: readonly string[], label: RegExp): string | undefined =>
  lines.map((line) => label.exec(line)?.[1]?.trim()).find((found) => found);

/** What follows the colon or the dash of "Новый отзыв: …". */
const placeInSubject = (subject: string): string | undefined =>
  /отзыв[^:—–]*[:—–]\s*(.+)$/iu.exec(subject)?.[1]?.trim() ??
  /(?:отзыв|review)\s+(?:о|об|на|в|about|on|for)\s+[^«"]*[«"](.+)[»"]\s*$/iu.exec(subject)?.[1]?.trim();

/** A short line over the stars that is not the place is who gave them. */
function nameAbove(lines: readonly string[], starsAt: number, place: string | undefined): string | undefined {
  const above = lines[starsAt - 1];
  const isName =
    above &&
    above.length <= 60 &&
    above !== place &&
    !/[.!?:]$|отзыв/iu.test(above.replace(/\s\p{L}\.$/u, ""));
  return isName && !above.includes(linkMark) ? above : undefined;
}

const foot =
  /^(?:вы получили это письмо|это письмо отправлено|отписаться|с уважением,|you (?:received|are receiving)|unsubscribe)/iu;
const action =
  /^(?:открыть|посмотреть|перейти|читать|показать|ответить|open|view|read|see|reply)(?=$|\s).{0,40}$/iu;

/** The words after the stars, up to the first link or the foot. */
function wordsIn(lines: readonly string[], starsAt: number): string {
  const labelAt = lines.findIndex((line) => textLabel.test(line));
  const from = labelAt >= 0 ? labelAt : starsAt + 1;
  const until = lines.findIndex((line, at) => at >= from && (line.includes(linkMark) || foot.test(line)));
  const said = lines.slice(from, until < 0 ? lines.length : until);
  if (labelAt >= 0) said[0] = textLabel.exec(said[0] ?? "")?.[1] ?? "";
  // In plain text the words of a link stand on the line above it.
  if (until >= 0 && lines[until] === linkMark && action.test(said.at(-1) ?? "")) said.pop();
  const known = said.filter((line) => !authorLabel.test(line) && !placeLabel.test(line));
  return known
    .join("\n")
    .trim()
    .replace(/^«([\s\S]*)»$/u, "$1")
    .trim();
}
