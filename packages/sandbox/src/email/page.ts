import { Hono } from "hono";
import { html } from "hono/html";
import { type Lang, langOf, layout } from "../layout.ts";
import type { SandboxEnv } from "../network.ts";
import type { State } from "../state.ts";
import { resident } from "./door.ts";
import { headersOf, readable } from "./mime.ts";
import type { Office } from "./post-office.ts";
import { folders, type Mail } from "./postbox.ts";

const words = {
  ru: {
    title: "Почта кофеен (песочница)",
    lead: "Вымышленный ящик: настоящие IMAP и SMTP, письма никуда не уходят.",
    user: "Адрес",
    password: "Пароль приложения",
    newest: "Последние письма",
  },
  en: {
    title: "The coffee houses' mailbox (sandbox)",
    lead: "An invented mailbox: real IMAP and SMTP, and no letter leaves this machine.",
    user: "Address",
    password: "Application password",
    newest: "Newest letters",
  },
};

const mostShown = 30;

/** How to sign in, and what lies in each folder. */
export function pageOf({ office, state }: { office: Office; state: State }): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.get("/", (c) => {
    const lang = langOf(c.req.query("lang"));
    const { title, lead, user, password, newest } = words[lang];
    const port = (fact: string) => (state.fact(fact) ? `127.0.0.1:${state.fact(fact)}` : "-");
    const body = html`
      <table><tbody>
        <tr><th>${user}</th><td><code>${resident.address}</code></td></tr>
        <tr><th>${password}</th><td><code>${resident.password}</code></td></tr>
        <tr><th>IMAP</th><td><code>${port("imapPort")}</code></td></tr>
        <tr><th>SMTP</th><td><code>${port("smtpPort")}</code></td></tr>
      </tbody></table>
      ${folders.map(({ path }) => folderOf(path, office.box.mails(path), lang, newest))}`;
    return c.html(layout({ lang, title, lead, body, isLive: true }));
  });
  return app;
}

function folderOf(path: string, mails: readonly Mail[], lang: Lang, newest: string) {
  const when = new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
  const shown = mails.slice(-mostShown).reverse();
  return html`<h2>${path} (${mails.length})</h2>
    ${shown.length > 0 ? html`<p class="soft">${newest}</p>` : ""}
    ${shown.map(({ raw, at, flags }) => {
      const headers = headersOf(raw);
      return html`<article><p>${readable(headers.get("subject") ?? "")} ${flags.includes("\\Flagged") ? "⚑" : ""}</p>
        <p class="soft">${readable(headers.get(path === "Отправленные" ? "to" : "from") ?? "")}, ${when.format(at)}</p></article>`;
    })}`;
}
