import type { en } from "../en/index.ts";
import type { WordsOf } from "../words.ts";

export const errors = {
  offline: "Нет связи с сервером.",
  "bad-input": "Запрос не понят.",
  "signed-out": "Вы вышли.",
  forbidden: "Это не разрешено.",
  "not-found": "Этого больше нет.",
  conflict: "Кто-то успел раньше.",
  "too-large": "Слишком много за один раз.",
  unreadable: "Это не прочесть.",
  "too-many": "Слишком много запросов, подождите минуту.",
  unavailable: "Сервер занят, попробуйте через минуту.",
  unknown: "Сервер не справился, попробуйте ещё раз.",
  broken: "На этом экране сбой. Набранное сохранено.",
  reload: "Загрузить заново",
} as const satisfies WordsOf<typeof en.errors>;
