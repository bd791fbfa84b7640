import type { en } from "../en/index.ts";
import { plural } from "../plural.ts";
import type { WordsOf } from "../words.ts";

const count = plural("ru");

export const sources = {
  add: "Добавить источник",
  empty: "Источников пока нет. Подключите первое место, где о вас говорят.",
  failed: "Источники не загрузились",
  pull: "Проверить сейчас",
  pause: "Приостановить",
  resume: "Возобновить",
  lastGood: (at) => `Проверено ${at}`,
  never: "Ещё не проверяли",
  found: (mentions) => count(mentions, { one: "обращение", few: "обращения", many: "обращений" }),
  lastFound: (at) => `последнее ${at}`,
  unreadable: (rows) => count(rows, { one: "не прочитано", few: "не прочитано", many: "не прочитано" }),
  reading: (done) => `Читаем, уже ${done}`,
  readingOf: (done, of) => `Читаем, ${done} из ${of}`,
  every: (minutes) => `проверяем раз в ${count(minutes, { one: "минуту", few: "минуты", many: "минут" })}`,
  onlyWhenAsked: "проверяем по просьбе",
  paused: "Приостановлен",
  working: "Работает",
  standing: (average, outOf, ratings) =>
    `${average} из ${outOf}, ${count(ratings, { one: "оценка", few: "оценки", many: "оценок" })}`,
  nextTry: (at) => `Следующая попытка ${at}`,
  fault: {
    throttled: "Площадка просит не спешить. Продолжим сами.",
    unavailable: "Площадка не отвечает. Попробуем сами ещё раз.",
    unauthorized: "Площадка отклонила доступ. Обновите его, и источник останется на месте.",
    changed: "Площадка изменила страницу, и мы её больше не понимаем. Поможет обновление Отклика.",
    refused: "Площадка отказала в запросе.",
    gone: "Такой страницы на площадке больше нет. Проверьте ссылку и подключите заново.",
    other: "При чтении что-то пошло не так.",
  },
  faultTimes: (times) => count(times, { one: "раз подряд", few: "раза подряд", many: "раз подряд" }),
  past: {
    load: "Загрузить прошлое",
    since: "С",
    until: "По",
    begin: "Загрузить",
    close: "Закрыть",
    hint: "Написанное тогда попадёт в отчёты. Во входящие и в уведомления оно не придёт.",
    running: "Загружаем прошлое",
    of: (done, of) => `${done} из ${of}`,
    cancel: "Остановить",
    ended: {
      done: (range) => `Загружено: ${range}`,
      failed: (range) => `Не загрузилось: ${range}`,
      cancelled: (range) => `Остановлено: ${range}`,
    },
  },
  pushes: {
    title: "Сразу, не дожидаясь проверки",
    hint: "Эти площадки могут сообщать Отклику о новом в ту же минуту.",
    failed: "Не загрузилось, какие площадки сообщают сразу",
    off: "Выключено: новое находят проверки",
    waiting: "Ждём первого сообщения от площадки",
    on: "Включено",
    switchOn: "Включить",
    makeAddress: "Настроить",
    switchOff: "Выключить",
    address: "Адрес",
    secret: "Секрет",
    copy: "Копировать",
    copied: "Скопировано",
  },
} as const satisfies WordsOf<typeof en.sources>;
