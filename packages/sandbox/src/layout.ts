// The plain page that all of the sandbox's pages share.
import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

export type Lang = "ru" | "en";

/** Russian, unless English is asked for. */
export const langOf = (asked: string | undefined): Lang => (asked === "en" ? "en" : "ru");

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

const REFRESH_SECONDS = 5;

const style = `
  :root { color-scheme: light dark; font: 14px/1.45 system-ui, sans-serif; }
  body { max-width: 44rem; margin: 0 auto; padding: 1rem; background: light-dark(#fff, #16181b); color: light-dark(#1d2024, #e6e7e9); }
  h1 { font-size: 20px; margin: 0; } h2 { font-size: 16px; margin: 2rem 0 0; }
  a { color: light-dark(#1a5fb4, #8ab8f0); }
  p { margin: .4rem 0; } .soft, header, em { color: light-dark(#5b6067, #a3a8af); }
  nav { float: right; } article { border-top: 1px solid light-dark(#dcdfe3, #33373d); padding: .8rem 0; }
  article:target { background: light-dark(#f4f7fb, #1e242c); }
  .said { font-size: 16px; white-space: pre-wrap; overflow-wrap: anywhere; color: light-dark(#1d2024, #e6e7e9); }
  .stars { color: light-dark(#8a5a00, #e0b040); }
  blockquote { margin: .6rem 0 0; padding: 0 0 0 .8rem; border-left: 3px solid light-dark(#9aa1aa, #5d646d); }
  blockquote.rejected { border-color: light-dark(#b3261e, #f2b8b5); }
  table { border-collapse: collapse; margin-top: 1rem; } td, th { text-align: left; padding: .3rem 1.5rem .3rem 0; vertical-align: top; }
  .networks { list-style: none; margin: 1rem 0 0; padding: 0; }
  .networks li { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .1rem 1.5rem; padding: .6rem 0; border-top: 1px solid light-dark(#dcdfe3, #33373d); }
  .networks a { font-weight: 600; margin-right: .4rem; }
  code { font: 13px ui-monospace, monospace; overflow-wrap: anywhere; }`;

/**
 * A whole page.
 * @param page.isLive true: it loads itself again every few seconds
 */
export function layout(page: {
  lang: Lang;
  title: string;
  lead: string;
  body: Markup;
  isLive: boolean;
  /** What the address asks, where the page in the other language needs it too. */
  query?: URLSearchParams;
}): Markup {
  const { lang, title, lead, body, isLive, query } = page;
  const other = lang === "ru" ? { lang: "en", name: "English" } : { lang: "ru", name: "Русский" };
  const turned = new URLSearchParams(query);
  turned.set("lang", other.lang);
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        ${isLive ? html`<meta http-equiv="refresh" content="${REFRESH_SECONDS}" />` : ""}
        <title>${title}</title>
        <style>${style}</style>
      </head>
      <body>
        <nav><a href="?${turned}" lang="${other.lang}">${other.name}</a></nav>
        <h1>${title}</h1>
        <p class="soft">${lead}</p>
        <main>${body}</main>
      </body>
    </html>`;
}
