import type { UrgencyReason } from "@otklik/core/label/label";

/** Words that cannot wait, as patterns of `wordIndex`; under "none" stand those that only look alike. */
export const urgencyWords: readonly (readonly [reason: UrgencyReason | "none", patterns: string])[] = [
  [
    "health",
    `отрави* отравлен* аллерги* сыпь сыпью высыпан* ожог* обжег* обожг* рвота рвало стошнило тошнит тошнот*
      диаре* понос скорую скорая_помощь скорой_помощ* госпитал* попал*_в_больниц* оказал*_в_больниц*
      в_реанимац* удар*_током ударил*_током бьет_током бьется_током загорел* загорает* возгоран* задымил*
      дымится взорвал* взрыв* осколок осколк* стекло_в плесень плесен* таракан* глист* личинк* опасно опасн*
      травм* задохну* задыха* удушь* потерял*_сознан* ребенок_заболел* ребенок_попал poisoned poisoning
      poison allergic allergy rash hives vomit* threw_up throwing_up diarrhea hospital hospitalized
      emergency_room ambulance burned_my burnt_my burned_me electric_shock electrocuted caught_fire
      catch_fire on_fire exploded explode broken_glass glass_in mold mould cockroach* maggot* choke choked
      choking unsafe dangerous injur* got_sick made_me_sick made_us_sick fell_ill`,
  ],
  [
    "legal",
    `в_суд в_судеб* судебн* через_суд подам_в_суд подаю_в_суд подам_на_вас подаю_на_вас иск исков*
      роспотребнадзор* прокуратур* роскомнадзор* центробанк* в_полици* полицию заявление_в юрист* адвокат*
      защит*_прав_потреб* прав_потребител* досудебн* претензию претензия претензией sue suing lawsuit
      lawyer* attorney* legal_action to_court in_court small_claims police consumer_protection
      trading_standards ombudsman`,
  ],
  [
    "fraud",
    `мошенн* лохотрон* аферист* обманщик* жулик* жулье украли своровали воруют развод_на разводят_на
      кидалово кинули_на списали_деньг* деньги_списал* списались_деньг* списали_без списали_дважды
      списали_лишн* двойное_списан* сняли_деньг* деньги_сняли сняли_без без_моего_соглас* без_моего_ведома
      взломали scam scams scammed scammer* scamming fraud fraudulent fraudsters thieves stole stolen
      stealing unauthorized unauthorised charged_twice double_charged charged_me_twice without_my_consent
      without_my_permission hacked phishing identity_theft`,
  ],
  [
    "media",
    `журналист* в_сми на_телевид* в_газет* телеканал* репортер* блогер* в_соцсет* в_соц_сет* расскажу_всем
      всем_расскажу предам_огласке придам_огласке огласк* напишу_везде journalist* reporter* the_press
      newspaper* the_media go_viral going_viral on_tv tell_everyone post_this_everywhere
      better_business_bureau bbb`,
  ],
  [
    "churn",
    `больше_не_куп* больше_не_зака* больше_не_при* больше_не_верн* больше_не_обращ* больше_никогда
      никогда_больше больше_ни_ногой ни_ногой последний_раз_зака* последний_раз_куп* ухожу_к уйду_к ухожу_от
      перехожу_к_друг* перехожу_к_конк* перейду_к перейду_на_друг* перешел_на_друг* перешла_на_друг*
      к_конкурент* расторг* закрываю_счет закрыл_счет закрыла_счет закрою_счет отписываюсь отпишусь
      отменяю_подписк* отключаю_подписк* удаляю_приложен* удалил_приложен* удалила_приложен* сношу_приложен*
      отказываюсь_от never_again never_buy* never_order* never_come_back never_coming_back never_return*
      won't_be_back not_coming_back won't_buy won't_return won't_order not_be_back last_time_i_order*
      last_time_i_buy last_time_i_use switching_to_another switching_to_a_different switched_to_another
      cancel_my cancelling_my canceling_my cancelled_my canceled_my closing_my_account close_my_account
      uninstalling uninstalled unsubscrib* deleting_the_app deleted_the_app deleting_this_app
      take_my_business lost_a_customer`,
  ],
  [
    "outage",
    `сайт_не_работа* сайт_не_открыва* сайт_лежит сайт_упал не_работает_сайт приложение_не_работа*
      приложение_не_открыва* приложение_не_запуск* не_работает_приложен* не_открывается_приложен*
      не_запускается_приложен* сервис_не_работа* сервис_лежит сервис_недоступ* сервера_лежат сервер_лежит
      сервер_недоступ* не_могу_войти не_могу_зайти не_могу_авториз* не_пускает_в массовый_сбой сбой сбои
      интернет_не_работа* интернета_нет нет_интернета связи_нет нет_связи ничего_не_работа*
      вообще_не_работа* терминал_не_работа* банкомат_не_работа* оплата_не_проход* не_проходит_оплата outage
      site_is_down website_is_down app_is_down server_is_down servers_are_down service_is_down is_down_again
      are_down_again can't_log_in cannot_log_in can't_login cannot_login cant_login cant_log_in
      won't_let_me_log website_doesn't_work site_doesn't_work app_doesn't_work app_won't_open
      app_doesn't_open app_not_working app_is_not_working website_not_working no_internet
      payments_are_failing`,
  ],
  [
    "none",
    `аллергик* аллерголог* травматолог* опасно_вкусн* взрыв_вкус* взрыв_эмоц* скорую_руку стекло_в_комплект*`,
  ],
];
