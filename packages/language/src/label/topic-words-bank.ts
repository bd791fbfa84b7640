import type { TopicWords } from "./topic-words.ts";

/** What is said of banks. */
export const bankWords: TopicWords = [
  [
    "account",
    `счет счета счету счетом счете счетов расчетн*_счет* открыт*_счет* открыл*_счет* закрыт*_счет* закрыл*_счет*
      account accounts statement statements`,
  ],
  [
    "card",
    `карта карты карте карту картой карточк* дебетов* кредитк* кредитн*_карт* перевыпус* выпуск_карт* пластик* пин_код* пинкод*
      card cards debit_card* credit_card* reissue* pin`,
  ],
  [
    "credit",
    `кредит кредита кредиту кредитом кредиты кредитов кредитован* ипотек* ипотечн* займ займа займы рассрочк* рефинансир* одобрен*
      одобрил* отказали_в_кредит* кредитн*_истори* кредитн*_лимит* ежемесячн*_платеж* досрочн*_погаш* погашени* просроченн*_платеж*
      loan* mortgage* credit_limit credit_score refinanc* repayment* instalment* installment* approved overdraft`,
  ],
  [
    "savings",
    `вклад вклада вкладу вклады вкладов вкладе депозит* накопит*_счет* накоплен* процент*_по_вклад* ставка_по_вклад* ставк*_по
      процентн*_ставк* ставка ставки ставку проценты_на_остат* инвестиц* брокер* savings deposit* interest interest_rate*
      invest* brokerage yield`,
  ],
  [
    "fees",
    `комисси* плата_за_обслуж* стоимост*_обслуж* платн*_обслуж* навязал* навязыва* навязан* страховк* страхован* подключил*_услуг*
      платн*_услуг* списал*_за списывают_за смс_информир* тариф* штраф* пени пеня fee fees commission* charged_me charges
      hidden_cost* maintenance_fee insurance penalt* tariff*`,
  ],
  [
    "fraud",
    `мошен* развод разводят обманул* обман обмана украл* кража кражи списали_деньг* списал*_без пропал*_деньг* взлом* фишинг*
      звонят_из_банк* служба_безопасн* утечк* fraud* scam* stolen stole theft phishing unauthorized unauthorised hacked
      money_disappeared data_leak`,
  ],
  [
    "branch",
    `отделени* офис офиса офисе офисы филиал* окно окна окошк* талон* электронн*_очеред* операционист* кассир* branch branches
      office local_branch teller* counter`,
  ],
  [
    "atm",
    `банкомат* терминал* купюр* зажевал* съел_карт* снять_наличн* снял*_наличн* снятие_наличн* внести_наличн* наличн* atm atms
      cash_machine* withdraw* banknote* swallowed_my`,
  ],
  [
    "transfer",
    `перевод перевода переводе переводы переводов переводом перевел* перевест* перечисл* сбп не_дошли_деньг* деньги_не_приш*
      деньги_не_пост* зачислен* зачислил* не_зачисл* платеж* поступлен* swift transfer* wire payment* sent_money
      money_not_arrived instant_payment remittance`,
  ],
  [
    "blocking",
    `блокиров* заблокир* разблокир* блокну* заморозил* замороз* арест* 115_фз 161_фз ограничил* ограничен*_доступ* закрыли_счет
      block blocked blocking unblock* froze frozen freeze suspended restricted closed_my_account locked_my`,
  ],
  ["staff", `сотрудник*_банк* менеджер* консультант* специалист* bank_manager advisor adviser`],
  [
    "app",
    `мобильн*_банк* онлайн_банк* интернет_банк* личн*_кабинет* не_заход* mobile_bank* online_bank* internet_bank* logging_in`,
  ],
  ["none", `переводчик* переводит_на вкладыш* вкладк* картин* картош* картон* окно_в_европ*`],
];
