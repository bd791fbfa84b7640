import { html } from "hono/html";
import { type Lang, layout, type Markup } from "../layout.ts";
import type { OAuthPerson } from "./oauth.ts";

const words = {
  ru: {
    title: (network: string) => `Вход в ${network}`,
    lead: "Песочница: люди и доступы вымышлены.",
    wants: (client: string) => `Приложение «${client}» просит доступ:`,
    who: "Кто вы",
    allow: "Разрешить",
    refuse: "Отказать",
    broken: "Так войти нельзя",
  },
  en: {
    title: (network: string) => `Sign in to ${network}`,
    lead: "Sandbox: people and accesses are invented.",
    wants: (client: string) => `The application “${client}” asks for access:`,
    who: "Who you are",
    allow: "Allow",
    refuse: "Refuse",
    broken: "This sign-in cannot go on",
  },
};

/** The consent page; each access can be left out. */
// Forms and links are queries alone: a proxy may have put the simulator below a path that it does not know of.
export function consentPage(of: {
  lang: Lang;
  network: string;
  client: string;
  people: readonly OAuthPerson[];
  scopes: readonly string[];
  /** What the page was asked with; it travels along with the answer. */
  query: URLSearchParams;
}): Markup {
  const { lang, network, client, people, scopes, query } = of;
  const { title, lead, wants, who, allow, refuse } = words[lang];
  const body = html`<form method="post" action="?${query}">
    <p><label>${who} <select name="who">
      ${people.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}
    </select></label></p>
    <fieldset><legend>${wants(client)}</legend>
      ${scopes.map(
        (scope) =>
          html`<p><label><input type="checkbox" name="granted" value="${scope}" checked /> <code>${scope}</code></label></p>`,
      )}
    </fieldset>
    <p><button name="decision" value="allow">${allow}</button>
      <button name="decision" value="refuse">${refuse}</button></p>
  </form>`;
  return layout({ lang, title: title(network), lead, body, isLive: false, query });
}

/** Told to the person, since an unknown client's address must not be sent anywhere. */
export function brokenPage({ lang, why }: { lang: Lang; why: string }): Markup {
  const { broken, lead } = words[lang];
  return layout({ lang, title: broken, lead, body: html`<p>${why}</p>`, isLive: false });
}
