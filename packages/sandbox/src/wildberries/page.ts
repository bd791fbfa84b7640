// The shop as a person sees it: what buyers said and what the seller answered. The proof that a reply arrived.
import { Hono } from "hono";
import { html } from "hono/html";
import { type Lang, langOf, layout } from "../layout.ts";
import type { SandboxEnv } from "../network.ts";
import { productOf, seller } from "./catalog.ts";
import { photograph } from "./photo.ts";
import type { Question } from "./question.ts";
import { answerState, type Review } from "./review.ts";
import type { Shop } from "./shop.ts";

const MOST_SHOWN = 60;

const words = {
  ru: {
    title: "Песочница Wildberries",
    lead: `Демонстрационный магазин ${seller.name}. Покупатели, отзывы и товары вымышлены.`,
    answered: "С ответом продавца",
    waiting: "Ждут ответа",
    shown: (shown: number, total: number) => `Показано ${shown} из ${total}`,
    all: "Показать все",
    question: "Вопрос",
    stars: (stars: number) => `Оценка ${stars} из 5`,
    pros: "Достоинства",
    cons: "Недостатки",
    noText: "Оценка без текста",
    photo: "Фото покупателя",
    seller: "Ответ продавца",
    declined: "Вопрос отклонён, покупатели его не видят",
    states: { reviewRequired: "на проверке", wbRu: "опубликован", rejected: "отклонён площадкой" },
    edited: "изменён",
    back: "Все отзывы и вопросы",
    missing: "Здесь нет отзыва или вопроса с таким номером.",
    nothing: "Пока пусто.",
    zone: "МСК",
  },
  en: {
    title: "Wildberries sandbox",
    lead: "A demonstration shop. Buyers, reviews and products are invented; their words stay in Russian.",
    answered: "Answered by the seller",
    waiting: "Waiting for an answer",
    shown: (shown: number, total: number) => `${shown} of ${total} shown`,
    all: "Show all",
    question: "Question",
    stars: (stars: number) => `${stars} of 5 stars`,
    pros: "Pros",
    cons: "Cons",
    noText: "Stars without words",
    photo: "Buyer's photo",
    seller: "Seller's answer",
    declined: "Declined, hidden from buyers",
    states: { reviewRequired: "in review", wbRu: "published", rejected: "rejected by the network" },
    edited: "edited",
    back: "All reviews and questions",
    missing: "There is no review or question with this number.",
    nothing: "Nothing yet.",
    zone: "MSK",
  },
};

type Entry = { is: "review"; review: Review } | { is: "question"; question: Question };

const said = (entry: Entry) => (entry.is === "review" ? entry.review : entry.question);
const folder = (entry: Entry) => (entry.is === "review" ? "feedbacks" : "questions");
const answeredAt = (entry: Entry) => said(entry).answer?.sentAt.getTime() ?? 0;
const saidAt = (entry: Entry) => said(entry).createdAt.getTime();

/** The page and what it shows, relative to the simulator's path. */
export function pages(shop: Shop, path: string): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.get("/", (c) => {
    const lang = langOf(c.req.query("lang"));
    const isWhole = c.req.query("all") !== undefined;
    const entries: Entry[] = [
      ...shop.reviews().map((review) => ({ is: "review", review }) as const),
      ...shop.questions().map((question) => ({ is: "question", question }) as const),
    ];
    const answered = entries
      .filter((entry) => said(entry).answer)
      .sort((a, b) => answeredAt(b) - answeredAt(a));
    const waiting = entries.filter((entry) => !said(entry).answer).sort((a, b) => saidAt(b) - saidAt(a));
    const section = (title: string, list: Entry[]) => {
      const shown = isWhole ? list : list.slice(0, MOST_SHOWN);
      const more = shown.length < list.length;
      return html`<h2>${title}</h2>
        <p class="soft">
          ${words[lang].shown(shown.length, list.length)}${more ? html`. <a href="?all&lang=${lang}">${words[lang].all}</a>` : ""}
        </p>
        ${list.length === 0 ? html`<p>${words[lang].nothing}</p>` : shown.map((entry) => card(entry, { shop, path, lang }))}`;
    };
    const body = html`${section(words[lang].answered, answered)}${section(words[lang].waiting, waiting)}`;
    return c.html(
      layout({ lang, title: words[lang].title, lead: words[lang].lead, body, isLive: isLive(c.req.query()) }),
    );
  });

  app.get("/:folder{feedbacks|questions}/:id", (c) => {
    const lang = langOf(c.req.query("lang"));
    const id = c.req.param("id");
    const review = c.req.param("folder") === "feedbacks" ? shop.review(id) : null;
    const question = c.req.param("folder") === "questions" ? shop.question(id) : null;
    const back = html`<p><a href="${path}/?lang=${lang}">${words[lang].back}</a></p>`;
    const entry: Entry | null = review ? { is: "review", review } : question && { is: "question", question };
    const body = html`${back}${entry ? card(entry, { shop, path, lang }) : html`<p>${words[lang].missing}</p>`}`;
    const { title, lead } = words[lang];
    return c.html(layout({ lang, title, lead, body, isLive: isLive(c.req.query()) }), entry ? 200 : 404);
  });

  app.get("/photos/:id/:turn/:size{full\\.png|mini\\.png}", (c) => {
    const review = shop.review(c.req.param("id"));
    const turn = Number(c.req.param("turn"));
    if (!review || !Number.isInteger(turn)) return c.notFound();
    const size =
      c.req.param("size") === "mini.png" ? { width: 96, height: 128 } : { width: 360, height: 480 };
    const png = new Uint8Array(photograph({ tint: productOf(review.nmId).tint, turn, size }));
    return c.body(png, 200, { "Content-Type": "image/png", "Cache-Control": "max-age=86400" });
  });

  return app;
}

const isLive = (query: Record<string, string>) => query.static === undefined;

function card(entry: Entry, { shop, path, lang }: { shop: Shop; path: string; lang: Lang }) {
  const { id, nmId, createdAt } = said(entry);
  const product = productOf(nmId);
  const who = entry.is === "review" ? entry.review.userName : words[lang].question;
  return html`<article id="${id}">
    <header>
      ${entry.is === "review" ? starsOf(entry.review, lang) : ""} <b>${who}</b>
      <a href="${path}/${folder(entry)}/${id}?lang=${lang}">${timeOf(createdAt, lang)}</a>
      <span class="soft" lang="ru">${product.name}</span>
    </header>
    ${entry.is === "review" ? bodyOf(entry.review, { path, lang }) : html`<p class="said" lang="ru">${entry.question.text}</p>`}
    ${answerOf(entry, { shop, lang })}
  </article>`;
}

const starsOf = ({ stars }: Review, lang: Lang) =>
  html`<span class="stars" role="img" aria-label="${words[lang].stars(stars)}">${"★".repeat(stars)}${"☆".repeat(5 - stars)}</span>`;

function bodyOf(review: Review, { path, lang }: { path: string; lang: Lang }) {
  const { text, pros, cons, photos } = review;
  const isSilent = !text && !pros && !cons;
  return html`${text ? html`<p class="said" lang="ru">${text}</p>` : ""}
    ${pros ? html`<p><span class="soft">${words[lang].pros}:</span> ${pros}</p>` : ""}
    ${cons ? html`<p><span class="soft">${words[lang].cons}:</span> ${cons}</p>` : ""}
    ${isSilent ? html`<p class="soft">${words[lang].noText}</p>` : ""}
    ${photos.map(
      ({ miniSize }) =>
        html`<img src="${miniSize.startsWith("/") ? path + miniSize : miniSize}" alt="${words[lang].photo}" width="48" height="64" />`,
    )}`;
}

function answerOf(entry: Entry, { shop, lang }: { shop: Shop; lang: Lang }) {
  const { answer } = said(entry);
  if (!answer) return "";
  const moderation = { now: shop.now(), moderationMs: shop.settings.moderationMs };
  // Nobody moderates answers to questions.
  const state = entry.is === "review" ? answerState(answer, moderation) : "wbRu";
  const isDeclined = entry.is === "question" && entry.question.state === "none";
  return html`<blockquote class="${state}">
    <b>${words[lang].seller}</b>, ${timeOf(answer.firstSentAt, lang)}${answer.edits > 0 ? `, ${words[lang].edited}` : ""}:
    <em>${isDeclined ? words[lang].declined : words[lang].states[state]}</em>
    <p class="said" lang="ru">${answer.text}</p>
  </blockquote>`;
}

function timeOf(at: Date, lang: Lang) {
  const shown = new Intl.DateTimeFormat(lang, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Europe/Moscow",
  }).format(at);
  return html`<time datetime="${at.toISOString()}">${shown} ${words[lang].zone}</time>`;
}
