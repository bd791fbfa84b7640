import type { Touchpoint } from "@otklik/core/label/label";
import type { BuiltInTopic } from "@otklik/core/label/topic";

/** Words by which a topic is told, as patterns of `wordIndex`; under "none" stand those that only look alike. */
export type TopicWords = readonly (readonly [topic: BuiltInTopic | "none", patterns: string])[];

/** What is said of any trade. */
export const topicWords: TopicWords = [
  [
    "quality",
    `качеств* брак бракован* дефект* сломал* сломан* поломк* ломает* ломать* порвал* порван* прочн*
      некачествен* материал* ткань ткани шов швы пластик* недолговечн* исправн* неисправн* износ* облез*
      полинял* скатал* катышк* трещин* царапин* quality durable durability defect* defective broke broken
      faulty flimsy sturdy material* fabric fell_apart well_made poorly_made cheaply_made craftsmanship
      build_quality scratch* crack*`,
  ],
  [
    "price",
    `цена цены цену цене ценой ценам ценник* дорог дорого дороговат* дорогой дорогая дорогие дорогое дешев*
      недорог* стоимост* переплат* наценк* скидк* акци* бюджетн* тариф* завышен* подорожа* price* pricing
      priced cost costs cheap cheaper expensive overpriced pricey affordable discount* value_for_money
      bargain money's_worth`,
  ],
  [
    "delivery",
    `доставк* доставил* доставля* доставят курьер* посылк* привез* привоз* привезти отправк*
      отправил*_заказ пункт*_выдач* пвз почта_россии сдэк трек_номер delivery deliver* courier* shipping
      shipped shipment parcel package_arrived package_never arrived_late arrived_early tracking_number
      driver_left`,
  ],
  [
    "packaging",
    `упаков* коробк* пакет*_порв* пупырк* пупырч* помят* пленк*_порв* вскрыт* запакова* packaging packaged
      packed box_was box_arrived the_box dented bubble_wrap unsealed resealed`,
  ],
  [
    "staff",
    `персонал* сотрудни* продавец продавц* менеджер* кассир* официант* администратор* консультант*
      курьер_груб* курьер_хам* мастер мастера мастеру мастером врач* доктор* водител* охран* повар* хостес
      бармен* девушка_на девочки хамств* хамит хамят нахам* груб* вежлив* приветлив* невежлив* специалист*
      staff employee* waiter* waitress* cashier* manager* receptionist* clerk* driver* doctor* nurse*
      barista* bartender* crew attendant* salesman salesperson rude* polite* courteous representative*
      server_was`,
  ],
  [
    "service",
    `обслуживан* сервис* поддержк* техподдержк* служб* колл_центр* горяч*_лини* оператор* обращени*
      чат_бот* бот бота service customer_service customer_care support helpdesk help_desk call_center
      call_centre hotline chatbot`,
  ],
  [
    "wait",
    `жду ждать ждал* ждем ждут ждите ожидани* ожидал* очеред* долго задерж* опозда* опаздыв* часами полчаса
      не_дозвон* дозвон* затян* быстр* оперативн* медлен* wait waited waiting queue* in_line long_line*
      delay* late slow slowly took_forever took_ages hold on_hold prompt promptly hours_later`,
  ],
  [
    "taste",
    `вкус вкуса вкусу вкусом вкусн* вкусы невкусн* еда еды еду едой блюд* кухня кухни кухню свеж* протух*
      тухл* пересол* недосол* сладк* кисл* горьк* пицц* суши роллы суп супы кофе десерт* порци* сытн*
      аромат* taste* tasting tasty delicious flavor* flavour* food meal* dish dishes bland salty stale
      undercooked overcooked pizza burger* coffee dessert* portion*`,
  ],
  [
    "cleanliness",
    `чист чисто чистый чистая чистые чистота чистоту чистоты гряз* таракан* пыль пыльн* убор* уборк* воня*
      вонь запах_сыр* антисанитар* немыт* волос_в волосы_в клоп* clean cleaned cleanliness spotless dirty
      filthy filth dust dusty cockroach* bedbug* bed_bug* unhygienic smelly stained hair_in`,
  ],
  [
    "safety",
    `безопасн* опасн* аллерги* отрави* отравлен* ожог* сыпь травм* удар*_током загорел* взорвал* осколок
      осколк* плесен* хими* токсич* safe safety unsafe danger* allerg* poison* rash injur* electric_shock
      caught_fire exploded mold mould toxic hazard*`,
  ],
  [
    "authenticity",
    `подделк* поддельн* подлинн* оригинал оригинала оригинальн*_товар фальшив* контрафакт* паль пальсов*
      реплик* ненастоящ* не_оригинал* fake fakes counterfeit* authentic* genuine knock_off knockoff*
      replica* not_original imitation`,
  ],
  [
    "size",
    `размер* маломер* большемер* великоват* маловат* мало_в мал_в велик_в не_по_размер* длина_рукав* тесн*
      жмет жмут подошел_по сел_по сели_по села_по размерн* ростовк* size sizes sizing fit fits fitted
      too_small too_big too_large too_tight too_loose true_to_size`,
  ],
  [
    "app",
    `приложени* сайт* интерфейс* обновлен* обновил* обновит* версия версии личн*_кабинет* авториз* логин*
      пароль пароля вылета* глюч* глюк* завис* лагает лаги баг баги багов смс_код* push уведомлен* андроид*
      android айфон* ios app apps website site interface update updated updates login log_in password crash*
      glitch* bug bugs freez* notifications version iphone screen`,
  ],
  [
    "payment",
    `оплат* оплач* карт* платеж* плачу платить списал* списан* касс* чек чеки чека наличн* комисси* кэшбэк*
      кешбек* кешбэк* кредит* рассрочк* перевод* счет счета терминал* банкомат* payment* pay paid paying
      charge charged charges card credit_card debit invoice* receipt checkout cash cashback fee fees
      bank_account transaction* subscription_fee billing billed`,
  ],
  [
    "refund",
    `возврат* вернуть вернули верните вернут_деньг* не_вернул* возвраща*_деньг* компенсац* обмен обмена
      обменя* гаранти* неустойк* refund* money_back return_policy returned_it return_it return_the returns
      compensation reimburs* exchange warranty replacement`,
  ],
  [
    "none",
    `картин* картош* картон* картофел* чистого_серд* чистой_вод* дорогу дороге дороги pay_attention
      free_of_charge in_charge take_charge no_wait can't_wait cant_wait cannot_wait переводчик* переводит
      ожидал_больш* ожидала_больш*`,
  ],
];

/** Words that place a mention in the customer's journey. */
export const touchpointWords: readonly (readonly [touchpoint: Touchpoint, patterns: string])[] = [
  [
    "first-contact",
    `реклам* консультац* перед_покупк* до_покупки позвонил*_узнать хотел*_узнать хотел*_записат* записал*
      запись_на бронирова* забронир* знакомство впервые_обрат* подскажите advert* ad ads booking booked
      reservation reserve consultation inquiry enquiry before_buying before_ordering appointment
      first_contact`,
  ],
  [
    "purchase",
    `купил* куплен* покупк* покупал* покупаю заказал* заказыва* заказ заказа оформил* оформлен* оплат*
      оплач* касс* кассир* магазин* корзин* чек промокод* bought buy buying purchase* ordered order ordering
      checkout cashier* store shop shopping paid payment`,
  ],
  [
    "delivery",
    `доставк* доставил* курьер* посылк* привез* пункт*_выдач* пвз сдэк пришел_заказ заказ_пришел
      пришла_посылк* упаков* delivery delivered courier* shipping shipped shipment parcel arrived package
      packaging`,
  ],
  [
    "use",
    `пользуюсь пользуемся пользовал* использую использован* ношу носим носил* носк* стирк* постирал*
      работает работал* сломал* после_недел* через_недел* через_месяц через_год ем едим пробовал*
      эксплуатац* приложени* using used use_it wear wearing worn wash washed washing works worked
      stopped_working after_a_week after_a_month after_two after_three broke daily every_day app`,
  ],
  [
    "support",
    `поддержк* техподдержк* оператор* колл_центр* горяч*_лини* чат_с чат_бот* обращени* обратил* претензи*
      возврат* гаранти* жалоб* написал*_в_поддержк* ответил* не_отвеч* сервисн*_центр* support
      customer_service customer_care hotline call_center call_centre helpdesk refund* warranty complaint*
      emailed contacted ticket representative* agent`,
  ],
];
