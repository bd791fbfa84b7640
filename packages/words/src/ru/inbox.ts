import type { en } from "../en/index.ts";
import { plural } from "../plural.ts";
import type { WordsOf } from "../words.ts";

const count = plural("ru");

export const inbox = {
  list: "Обращения",
  clearFilters: "Снять фильтры",
  sentiment: "Тональность",
  priority: "Приоритет",
  kind: "Вид",
  network: "Площадка",
  searchHint: "Поиск",
  searchedAll: "Искали везде",
  searchedOpen: "Искали только в открытых обращениях",
  waiting: (cards) => count(cards, { one: "новое", few: "новых", many: "новых" }),
  left: "Разобрано без вас",
  returned: "Вернулся",
  outdated: "Изменено",
  dueIn: (time) => `Ответить за ${time}`,
  late: (time) => `Опоздание ${time}`,
  resize: "Ширина списка",
  empty: "Входящих нет. Новые обращения появятся здесь сами.",
  emptyAction: "Добавить источник",
  emptyReading: "Читаем первые обращения, они появятся здесь сами.",
  emptyFilter: "Под эти фильтры ничего не подходит.",
  emptySearch: (words) => `По запросу «${words}» ничего не нашлось.`,
  emptySnoozed: "Отложенных нет. Нажмите h на обращении, чтобы вернуться к нему позже.",
  emptyAnswered: "Ответов пока нет. Нажмите r на обращении и напишите первый.",
  emptyClosed: "Закрытых нет. Нажмите e на обращении, которому ответ не нужен.",
  end: "Это всё",
  failed: "Список не загрузился",
  progress: (done) => `Читаем: уже ${done}`,
  progressOf: (done, of) => `Читаем: ${done} из ${of}`,
} as const satisfies WordsOf<typeof en.inbox>;
