import type { Emotion, Sentiment } from "@otklik/core/label/label";
import { evidenceOf, type Found, hitsIn } from "./evidence.ts";
import type { Field } from "./fields.ts";
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

type Feeling = Exclude<Emotion, "neutral">;

/** The strongest feeling in the words, as far as it goes with the sentiment; else what the sentiment suggests. */
export const emotionOf = (
  fields: readonly Field[],
  tone: Tone,
  sentiment: { is: Sentiment; confidence: number },
): Found<Emotion> & { confidence: number } => {
  const hits = hitsIn(fields, emotions);
  const count = (feeling: Feeling) => hits.filter(({ is }) => is === feeling).length;
  const felt = strongest(count, tone, sentiment);
  const led = hits.filter((hit) => hit.is === felt.is);
  return { ...felt, evidence: evidenceOf(`emotion.${felt.is}`, led) };
};

const strongest = (
  count: (feeling: Feeling) => number,
  tone: Tone,
  sentiment: { is: Sentiment; confidence: number },
): { is: Emotion; confidence: number } => {
  const sure = (named: number) => Math.min(0.9, 0.5 + 0.15 * named) * (0.5 + sentiment.confidence / 2);
  const gratitude = count("gratitude");
  if (sentiment.is === "positive") {
    const joy = count("joy");
    if (gratitude > 0 && gratitude >= joy) return { is: "gratitude", confidence: sure(gratitude) };
    return { is: "joy", confidence: sure(joy) };
  }
  const confusion = count("confusion");
  if (sentiment.is === "neutral") {
    if (confusion > 0) return { is: "confusion", confidence: sure(confusion) * 0.8 };
    return { is: "neutral", confidence: sentiment.confidence };
  }
  const anger = count("anger");
  const disappointment = count("disappointment");
  const rage = anger + (anger > 0 && tone.exclamations > 0 ? 1 : 0);
  if (rage > 0 && rage >= disappointment) return { is: "anger", confidence: sure(rage) };
  if (confusion > disappointment) return { is: "confusion", confidence: sure(confusion) };
  if (sentiment.is === "mixed" && gratitude > disappointment)
    return { is: "gratitude", confidence: sure(0) * 0.8 };
  return { is: "disappointment", confidence: sure(disappointment) };
};
