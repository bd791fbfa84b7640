import type { en } from "../en/index.ts";
import { plural } from "../plural.ts";
import type { WordsOf } from "../words.ts";

const count = plural("ru");

export const stuck = {
  empty: "Ничего не застряло: все шаги пройдены, всё прочитано.",
  failed: "Список застрявшего не загрузился",
  hint: "Эти шаги не удались ни с одной попытки и сами больше не повторяются. Ничего не потеряно: когда причина устранена, повторите.",
  step: {
    pull: "Чтение источника",
    label: "Разметка",
    pastLabel: "Разметка прежних обращений",
    response: "Размещение во входящих",
    pastResponse: "Размещение прежних обращений",
    deliver: "Отправка ответа",
    sum: "Итоги дня",
    notify: "Рассылка оповещений",
    change: "Тренды и поиск",
    schedule: "Расписание",
    other: "Другой шаг",
  },
  replay: "Повторить",
  replayAll: (step, letters) => `Повторить все: ${step}, ${letters}`,
  discard: "Удалить",
  discardAll: "Удалить все",
  confirm: "Удалить насовсем?",
  confirmed: "Удалить",
  steps: (letters) => count(letters, { one: "шаг", few: "шага", many: "шагов" }),
  entries: (entries) => count(entries, { one: "запись", few: "записи", many: "записей" }),
  replayed: (steps) => `Отправлено ещё раз: ${steps}`,
  gone: "С этим уже кто-то разобрался",
  why: {
    NoAnswer: "Шаг оборвался: не хватило времени, или программа остановилась посередине.",
    SyntaxError: "Сообщение повреждено: это не JSON.",
    ZodError: (field) => `Сообщение выглядит не так, как ждёт эта версия: ${field}.`,
    NetworkFault: "Площадка не выполнила запрос.",
    other: (error) => `Ошибка в Отклике (${error}). Если повтор не помогает, поможет обновление.`,
  },
  attempts: (tries) => count(tries, { one: "попытка", few: "попытки", many: "попыток" }),
  times: (deaths) => `и так уже ${count(deaths, { one: "раз", few: "раза", many: "раз" })}`,
  mentions: (mentions) => count(mentions, { one: "обращение", few: "обращения", many: "обращений" }),
  conversation: "Открыть обращение",
  payload: "Что внутри",
  payloadFailed: "Содержимое не загрузилось",
  unreadable: "Не прочитано",
  unreadableHint:
    "Записи источников, которые мы не поняли, храним как пришли. После обновления прочитайте источник заново: что удастся прочесть, попадёт во входящие, ничего не задвоится.",
  readAnew: "Прочитать источник заново",
  readingAnew: "Читаем источник с начала, прочитанное уйдёт из этого списка",
  discarded: (what) => `Удалено: ${what}`,
  lost: "источник, которого здесь больше нет",
  audit: "Кто что сделал",
  auditEmpty: "Пока никто ничего не повторял и не удалял.",
  did: {
    "replayed-letter": "повтор",
    "discarded-letter": "удаление",
    "read-source-anew": "чтение источника заново",
    "discarded-unreadable": "удаление непрочитанного",
    "corrected-label": "исправление метки",
  },
} as const satisfies WordsOf<typeof en.stuck>;
