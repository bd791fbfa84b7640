import type { TopicWords } from "./topic-words.ts";

/** What is said of bonuses and promotions, of shops and of banks. */
export const loyaltyWords: TopicWords = [
  [
    "loyalty",
    `бонус* балл баллы баллов баллами баллам кэшбэк* кешбэк* кешбек* кэшбек* промокод* промо акци* купон* карт*_лояльн* скидочн*_карт*
      бонусн*_карт* программ*_лояльн* розыгрыш* подарочн*_карт* сертификат* loyalty points bonus* cashback cash_back promo*
      coupon* voucher* gift_card* reward* sweepstake*`,
  ],
];

/** What is said of shops, on the street and on the net. */
export const shopWords: TopicWords = [
  [
    "stock",
    `нет_в_наличи* в_наличи* наличие наличии закончил* раскупил* распродан* нет_на_полк* пуст*_полк* не_привез* не_завез* поступлен*
      предзаказ* отменили_заказ отмена_заказ* аннулир* out_of_stock in_stock sold_out unavailable empty_shelves back_in_stock
      pre_order cancelled_my_order canceled_my_order`,
  ],
  [
    "assortment",
    `ассортимент* выбор_товар* выбор_большой большой_выбор широкий_выбор маленький_выбор скудн*_выбор мало_выбор* выбор_есть
      бренды брендов марок assortment selection range variety choice wide_choice`,
  ],
  [
    "description",
    `описани* не_соответств* соответству* на_фото на_картинк* как_на_фото не_тот_товар не_тот_цвет не_тот_размер другой_товар
      прислали_не_то прислали_друг* пришел_не_тот пришло_не_то перепутал* комплектац* некомплект* не_хватает_детал* не_доложил*
      недовлож* характеристик* description as_described not_as_described in_the_picture in_the_photo wrong_item wrong_size_sent
      wrong_colour wrong_color missing_parts missing_item incomplete mixed_up specification*`,
  ],
  [
    "design",
    `дизайн* внешн*_вид* внешне красив* красот* стильн* симпатичн* смотрится цвет цвета цвету цветом расцветк* design looks_great
      looks_good looks_cheap beautiful stylish pretty colour color colours colors`,
  ],
  ["none", `курс_акци* акционер*`],
];
