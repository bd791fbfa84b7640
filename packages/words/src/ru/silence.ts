import type { en } from "../en/index.ts";
import { plural } from "../plural.ts";
import type { WordsOf } from "../words.ts";

const count = plural("ru");

export const silence = {
  failed: "Выборка не загрузилась",
  empty: "На прошлой неделе не было ничего, на что никто не посмотрел.",
  lead: (week, drawn, of) =>
    `Неделя с ${week}: ${drawn} из ${of} — тех, что размечены как безобидные или ушли из входящих без ответа. Верно ли, что мы промолчали?`,
  mentions: (mentions) => count(mentions, { one: "обращение", few: "обращения", many: "обращений" }),
  why: { harmless: "размечено как безобидное", closed: "закрыто без ответа" },
  right: "Промолчали верно",
  missed: "Пропустили важное",
  openMention: "Открыть",
  rateTitle: "Пропущено",
  rate: (rate, low, high) => `${rate} от всего, на что никто не смотрел (95 %: от ${low} до ${high})`,
  seen: (seen, missed) => `просмотрено: ${seen}, пропущено: ${missed}`,
  unseen: "Ещё никто не смотрел",
  notKept: "Решение не сохранилось. Повторите.",
  past: "Прежние недели",
  noWords: "без слов",
  missedHint: "Обращение снова во входящих. Неверную разметку можно исправить там же.",
  corrections: {
    title: "Исправленные метки",
    lead: "Что люди исправили в обращениях (клавиша l), без имён и контактов: на этом можно обучить модель.",
    training: "Скачать для обучения (TSV)",
    parts: "Все исправленные части (JSON)",
    none: "Ничего такого пока не исправлено",
    failed: "Исправления не загрузились",
    file: "исправленные-метки",
  },
} as const satisfies WordsOf<typeof en.silence>;
