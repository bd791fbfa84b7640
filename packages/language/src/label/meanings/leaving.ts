/** Words of those who leave. */
export const leavingWords = {
  leave: `
    ухожу уходим уйду уйдем ушел ушла ушли уходит перехожу переходим перейду перешел перешла перешли переезж*
    переех* перееду переношу перенес* перевожу перевел* перевела переводим переведу сменил* сменила сменим меняю
    меняем поменял* сваливаю свалил* валю прощай* прощайте пока адьос гудбай чао покида* бросаю расста* распрощ*
    прощаюсь прощаемся отказыв* отказал* отказ забираем забираю забрал* забрали выхожу выписыв* отваливаю увожу
    рефинанс* прощальн* отвалил* отвалился бывш* бывшей сплыл* вычеркива* сдал_роутер откланива* перевели
    переманил* пересел* перебрал* переключ* пересажив* съезжа* съехал* вывожу вывез* увел уволил* развод ушедш*
    уходил* уехал* сбежал* сбегаю бегу_от удаляюсь отчал* отпис* отчисл* до_свидания счастливо_остав*
    всего_доброго всего_хорошего желаю_удачи не_поминайте пора_прощаться отдала_карту отдал_карту отзываю
    отзыв_соглас* отвязыв* переносим переносит перевез* переводит переводим_всех переустанов* переподпис*
    перебежал* перекочев* вернулась_к вернулся_к вернулись_к возвращаюсь_к обратно_к обратно_в завершаем
    завершил* заканчиваем закончили закругля* сворачива* покинул* освобод* сдаю_ключ* сдал_ключ* меняет сменю
    поменяю поменяем ищите_друг* без_обид без_вас обойдусь обойдемся хватило перестал* перестаю перестаем
    бросила бросил бросили завязал
    leave leaving left switch switched switching switches move moved moving moves goodbye bye farewell quit
    quitting done finished finish out walked walking gone elsewhere changing changed jump jumped porting port
    transferred transfer taking_my take_my took_my signed_up parting adios parted departing departure deserted
    ditched ditching dumped dumping voted_with lost_me you_lost lost_a losing finished_with over_it gone_to
    signing_up joined opened_one walk re-enrol leaves off_to i'm_off im_off we're_off moved_on moving_on move_on
    walked_away walk_away walking_away jumped_ship jumping gave_up given_up giving_up handing_in hand_in notice
    handed_in packed packing cleared_out_my parted_ways part_ways split breakup break_up divorce ex-customer
    ex-fan ex-member ex-client former_customer lapsed migrate* migrating migration transferring change swapped
    swapping swap traded turned_to gone_back go_back going_back went_back back_to back_on returned_to
    crossing_the crosses crossed_over drive_past walk_past drove_past your_loss their_gain lost_our
    lost_our_custom lose_my losing_me so_long cheerio ta-ta it_was_nice was_fun was_nice nice_while good_while
    had_a_good_run thanks_for_the all_the_best take_care`,
  cancel: `
    отмен* отменил* отменяю расторг* расторж* отключите отключил* отключаю закрыл* закрываю закройте закрою
    закрыть аннулир* отписал* отписка отписыв* прекращ* прекрат* не_продл* не_продлева* не_буду_продл*
    не_возобнов* отвязал* снимите вычерк* удалите разрыв* не_продлили не_продлим аннулируйте исключите исключить
    выключите отказываемся отказываюсь заявление_на_закрытие автопродлен* автоплатеж* отключена закрыт_счет
    закрываем закрывайте заявление_на_расторж* заявление_на_отчисл* заявление_на_уход исключит* исключу
    уберите_меня удалите_меня отпишите отпишусь рассыл* приостанов* заморозил* отказалась отказался отказались
    откажусь отказ_от бронь_не бронь_снял* сняли_бронь снял_автоплат* разорвал* списала_бонус* бонусы_спиш*
    снести сдали_абонем* сдал_абонем* вернул_абонем*
    cancel cancels cancelled canceled cancelling canceling cancellation terminate* terminated terminating
    unsubscrib* close closed closing end ending ended not_renew* won't_renew won't_be_renewing not_renewing
    opt_out discontinu* revok* stop stopped downgrad* not_be_renewing not_rebooking strike_me remove_me pulled
    pulling opted cancel_everything cancel_my cancel_our cancelled_my cancelled_the opted_out opting turned_off
    turn_off autopay autorenew renewal renew renewing not_renew didn't_renew isn't_renewing aren't_renewing
    lapse let_it_lapse expire expires_and withdraw withdrawn withdrawing resign resigned resigning unenrol*
    deregister* disconnect disconnected mailing_list off_the_list off_your_list pause paused ends ends_in
    wind_up wrap_up cut_up cut_ties shut_the refund_the_rest`,
  erase: `
    удал* удаляю удалил* снес* снесла сношу деинстал* стер стерла стираю выкинул* выкину выбросил* порвал* сдал*
    сдаю сдать деактивир* деактивац* стерли отформат* разрезал* порезал_карт* шредер* в_мусор* в_корзин* в_топку
    в_утиль в_окно выкидываю выброшу сжег сожгл* раздал* отдала отдал отдам продал* продам продаю подарил_сосед*
    приставк* вернул_роутер* роутер_верн*
    delete deleted deleting uninstall* removed remove erase* wiped wipe deactivat* bin binned binning trash*
    scrapped off_my_phone off_the_phone gone_from_my shredded shredder shred cut_in_half in_the_bin bin_it skip
    chucked chuck thrown threw throw tossed scrap sold sell selling giving_away gave_away given_away
    blocked_your unfollow* unliked muted`,
  bond: `
    подписк* абонемент* договор* контракт* тариф* членств* полис* страховк* карту_лояльн* счет вклад* ипотек*
    кредитк* аккаунт* кабинет* профиль приложен* прилож* игру симк* номер бронь запись занят* аренд*
    годовой_абонем* семейн*_тариф* карту_постоян* скидочн*_карт* карту_клуб* бонусн* бонусы баллы_спиш* копилк*
    накопит* зарплатн*_карт* зарплату обслуживани* сопровожд* лицензи* хостинг* домен бухгалтери* корпоратив*
    закупк* поставк* поставщик* сотрудничест* бронирован* автозаказ* рацион программу репетитор* тренировк*
    секци* кружок кружк* садик курс маршрут* роутер интернет_отк* кредит_перенес*
    subscription* membership* contract* plan policy account app booking direct_debit standing_order insurance
    membership's service box lease tenancy pass season_ticket loyalty_card points rewards plans family_plan
    contract_with broadband_with phone_contract sim-only custom business orders our_orders bookings slot slots
    locker licence licences licenses seats hosting domain bookkeeping payroll savings pension mortgage isa
    portfolio cover policies weekly_box fleet supplier supply vendor contract_out rebooking lessons classes
    course courses`,
  other: `
    другой другую другого другому другом других другим другие другая к_другим в_другой в_другом конкурент*
    сосед* соседн* через_дорогу напротив аналог* замену замен* альтернатив* иной иную новый новую новое нашел
    нашла нашли ищу ищем поищу поищем подыск* присматр* в_другое вернулась_к вернулся_к других_ребят у_других
    дешевле_у в_столовую на_заправке конкурентов соперник* тендер* напрямую фермер* наличк* желт* желтый_банк*
    зеленый_банк* красный_банк* синий_банк* в_банке_напротив государственн* аптечн* каршеринг* такси_другое
    велосипед* пешком самокат_купил* сам_буду своими_руками на_дому домашн* у_девочки у_подруги у_знаком*
    у_мастера однокурсник* знакомый_мастер хозяйственн* рынок рынке булочн* пекарн* кофейн* столовой за_углом
    на_углу ближе дешевле дешево добрее вежливее лучше_чем честнее быстрее_чем бесплатн*_аналог* нашлис* нашлось
    есть_кому найдем найду найдется подобрал* присмотрела выбрал_друг* выбрала_друг* выбрали_друг*
    другая_компан* друг*_компан* друг*_провайд* друг*_оператор* друг*_банк* друг*_аптек* друг*_магазин*
    новый_поставщ* нового_поставщ* новому_мастер* где_ценят где_помнят где_слуш* там_где там_меня там_помнят
    ценят помнят
    another other others competitor* rival* elsewhere alternative* different new next_door somewhere_else
    someone_else anywhere_else instead replacement across_the_road down_the_road round_the_corner the_other_lot
    with_someone rival's next_town direct cheaper independent local competition opposition other_side
    other_place another_bank another_provider another_company another_brand another_vet another_gym another_shop
    another_one new_provider new_bank new_supplier new_broker new_gym new_dentist new_hairdresser new_vet
    new_place new_lot new_lads new_people old_vet old_bakery market farm farmer farmers bakery little_shop
    little_cafe little_place local_shop family-run independent_shop on_the_corner on_our_road by_the_station
    corner bicycle on_foot walk_instead library oat_milk own_brand store-brand free_tool free_app free_version
    spreadsheet notebook cash who_answer who_answers that_answers remember_my remembers_my know_my_name knows_my
    good_morning kinder nearer closer cheaper_and faster_and nicer_people half_the_price better_deal
    switching_to co-op credit_union`,
  never: `
    больше_не больше_ни больше_никогда никогда_больше ни_ногой ноги_моей ноги_нашей нога_моя последний_раз
    в_последний последн* никогда навсегда насовсем впредь отныне хватит точка конец дальше_без не_вернусь
    не_верн* не_приду не_прид* не_куплю не_закажу не_зайду не_поеду не_буду не_будем не_будет не_стану не_станем
    забуд* забыла_дорог* дорогу_забыл* на_этом_все с_меня_хватит сыт_по_горло покончено закончил* завязал*
    завязыва* не_продл* не_ждите не_увидите не_увидишь не_ездок не_дождетесь последняя последний прощальн*
    без_меня вычерк* забудьте пас с_первого_числа больше_вас больше_нас больше_меня никому_не_посовет*
    не_посовет* не_рекоменд* не_советую обходить_сторон* обхожу_сторон* десятой_дорогой за_версту вторую_попыт*
    второй_раз_не второго_шанса шанс_упущ* кончил* кончена кончено лимит_исчерп* терпение_лопн* чаша_терпен*
    последняя_капля конечная приехали с_этого_дня с_завтрашнего с_сегодняшнего с_понедельник* с_нового с_первого
    с_июл* с_январ* отныне_и дальше_сам* черный_список блок точка_невозврат* не_дождет* не_жалею не_наступлю
    не_сяду не_сажусь не_летаю не_летим не_пользуюсь не_покупаем не_покупаю не_заказываю не_беру не_берем
    не_хожу не_ходим не_моюсь не_надо_мне_ваш* надоел*
    never_again never no_longer not_coming_back won't_be_back won't_return won't_be last last_time last_straw
    final no_more enough not_again had_enough i'm_done im_done we're_done that's_it thats_it from_now_on
    going_forward anymore any_more no_reason_to zero_years not_coming never_coming ever_again over any_longer
    never_buy never_order never_book never_fly never_shop never_use never_set_foot set_foot never_going
    won't_buy won't_order won't_book won't_be_using won't_be_ordering won't_be_buying won't_be_rebooking
    not_buying not_ordering not_booking not_using not_flying not_renewed no_longer_use no_longer_need
    stopped_using stopped_buying stopped_going stopped_ordering don't_expect don't_bother don't_call don't_hold
    don't_save off_the_list blacklist* blocklist avoid avoiding steer_clear as_of as_of_today from_today
    starting_monday starting_today from_monday from_next from_january from_june end_of_month end_of_the_month
    one_too too_many last_order last_visit last_delivery last_bill last_month_with consider_this enough_is
    patience ran_out run_out final_straw lesson_learned learned_my couldn't_be_happier no_regrets don't_miss
    these_days nowadays`,
  loyal: `
    клиент* покупател* постоянн* годами много_лет всегда лет_с_вами лет_была лет_ходил* лет_пользовал* сезон*
    абонент* раньше был* были_вашими верой_и_правдой верным верный верная преданн* завсегдат* десять_лет
    двадцать_лет пятнадцать_лет семь_лет пять_лет восемь_лет шесть_лет три_года четыре_года два_года лет_подряд
    каждую_пятниц* каждый_год каждое_утро каждое_лето каждый_день годы году с_открытия с_самого_открытия
    всей_семьей семьей фанат* поклонник* любим*_место любила любил
    customer* loyal loyalty years member regular regulars since used_to ritual always client* tenant* years_of
    years_with ten_years twelve_years twenty_years fifteen_years five_years six_years seven_years eight_years
    nine_years three_years four_years decade decades every_weekday every_week every_friday every_saturday
    every_day every_morning each_week since_you_opened since_day_one from_day_one faithful devoted favourite
    favorite fan long-time longtime long-standing lifelong old_customer regular_customer good_customer custom
    patron patrons were_my was_my you_were`,
  going: `
    хожу ходим беру берем заказываю заказываем покупаю покупаем пользуюсь пользуемся стригусь лечимся летаю езжу
    обслужив* теперь_беру теперь_хожу теперь_заказ* теперь_только отныне перебрал* остан* заказывают теперь
    теперь_мы теперь_я теперь_у теперь_в теперь_на завтракаем завтракаю обедаем обедаю ужинаем едим питаемся
    пью_кофе стригусь_у лечусь_у лечимся_у лечу_зубы летаем летим едем_с ездим возим вожу тренируюсь занимаюсь_у
    занимаемся учимся хожу_к ходим_к езжу_на берем_у беру_у работаем_с сотрудничаем поставил* установила
    установил_друг* скачал скачала подключилась_к записался_к записалась_к записались_в завела завел_карту
    открыл_счет открыла_счет освоил* обживаем
    buy buying shop shopping order ordering go going use using book booked eat eating bank banking from_here_on
    from_now now_use now_we now_i now_buy now_shop now_go we_now i_now buys bought shops eats drink getting_my
    get_my getting_our gets_my have_my joined signed_with signed_up_with enrolled opened_an_account set_up_with
    start_with start_with_them starting_with drinking riding cycling flying fly train training found_a found_an
    found_another learned hired booked_with subscribed_to installed downloaded`,
} as const;
