import { html } from "hono/html";
import { type Lang, layout, type Markup } from "./layout.ts";
import type { SimulatedNetwork } from "./network.ts";

const words = {
  ru: {
    title: "Песочница Otklik",
    lead: "Вымышленные площадки для пробы: говорят на настоящих протоколах, наружу не обращаются.",
    hint: "Откройте площадку, чтобы увидеть её глазами покупателя. Её адрес вставьте в поле «Адрес вместо самой площадки», когда подключаете источник.",
  },
  en: {
    title: "Otklik sandbox",
    lead: "Invented networks to try things on: they speak the real protocols and reach nothing outside.",
    hint: "Open a network to see it as its customers do. Its address goes into the field “Address instead of the network itself” when you connect a source.",
  },
};

/** A title says the network and, after a colon, what of it is simulated. */
function inParts(title: string): { name: string; what: string } {
  const [name = title, ...rest] = title.split(": ");
  return { name, what: rest.join(": ") };
}

/** The list of simulated networks, each with its page and the base address of its API. */
export function frontPage(of: { networks: readonly SimulatedNetwork[]; origin: string; lang: Lang }): Markup {
  const { networks, origin, lang } = of;
  const { title, lead, hint } = words[lang];
  const rows = networks.map(({ path, title: titles }) => {
    const { name, what } = inParts(titles[lang]);
    return html`<li>
      <div><a href="${path}/?lang=${lang}">${name}</a> <span class="soft">${what}</span></div>
      <code>${origin}${path}</code>
    </li>`;
  });
  const body = html`<p>${hint}</p><ul class="networks">${rows}</ul>`;
  return layout({ lang, title, lead, body, isLive: false });
}
