import type { Emotion, Sentiment } from "@otklik/core/label/label";
import type { Token } from "./tokens.ts";
import type { Tone } from "./tone.ts";
import { entriesOf, wordIndex } from "./word-index.ts";

const emotions = wordIndex<Exclude<Emotion, "neutral"> | "none">(
  entriesOf<Exclude<Emotion, "neutral"> | "none">([
    [
      "anger",
      `бесит бесят беш* ненавижу возмущ* возмут* безобраз* позор* хамств* хам хамит хамят нахам* нагл*
      наглость издева* издеват* обман* мошенн* врут вранье ужас ужасн* кошмар* отвратит* сволоч* твари мраз*
      урод* дерьм* говн* задолбал* достали блять бля пиздец сука суки идиот* дебил* злит злой злюсь в_ярости
      беспредел* воруют верните_деньги angry furious outrag* disgust* hate hated rude* scam* fraud* thieves
      ridiculous unacceptable disgrace* liars lying pathetic wtf fuck* shit* bullshit idiots crooks pissed
      livid appalling stole shame_on`,
    ],
    [
      "disappointment",
      `разочаров* расстро* огорч* жаль жалко жалею пожалел* обидно обид* к_сожалению увы грустно печаль*
      не_оправда* ожидал_больш* ожидала_больш* ожидали_больш* зря напрасно раньше_было_лучше стало_хуже
      disappoint* regret* unfortunately sad sadly let_down expected_more expected_better sorry_to too_bad
      used_to_be used_to_love waste_of wasted not_worth`,
    ],
    [
      "confusion",
      `непонятн* не_понятн* не_понимаю не_понял* не_пойму не_могу_понять как_понять запутан* запутал*
      подскажите как_мне как_можно каким_образом в_чем_дело что_делать странно странн* почему куда_обратит*
      не_разобрал* не_знаю_как confus* don't_understand do_not_understand unclear puzzl* how_do_i how_can_i
      how_to_i what_should_i not_sure_how no_idea_how why_is why_does why_do why_can't wondering weird
      strange`,
    ],
    [
      "joy",
      `рад рада рады радует радуют радост* счастлив* счастье восторг* в_восторге восхит* обожаю люблю супер
      класс класс* круто ура кайф* наслажд* удовольстви* весело влюбил* понравил* нравится happy love loved
      loving joy delight* thrilled excited wow yay awesome amazing fantastic fun enjoy* adore* glad`,
    ],
    [
      "gratitude",
      `спасибо благодар* признател* респект thank thanks thankful grateful gratitude thx appreciate* kudos
    bless`,
    ],
    ["none", `классич* классик* классов* no_thanks thank_god thanks_for_nothing спасибо_хоть`],
  ]),
);

/** The strongest feeling in the words, as far as it goes with the sentiment; else what the sentiment suggests. */
export const emotionOf = (
  tokens: readonly Token[],
  tone: Tone,
  sentiment: { is: Sentiment; confidence: number },
): { is: Emotion; confidence: number } => {
  const counts = { anger: 0, disappointment: 0, confusion: 0, joy: 0, gratitude: 0, none: 0 };
  for (let place = 0; place < tokens.length; place += 1) {
    const hit = emotions.at(tokens, place);
    if (!hit) continue;
    counts[hit.value] += 1;
    place += hit.length - 1;
  }
  const sure = (named: number) => Math.min(0.9, 0.5 + 0.15 * named) * (0.5 + sentiment.confidence / 2);
  if (sentiment.is === "positive") {
    if (counts.gratitude > 0 && counts.gratitude >= counts.joy)
      return { is: "gratitude", confidence: sure(counts.gratitude) };
    return { is: "joy", confidence: sure(counts.joy) };
  }
  if (sentiment.is === "neutral") {
    if (counts.confusion > 0) return { is: "confusion", confidence: sure(counts.confusion) * 0.8 };
    return { is: "neutral", confidence: sentiment.confidence };
  }
  const rage = counts.anger + (counts.anger > 0 && tone.exclamations > 0 ? 1 : 0);
  if (rage > 0 && rage >= counts.disappointment) return { is: "anger", confidence: sure(rage) };
  if (counts.confusion > counts.disappointment)
    return { is: "confusion", confidence: sure(counts.confusion) };
  if (sentiment.is === "mixed" && counts.gratitude > counts.disappointment)
    return { is: "gratitude", confidence: sure(0) * 0.8 };
  return { is: "disappointment", confidence: sure(counts.disappointment) };
};
