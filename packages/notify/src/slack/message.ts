import type { AddressOf } from "../address.ts";
import { shortened } from "../wording/quoted.ts";
import type { Figures, Link, Mark, Passage, Spoken } from "../wording/spoken.ts";
import { escaped, inert, linked } from "./escaped.ts";

interface Text {
  type: "mrkdwn";
  text: string;
  /** Addresses and names in it are not made into links. */
  verbatim: true;
}
export type Block =
  | { type: "header"; text: { type: "plain_text"; text: string; emoji: false } }
  | { type: "section"; text: Text }
  | { type: "context"; elements: Text[] };

export interface SlackMessage {
  /** What a phone's notification says, and all that is read where blocks are not known. */
  text: string;
  blocks: Block[];
  unfurl_links: false;
  unfurl_media: false;
}

/** A notice as a Slack message. Its texts are short by construction: far below 3,000 letters a section, 50 blocks. */
export function slackMessage(spoken: Spoken, addressOf: AddressOf): SlackMessage {
  const { subject, lead, heading, passages, more, figures, notes, link, why, alerts } = spoken;
  const foot = [...(more ? [escaped(more)] : []), ...opened(link, addressOf)];
  return {
    text: fallback(spoken, addressOf),
    blocks: [
      {
        type: "header",
        text: { type: "plain_text", text: shortened(inert(subject), mostInHeader), emoji: false },
      },
      section(escaped(lead)),
      ...(figures ? [section(figureLines(figures))] : []),
      ...notes.map(({ heading, text }) => section(`*${escaped(heading)}*\n${escaped(text)}`)),
      ...(heading === undefined ? [] : [section(`*${escaped(heading)}*`)]),
      ...passages.map((passage) => section(passageLines(passage, addressOf))),
      ...(foot.length > 0 ? [section(foot.join(" · "))] : []),
      { type: "context", elements: [mrkdwn([escaped(why), ...opened(alerts, addressOf)].join(" "))] },
    ],
    unfurl_links: false,
    unfurl_media: false,
  };
}

const mostInHeader = 150;

/** A link as Slack writes it; none where nobody knows the address of this installation. */
function opened(link: Link, addressOf: AddressOf): string[] {
  const address = addressOf(link);
  return address === null ? [] : [linked(link.text, address)];
}

const mrkdwn = (text: string): Text => ({ type: "mrkdwn", text, verbatim: true });
const section = (text: string): Block => ({ type: "section", text: mrkdwn(text) });

function passageLines({ sentiment, title, facts, quote, note, link }: Passage, addressOf: AddressOf): string {
  const head = [...(sentiment ? [marked(sentiment)] : []), ...(title ? [title] : [])].join(" · ");
  return [
    `*${escaped(head)}*`,
    escaped(facts.join(" · ")),
    ...(quote ? [`>${escaped(quote)}`] : []),
    [...(note ? [escaped(note)] : []), ...(link ? opened(link, addressOf) : [])].join(" "),
  ].join("\n");
}

/** A line for each figure: Slack draws no tables in messages. */
function figureLines({ before, rows }: Figures): string {
  const lines = rows.map((row) => {
    const name = row.mark ? marked(row.mark) : row.name;
    const than =
      row.before === undefined ? "" : ` (${escaped(before ?? "").toLowerCase()} ${escaped(row.before)})`;
    return `${escaped(name)}: *${escaped(row.value)}*${than}`;
  });
  return lines.join("\n");
}

const marked = ({ sign, word }: Mark): string => `${sign} ${word}`;

function fallback({ subject, lead, passages, more, link }: Spoken, addressOf: AddressOf): string {
  const quotes = passages.map(({ title, facts, quote, note }) =>
    [[title, ...facts].filter(Boolean).join(" · "), quote ?? note].filter(Boolean).join("\n"),
  );
  const words = [subject, lead, ...quotes, ...(more ? [more] : [])].map(escaped);
  return [...words, addressOf(link) ?? ""].filter(Boolean).join("\n");
}
