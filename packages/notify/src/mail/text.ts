import type { AddressOf } from "../address.ts";
import type { Figures, Passage, Spoken } from "../wording/spoken.ts";

/** The plain part of a letter: paragraphs, an address on a line of its own. */
export function letterText(spoken: Spoken, addressOf: AddressOf): string {
  const { brand, title, lead, figures, notes, heading, passages, more, link, whyWritten, alerts } = spoken;
  const opened = (to: { path: string; text: string }): string[] => {
    const address = addressOf(to);
    return address === null ? [] : [`${to.text}: ${address}`];
  };
  const passage = ({ sentiment, title: head, facts, quote, note, link: to }: Passage): string =>
    [
      [...(sentiment ? [`${sentiment.sign} ${sentiment.word}`] : []), ...(head ? [head] : [])].join(" · "),
      facts.join(" · "),
      ...(quote ? [quote] : []),
      ...(note ? [note] : []),
      ...(to ? opened(to) : []),
    ].join("\n");
  return [
    `${brand}\n${title}`,
    lead,
    ...(figures ? [figureLines(figures)] : []),
    ...notes.map(({ heading, text }) => `${heading}: ${text}`),
    ...(heading === undefined ? [] : [`${heading}:`]),
    ...passages.map(passage),
    [...(more ? [more] : []), ...opened(link)].join("\n"),
    ["-- ", whyWritten, ...opened(alerts)].join("\n"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function figureLines({ before, rows }: Figures): string {
  const lines = rows.map(({ name, mark, value, before: than }) => {
    const earlier = than === undefined ? "" : ` (${before?.toLowerCase()} ${than})`;
    return `${mark ? `${mark.sign} ` : ""}${name}: ${value}${earlier}`;
  });
  return lines.join("\n");
}
