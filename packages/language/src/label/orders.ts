import type { Token } from "./tokens.ts";
import { remembering } from "./word-index.ts";

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

const mayOrder = remembering((word) => orderWords.has(word) || (imperative.test(word) && !notToUs.has(word)));

/** "Отмените заказ", "add a dark mode": whether an imperative stands there, at the beginning of a clause. */
export const isOrder = (tokens: readonly Token[], place: number): boolean => {
  const token = tokens[place];
  if (!token || !mayOrder(token) || !beginsClause(tokens, place)) return false;
  return !orderWords.has(token.word) || orderObjects.has(tokens[place + 1]?.word ?? "");
};

const beginsClause = (tokens: readonly Token[], place: number): boolean => {
  const before = tokens[place - 1];
  if (before === undefined || before.kind !== "word") return true;
  return lead.has(before.word) || before.word === "please" || before.word === "pls" || before.word === "plz";
};
