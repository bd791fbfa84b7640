import type { Wish } from "@otklik/core/label/label";
import { classIndex, classNumber, type Part } from "./cues/rules.ts";
import { evidenceOf, type Found, firstOf, type Hit } from "./evidence.ts";
import type { Field } from "./fields.ts";
import type { Token } from "./tokens.ts";

/** What the customer wants of us: something done goes before an answer. */
export const wishOf = (fields: readonly Field[], cues: readonly Hit<Part>[]): Found<Wish> | undefined => {
  const request = firstOf(cues, "wish.request") ?? firstOrder(fields);
  if (request) return { is: "request", evidence: evidenceOf("wish.request", [request]) };
  const asked = firstOf(cues, "wish.question") ?? firstQuestion(fields) ?? unmarkedQuestion(fields);
  return asked && { is: "question", evidence: evidenceOf("wish.question", [asked]) };
};

type Stretch = Omit<Hit<unknown>, "is">;

const firstQuestion = (fields: readonly Field[]): Stretch | undefined => {
  for (const field of fields) {
    const place = field.tokens.findIndex((token, at) => isQuestionMark(token) && isAsked(field.tokens, at));
    if (place < 0) continue;
    const start = startOf(field.tokens, place);
    return { field, place: start, length: place - start };
  }
  return undefined;
};

/** "?!" cries out rather than asks. */
const isQuestionMark = ({ kind, word }: Token): boolean =>
  kind === "break" && word.includes("?") && !word.includes("!") && !word.includes("...");

const startOf = (tokens: readonly Token[], end: number): number =>
  tokens.findLastIndex((token, at) => at < end && token.kind === "break" && /[.!?\n…]/.test(token.word)) + 1;

const fewestWords = 2;
const rhetoric = classNumber("wish.question.rhetoric");

/** Whether the sentence that ends there wants an answer. */
const isAsked = (tokens: readonly Token[], end: number): boolean => {
  const start = startOf(tokens, end);
  let words = 0;
  for (let place = start; place < end; place += 1) {
    if (tokens[place]?.kind === "word") words += 1;
    if (classIndex.allAt(tokens, place).some(({ value }) => value.includes(rhetoric))) return false;
  }
  return words >= fewestWords;
};

/** Said to other customers, or to nobody: an order of ours is none of these. */
const notToUs = new Set(
  `берите возьмите покупайте купите заказывайте закажите рекомендуйте пробуйте попробуйте приходите заходите зайдите идите
  ходите сходите смотрите посмотрите читайте почитайте пользуйтесь верьте поверьте доверяйте обходите бегите держитесь хотите
  можете знаете любите ищете ищите ждите будьте представьте извините простите учтите имейте берегите берегитесь выбирайте
  подумайте думайте поймите скажите подскажите помните запомните наслаждайтесь отдыхайте путешествуйте слушайте катайтесь
  кушайте ешьте пейте носите надевайте стирайте задумайтесь остерегайтесь избегайте старайтесь хочите ведитесь связывайтесь
  заметьте прикиньте гляньте глядите езжайте поезжайте спешите торопитесь успейте экономьте тратьте живите творите
  процветайте развивайтесь продолжайте давайте девайте радуйте удивляйте оставайтесь здравствуйте приветствуйте судите решайте
  забудьте говорите звоните пишите напишите позвоните обращайтесь обратитесь добавляйтесь подписывайтесь переходите
  присоединяйтесь едите вините нажмите жмите введите варите готовьте положите добавите получите увидите найдете оцените
  примите внимание посетите выпейте съешьте выберите возите везите несите терпите мучайтесь надейтесь полюбуйтесь`.split(
    /\s+/,
  ),
);
const imperative = /^[а-я]{2,}(?:[йь]те|ите)(?:сь)?$/;
const lead = new Set(
  "пожалуйста пожалуйсто плиз плз срочно а и но ну просто уже лучше хоть хотя_бы народ ребята девочки господа уважаемые".split(
    " ",
  ),
);
const orderWords = new Set(
  `fix add cancel refund return bring remove make change update send stop improve replace exchange allow include consider
  reply respond answer explain delete unlock restore deliver reopen restock train hire redo resend reverse extend reduce
  lower increase issue credit waive check correct`.split(/\s+/),
);
const orderObjects = new Set(
  "a an the my our me us this that these it your more some back out another to it's please pls asap up off larger smaller bigger".split(
    " ",
  ),
);

/** "Отмените заказ", "add a dark mode": an imperative at the beginning of a clause. */
const firstOrder = (fields: readonly Field[]): Stretch | undefined => {
  for (const field of fields) {
    const place = field.tokens.findIndex((_, at) => isOrder(field.tokens, at));
    if (place >= 0) return { field, place, length: 1 };
  }
  return undefined;
};

const isOrder = (tokens: readonly Token[], place: number): boolean => {
  const token = tokens[place];
  if (token?.kind !== "word" || !beginsClause(tokens, place)) return false;
  if (orderWords.has(token.word)) return orderObjects.has(tokens[place + 1]?.word ?? "");
  return imperative.test(token.word) && !notToUs.has(token.word);
};

const beginsClause = (tokens: readonly Token[], place: number): boolean => {
  const before = tokens[place - 1];
  if (before === undefined || before.kind !== "word") return true;
  return lead.has(before.word) || before.word === "please" || before.word === "pls" || before.word === "plz";
};

const asking = new Set(
  "где куда как почему сколько какой какая какие какое какого чем откуда можно отчего зачем".split(" "),
);
const meant = new Set(
  "вы вас вам ваш ваша ваше ваши вашем вашей мне мой моя мое мои можно ли если не будет будут стоит или нужно надо есть могу работаете подходит".split(
    " ",
  ),
);
const english = new Map([
  ...["is", "are", "do", "does", "can", "could", "will", "would", "did"].map(
    (word) => [word, new Set("you there it this these i anyone someone we they your my".split(" "))] as const,
  ),
  ["what", new Set("is are size time if kind does do colour color happens".split(" "))] as const,
  ["where", new Set("is are do can did was".split(" "))] as const,
  ["which", new Set("one size is are colour color model do".split(" "))] as const,
  ["any", new Set("idea ideas chance plans news update updates way tips".split(" "))] as const,
  ["who", new Set("do can should is".split(" "))] as const,
]);
const mostWords = 16;

/** Asked without a question mark, as people do: only a short clause that speaks to somebody. */
const unmarkedQuestion = (fields: readonly Field[]): Stretch | undefined => {
  for (const field of fields) {
    const place = field.tokens.findIndex((_, at) => isUnmarked(field.tokens, at));
    if (place >= 0) return { field, place, length: 1 };
  }
  return undefined;
};

const isUnmarked = (tokens: readonly Token[], place: number): boolean => {
  const token = tokens[place];
  if (token?.kind !== "word" || !beginsSentence(tokens, place)) return false;
  const next = tokens[place + 1]?.word ?? "";
  const isEnglish = english.get(token.word)?.has(next) ?? false;
  if (!isEnglish && !asking.has(token.word)) return false;
  const end = tokens.findIndex((one, at) => at > place && one.kind === "break" && /[.!?\n…]/.test(one.word));
  const last = end < 0 ? tokens.length : end;
  if (last - place > mostWords || last - place < 3 || (end >= 0 && /[!?]/.test(tokens[end]?.word ?? "")))
    return false;
  const clause = tokens.slice(place, last);
  if (!isEnglish && !clause.some(({ word }) => meant.has(word))) return false;
  return !clause.some((_, at) =>
    classIndex.allAt(tokens, place + at).some(({ value }) => value.includes(rhetoric)),
  );
};

const beginsSentence = (tokens: readonly Token[], place: number): boolean => {
  const before = tokens[place - 1];
  if (before === undefined) return true;
  return before.kind === "word"
    ? ["а", "и", "so", "and", "but"].includes(before.word) && place === 1
    : /[.!?\n]/.test(before.word);
};
