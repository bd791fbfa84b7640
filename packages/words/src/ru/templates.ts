import type { en } from "../en/index.ts";
import type { WordsOf } from "../words.ts";

export const templates = {
  add: "Новый шаблон",
  empty: "Шаблонов пока нет. Запишите ответ, который даёте чаще всего, и вставляйте его через /.",
  failed: "Шаблоны не загрузились",
  name: "Название",
  shortcut: "Сокращение",
  shortcutHint: "что набрать после /",
  language: "Язык",
  text: "Текст",
  textHint: "{{author|покупатель}} подставит имя, а где его нет, напишет «покупатель».",
  variable: { author: "имя клиента", product: "товар", brand: "бренд", location: "место" },
  deleted: "Шаблон удалён",
  saved: "Сохранено",
  pick: "Выберите шаблон или напишите новый",
} as const satisfies WordsOf<typeof en.templates>;
