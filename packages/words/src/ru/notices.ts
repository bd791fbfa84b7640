import type { en } from "../en/index.ts";
import { plural } from "../plural.ts";
import type { WordsOf } from "../words.ts";

const count = plural("ru");
const mentions = (many: number) => count(many, { one: "обращение", few: "обращения", many: "обращений" });

export const notices = {
  urgent: (many) =>
    count(many, { one: "срочное обращение", few: "срочных обращения", many: "срочных обращений" }),
  negative: (many) =>
    count(many, { one: "негативное обращение", few: "негативных обращения", many: "негативных обращений" }),
  breach: (many) =>
    count(many, { one: "просроченный ответ", few: "просроченных ответа", many: "просроченных ответов" }),
  failing: (many) =>
    count(many, {
      one: "источник не читается",
      few: "источника не читаются",
      many: "источников не читаются",
    }),
  ending: (many) =>
    count(many, {
      one: "доступ скоро закончится",
      few: "доступа скоро закончатся",
      many: "доступов скоро закончатся",
    }),
  wanting: (many) =>
    count(many, {
      one: "источник ждёт вашей помощи",
      few: "источника ждут вашей помощи",
      many: "источников ждут вашей помощи",
    }),
  mentions,
  lead: {
    urgent: "Это не может ждать, пока кто-нибудь заглянет.",
    negative: "Негатив и низкие оценки, пришедшие после прошлого сообщения.",
    breach: "Обещанный срок ответа прошёл, а ответа нет.",
    failing: "Пока это не исправить, обращения оттуда не приходят.",
    ending: "Пока всё работает. Когда доступ закончится, обращения оттуда приходить не будут.",
    wanting: "Одни не читаются, у других скоро закончится доступ.",
  },
  replyBy: (at) => `ответить до ${at}`,
  promisedBy: (at) => `ответ обещали до ${at}`,
  endsAt: (at) => `закончится ${at}`,
  silentSince: (at) => `не читается с ${at}`,
  noWords: "без слов",
  more: (many) => `И ещё ${many}`,
  openMention: "Открыть",
  openConversation: "Открыть обращение",
  openInbox: "Открыть входящие",
  openSources: "Открыть источники",
  openHere: "Открыть в Отклике",
  openAlerts: "Открыть оповещения",
  digest: {
    subject: (day, many) => `${mentions(many)} за ${day}`,
    quietSubject: (day) => `ни одного обращения за ${day}`,
    averageUp: (average, by) => `Средняя оценка ${average}: на ${by} выше, чем в тот же день неделю назад.`,
    averageDown: (average, by) => `Средняя оценка ${average}: на ${by} ниже, чем в тот же день неделю назад.`,
    averageSame: (average) => `Средняя оценка ${average}: как и в тот же день неделю назад.`,
    average: (average) => `Средняя оценка ${average}.`,
    unrated: "Звёзд никто не ставил.",
    quiet: "В этот день о бренде никто ничего не сказал.",
    day: "В этот день",
    weekBefore: "Неделю назад",
    mentions: "Обращения",
    averageRating: "Средняя оценка",
    shareAnswered: "Отвечено",
    medianReply: "Медианное время ответа",
    topics: "О чём говорили",
    now: "Сейчас",
    nothingOpen: "Входящие пусты.",
    open: (many) =>
      count(many, {
        one: "обращение ждёт ответа",
        few: "обращения ждут ответа",
        many: "обращений ждут ответа",
      }),
    overdue: (many) =>
      count(many, { one: "из них просрочено", few: "из них просрочены", many: "из них просрочены" }),
    failing: "Источники, которые не читаются",
    none: "нет",
  },
  trial: {
    subject: "проба, всё в порядке",
    title: "Канал работает",
    text: "Сюда будут приходить оповещения о бренде. Это сообщение отправили вручную, для пробы.",
  },
  why: "Кому и о чём сообщать, решают в Отклике на экране «Оповещения».",
  whyOf: (brand) => `Письмо пришло, потому что этот адрес указан в оповещениях бренда ${brand}.`,
} as const satisfies WordsOf<typeof en.notices>;
