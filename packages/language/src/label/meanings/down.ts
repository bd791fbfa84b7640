/** Words of what does not work for many. */
export const downWords = {
  what: `
    сайт* приложен* прилож* прога сервис* сервер* терминал* касс* банкомат* интернет* инет* связ* сет* связь
    связи вайфай свет света электрич* вода воды отоплен* газ лифт* личн*_кабинет* кабинет* оплат* платеж*
    перевод* переводы вход авториз* логин* чат* платформ* игра игры журнал* дневник* табло турникет* домофон*
    доставк* заказ заказы карты карт телефони* трубк* горяч*_лини* колл_центр система систем* канал* тв
    трансляц* эквайринг* шлагбаум* самокат* трамва* автобус* валидатор* зарядк* станци* навигац* карта выдач*
    склад* программа программы бронировани* регистраци* эскалатор* очередь_электронн* насос* колонк* провайдер*
    телефон телефоны гудк* гудок сигнал* почта_не письма смс-код* код_подтвержд* пуш* уведомлени* кнопк*
    экстренн* диспетчер* датчик* видеокамер* камер* видеонаблюд* ворот* напряжен* трансформатор* подстанц*
    трубопровод трубы батареи котельн* холодн*_вод* светофор* поезд поезда метро автоматы аппарат* принтер*
    сканер* компьютер* роутер* модем* впн облако хостинг* база_данн* апи 1с учетн*_систем* озвуч* личка
    мессендж* звонки звонок роуминг смс доступ доступа запись_к очередь электронн* билеты расписани* бот
    голосов* сессия аккаунты вендинг*
    wifi qr app site website service services server servers terminal terminals till tills checkout payment
    payments atm internet network signal power electricity water heating lift login log_in sign_in portal
    platform game lobby card_machine* system systems booking dashboard api page pages broadband line lines
    router* feed stream cards barrier barriers gate gates kiosk kiosks charger chargers tram trams bus buses
    pump pumps scheduler landline exam lock locks dispatch vpn crm site's app's apps sites phone phones line_is
    phone_lines landlines switchboard hotline emergency_line texts text messages message emails email
    verification verification_code codes otp notifications push video calls call voicemail camera cameras
    sensor* alarm alarms printers printer scanner* tablet tablets computers computer laptop modem hub cloud
    database databases backend gateway integration webhook* endpoint sso authentication auth logins lights
    lighting mains gas_supply tap taps pipe pipes radiators heaters traffic_lights trains train metro subway
    elevator escalators ticket_machine ticket_machines vending pos self_checkout self-checkout contactless
    card_reader card_readers reader readers banking online_banking mobile_banking transfers withdrawals wages
    payroll orders order ordering deliveries tracking map maps login_page homepage portal's server's multiplayer
    matchmaking lobbies stream_is playback`,
  down: `
    не_работа* не_раб не_пашет не_пашут не_груз* не_загруж* не_открыва* не_откры* не_пускает не_пускают
    не_заход* не_зайти не_войти не_могу_войти не_могу_зайти не_проход* не_идут не_приход* не_отправ* не_принима*
    не_запуск* не_подключ* не_ловит не_включа* не_оплат* не_дозвон* лег легло лежит лежат упал* рухнул* завис*
    виснет висит вылета* вылет* вырубил* отключил* отруби* отвалил* накрыл* пропал* пропала сбой сбоит сбои сбоя
    ошибк* глюч* авари* недоступ* нет_сети нет_связи нет_интернета нет_света нет_воды без_света без_воды
    без_связи без_интернета без_отоплен* белый_экран черный_экран крутит* колесик* простаив* мертв* сдох* ноль
    слетел* не_реагиру* встал встала встало встали стоят стоит_работа обесточ* прилег сдохл* умер умерла умерло
    молчит молчат не_отвеча* не_отдает не_печата* не_пробива* не_чита* не_завер* таймаут обрыв* пусто
    пустая_страниц* не_груз не_откро* не_открывает* не_коннект* не_соедин* не_связ* не_дает не_дают не_вижу
    не_видит не_видно не_слышно не_набира* не_поступ* не_прогруж* не_обновл* не_синхрон* не_сохран* не_отвечал*
    не_горит не_топят не_течет не_едет не_едут не_ездит не_ходят не_поднима* не_выда* не_списыва* не_провод*
    не_проходит не_срабат* не_сработ* не_уходит не_уходят не_доходят не_доход* не_можем_войти не_можем не_могут
    обрушил* обвалил* просел* падает падают падение выбило выбивает выкинул* выкидыва* тормозит подвис*
    заморгал* погас* потух* темно темнота во_тьме кромешн* оборвал* прорвал* прорыв порыв поломк* сломан*
    сломал* стоит стоим стоит_колом колом глухо тишина_в_трубке технические_работ* тех_работ* техработ*
    профилактик* пустой_экран серый_экран крутилк* кружок бесконечн* загрузк* перезагруж* перезагрузк*
    переустан* отказ отказы отклон* невозможно холодные_батар* ледян* заперты застрял* не_кормил* без_телефон*
    без_тепла без_газа без_лифта без_доступ* без_сервис* без_кассы ноль_на_экран
    502 503 500 504 404 down offline outage* crash* crashed crashes crashing not_working isn't_working
    stopped_working doesn't_work won't_load won't_open not_loading can't_log can't_login can't_access can't_pay
    can't_connect can't_get error errors broken dead frozen freezes timeout timed_out spinning blank
    white_screen black_screen unavailable unreachable no_signal no_service no_internet no_power no_water
    disconnect* failing fails failed rejected declined glitch* bug stuck stopped stalled halted dark died throws
    kicked nothing_loads won't_start can't_open doesn't_load isn't_loading not_responding no_response locked
    gateway spins spin stuck_on hanging hangs hung loops looping loop loading buffering buffer lag lagging laggy
    not_sending won't_send not_coming_through coming_through no_orders not_receiving not_getting isn't_getting
    getting_the not_delivered not_connecting doesn't_connect won't_connect can't_reach can't_call can't_order
    can't_open_the can't_sign can't_see can't_book can't_use cannot_log cannot_access cannot_pay cannot_connect
    couldn't_log couldn't_pay unable won't_authorise won't_authorize won't_take won't_accept won't_read
    won't_print won't_sync won't_turn won't_let doesn't_open don't_work don't_load aren't_working aren't_loading
    hasn't_worked haven't_worked stops_working no_dial_tone dial_tone beep recorded_message same_message
    no_heating no_hot_water no_gas no_lights no_light no_lift no_email no_phones no_connection no_data
    no_answer_from no_trains nothing_works nothing_moves nothing_prints nothing_sends nothing_opens zero_bars
    no_bars out_of_service out_of_action out_of_order out_cold cold pitch_black pitch_dark candle* torch
    blackout power_cut powercut burst flooded collapsed_server knocked_out maintenance unscheduled reboot
    rebooted rebooting restarted reset refuses refused reject rejects greyed blank_page blank_screen empty_page
    red_light flashing flatline* all_red handwritten sign_on_the_door cash_only`,
  all: `
    у_всех всех все всем никто никого ни_один ни_одна ни_у_кого весь_дом всему_дому весь_подъезд весь_район
    весь_город всему_городу вся_улица весь_офис всем_отдел* отдел офис район* город* подъезд* сосед* коллег*
    массов* повсем* везде нигде у_многих многих не_только_у_меня сотни сотн* очеред* народ люди клиенты
    пользовател* друзья_тоже у_друзей у_жены у_знаком* поселк* деревн* села вся_деревня филиал* магазины страна
    область регион* полдвора двора двор партнер* водител* курьер* жители жильц* квартир дома домов улиц*
    квартал* этаж* класс* школа школе родител* студент* пассажир* команд* бригад* тысячи пятеро четверо все_наши
    всех_наших вся_компан* всей_компан* вся_контора вся_бригад* весь_этаж весь_цех весь_склад вся_смена
    всю_смену весь_поселок весь_квартал вся_округ* весь_округ вся_сеть всей_сетью вся_страна оба_дома обеих обе
    оба три_дома три_подъезд* пять_городов в_пяти_город* на_всех по_всей по_всему по_городу по_району сразу_у
    и_у_меня_и не_только_я не_я_один не_я_одна не_у_меня_одн* не_один_я тоже_самое то_же_самое аналогично плюсую
    у_нас_тоже у_меня_тоже у_меня_у_жен* у_мужа_тоже в_другом_город* в_чате_дома в_чате_пиш* пишут_что
    жалуются_все одновременно разом башн* корпус* общежити* больниц* магазинов точк* точек киоск* аэропорт*
    вокзал* остановк* палат*
    everyone everybody nobody no_one whole entire all many others neighbours neighbors colleagues office team
    street building town region nationwide worldwide every users customers people queue same_here same_problem
    same_issue just_me is_it_just thousands hundreds dozens everywhere nowhere drivers couriers guests tenants
    flats branches students passengers crowd aisle aisles block village terrace country all_of_us all_our
    every_one each_of_us five_of_us both_of_us both_phones both_buildings all_flats all_branches all_stores
    all_sites all_shops all_lines all_the_tills every_till every_machine every_branch every_shop every_lane
    every_screen every_phone everyone_else everyone_else's everybody_else not_just_me not_just_us not_only_me
    wasn't_just anyone_else anybody_else else_having others_too mine_too me_too us_too my_wife's_too same_for
    same_on same_in same_across across across_the across_town across_europe county city cities postcode estate
    tower towers floor floors ward hospital hospitals schools school offices warehouse depot shopping_centre
    mall airport station stations campus dorm reviews_say twitter_says judging_by downdetector outage_map
    neighbour neighbour's friends family_too mum's_too staff crew crews shoppers commuters residents households
    homes houses businesses merchants traders sellers players clinic chain flatmate`,
  since: `
    с_утра с_ночи со_вчера с_обеда второй_час третий_час второй_день третий_день четвертый_день пятый_день сутки
    сутками час часа часов полдня неделю неделя дня день минут уже сегодня сейчас вчера_вечером до_сих_пор опять
    снова когда_почин* с_семи с_восьми с_девяти с_десяти с_шести с_пяти с_четырех с_трех с_двух с_полудня
    с_полуночи с_понедельника с_пятницы с_субботы с_воскресенья с_вечера с_раннего с_самого_утра со_вторника
    со_среды с_четверга с_выходных с_прошлой всю_ночь все_утро весь_день весь_вечер все_выходные целый_день
    целые_сутки полночи пол-дня третьи_сутки вторые_сутки третий_раз_за второй_раз_за два_часа три_часа
    четыре_часа пять_часов шесть_часов два_дня три_дня пятый_час четвертый_час шестой_час сорок_минут полчаса
    по_сей до_сих_пор_не все_еще пока_не никак_не с_момента после_обновл* после_грозы после_ветра ночью утром
    вечером прямо_сейчас в_данный_момент только_что
    since hours hour days day minutes morning last_night yesterday today now still all_day right_now tonight
    weekend week since_seven since_eight since_nine since_ten since_six since_five since_noon since_midnight
    since_dawn since_lunch since_breakfast since_monday since_tuesday since_wednesday since_thursday
    since_friday since_saturday since_sunday since_last since_this since_yesterday since_the_update
    since_the_storm all_morning all_night all_evening all_afternoon all_weekend all_week for_hours for_days
    for_an_hour for_a_week for_two for_three for_four for_six for_ten two_hours three_hours four_hours
    five_hours six_hours two_days three_days second_day third_day day_two day_three second_night an_hour
    half_an_hour forty_minutes twenty_minutes twenty_four_hours 24_hours 48_hours overnight this_morning
    this_afternoon this_evening at_the_moment currently just_now as_i_type as_we_speak again_today noon midnight
    dawn o'clock`,
} as const;
