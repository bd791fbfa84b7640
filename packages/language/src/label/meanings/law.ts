/** Words of the law and of those who watch over it. */
export const lawWords = {
  court: `
    суд суда суду судом суде судья судье судьи мировому мировой судить* сужусь засу* отсу* подсуд* иск иска иску
    иском иски исков* исковое истец ответчик* заседани* повестк* приговор* вердикт* арбитраж* взыск* взыщ*
    неустойк* моральн* компенсац* ущерб* госпошлин* исполнительн* пристав* досудеб* экспертиз* мировое арбитр
    арбитра разбирательств* слушани* спор спора спорим оспар* оспор* обжалов* апелляц* кассац* верховн*
    конституционн* районный_суд соответчик* осужд* выигра* проигра* процесс* канцеляри* дело делу судебн*
    судебка по_решению решение_суда исполлист* коллектор* арест_счет* арестуют опись упущенн* возмещени*
    возместит* приобщ* дело_№ истица истцу истцов третейск* медиаци* понятых понятые клевет*
    court courts judge* jury sue sued suing lawsuit* litigat* small_claims claim claims tribunal* subpoena*
    summons served damages compensation settlement class_action hearing judgment judgement magistrate*
    enforcement bailiff* plaintiff county_court adjudicat* mcol legal court-date court_date hearings trial_date
    dispute disputed disputing discovery arbitrat* mediation mediator appeal appeals supreme_court high_court
    district_judge won_against win_in verdict ruling sentenced statement_of_claim particulars_of_claim
    group_action no_win no-win claimant* defendant* deposition testif* testimony sworn oath affidavit* prosecut*
    charges_pressed seize freeze_your clerk case_number docket proceedings proceeding precedent libel slander
    defamation`,
  lawyer: `
    адвокат* юрист* нотари* правозащит* доверенност* представител* юридическ* юр правовед* юрконсульт* юрслужб*
    юротдел* заверил* заверен* поверенн* доверен* защитник* бюро консультац* правов*_помощ*
    lawyer* solicitor* attorney* barrister* paralegal* counsel legal_team law_firm advocate chambers qc kc
    notary notaris* notariz* represent represented representing representation legal_aid pro_bono on_my_behalf
    my_behalf retained law_centre law_student`,
  authority: `
    роспотреб* рпн прокур* полици* участков* отделени* мвд фсб фас роскомнадз* росздрав* рособр* россельх*
    ростехн* цб центробанк* центральн*_банк* омбудсм* финомбуд* уполномоч* трудинспекц* трудов*_инспекц*
    жилинспекц* инспекц* инспектор* налогов* фнс гибдд гаи мчс пожнадзор* санэпид* сэс надзор* минздрав*
    министерств* департамент* администрац* депутат* обэп следственн* комитет* опек* госуслуг* кусп губернатор*
    омвд ведомств* проверк* приемн* защит*_прав* союз*_потреб* общест*_потреб* антимонопольн* стройнадзор*
    природнадзор* госинспекц* госнадзор* гит гжи жил*_надзор* трудовая трудовую роструд* росгвард* полицейск*
    следовател* дознавател* опер оперуполн* ск уголовн*_розыск отдел_к киберполиц* гаишник* дпс проверяющ*
    ревизор* ревизи* аудит* комисси* контролир* регулятор* лицензи* аккредитац* мэр мэри* префектур* управ* дума
    президент* приемная_президент* горячая_линия_губернат* консульств* посольств* депздрав* минобр* минтруд*
    страхнадзор* апелляционн* общественная_палат* зоозащит* ветнадзор* ветеринарн*_надзор* органы органов
    куда_следует куда_надо соцзащит*
    police officer trading_standards ombudsman regulator* fca ico ftc cfpb attorney_general authorit*
    data_protection gdpr environmental_health health_inspector* inspector* inspection council citizens_advice
    bbb better_business watchdog commission* consumer_protection consumer_affairs safeguarding licensing_board
    medical_board state_board osha hmrc irs cma ofcom ofgem financial_conduct housing mp's section_75 standards
    cops cop detective constable sergeant pcso sheriff officers crime_unit action_fraud report_fraud
    enforcement_officer animal_welfare rspca aspca humane_society child_protection social_services
    safeguarding_board ofsted cqc gmc nmc hse food_standards fsa fda usda cdc faa caa dot mhra sec finra asa
    advertising_standards information_commissioner data_watchdog labor_board labour_board acas tax_office
    tax_authority revenue customs licensing mayor senator congressman congresswoman representative mp councillor
    councilman minister ministry department government official officials embassy consulate union
    professional_body fire_marshal building_control auditor* audit`,
  paper: `
    жалоб* заявлен* обращени* претензи* протокол* акт акта экспертиз* заключени* свидетел* доказательств*
    расписк* талон* материал* письмо письма уведомлен* требован* подпис* документ* бумаг* копи* квитанц* чеки
    чек заявк* докладн* рапорт* справк* номер_обращ* входящ* зарегистрирован* под_роспись роспись расписался
    печать печатью опись заказн* уведомление_о_вруч* вручен* вручил* телеграмм* переписк* скриншот* аудиозапис*
    запись_разговор* зафиксир* фиксирую понятые улик* вещдок* приложени* приложу экземпляр* бланк* журнал_жалоб*
    книгу_жалоб* пункт_договор* соглашени* расчетн*_лист* трудовой_книжк* архив подшит* подшил* папк*
    complaint* statement* report reported notice letter letters evidence witness* petition_to form forms
    paperwork record records file filed case reference_number crime_number crime formal formally writing
    recorded_delivery documents printout printed prints copy copies affidavit photographs folder dossier logbook
    log transcript transcripts recording_of signature signatures signed dated stamped certified tracked
    registered_post signed_for proof_of receipt* invoice_number correspondence emails_saved in_writing written
    exhibit exhibits appendix preserv* evidence_bag chain_of_custody incident_report accident_book`,
  submit: `
    подам подаю подаем подадим подал подала подали подано подан направ* отправ* обращусь обращаюсь обратил*
    обратим* напишу написал* написали пишу накатал* накатаю пожалу* жалуюсь зарегистр* составил* составля*
    собира* готов* идем иду пойду пойдем поеду еду звоню вызвал* вызову подключ* привлек* заведу заведут приняли
    принял оформил* пишем собрал* несу отнесу передам переда* готовлю собираем собрали заведено возбуд*
    ждите_проверку напомина* уведомля* отнес отнесла отнесли занес сдам ушла_в ушло_в ушли_в лежит_в лежит_у
    переслал* перешлю приложил* подписал* уведомил* сообщил* сообщу доложу донесу вызываю едут приедут выехали
    назначен* назначил* принято принят возбужд* расслед* разбирается опрос* допрос* дам_показ* свидетельствов*
    встретимся_в увидимся_в дойду до_конца не_отзову отзывать_не складываемся скидываемся объединил* коллективн*
    консультир* проконсульт* советовал*_подать
    file files filed filing submit* lodge* lodged reported reporting report contact* contacted call called
    calling take taking took going raise raised open opened sent send sending instruct* press pressing escalat*
    pursue pursuing hand handed speak spoken forward* notified notify issue issuing instructing retained served
    drafting cc'd copied joining gone_to goes_to gone_in is_in with_the lies_with passed_to passed_on
    handing_over referred refer refers logged alerted alert booked_in scheduled appointed assigned on_their_way
    coming_round visit visiting visited investigat* looking_into interviewed questioned drawn_up drawing_up
    drafted draft posted_to served_on serve serving take_you taking_you took_you took_them see_you meet_you
    responded_in proceed proceeding hired hiring engaged engaging advised advises pooled pooling joined banded`,
  rights: `
    закон* право права прав статья статьи стать* кодекс* нарушен* нарушае* обязан* ответственн* ответите
    незаконн* преступл* уголовн* административн* штраф* договор* гарант* персональн* данных конфиденц* тайн*
    согласи* оферт* правонаруш* правомер* неправомер* правов* норматив* гост госту гк упк зозпп тк коап ук
    постановлени* регламент* обязат* нарушил* нарушать нарушител* бездейств* халатн* самоуправств* вымогат*
    шантаж* кража краже подлог* дискримин* оскорблен* унижен* клевет* присвоен* на_основании согласно_стать*
    по_закону вправе имею_право лицензи* сертифик* срок_давност* неоснов* обогащен* банкрот* вина вину вины
    виновн* виноват*
    law laws lawful illegal illegally unlawful act rights statutory breach breached consumer_rights consumer_law
    contract liability liable negligen* offence criminal assault fraudulent gdpr privacy personal_data consent
    entitled under_section regulations obligat* harass* discriminat* terms t&cs small_print clause* void
    unfair_terms invalid unenforceable lawfully unlawfully illegality legislation statute* regulation code_of
    warranty guarantee* implied equality_act misrepresent* mis-sold misselling missold mis-selling duty_of_care
    guilty fault culpable crime crimes theft blackmail assaulted libel licence licensed unlicensed license
    non-compliance complian* violat* sanction* fine fined penalty penalties trespass evict* deposit_scheme`,
} as const;
