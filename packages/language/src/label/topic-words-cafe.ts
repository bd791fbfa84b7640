import type { TopicWords } from "./topic-words.ts";

/** What is said of food and drink that is no longer, or still, fresh; of cafés and of food shops. */
export const foodWords: TopicWords = [
  [
    "freshness",
    `свеж* несвеж* просроч* протух* тухл* испорчен* испортил* прокис* скис скисл* заветр* черств* зачерств* гнил* гнило*
      плесен* заплесневел* вчерашн* лежал* залежал* срок*_годност* fresh freshly freshness stale spoiled spoilt rotten mouldy
      moldy mold mould expired gone_off out_of_date past_its`,
  ],
];

/** What is said of cafés, restaurants and the delivery of meals. */
export const cafeWords: TopicWords = [
  [
    "portion",
    `порци* маленьк*_порц* размер_порц* объем_порц* граммовк* грамм граммов недовес* недолив* не_наел* наел* объел* голодн*
      сытно сытный сытная сытные маловато мало_мяс* мало_начинк* начинк*_мало portion* serving_size servings tiny_serving
      small_serving huge_serving generous still_hungry filling`,
  ],
  [
    "atmosphere",
    `атмосфер* интерьер* обстановк* уют* музык* громк* шумн* шум шума тихо тихое освещени* темно светло душно накурен* холодно_в
      прохладно жарко_в кондиционер* вид_из_окн* вид_на террас* веранд* столик_у_окн* атмосферно лампов* atmosphere ambience
      ambiance interior decor cozy cosy music loud noisy noise quiet lighting terrace view vibe vibes air_conditioning stuffy`,
  ],
  [
    "menu",
    `меню ассортимент* выбор_блюд выбор_напитк* выбор_кофе стоп_лист* нет_в_наличи* позиций позиции_нет вегетариан* веган*
      безглютен* постн*_меню детск*_меню бизнес_ланч* завтрак* напитк* коктейл* menu selection options vegan vegetarian
      gluten_free specials lunch_deal brunch drinks cocktails`,
  ],
  [
    "booking",
    `бронь брони броню бронир* забронир* столик* заброн* предзаказ* нет_мест мест_нет свободн*_стол* свободн*_мест* посадил*
      депозит* reservation* reserve reserved booked_a booking no_tables free_table walk_in seated`,
  ],
  [
    "cleanliness",
    `липк*_стол* гряз*_стол* гряз*_посуд* посуда_гряз* туалет* крошк* крошек мух муха мухи насеком* мошк* в_еде_волос* волос_в_еде
      sticky_table* dirty_table* toilet* restroom* bathroom* flies crumbs bug_in insect*`,
  ],
  [
    "wait",
    `пока_принес* принесли_через не_несут не_принес* никто_не_подош* не_подходил* забыли_про забыли_заказ остыл* took_our_order
      to_get_our waited_for_our forgot_our_order`,
  ],
  ["none", `тихо_спокойно вид_спорта в_виде menu_button`],
];
