import type { AddressOf } from "../address.ts";
import type { Figures, Link, Passage, Spoken } from "../wording/spoken.ts";
import { darkStyle, style, toneOf } from "./look.ts";

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const safe = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** The page of a letter: one column, styles on the elements, no images, nothing fetched. */
export function letterHtml(
  spoken: Spoken,
  { language, addressOf }: { language: string; addressOf: AddressOf },
): string {
  const { brand, subject, title, lead, figures, notes, heading, passages, more, link, whyWritten, alerts } =
    spoken;
  const body = [
    `<p class="soft" dir="auto" style="${style.brand}">${safe(brand)}</p>`,
    `<h1 class="ink" style="${style.title}">${safe(title)}</h1>`,
    `<p class="soft" style="${style.lead}">${safe(lead)}</p>`,
    ...(figures ? [table(figures)] : []),
    ...notes.map(
      ({ heading, text }) =>
        `<p class="ink" style="${style.note}"><span class="soft" style="${style.heading}">${safe(heading)}</span><br>${safe(text)}</p>`,
    ),
    ...(heading === undefined ? [] : [`<p class="soft" style="${style.passagesHead}">${safe(heading)}</p>`]),
    ...passages.map((passage) => passageHtml(passage, addressOf)),
    ...(more ? [`<p class="soft line" style="${style.more}">${safe(more)}</p>`] : []),
    opened(link, addressOf, { className: "button", style: style.button, around: style.buttonLine }),
    `<p class="soft line" style="${style.foot}">${safe(whyWritten)} ${anchor(alerts, addressOf)}</p>`,
  ];
  return [
    "<!doctype html>",
    `<html lang="${language}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="supported-color-schemes" content="light dark">',
    `<title>${safe(subject)}</title>`,
    `<style>${darkStyle}</style>`,
    "</head>",
    `<body class="ground" style="${style.ground}">`,
    `<div class="surface" style="${style.surface}">`,
    ...body.filter(Boolean),
    "</div>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function passageHtml({ sentiment, title, facts, quote, note, link }: Passage, addressOf: AddressOf): string {
  const tone = sentiment ? toneOf[sentiment.is] : null;
  const mark =
    sentiment && tone
      ? `<span class="${tone.className}" style="color:${tone.colour}">${sentiment.sign} ${safe(sentiment.word)}</span>`
      : "";
  const head = [mark, safe(title)].filter(Boolean).join(" · ");
  const aside = sentiment
    ? { className: "soft", look: style.facts }
    : { className: "ink", look: style.advice };
  return [
    `<div class="line" style="${style.passage}">`,
    `<p class="ink" style="${style.head}">${head}</p>`,
    `<p class="soft" dir="auto" style="${style.facts}">${safe(facts.join(" · "))}</p>`,
    ...(quote ? [`<p class="ink" dir="auto" style="${style.quote}">${safe(quote)}</p>`] : []),
    `<p class="${aside.className}" style="${aside.look}">${[...(note ? [safe(note)] : []), link ? anchor(link, addressOf) : ""].join(" ")}</p>`,
    "</div>",
  ].join("\n");
}

/** Rows of a name and its numbers; read as a table, laid out without one. */
function table({ day, before, rows }: Figures): string {
  const cell = (
    text: string,
    { role = "cell", look = style.number as string, className = "ink" } = {},
  ): string => `<span role="${role}" class="${className}" style="${look}">${text}</span>`;
  const nameLook = before === undefined ? style.nameAlone : style.name;
  const heads = [
    cell("&nbsp;", { look: nameLook }),
    ...[day, ...(before === undefined ? [] : [before])].map((name) =>
      cell(safe(name), { role: "columnheader", look: style.numberHead, className: "soft" }),
    ),
  ];
  const lines = rows.map(({ name, mark, value, before: than }) => {
    const tone = mark && toneOf[mark.is];
    const sign =
      mark && tone
        ? `<span class="${tone.className}" style="${style.sign};color:${tone.colour}">${mark.sign}</span>`
        : "";
    return [
      cell(`${sign}${safe(name)}`, { role: "rowheader", look: nameLook }),
      cell(`<strong>${safe(value)}</strong>`),
      ...(than === undefined ? [] : [cell(safe(than), { className: "soft", look: style.numberBefore })]),
    ];
  });
  const row = (cells: string[], className: string, look: string): string =>
    `<div role="row" class="${className}" style="${look}">${cells.join("")}</div>`;
  return [
    `<div role="table" style="${style.table}">`,
    row(heads, "", style.rowHead),
    ...lines.map((cells) => row(cells, "line", style.row)),
    "</div>",
  ].join("\n");
}

const anchor = (link: Link, addressOf: AddressOf): string => {
  const address = addressOf(link);
  return address === null
    ? ""
    : `<a class="accent" href="${safe(address)}" style="${style.link}">${safe(link.text)}</a>`;
};

function opened(
  link: Link,
  addressOf: AddressOf,
  { className, style: look, around }: { className: string; style: string; around: string },
): string {
  const address = addressOf(link);
  if (address === null) return "";
  return `<p style="${around}"><a class="${className}" href="${safe(address)}" style="${look}">${safe(link.text)}</a></p>`;
}
