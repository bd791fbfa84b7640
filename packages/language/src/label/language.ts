import type { Field } from "./fields.ts";
import { mostNumbered } from "./word-numbers.ts";

/** Letters that one Cyrillic language uses and its neighbours do not. */
const cyrillicTelltales: readonly (readonly [language: string, letters: RegExp])[] = [
  ["kk", /[әғқңөұүһ]/gi],
  ["be", /ў/gi],
  ["uk", /[їєґ]/gi],
  ["sr", /[ђћџљњј]/gi],
];
/** Scripts that stand for one language, with the share of all letters from which they decide: kana stand among kanji. */
const scripts: readonly (readonly [language: string, letters: RegExp, share: number])[] = [
  ["el", /[\u0370-\u03ff]/g, 0.5],
  ["he", /[\u0590-\u05ff]/g, 0.5],
  ["fa", /[پچژگ]/g, 0.04],
  ["ar", /[\u0600-\u06ff]/g, 0.5],
  ["hy", /[\u0530-\u058f]/g, 0.5],
  ["ka", /[\u10a0-\u10ff]/g, 0.5],
  ["hi", /[\u0900-\u097f]/g, 0.5],
  ["th", /[\u0e00-\u0e7f]/g, 0.5],
  ["ko", /[\uac00-\ud7af]/g, 0.5],
  ["ja", /[\u3040-\u30ff]/g, 0.04],
  ["zh", /[\u4e00-\u9fff]/g, 0.5],
];

/** Words that are frequent in one language and rare or absent in its neighbours. */
const frequent: Readonly<Record<string, string>> = {
  ru: "и в не на что это как но по все так был была было было бы же вы мы они мне меня очень нет да или если только уже для от за из у к с о просто тоже здесь там где когда почему спасибо хорошо плохо быстро отлично приложение рекомендую spasibo ochen horosho xorosho ploho privet eto vsem rekomenduyu klass otlichno norm",
  uk: "що це та не на дуже дякую добре як або але вже є немає чи ще бо він вона вони його мені мене тут там де коли чому погано швидко замовлення працює та з від для й і чудово гарно гарний гарна смачно якісно зручно дякуємо рекомендую",
  be: "што гэта вельмі дзякуй не няма але як мне і з на ёсць добра дрэнна",
  bg: "и е на не да се за много това този тази съм беше няма добре лошо благодаря от със като но ще са още обслужване работи доставка бързо",
  kk: "және бұл өте жақсы жаксы рахмет емес бар жоқ керек үшін мен сіз бір деп осы маған болды болып екен тез жаман кызмет керемет алғыс қосымша істемейді",
  en: "the and is are was were to of in it this that for with you my i not but have has had on at be they we so very good great nice bad love best app please don't can't it's i'm just all from as will would what when thanks thank never always ok works terrible awful excellent amazing worst nice poor useless slow delivery quality service happy perfect they if about out get got more no awesome wow lol cool fine thx ur u im dont cant i've easy fast friendly staff food product money time new job using used useful fun game super okay hello hi hey day today need want know like why how who only even did your he she her his their our by an or too been after before",
  de: "der die das und ist nicht ich ein eine sehr gut mit auf für zu den dem war wir auch aber es sie haben hat bin nur wie noch schnell schlecht danke immer alles kann wird gute guter super schön leider qualität lieferung preis kein keine nach wenn dass sind mehr werden man vom zum zur bei aus als um einen einem diese dieser wurde können",
  fr: "le la les et est pas je un une des très bien pour que qui dans avec sur ce mais c'est j'ai nous vous mon plus merci au du en ne tout bon service sont super produit livraison nul qualité rapide parfait tu il elle par avoir être fait comme cette ces ses leur où quand si encore trop jamais rien même",
  es: "el la los las y es no que un una muy bien para con por en lo pero me mi se del al todo gracias bueno más como esta este son malo está yo excelente buena mala producto llegó servicio rápido perfecto calidad recomiendo tu su sus les nos ha he hay ser fue eso esa ese cuando donde porque mucho nada siempre todos",
  it: "il la gli e è non che un una molto bene per con di in ma mi ho del della sono questo questa tutto grazie buono più come anche le ci si ottimo ottima pessimo prodotto consegna veloce consiglio perfetto io tu lui lei noi voi loro dei delle nel nella alla dal perché quando tutti sempre mai",
  pt: "o a os as e é não que um uma muito bem para com por em mas me meu do da no na tudo obrigado bom mais como está eu você foi são ótimo ótima péssimo produto entrega chegou rápido qualidade recomendo perfeito ele ela nós isso esse essa quando porque muita sempre nunca pelo pela aos das dos vou tem ser ter fazer hoje dia",
  nl: "de het een en is niet ik van zeer goed met voor op dat maar heb zijn was wij ook te er geen erg snel bedankt levering kwaliteit heel mijn wel kan",
  pl: "i w nie na że to jest się z do bardzo dobrze ale jak co po za od mnie mi dziękuję polecam szybko tylko dobra dobry szybka jakość produkt super jestem mam nic",
  tr: "ve bir bu çok iyi için ile değil ama ben var yok teşekkürler gibi daha güzel kötü olarak en hiç harika teşekkür berbat uygulama ürün hızlı kargo tavsiye",
  uz: "va bu juda yaxshi uchun bilan emas rahmat bor yo'q men siz ham bir kerak zo'r ilova dastur yomon lekin qanday zor ishlamayapti ishlamaydi ekan qildim bolmayapti bo'lmayapti chiqmayapti pul ajoyib gap raxmat bo'ladi chunki faqat hech edi hamma narsa",
  cs: "a je to v na se že ne velmi dobře ale jak za pro jsem děkuji rychlé špatné jen",
};
const languages = Object.keys(frequent);
const languagesOfWord = new Map<string, number[]>();
for (const [language, words] of Object.values(frequent).entries())
  for (const word of new Set(words.split(" ")))
    languagesOfWord.set(word, [...(languagesOfWord.get(word) ?? []), language]);
const all = [...languages.keys()];
const cyrillicOnes = ["ru", "uk", "be", "bg", "kk"].map((language) => languages.indexOf(language));

const accents = (
  [
    ["de", /[äöüß]/gi],
    ["fr", /[àâçèêëîïôùûœ]/gi],
    ["es", /[ñ¿¡]/gi],
    ["pt", /[ãõ]/gi],
    ["pl", /[ąęłńśźż]/gi],
    ["tr", /[ğışç]/gi],
    ["cs", /[ěřůčž]/gi],
  ] as const
).map(([language, letters]) => [languages.indexOf(language), letters] as const);

const looksAt = 500;
/** Who writes in Cyrillic letters names brands in Latin ones; from this share on the text is Cyrillic all the same. */
const foreignNames = 0.2;

/**
 * BCP 47 primary language of what stands in the fields by its script, telling letters and frequent words; "und" when
 * unsure. Looks at the beginning only, so its cost is bounded.
 */
export const guessLanguage = (fields: readonly Pick<Field, "text" | "tokens">[]): string => {
  const start = beginningOf(fields);
  const { latin, cyrillic, special, others } = countLetters(start);
  const letters = latin + cyrillic + others;
  if (letters === 0) return "und";
  if (latin * 2 > letters && cyrillic < letters * foreignNames) {
    countWords(fields);
    if (special > 0) countAccents(start);
    return mostVoted(all) ?? "und";
  }
  if (cyrillic > 0 && cyrillic >= letters * foreignNames) {
    const told = special > 0 ? byTelltales(start, letters) : undefined;
    if (told !== undefined) return told;
    countWords(fields);
    return mostVoted(cyrillicOnes) ?? "ru";
  }
  return scripts.find(([, script, share]) => count(start, script) >= share * letters)?.[0] ?? "und";
};

const beginningOf = (fields: readonly Pick<Field, "text">[]): string => {
  const [first, ...others] = fields;
  if (!first || others.length === 0) return first?.text.slice(0, looksAt) ?? "";
  return fields
    .map(({ text }) => text.slice(0, looksAt))
    .join("\n")
    .slice(0, looksAt);
};

interface Letters {
  latin: number;
  cyrillic: number;
  others: number;
  /** Those that neither the English alphabet nor the Russian has, and signs beyond ASCII. */
  special: number;
}

/** By code alone, which is several times faster than by class; signs and surrogates are no letters. */
const countLetters = (text: string): Letters => {
  let [latin, cyrillic, others, special] = [0, 0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code > 96 && code < 123) || (code > 64 && code < 91)) latin += 1;
    else if ((code >= 0x410 && code < 0x450) || code === 0x401 || code === 0x451) cyrillic += 1;
    else if (code > 127) {
      special += 1;
      if (code > 191 && code < 592) latin += 1;
      else if (code >= 0x400 && code < 0x530) cyrillic += 1;
      else if ((code >= 0x370 && code < 0x2000) || (code >= 0x3040 && code < 0xd800)) others += 1;
    }
  }
  return { latin, cyrillic, others, special };
};

/** Of a text in Cyrillic letters; undefined where no letter of it is told apart. */
const byTelltales = (text: string, letters: number): string | undefined => {
  for (const [language, telltale] of cyrillicTelltales)
    if (count(text, telltale) > letters * 0.02) return language;
  return /і/i.test(text) && !/[ыэъё]/i.test(text) ? "uk" : undefined;
};

const countAccents = (text: string): void => {
  for (const [language, marks] of accents)
    votes[language] = (votes[language] as number) + Math.min(3, count(text, marks));
};

/** By the number of a word: the places, in `languages`, of those in which it is frequent. */
const known: (readonly number[] | undefined)[] = new Array(mostNumbered);
const nowhere: readonly number[] = [];
/** One for each language, the same for all texts. */
const votes = new Float64Array(languages.length);

const countWords = (fields: readonly Pick<Field, "tokens">[]): void => {
  votes.fill(0);
  for (const { tokens } of fields)
    for (const { kind, word, number, at } of tokens) {
      if (at >= looksAt) break;
      if (kind !== "word") continue;
      const where = known[number] ?? languagesOfWord.get(word) ?? nowhere;
      if (number >= 0) known[number] = where;
      for (const language of where) votes[language] = (votes[language] as number) + 1 / where.length;
    }
};

/** The language with the most votes, if it has any and no other has as many. */
const mostVoted = (among: readonly number[]): string | undefined => {
  let first: number | undefined;
  let most = 0;
  for (const language of among) {
    const own = votes[language] as number;
    if (own > most) [first, most] = [language, own];
    else if (own === most) first = undefined;
  }
  return first === undefined ? undefined : languages[first];
};

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
