import type { Notice } from "@otklik/core/alert/notice";
import { digestSpoken, digestSubject } from "./digest.ts";
import { mentionPassage, named, sourcePassage } from "./passage.ts";
import type { Speech } from "./speech.ts";
import type { Link, Passage, Spoken } from "./spoken.ts";

/** The screen on which a brand's people decide who is told what. */
const alertsPath = "/alerts";

/** A notice in its language: the same sentences for Slack and for a letter. */
export function sayNotice(notice: Notice, speech: Speech): Spoken {
  const { notices } = speech.words;
  const brand = named(notice.brand);
  const said = saidOf(notice, speech);
  return {
    ...said,
    subject: `${brand}: ${said.subject}`,
    brand,
    why: notices.why,
    whyWritten: `${notices.whyOf(speech.formats.quote(brand))} ${notices.why}`,
    alerts: { path: alertsPath, text: notices.openAlerts },
  };
}

type SaidOfAll = "brand" | "why" | "whyWritten" | "alerts";

function saidOf(notice: Notice, speech: Speech): Omit<Spoken, SaidOfAll> {
  const { notices } = speech.words;
  const { path, at } = notice;
  switch (notice.kind) {
    case "digest":
      return { ...digestSpoken(notice, speech), subject: digestSubject(notice, speech) };
    case "trial": {
      const { subject, title, text } = notices.trial;
      return {
        subject,
        title,
        lead: text,
        passages: [],
        notes: [],
        link: { path, text: notices.openAlerts },
      };
    }
    case "failing": {
      const state = stateOf(notice);
      const title = notices[state](notice.count);
      const link = { path, text: notices.openSources };
      const passages = notice.top.slice(0, most).map((source) => sourcePassage(source, at, speech));
      return {
        ...grouped(notice, speech),
        lead: notices.lead[state],
        subject: title,
        title,
        passages: elsewhere(passages, link),
        notes: [],
        link,
      };
    }
    default: {
      const title = notices[notice.kind](notice.count);
      const isOne = notice.top.some((mention) => mention.path === path);
      const link = { path, text: isOne ? notices.openConversation : notices.openInbox };
      const passages = notice.top.slice(0, most).map((mention) => mentionPassage(mention, at, speech));
      return {
        ...grouped(notice, speech),
        subject: title,
        title,
        passages: elsewhere(passages, link),
        notes: [],
        link,
      };
    }
  }
}

/** Sources that cannot be read, sign-ins that end, or some of both. */
function stateOf({ count, ending }: Extract<Notice, { kind: "failing" }>): "failing" | "ending" | "wanting" {
  if (ending === 0) return "failing";
  return ending === count ? "ending" : "wanting";
}

/** Passages keep a link of their own only where it leads elsewhere than the notice itself. */
const elsewhere = (passages: readonly Passage[], { path }: Link): Passage[] =>
  passages.map(({ link, ...passage }) => (link && link.path !== path ? { ...passage, link } : passage));

/** The most pressing that are shown; the rest is counted. */
const most = 3;

type Grouped = Exclude<Notice, { kind: "digest" | "trial" }>;

function grouped({ kind, count, top }: Grouped, { words, formats }: Speech): { lead: string; more?: string } {
  const hidden = count - Math.min(top.length, most);
  const lead = words.notices.lead[kind];
  return hidden > 0 ? { lead, more: words.notices.more(formats.number(hidden)) } : { lead };
}
