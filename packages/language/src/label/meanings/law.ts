/** Words of the law and of those who watch over it. */
export const lawWords = {
  court: `
    суд суда суду судом суде судья судье судьи мировому мировой судить* сужусь засу* отсу* подсуд* иск иска иску
    иском иски исков* исковое истец ответчик* заседани* повестк* приговор* вердикт* арбитраж* взыск* взыщ*
    неустойк* моральн* компенсац* ущерб* госпошлин* исполнительн* пристав* досудеб* экспертиз* мировое
    court courts judge* jury sue sued suing lawsuit* litigat* small_claims claim claims tribunal* subpoena*
    summons served damages compensation settlement class_action hearing judgment judgement magistrate*
    enforcement bailiff* plaintiff county_court adjudicat* mcol legal`,
  lawyer: `
    адвокат* юрист* нотари* правозащит* доверенност* представител* юридическ* юр
    lawyer* solicitor* attorney* barrister* paralegal* counsel legal_team law_firm advocate`,
  authority: `
    роспотреб* рпн прокур* полици* участков* отделени* мвд фсб фас роскомнадз* росздрав* рособр* россельх*
    ростехн* цб центробанк* центральн*_банк* омбудсм* финомбуд* уполномоч* трудинспекц* трудов*_инспекц*
    жилинспекц* инспекц* инспектор* налогов* фнс гибдд гаи мчс пожнадзор* санэпид* сэс надзор* минздрав*
    министерств* департамент* администрац* депутат* обэп следственн* комитет* опек* госуслуг* кусп губернатор*
    омвд ведомств* проверк* приемн* защит*_прав* союз*_потреб* общест*_потреб*
    police officer trading_standards ombudsman regulator* fca ico ftc cfpb attorney_general authorit*
    data_protection gdpr environmental_health health_inspector* inspector* inspection council citizens_advice
    bbb better_business watchdog commission* consumer_protection consumer_affairs safeguarding licensing_board
    medical_board state_board osha hmrc irs cma ofcom ofgem financial_conduct housing mp's section_75 standards`,
  paper: `
    жалоб* заявлен* обращени* претензи* протокол* акт акта экспертиз* заключени* свидетел* доказательств*
    расписк* талон* материал* письмо письма уведомлен* требован* подпис* документ* бумаг* копи* квитанц* чеки
    чек
    complaint* statement* report reported notice letter letters evidence witness* petition_to form forms
    paperwork record records file filed case reference_number crime_number crime formal formally writing
    recorded_delivery documents`,
  submit: `
    подам подаю подаем подадим подал подала подали подано подан направ* отправ* обращусь обращаюсь обратил*
    обратим* напишу написал* написали пишу накатал* накатаю пожалу* жалуюсь зарегистр* составил* составля*
    собира* готов* идем иду пойду пойдем поеду еду звоню вызвал* вызову подключ* привлек* заведу заведут приняли
    принял оформил* пишем собрал* несу отнесу передам переда* готовлю собираем собрали подано заведено заведут
    возбуд* ждите_проверку напомина* уведомля*
    file files filed filing submit* lodge* lodged reported reporting report contact* contacted call called
    calling take taking took going raise raised open opened sent send sending instruct* press pressing escalat*
    pursue pursuing hand handed speak spoken forward* notified notify issue issuing instructing retained served
    drafting notified cc'd copied joining`,
  rights: `
    закон* право права прав статья статьи стать* кодекс* нарушен* нарушае* обязан* ответственн* ответите
    незаконн* преступл* уголовн* административн* штраф* договор* гарант* персональн* данных конфиденц* тайн*
    согласи* оферт* правонаруш*
    law laws lawful illegal illegally unlawful act rights statutory breach breached consumer_rights consumer_law
    contract liability liable negligen* offence criminal assault fraudulent gdpr privacy personal_data consent
    entitled under_section regulations obligat* harass* discriminat*`,
} as const;
