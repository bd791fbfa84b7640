// An invented seller of cosmetics: the same goods, and the same buyers' sentences, as its shop on Wildberries.
import { type Product, products } from "../wildberries/catalog.ts";
import { aboutProduct } from "../wildberries/prose/about-products.ts";
import { bodies } from "../wildberries/prose/answers.ts";
import { type Complaint, complaints, incident, lukewarm } from "../wildberries/prose/complaints.ts";
import * as praise from "../wildberries/prose/praise.ts";
import { anyProduct } from "../wildberries/prose/questions.ts";
import { setPieces } from "../wildberries/prose/set-pieces.ts";
import type { Lore, Named, Topic, Whole } from "./lexicon.ts";
import { russian } from "./russian.ts";

const named = (product: Product): Named => {
  const { article, name, noun } = product;
  const { gender, nominative, genitive, accusative } = noun;
  const capital = nominative.charAt(0).toLocaleUpperCase("ru") + nominative.slice(1);
  const forms = { nom: nominative, Nom: capital, gen: genitive, acc: accusative };
  return { key: article, is: "product", name, article, gender, forms, own: aboutProduct(article) };
};

const goods = products.map(named);
const liquids = products.filter(({ isLiquid }) => isLiquid).map(({ article }) => article);

const complaint = (
  told: Complaint,
  rest: Pick<Topic, "weight" | "titles" | "answers"> & Partial<Topic>,
): Topic => ({
  mood: "bad",
  stars:
    told.stars[0] === told.stars[1]
      ? [[told.stars[0], 1]]
      : [
          [told.stars[0], 3],
          [told.stars[1], 2],
        ],
  openings: [
    "Заказ пришёл вчера",
    "Брал{/а} в подарок",
    "Раньше покупал{/а} и был{/а} довол{ен/ьна}",
    "Купил{/а} по совету блогера",
    "Взял{/а} на распродаже",
    "Честный отзыв за свои деньги",
    "Долго думал{/а}, писать ли",
    "Первый и последний заказ у этого бренда",
    "Покупаю косметику давно и есть с чем сравнить",
    "Пишу сразу после получения",
  ],
  details: told.happened,
  closings: told.verdict,
  cons: told.cons,
  ...rest,
});

const topics: Readonly<Record<string, Topic>> = {
  praise: {
    ...{ mood: "good", weight: 52, own: "likes", openings: praise.openings, closings: praise.closings },
    stars: [
      [5, 88],
      [4, 12],
    ],
    titles: [
      "Беру ещё",
      "Довольны всей семьёй",
      "Находка",
      "Твёрдая пятёрка",
      "Рекомендую",
      "Теперь только это",
    ],
    details: [...praise.smell, ...praise.wrapping, ...praise.delivery, ...praise.price, ...praise.economy],
    answers: [...bodies.thanks, ...russian.owner.thanks],
  },
  mixed: {
    ...{ mood: "mild", weight: 14, own: "likes" },
    stars: [
      [4, 70],
      [5, 30],
    ],
    titles: ["Хорошо, но", "Есть нюансы", "Почти отлично"],
    openings: praise.openings,
    details: praise.reservations.flatMap((reservation, index) =>
      praise.trifles.filter((_, at) => at % 5 === index % 5).map((trifle) => reservation + trifle),
    ),
    closings: [
      "Но в целом беру",
      "Остальное на уровне",
      "Ещё присмотрюсь",
      "Мелочь, а неприятно",
      "Надеюсь, исправят",
    ],
    answers: bodies.reserved,
  },
  lukewarm: {
    ...{ mood: "mild", weight: 6, own: "gripes", openings: lukewarm.openings, closings: lukewarm.closings },
    stars: [
      [3, 80],
      [4, 20],
    ],
    titles: ["Средне", "На троечку", "Без восторга"],
    details: praise.trifles,
    answers: bodies.reserved,
  },
  leak: complaint(complaints.leak, {
    weight: 4,
    titles: ["Протекло", "Лужа в пакете"],
    fits: liquids,
    answers: bodies.damaged,
  }),
  expiry: complaint(complaints.expiry, {
    weight: 2,
    titles: ["Срок годности", "Просрочка"],
    answers: bodies.defective,
  }),
  rash: complaint(complaints.rash, {
    weight: 4,
    titles: ["Аллергия", "Раздражение на коже"],
    answers: bodies.reaction,
  }),
  fake: complaint(complaints.fake, {
    weight: 3,
    titles: ["Подделка?", "Не тот состав"],
    answers: bodies.doubted,
  }),
  delivery: complaint(complaints.delivery, {
    weight: 4,
    titles: ["Доставка", "Ждал{/а} месяц"],
    answers: bodies.late,
  }),
  smell: complaint(complaints.smell, {
    weight: 3,
    titles: ["Запах", "Аромат на любителя"],
    answers: bodies.disappointed,
  }),
  useless: complaint(complaints.useless, {
    weight: 5,
    titles: ["Не работает", "Ноль эффекта"],
    own: "gripes",
    cons: undefined,
    answers: bodies.disappointed,
  }),
  wrong: complaint(complaints.wrong, {
    weight: 3,
    titles: ["Прислали не то", "Перепутали"],
    answers: bodies.defective,
  }),
  price: complaint(complaints.price, {
    weight: 3,
    titles: ["Дорого", "Цена выросла"],
    answers: bodies.priced,
  }),
};

const SHAMPOO = "ROM-SHAMP-400";

const genderOf = (name: string) =>
  russian.people.find((person) => person.name === name)?.gender ?? "feminine";
const foreign: Readonly<Record<string, string>> = { Kate: "en", Алеся: "be" };

/** Reviews written whole, of which the urgent ones wait for an answer. */
const wholes: readonly Whole[] = setPieces.map(({ article, author, stars, text, unanswered }) => ({
  ...{ text, stars, about: article, by: genderOf(author), language: foreign[author] },
  plot: unanswered ? "urgent" : stars >= 4 ? "praise" : "whole",
  ...(/звёзд|звезд|звёздами/iu.test(text) && { starred: true as const }),
}));

const post = (number: number, daysAgo: number, article: string, [name, text]: [string, string]): Named => {
  const about = goods.find(({ key }) => key === article);
  if (!about) throw new Error(`The demo seller has no ${article}.`);
  return { ...about, key: `post-${number}`, is: "post", name, text, daysAgo, of: article };
};

const posts: readonly Named[] = [
  post(1, 62, "ROM-FACE-50", [
    "Крем с ромашкой",
    "Наш первый крем: ромашка, сквалан и больше ничего лишнего. Кто пробовал?",
  ]),
  post(2, 55, "ROM-SHAMP-400", [
    "Овёс и мёд",
    "Шампунь без сульфатов: первую неделю волосы привыкают, потом благодарят. Делитесь опытом.",
  ]),
  post(3, 48, "ROM-SERUM-30", [
    "Про витамин C",
    "Почему наша сыворотка прозрачная и как понять, что она испортилась. Короткий рассказ технолога.",
  ]),
  post(4, 40, "ROM-SCRUB-250", [
    "Кофе для тела",
    "Скраб на настоящем кофе. Ванну после него придётся сполоснуть, зато кожа скажет спасибо.",
  ]),
  post(5, 34, "ROM-MASK-250", ["Вечер маски", "Двадцать минут, чай и репейник. Кто сегодня с нами?"]),
  post(6, 27, "ROM-HAND-75", ["Зимний крем", "Минус пятнадцать обещают уже на неделе. Где ваш тюбик?"]),
  post(7, 20, "ROM-OIL-200", ["Масло для тела", "Миндаль и косточки винограда, и никакой отдушки."]),
  post(8, 12, "ROM-SHAMP-400", ["Большой флакон", "Шампунь теперь в четырёхстах миллилитрах и с помпой."]),
  post(9, 6, "ROM-SHAMP-400", [
    "О партии Р-117",
    "Помпа этой партии может протекать. Напишите нам, вернём деньги, флакон оставьте себе.",
  ]),
  post(10, 2, "ROM-LIP-5", ["Розыгрыш", "Пять бальзамов для губ тем, кто расскажет, где забыл прошлый."]),
];

export const cosmetics: Lore = {
  subjects: goods,
  posts,
  incidentAbout: SHAMPOO,
  lexicons: [
    {
      ...russian,
      weight: 1,
      topics,
      incident: complaint(incident, {
        ...{ weight: 0, titles: ["Протекает дозатор", "Брак партии Р-117"], answers: bodies.damaged },
        openings: [
          "Получил{/а} заказ сегодня",
          "Предупреждаю всех",
          "Третий отзыв об одном и том же",
          "Пишу второй раз",
        ],
      }),
      wholes,
      asks: anyProduct,
    },
  ],
};
