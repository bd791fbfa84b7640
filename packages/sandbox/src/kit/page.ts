// A simulated network as a person sees it: what was said and what the owner answered. The proof that a reply arrived.
import { Hono } from "hono";
import { html } from "hono/html";
import { type Lang, langOf, layout, type Markup } from "../layout.ts";
import type { SandboxEnv } from "../network.ts";
import type { Answer, Post } from "./post.ts";
import type { Stage } from "./stage.ts";

const MOST_SHOWN = 60;

const words = {
  ru: {
    answered: "С ответом",
    waiting: "Без ответа",
    shown: (shown: number, total: number) => `Показано ${shown} из ${total}`,
    all: "Показать все",
    stars: (stars: number) => `Оценка ${stars} из 5`,
    pros: "Достоинства",
    cons: "Недостатки",
    noText: "Оценка без текста",
    photos: (count: number) => `Фото: ${count}`,
    owner: "Ответ владельца",
    states: { "in-review": "на проверке", published: "опубликован", rejected: "отклонён площадкой" },
    edited: "изменено",
    removed: "удалено автором",
    repliesTo: "в ответ на",
    another: "другое сообщение",
    kinds: { review: "", comment: "Комментарий", question: "Вопрос", message: "Сообщение" },
    back: "Всё, что написали",
    missing: "Здесь нет ничего с таким номером.",
    nothing: "Пока пусто.",
    zone: "МСК",
  },
  en: {
    answered: "Answered",
    waiting: "Not answered",
    shown: (shown: number, total: number) => `${shown} of ${total} shown`,
    all: "Show all",
    stars: (stars: number) => `${stars} of 5 stars`,
    pros: "Pros",
    cons: "Cons",
    noText: "Stars without words",
    photos: (count: number) => `Photos: ${count}`,
    owner: "Owner's answer",
    states: { "in-review": "in review", published: "published", rejected: "rejected by the network" },
    edited: "edited",
    removed: "removed by its author",
    repliesTo: "in reply to",
    another: "another message",
    kinds: { review: "", comment: "Comment", question: "Question", message: "Message" },
    back: "All that was written",
    missing: "There is nothing here with this number.",
    nothing: "Nothing yet.",
    zone: "MSK",
  },
};

/** Titles in both languages; the words of customers stay in their own. */
export interface PageHead {
  title: { ru: string; en: string };
  lead: { ru: string; en: string };
}

/** The page at the network's path, and one for each post at `/posts/ID`. */
export function pages(stage: Stage, path: string, head: PageHead): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.get("/", (c) => {
    const lang = langOf(c.req.query("lang"));
    const isWhole = c.req.query("all") !== undefined;
    const posts = stage.posts({ removed: true });
    const answered = posts.filter(({ answers }) => answers.length > 0);
    const waiting = posts.filter(({ answers }) => answers.length === 0);
    const section = (title: string, list: Post[]) => {
      const shown = isWhole ? list : list.slice(0, MOST_SHOWN);
      const all = html`. <a href="?all&lang=${lang}">${words[lang].all}</a>`;
      return html`<h2>${title}</h2>
        <p class="soft">${words[lang].shown(shown.length, list.length)}${shown.length < list.length ? all : ""}</p>
        ${list.length === 0 ? html`<p>${words[lang].nothing}</p>` : shown.map((post) => card(post, { stage, path, lang }))}`;
    };
    const body = html`${section(
      words[lang].answered,
      answered.sort((a, b) => answeredAt(b) - answeredAt(a)),
    )}${section(words[lang].waiting, waiting.reverse())}`;
    return c.html(
      layout({ lang, title: head.title[lang], lead: head.lead[lang], body, isLive: isLive(c.req.query()) }),
    );
  });

  app.get("/posts/:id", (c) => {
    const lang = langOf(c.req.query("lang"));
    const post = stage.post(c.req.param("id"));
    const shown = post ? card(post, { stage, path, lang }) : html`<p>${words[lang].missing}</p>`;
    const body = html`<p><a href="${path}/?lang=${lang}">${words[lang].back}</a></p>${shown}`;
    const page = {
      lang,
      title: head.title[lang],
      lead: head.lead[lang],
      body,
      isLive: isLive(c.req.query()),
    };
    return c.html(layout(page), post ? 200 : 404);
  });

  return app;
}

const isLive = (query: Record<string, string>) => query.static === undefined;

const answeredAt = ({ answers }: Post) =>
  Math.max(...answers.map(({ at, editedAt }) => (editedAt ?? at).getTime()));

interface Frame {
  stage: Stage;
  path: string;
  lang: Lang;
}

const addressOf = (id: string, { path, lang }: Frame) =>
  `${path}/posts/${encodeURIComponent(id)}?lang=${lang}`;

function card(post: Post, frame: Frame): Markup {
  const { stage, lang } = frame;
  const { kinds, edited, removed, repliesTo, another } = words[lang];
  const parent = post.parentId === undefined ? null : stage.post(post.parentId);
  return html`<article id="${post.id}">
    <header>
      ${post.stars ? starsOf(post.stars, lang) : ""} <b>${post.author.name}</b>
      <span class="soft">${kinds[post.kind]}</span>
      <a href="${addressOf(post.id, frame)}">${timeOf(post.at, lang)}</a>${post.editedAt ? `, ${edited}` : ""}${post.removedAt ? `, ${removed}` : ""}
      <span class="soft" lang="${post.language}">${stage.subject(post.about).name}</span>
    </header>
    ${parent ? html`<p class="soft">${repliesTo} <a href="${addressOf(parent.id, frame)}">${parent.author.name || another}</a></p>` : ""}
    ${bodyOf(post, lang)} ${post.answers.map((answer) => answerOf(answer, post, lang))}
  </article>`;
}

const starsOf = (stars: number, lang: Lang) =>
  html`<span class="stars" role="img" aria-label="${words[lang].stars(stars)}">${"★".repeat(stars)}${"☆".repeat(5 - stars)}</span>`;

function bodyOf({ title, text, pros, cons, photos, language, removedAt }: Post, lang: Lang) {
  const isSilent = !text && !pros && !cons;
  const said = text ? html`<p class="said" lang="${language}">${text}</p>` : "";
  return html`${title ? html`<p lang="${language}"><b>${title}</b></p>` : ""}
    ${removedAt && text ? html`<s>${said}</s>` : said}
    ${pros ? html`<p lang="${language}"><span class="soft">${words[lang].pros}:</span> ${pros}</p>` : ""}
    ${cons ? html`<p lang="${language}"><span class="soft">${words[lang].cons}:</span> ${cons}</p>` : ""}
    ${isSilent ? html`<p class="soft">${words[lang].noText}</p>` : ""}
    ${photos > 0 ? html`<p class="soft">${words[lang].photos(photos)}</p>` : ""}`;
}

function answerOf({ text, at, edits, state }: Answer, { language }: Post, lang: Lang) {
  return html`<blockquote class="${state}">
    <b>${words[lang].owner}</b>, ${timeOf(at, lang)}${edits > 0 ? `, ${words[lang].edited}` : ""}:
    <em>${words[lang].states[state]}</em>
    <p class="said" lang="${language}">${text}</p>
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
