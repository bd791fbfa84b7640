/** Words of what does not work for many. */
export const downWords = {
  what: `
    сайт* приложен* прилож* прога сервис* сервер* терминал* касс* банкомат* интернет* инет* связ* сет* связь
    связи вайфай wifi свет света электрич* вода воды отоплен* газ лифт* личн*_кабинет* кабинет* оплат* платеж*
    перевод* переводы вход авториз* логин* чат* платформ* игра игры журнал* дневник* табло турникет* домофон*
    доставк* заказ заказы карты карт телефони* трубк* горяч*_лини* колл_центр система систем* канал* тв
    трансляц* эквайринг* qr шлагбаум* самокат* трамва* автобус* валидатор* зарядк* станци* навигац* карта выдач*
    склад* программа программы телефони* бронировани* регистраци* эскалатор* домофон* очередь_электронн* насос*
    колонк* провайдер*
    app site website service services server servers terminal terminals till tills checkout payment payments atm
    internet wifi network signal power electricity water heating lift login log_in sign_in portal platform game
    lobby card_machine* system systems booking dashboard api page pages broadband line lines router* feed stream
    cards barrier barriers gate gates kiosk kiosks charger chargers tram trams bus buses pump pumps scheduler
    platform broadband landline exam lock locks dispatch`,
  down: `
    не_работа* не_раб не_пашет не_пашут не_груз* не_загруж* не_открыва* не_откры* не_пускает не_пускают
    не_заход* не_зайти не_войти не_могу_войти не_могу_зайти не_проход* не_идут не_приход* не_отправ* не_принима*
    не_запуск* не_подключ* не_ловит не_включа* не_оплат* не_дозвон* лег легло лежит лежат упал* рухнул* завис*
    виснет висит вылета* вылет* вырубил* отключил* отруби* отвалил* накрыл* пропал* пропала сбой сбоит сбои сбоя
    ошибк* глюч* авари* недоступ* нет_сети нет_связи нет_интернета нет_света нет_воды без_света без_воды
    без_связи без_интернета без_отоплен* белый_экран черный_экран крутит* колесик* простаив* мертв* сдох* ноль
    слетел* не_реагиру* встал встала встало встали стоят стоит_работа обесточ* прилег сдохл* умер умерла умерло
    молчит молчат не_отвеча* не_отдает не_печата* не_пробива* не_чита* не_завер* 502 503 500 504 404 таймаут
    обрыв* пусто пустая_страниц*
    down offline outage* crash* crashed crashes crashing not_working isn't_working stopped_working doesn't_work
    won't_load won't_open not_loading can't_log can't_login can't_access can't_pay can't_connect can't_get error
    errors broken dead frozen freezes timeout timed_out spinning blank white_screen black_screen unavailable
    unreachable no_signal no_service no_internet no_power no_water disconnect* failing fails failed rejected
    declined glitch* bug stuck stopped stalled halted dark died throws kicked 500 502 503 504 nothing_loads
    won't_start can't_open doesn't_load isn't_loading not_responding no_response locked gateway`,
  all: `
    у_всех всех все всем никто никого ни_один ни_одна ни_у_кого весь_дом всему_дому весь_подъезд весь_район
    весь_город всему_городу вся_улица весь_офис всем_отдел* отдел офис район* город* подъезд* сосед* коллег*
    массов* повсем* везде нигде у_многих многих не_только_у_меня сотни сотн* очеред* народ люди клиенты
    пользовател* друзья_тоже у_друзей у_жены у_знаком* поселк* деревн* села вся_деревня филиал* магазины страна
    область регион* полдвора двора двор партнер* водител* курьер* жители жильц* квартир дома домов улиц*
    квартал* этаж* класс* школа школе родител* студент* пассажир* команд* бригад* сотни тысячи пятеро четверо
    everyone everybody nobody no_one whole entire all many others neighbours neighbors colleagues office team
    street building town region nationwide worldwide every users customers people queue same_here same_problem
    same_issue just_me is_it_just thousands hundreds dozens everywhere nowhere drivers couriers guests tenants
    flats branches students passengers crowd aisle aisles block village terrace region country`,
  since: `
    с_утра с_ночи со_вчера с_обеда второй_час третий_час второй_день третий_день четвертый_день пятый_день сутки
    сутками час часа часов полдня неделю неделя дня день минут уже сегодня сейчас вчера_вечером до_сих_пор опять
    снова когда_почин*
    since hours hour days day minutes morning last_night yesterday today now still all_day right_now tonight
    weekend week`,
} as const;
