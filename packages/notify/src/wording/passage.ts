import type { NoticeMention, NoticeSource } from "@otklik/core/alert/notice";
import type { Mood } from "@otklik/core/label/label";
import { shortened } from "./quoted.ts";
import { type Speech, told, wordFor } from "./speech.ts";
import type { Mark, Passage } from "./spoken.ts";

const signs: Record<Mood, string> = { positive: "▲", neutral: "●", negative: "▼", mixed: "◆", unsure: "○" };

/** Letters of a customer's words that a notice shows: fewer than it is given, so that a cut one is seen to be cut. */
const mostQuoted = 260;
/** Letters of every name in it. */
const mostNamed = 80;

export const markOf = (is: Mood, { words }: Speech): Mark => ({
  is,
  sign: signs[is],
  word: words.labels.sentiment[is],
});

export const named = (name: string): string => shortened(name, mostNamed);

/** A mention as its reader meets it: how it sounds, where, about what, whose; the words; what to do until when. */
export function mentionPassage(mention: NoticeMention, at: Date, speech: Speech): Passage {
  const { words, formats } = speech;
  const { notices, labels } = words;
  const { stars, about, author, dueAt, urgency } = mention;
  const quote = shortened(mention.text, mostQuoted);
  const due = (dueAt > at ? notices.replyBy : notices.promisedBy)(formats.moment(dueAt, at));
  const reason = urgency && wordFor(`urgency.${urgency}`, labels.why);
  return {
    sentiment: markOf(mention.sentiment, speech),
    title: stars ? labels.stars(formats.number(stars.stars), formats.number(stars.outOf)) : "",
    facts: [
      named(speech.networkTitle(mention.network)),
      ...(about ? [named(about)] : []),
      named(author ?? "") || labels.anonymous,
      formats.moment(mention.postedAt, at),
      ...(quote ? [] : [notices.noWords]),
    ],
    ...(quote ? { quote: formats.quote(quote) } : {}),
    note: sentenceOf([...(reason ? [reason] : []), due]),
    link: { path: mention.path, text: notices.openMention },
  };
}

/** A source that cannot be read, or whose sign-in ends: which, since or until when, and what to do about it. */
export function sourcePassage(source: NoticeSource, at: Date, speech: Speech): Passage {
  const { words, formats } = speech;
  return {
    title: named(source.title),
    facts: [
      named(speech.networkTitle(source.network)),
      source.endsAt
        ? words.notices.endsAt(formats.moment(source.endsAt, at))
        : words.notices.silentSince(formats.moment(source.since, at)),
    ],
    note: shortened(told(source.why, speech), 400),
    link: { path: source.path, text: words.notices.openSources },
  };
}

/** Parts as one sentence, the first letter large. */
const sentenceOf = (parts: readonly string[]): string => {
  const text = parts.join(", ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};
