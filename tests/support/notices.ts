import type { Notice, NoticeMention, NoticeSource } from "@otklik/core/alert/notice";
import type { Language } from "@otklik/core/workspace/workspace";

type OfMentions = Extract<Notice, { top: NoticeMention[] }>;
type OfSources = Extract<Notice, { kind: "failing" }>;
export type Digest = Extract<Notice, { kind: "digest" }>;

export interface Notices {
  urgent: OfMentions;
  negative: OfMentions;
  breach: OfMentions;
  failing: OfSources;
  digest: Digest;
  "first digest": Digest;
  "quiet digest": Digest;
  trial: Notice;
}

const at = new Date("2026-11-22T12:40:00Z");
const around = (minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

const voices: Record<Language, Pick<NoticeMention, "about" | "author" | "text">[]> = {
  ru: [
    {
      about: "Крем для рук «Тихий берег», 75 мл",
      author: "Марина Пример",
      text: "После второго применения кожа покраснела и покрылась сыпью, врач сказал, что это химический ожог. Продавец не отвечает третий день, деньги не возвращают. Если до завтра никто не ответит, напишу в Роспотребнадзор и в суд, фотографии и заключение врача у меня есть, и молчать об этом я не собираюсь.",
    },
    { about: "Маска для волос", author: "Олег П.", text: "Пришла вскрытая, половина банки вытекла." },
    { text: "" },
  ],
  en: [
    {
      about: "Hand cream “Quiet Shore”, 75 ml",
      author: "Marina Example",
      text: "After the second use my skin turned red and came out in a rash; the doctor called it a chemical burn. The seller has not answered for three days and will not refund me. If nobody writes by tomorrow I will go to the consumer board and to court: I have photographs and a doctor’s letter, and I will not keep quiet.",
    },
    { about: "Hair mask", author: "Oleg P.", text: "It came opened, half of the jar had leaked." },
    { text: "" },
  ],
};

function mentionsOf(language: Language): NoticeMention[] {
  const stars = [1, 2, 3];
  return voices[language].map((voice, index) => ({
    path: `/inbox/b1-m${index}`,
    network: index === 1 ? "web-page" : "wildberries",
    sentiment: index === 2 ? "mixed" : "negative",
    stars: { stars: stars[index] ?? 1, outOf: 5 },
    postedAt: around(-50 - index * 600),
    dueAt: around(30 + index * 60),
    ...(index === 0 ? { urgency: "health" } : {}),
    ...voice,
  }));
}

const sourcesOf = (language: Language): NoticeSource[] => [
  {
    path: "/sources",
    network: "wildberries",
    title: language === "ru" ? "Кабинет Wildberries, основной" : "Wildberries, the main account",
    since: around(-95),
    why: {
      ru: "Wildberries отклонил токен: нужен тип «Вопросы и отзывы». Создать новый: Настройки → Доступ к API.",
      en: "Wildberries rejected the token: it must be of the type “Questions and reviews”. Create a new one: Settings → API access.",
    },
  },
];

/** A notice of every kind, as the notify room would make them, and those of quiet days. */
export function noticesIn(language: Language): Notices {
  const any = (id: string) => ({
    id,
    workspaceId: "w1",
    language,
    timeZone: "Europe/Moscow",
    brand: language === "ru" ? "Тихий берег" : "Quiet Shore",
    path: "/inbox?priority=urgent",
    at,
  });
  const top = mentionsOf(language);
  const day = {
    day: "2026-11-21",
    mentions: 1248,
    average: 4.26,
    bySentiment: { negative: 121, mixed: 96, neutral: 310, positive: 721 },
    shareAnswered: 0.86,
    medianMinutesToReply: 128,
    topics: [
      { topic: "delivery" as const, mentions: 212 },
      { topic: "quality" as const, mentions: 180 },
      { topic: "packaging" as const, mentions: 44 },
    ],
  };
  const before = { ...day, day: "2026-11-14", mentions: 1020, average: 4.5, shareAnswered: 0.91 };
  const quiet = { day: "2026-11-21", mentions: 0, bySentiment: {}, topics: [] };
  const overdue = top.map((mention) => ({ ...mention, dueAt: around(-20) }));
  return {
    urgent: { ...any("urgent-1"), path: "/inbox/b1-m0", kind: "urgent", count: 1, top: top.slice(0, 1) },
    negative: { ...any("negative-1"), kind: "negative", count: 22, top },
    breach: { ...any("breach-1"), kind: "breach", count: 3, top: overdue },
    failing: {
      ...any("failing-1"),
      path: "/sources",
      kind: "failing",
      count: 1,
      ending: 0,
      top: sourcesOf(language),
    },
    digest: {
      ...any("digest-1"),
      kind: "digest",
      yesterday: day,
      weekBefore: before,
      open: 34,
      overdue: 5,
      failing: sourcesOf(language),
    },
    "first digest": {
      ...any("digest-2"),
      kind: "digest",
      yesterday: { ...quiet, mentions: 1, bySentiment: { positive: 1 } },
      weekBefore: null,
      open: 1,
      overdue: 0,
      failing: [],
    },
    "quiet digest": {
      ...any("digest-3"),
      kind: "digest",
      yesterday: quiet,
      weekBefore: before,
      open: 0,
      overdue: 0,
      failing: [],
    },
    trial: { ...any("trial-1"), kind: "trial" },
  };
}
