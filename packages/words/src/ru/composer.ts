import type { en } from "../en/index.ts";
import { plural } from "../plural.ts";
import type { WordsOf } from "../words.ts";

const count = plural("ru");

export const composer = {
  label: "Ваш ответ",
  hint: "Напишите ответ. / вставит шаблон",
  byHandHint: "Напишите ответ, скопируйте и опубликуйте на площадке сами",
  saved: "Черновик сохранён",
  unsaved: "Черновик только в этом браузере",
  left: (letters, most) => `${letters} из ${most}`,
  // in the genitive: each stands after "из", "не меньше" or "не больше"
  units: {
    characters: (length) => count(length, { one: "знака", many: "знаков" }),
    bytes: (length) => count(length, { one: "байта", many: "байт" }),
    graphemes: (length) => count(length, { one: "буквы", many: "букв" }),
  },
  findings: {
    empty: "Сначала напишите ответ",
    tooShort: (least) => `Коротко: площадке нужно не меньше ${least}`,
    tooLong: (most) => `Длинно: площадка принимает не больше ${most}`,
    unfilledVariable: (name) => `Заполните {{${name}}}: подставить нечего`,
    forbiddenLink: (text) => `Площадка запрещает ссылки: ${text}`,
    forbiddenPhone: (text) => `Площадка запрещает телефоны: ${text}`,
    forbiddenEmail: (text) => `Площадка запрещает адреса почты: ${text}`,
  },
  conflict: (who) => `Пока вы писали, черновик изменил ${who}.`,
  keepMine: "Оставить мой",
  takeTheirs: "Взять другой",
  theirs: "Другой текст",
  sent: "Ответ уходит",
  undone: "Ответ снова у вас",
  closed: "Закрыто",
  snoozed: "Отложено",
  reopened: "Снова во входящих",
  marked: "Отмечено отвеченным",
  copied: "Скопировано. Опубликуйте на площадке, затем отметьте отвеченным.",
  copyFailed: "Браузер не дал скопировать. Выделите текст и скопируйте сами.",
  tooLateToUndo: "Поздно: ответ уже ушёл",
  notSent: (why) => `Не отправлено. ${why} Текст сохранён.`,
  notDone: (why) => `Не сделано. ${why}`,
  templates: "Шаблоны",
  templatesHint: "↑ ↓ выбирают, Enter вставляет",
  noTemplates: "Нет подходящего шаблона",
} as const satisfies WordsOf<typeof en.composer>;
