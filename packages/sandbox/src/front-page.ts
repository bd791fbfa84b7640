import { html } from "hono/html";
import { type Lang, layout, type Markup } from "./layout.ts";
import type { SimulatedNetwork } from "./network.ts";

const words = {
  ru: {
    title: "Песочница Otklik",
    lead: "Вымышленные площадки для пробы: говорят на настоящих протоколах, наружу не обращаются.",
    network: "Площадка",
    api: "Адрес API",
  },
  en: {
    title: "Otklik sandbox",
    lead: "Invented networks to try things on: they speak the real protocols and reach nothing outside.",
    network: "Network",
    api: "API address",
  },
};

/** The list of simulated networks, each with its page and the base address of its API. */
export function frontPage(of: { networks: readonly SimulatedNetwork[]; origin: string; lang: Lang }): Markup {
  const { networks, origin, lang } = of;
  const { title, lead, network, api } = words[lang];
  const rows = networks.map(
    ({ path, title: name }) =>
      html`<tr><td><a href="${path}/?lang=${lang}">${name[lang]}</a></td><td><code>${origin}${path}</code></td></tr>`,
  );
  const body = html`<table><thead><tr><th>${network}</th><th>${api}</th></tr></thead><tbody>${rows}</tbody></table>`;
  return layout({ lang, title, lead, body, isLive: false });
}
