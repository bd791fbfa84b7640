import type { TopicWords } from "./topic-words.ts";

/** What is said of creams, make-up, shampoos and perfume. */
export const cosmeticsWords: TopicWords = [
  [
    "rash",
    `сыпь сыпи сыпью высыпани* высыпал* обсыпал* прыщ прыщи прыщей прыщик* прыщам* акне аллерги* раздражени* раздражает_кожу
      покрасне* краснеет_лиц* лицо_красн* красные_пятна зуд зуда зудит чесал* чешется чесать* жжет жгло жжение щиплет щипало
      щипет ожог* обожгл* шелуш* сушит сушило пересуш* стянут* стягива* опухл* опухш* отек отеки отекл* дерматит* забива*_поры
      закупор* комедон* rash rashes breakout* broke_out breaking_out acne pimple* allerg* irritat* redness itch itchy itching
      burns_my burned_my burning stings stinging swollen swelling dried_out flaky peeling eczema clog* hives`,
  ],
  [
    "authenticity",
    `не_ваш*_продукц* голограмм* честн*_знак* штрихкод* батч_код* не_сканируется отличается_от_оригинал*
      отличается_от_прошл* batch_code hologram not_the_real not_real not_the_same_as`,
  ],
  [
    "expiry",
    `срок*_годност* срок_вышел срок_истек* сроки сроком просроч* просрочк* истек_срок годен_до годности дата_изготовлен*
      дата_производств* прогоркл* прокис* испорчен* испортил* старая_парти* засохл* засохш* высохл* высохш* expiry
      expiration expired expires out_of_date best_before shelf_life rancid gone_off dried_up old_batch`,
  ],
  [
    "shade",
    `оттен* тон тона тону тоном тонов подтон* цвет цвета цвету цветом расцветк* палитр* рыжит розовит желтит темнит светлит
      отлича*_цвет* не_тот_цвет пигмент* пигментирован* свотч* shade shades undertone* colour color colours colors tone
      too_dark too_light too_orange too_pink swatch* pigment*`,
  ],
  [
    "leak",
    `протек* потек* вытек* течет подтека* пролил* разлил* растекл* вылил* полупуст* недолит* дозатор* помпа помпу
      помпы помпой пипетк* колпачок колпачк* крышк* не_закрыва* не_закручива* распылитель распылител* пульверизатор*
      leak leaks leaked leaking leaky spilled spilt spill half_empty dispenser* pump pipette dropper cap_was lid_was`,
  ],
  [
    "scent",
    `запах* пахн* пахл* пахнущ* аромат* отдушк* вонь воня* вонюч* шлейф* стойкость_аромат* нот ноты нотк* духан* парфюмирован*
      scent* smell* fragrance* odor odour perfume* perfumed stinks stink`,
  ],
  [
    "texture",
    `текстур* консистенц* густой густая густое густоват* жидкий жидкая жидкое жидковат* жирный жирная жирн*_пленк* липк* липнет
      липнут пленк* впитыва* ложится растушев* комк* комочк* скатыва* катышк* маслянист* тягуч* пенится мылится
      texture* consistency thick thin runny greasy oily sticky absorbs absorbed lightweight creamy clumpy pills pilling blends`,
  ],
  [
    "effect",
    `эффект* результат* действу* не_действ* подейств* помог помогл* помога* не_помог* увлажня* увлажнен* питает питания
      отбелива* разглажива* морщин* волосы_стал* кожа_стал* держится стойк* смыва* осыпает* отпечатыва* объем 
      не_работа* effect effects effective ineffective result results worked works_well does_nothing did_nothing moistur*
      hydrat* wrinkle* lasts long_lasting wears_off skin_feels hair_feels volume no_difference`,
  ],
  ["none", `с_результатом цветы цветов цветочк* тонна тонны тонн tone_of_voice a_ton`],
];
