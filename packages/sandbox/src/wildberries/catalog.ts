// The one shop of the simulator: an invented cosmetics seller, plainly named as a demo wherever it appears.

export interface Noun {
  /** Grammatical gender of the product's short name, which verbs and adjectives follow. */
  gender: "masculine" | "feminine" | "neuter";
  nominative: string;
  genitive: string;
  accusative: string;
}

export interface Product {
  /** Wildberries' article number; this range is the demo's own. */
  nmId: number;
  imtId: number;
  /** The seller's own article, one across networks. */
  article: string;
  name: string;
  size: string;
  subjectId: number;
  subjectName: string;
  noun: Noun;
  isLiquid: boolean;
  /** Colour of its bottle on demo photographs, as red, green, blue. */
  tint: readonly [number, number, number];
}

export const seller = { name: "ООО «Ромашка» (демо)", brand: "Демо-бренд «Ромашка»" };

const masculine = (nominative: string, genitive: string): Noun => ({
  gender: "masculine",
  nominative,
  genitive,
  accusative: nominative,
});
const feminine = (nominative: string, genitive: string, accusative: string): Noun => ({
  gender: "feminine",
  nominative,
  genitive,
  accusative,
});
const neuter = (nominative: string, genitive: string): Noun => ({
  gender: "neuter",
  nominative,
  genitive,
  accusative: nominative,
});

const product = (number: number, rest: Omit<Product, "nmId" | "imtId">): Product => ({
  nmId: 990_001_000 + number,
  imtId: 880_001_000 + number,
  ...rest,
});

export const products: readonly Product[] = [
  product(1, {
    article: "ROM-FACE-50",
    name: "Крем для лица увлажняющий с ромашкой, 50 мл",
    size: "50 мл",
    subjectId: 300_01,
    subjectName: "Кремы",
    noun: masculine("крем", "крема"),
    isLiquid: false,
    tint: [232, 205, 120],
  }),
  product(2, {
    article: "ROM-SHAMP-400",
    name: "Шампунь бессульфатный «Овёс и мёд», 400 мл",
    size: "400 мл",
    subjectId: 300_02,
    subjectName: "Шампуни",
    noun: masculine("шампунь", "шампуня"),
    isLiquid: true,
    tint: [214, 164, 92],
  }),
  product(3, {
    article: "ROM-BALM-300",
    name: "Бальзам для волос «Овёс и мёд», 300 мл",
    size: "300 мл",
    subjectId: 300_03,
    subjectName: "Бальзамы для волос",
    noun: masculine("бальзам", "бальзама"),
    isLiquid: true,
    tint: [226, 190, 140],
  }),
  product(4, {
    article: "ROM-MASK-250",
    name: "Маска для волос восстанавливающая с репейником, 250 мл",
    size: "250 мл",
    subjectId: 300_04,
    subjectName: "Маски для волос",
    noun: feminine("маска", "маски", "маску"),
    isLiquid: false,
    tint: [146, 170, 112],
  }),
  product(5, {
    article: "ROM-GEL-500",
    name: "Гель для душа «Зелёный чай», 500 мл",
    size: "500 мл",
    subjectId: 300_05,
    subjectName: "Гели для душа",
    noun: masculine("гель", "геля"),
    isLiquid: true,
    tint: [120, 182, 140],
  }),
  product(6, {
    article: "ROM-FOAM-150",
    name: "Пенка для умывания мягкая, 150 мл",
    size: "150 мл",
    subjectId: 300_06,
    subjectName: "Пенки для умывания",
    noun: feminine("пенка", "пенки", "пенку"),
    isLiquid: true,
    tint: [160, 200, 222],
  }),
  product(7, {
    article: "ROM-SERUM-30",
    name: "Сыворотка для лица с витамином C, 30 мл",
    size: "30 мл",
    subjectId: 300_07,
    subjectName: "Сыворотки",
    noun: feminine("сыворотка", "сыворотки", "сыворотку"),
    isLiquid: true,
    tint: [240, 160, 74],
  }),
  product(8, {
    article: "ROM-OIL-200",
    name: "Масло для тела «Миндаль», 200 мл",
    size: "200 мл",
    subjectId: 300_08,
    subjectName: "Масла",
    noun: neuter("масло", "масла"),
    isLiquid: true,
    tint: [222, 184, 96],
  }),
  product(9, {
    article: "ROM-HAND-75",
    name: "Крем для рук «Зимний», 75 мл",
    size: "75 мл",
    subjectId: 300_01,
    subjectName: "Кремы",
    noun: masculine("крем", "крема"),
    isLiquid: false,
    tint: [176, 190, 214],
  }),
  product(10, {
    article: "ROM-SCRUB-250",
    name: "Скраб для тела «Кофе», 250 г",
    size: "250 г",
    subjectId: 300_10,
    subjectName: "Скрабы",
    noun: masculine("скраб", "скраба"),
    isLiquid: false,
    tint: [122, 88, 66],
  }),
  product(11, {
    article: "ROM-MILK-250",
    name: "Молочко для тела «Ваниль», 250 мл",
    size: "250 мл",
    subjectId: 300_11,
    subjectName: "Молочко для тела",
    noun: neuter("молочко", "молочка"),
    isLiquid: true,
    tint: [238, 226, 198],
  }),
  product(12, {
    article: "ROM-LIP-5",
    name: "Бальзам для губ с пчелиным воском, 5 г",
    size: "5 г",
    subjectId: 300_12,
    subjectName: "Бальзамы для губ",
    noun: masculine("бальзам", "бальзама"),
    isLiquid: false,
    tint: [222, 120, 130],
  }),
];

/** The product under this number, or the first of the catalogue where the number is not ours. */
export function productOf(nmId: number): Product {
  const found = products.find((candidate) => candidate.nmId === nmId) ?? products[0];
  if (!found) throw new Error("The demo catalogue is empty.");
  return found;
}
