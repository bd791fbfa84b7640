import type { en } from "../en/index.ts";
import type { WordsOf } from "../words.ts";

export const errors = {
  offline: "нет связи с сервером",
  "bad-input": "запрос не понят",
  "signed-out": "вы вышли",
  forbidden: "это не разрешено",
  "not-found": "этого больше нет",
  conflict: "кто-то успел раньше",
  "too-large": "слишком много за один раз",
  unreadable: "это не прочесть",
  "too-many": "слишком много запросов, подождите минуту",
  unavailable: "сервер занят, попробуйте через минуту",
  unknown: "сервер не справился, попробуйте ещё раз",
  broken: "На этом экране сбой. Набранное сохранено.",
  reload: "Загрузить заново",
} as const satisfies WordsOf<typeof en.errors>;
