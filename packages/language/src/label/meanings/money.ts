/** Words of money that went the wrong way, and of accounts in wrong hands. */
export const moneyWords = {
  money: `
    деньг* денег деньгами руб рублей рубля рублю тыс тысяч* сумм* средств* бакс* доллар* баланс* счет счета
    счете счету бонус* балл* баллы баллов предоплат* аванс* задаток залог* депозит* оплат* платеж* комисси*
    накоплен* пенсион* пенси* зарплат* стипенд* копе* чаевы* монет* мили кэшб* кешб* сотк* сотню сотни рубл*
    полторы_тысячи штука косарь косарей тыщ* пятихат* евро юан* тенге гривн* крипт* биткоин* кошель*
    вклад* сбережен* заначк* наличн* наличк* налик выручк* доход* гонорар* взнос* сбор сборы переплат* доплат*
    разниц* сдач* остаток остатк* стоимост* чек чеке чеки квитанц*
    money cash dollars bucks quid pounds euros funds balance savings deposit prepaid payment* refund* wallet
    paycheck points miles credits coins pence penny bill bills invoice* cents tenner fiver grand k_gone hundred
    thousand thousands hundreds sum sums amount amounts euro pound dollar usd gbp crypto bitcoin wages salary
    pension pension's benefit benefits tips tip change overdraft savings_account nest_egg inheritance fee fees
    cost costs price difference surcharge receipt payout proceeds earnings fare fares rent`,
  took: `
    снял* снимают снимает снято списал* списыва* списан* списание списания сняли украл* украд* своровал* ворова*
    стащил* вытащ* увел* увели угнал* ушло ушли исчез* пропал* улетел* взяли забрал* содрал* слил* сперли
    присвоил* обчист* вынес* вынесли ободрал* обобрал* утек* потрачен* погашен* ободрали взяла взял хапнул*
    прикарманил* удержал* содрали нагрел* вытянул* выводит вывели вывел сгорел* аннулировал* ушла_сумм* ушла
    ушел_с ушло_с уплыл* уходят испарил* высос* опустош* обнул* пуст пустой пустая пусты ноль_на нули
    ноль_на_счет пробил* взяла_с взимают взимал* начисл* доначисл* дописал* вписал* выставил* забирают изъяли
    умыкнул* стянул* слямзил* спер сперла похитил* похищен* вытряс* выманил* вычел* вычли вычитают оттяпал*
    срезали недосчитал* недостач* не_хватает недодал* обсчитал* распродан* проданы продан*_без выпотрош* вскрыл*
    вскрыт* вынули потратил* растратил* прикарман* зажал* замороз*
    charged charge charges charging debited deducted withdrew withdraw* taken took takes taking stole stolen
    steal stealing drained emptied siphon* billed billing skim* vanished disappeared spent gone missing
    double_charged overcharg* pocketed kept_my kept_the pulled pulling swiped redeemed withheld helped_himself
    overbilled invoiced cleared_out cleaned_out empty empties wiped zero nil drain draining raided looted lifted
    pinched nicked robbed snatched helped_themselves pocketing keeps_taking keep_taking keeps_charging
    keep_charging keep_pulling still_charging still_paying pays itself left_my leaving_my going_out went_out
    billed_me charges_me rang_up typed_in keyed added adding extras upsold upsell* shortchanged short-changed
    short_changed shorted missing_from gone_from sold sold_off ate swallowed frozen_funds held_hostage
    holding_my sitting_on retained keeping_the kept purchases purchase transactions transaction spree`,
  again: `
    дважды два_раза двойн* трижды три_раза второй_раз повторно снова опять еще_раз каждый_месяц ежемесячно лишн*
    сверх вдвое втрое в_двойном одно_и_то_же одну_и_ту_же задво* продублир* дубл* повторн* три_одинаков*
    две_одинаков* одинаков* несколько_раз пять_раз по_второму подряд вместо_одн* продолжают продолжает все_еще
    по-прежнему из_месяца_в
    twice double doubled two_times three_times second_time again every_month each_month monthly duplicate* extra
    additional over_and_over same_purchase instead_of twofold triple tripled thrice repeated repeatedly second
    third same_charge same_amount same_item still keep keeps kept_charging continue continues continued
    more_than_once both_times over_again months monthly_charge weekly`,
  card: `
    карт карта карты карту карте картой счет реквизит* пин пинкод* пароль пароля код кода коды смс сообщени*
    банк* кошелек кошельк* привязан* выписк* номер_карты трехзначн* кредитк* дебет* виртуальн* сбп
    терминал* эквайр* автоплатеж* автосписан* подписк* счетом транзакц* операци* перевод переводы сейф*
    cvc cvv card cards debit credit bank pin password passcode code codes account account's statement paypal
    visa mastercard amex contactless chip_and_pin direct_debit direct_debits standing_order apple_pay google_pay
    bank's banking bank_app sort_code iban otp one-time_code seed_phrase venmo zelle cash_app revolut wallet
    overdraft autopay auto-pay transfer transfers transferred wire_transfer gift_card vouchers voucher`,
  unasked: `
    без_моего без_спрос* без_разреш* без_ведом* без_соглас* без_предупр* без_подтвержд* сами_подключ* подключил*
    подключен* навяз* втюх* впар* всуч* оформил* оформлен* вшили подсун* приписал* приписы* добавил* накрут*
    насчитал* обсчит* не_заказывал* не_покупал* не_оформлял* не_подключал* не_соглаш* не_давал* не_совершал*
    не_делал* не_делала не_подписывал* не_брал* не_был_там я_не отказал* отключил* отменил* пробн* без_согласия
    без_меня втайне тайком тайно самовольн* сами_оформ* сами_добав* сами_продл* не_пользов* не_просил* не_был
    не_было не_нужн* не_нужно не_ставил* не_получал* не_звонил* не_регистрир* не_открывал* не_вводил*
    не_подтверждал* не_переводил* не_ездил* не_летал* хотя_отказ* хотя_отключ* хотя_отмен* отказал*_от_всего
    автопродл* продлили_без за_несуществ* несуществующ* которого_не которой_не которых_не которую_не которым_не
    который_не чего_не навешал* повесил* прицеп* воткнул* прописал* вписал* мелким_шрифт* мелкий_шрифт галочк*
    without_my without_asking without_permission without_consent without_telling unauthori* never_authori*
    didn't_authori* never_signed didn't_sign never_ordered didn't_order never_bought didn't_buy never_made
    never_agreed didn't_make i_didn't not_me wasn't_me not_by_me never_subscribed never_asked trial cancelled
    canceled auto_renew* forged signed_me added_to hidden_fee* never_set didn't_set didn't_want never_wanted
    never_used didn't_use haven't_used never_took never_booked never_opened didn't_open never_gave didn't_give
    never_had never_went wasn't_there never_been haven't_been isn't_mine aren't_mine not_mine isn't_ours
    not_ours didn't_ask didn't_approve never_approved unapproved unrequested unwanted unsolicited
    without_warning behind_my_back no_consent opted_out free_trial auto-renew* autorenew* pre-ticked ticked
    small_print even_though although_i sneaked snuck slipped_in on_my_behalf in_my_name under_my_name as_me`,
  account: `
    аккаунт* кабинет* учетк* учетн* профил* логин* почту почта сим симк* симкарт* личн* вход входы устройств*
    номер госуслуг* ник никнейм скин скины скинов инвентар* персонаж* двухфактор* двухэтап* авторизац* вошел_в
    вошли_в зашли_в залогин* сессии сессия телефон_привяз* эсим номер_телефон* ящик почтов* облако облаке
    мой_профил* мою_страниц* моей_страниц* страничк*
    account accounts profile login email sim number device devices username logins logged_in signed_in
    logging_in inbox mailbox gmail email_address phone_number handle avatar skins inventory character two-factor
    2fa authenticator session sessions cloud sim_swap esim mobile_number portal_login profile's locked_me`,
  breach: `
    взлом* взлома* хакер* хакнул* увели перехват* утечк* утекл* слили слив базу персональн* паспорт* скан сканы
    мошен* мошенник* фишинг* поддельн* подделал* подделк* фейк* фальш* липов* клон клона двойник* самозван*
    якобы от_вашего_имени от_моего_имени под_видом под_вашим прикрыв* назвал* продиктовал* чужой чужие чужое
    чужая чужую привязал* перевыпуст* сменил* поменял*_почт* код_из_смс ссылк* кликнул* перешла_по
    украл*_аккаунт украли_ник угнал* завладел* проник* пробрал* влез влезли влезла залез залезли подобрал*
    подсмотр* скопировал* скиммер* клонир* спуфинг* вирус* троян* удаленн*_доступ подставн* лжесотруд*
    сотрудник_банка служба_безопасн* безопасный_счет безопасн*_счет лже подставил* подмен* копия копии копией
    чужим чужого чужому чужой_долг кто-то кто_то неизвестн* незнаком* посторонн* третьи_лица третьим_лиц*
    личные_данн* данные_клиент* базы_данн* прозвон* на_мое_имя на_мои_данн* на_мой_паспорт на_меня_оформ*
    от_имени займ* заем микрозайм* микрокредит* кредит* долг долги долга кредитн*_истор* бки просроч*_кредит
    hack* breach* compromised phish* scam* fraud* fake* counterfeit clone* cloned imposter impostor impersonat*
    pretend* spoof* leaked leak identity stranger somebody someone locked_out taken_over password_changed
    email_changed link links clicked copycat ported passport anydesk hijack* intruder infiltrat* broke_into
    got_into gets_into took_over taken_control remote_access malware virus trojan keylog* skimmer spyware
    cloned_card unknown unknown_device unrecognised unrecognized unfamiliar someone_else's somebody_else's
    third_party dark_web data_leak database customer_list exposed loan loans debt debts credit_score credit_file
    credit_history in_my_name my_identity my_details personal_details your_details called_from claimed_to posed
    posing purport* fake_page fake_site lookalike teamviewer safe_account gift_cards ssn national_insurance`,
  cheat: `
    мошен* обман* обману* кинул* кидал* кидают развод* развел* развели надул* облапош* афер* жул* ворье вор воры
    ворюг* воришк* лохотрон* прохвост* шарашк* кидалов* нагрел* наглые нагло внагл* грабеж* грабит* обворов*
    наебал* наеб* развод лапша впарил* всучил* подсунул* недовес* недолив* подкруч* муляж* подмен* кирпич* липа
    шулер* прохиндей* плут* махинац* махинатор* накол* кинули_на обдурил* одурачил* провел_меня провели_меня
    пирамид* фикция фиктивн* фикс развели_на обобрал* вранье враки соврал* подло подлог* бутафор* пустышк*
    пустая_короб* пустой_короб* пустую_короб* камни_вместо вместо_телефон* мыло_вместо рис_вместо не_существу*
    нет_такого нет_такой несуществ* контрафакт* паль паленый паленая паленое реплик* копия_под подделк*
    не_оригинал* восстановлен*_под б/у бу скручен* скрутил* смотан* пробег* весы недолит* недомер* разбавл*
    разбодяж* перекле* лысые приписк* завыш* завысил* задран* втридорога обсчет* приз лотере* выигр* крипто*
    scam* scammer* con conned cheat* crook* thief thieves rip_off ripped_off swindl* robbed robbery robbing
    ghosted bogus shady dodgy dishonest lied lying racket extort* fleeced forged bait swapped tampered rigged
    doctored pretended deceiv* deceit deceptive misled mislead* trick* conman con_man conning hoax ponzi pyramid
    sham phoney phony fictitious fictional_fee imaginary invented made_up nonexistent non-existent doesn't_exist
    didn't_exist does_not_exist no_such not_real isn't_real isn't_genuine not_genuine knockoff knock-off replica
    imitation empty_box empty_parcel bricks brick potatoes stones soap_instead rolled_back odometer
    clocked mileage meter_reading fiddle* padded inflated watered_down underfilled underweight light_on_the
    short_measure resealed re-sealed opened_parcel tampering retaped used_sold_as refurb*_as bald_tyres
    prize lottery winner`,
  silent: `
    не_отвеча* не_отвечают молчат молчит молчание тишина игнор* трубк* не_берут не_бер* не_дозвон* недоступ*
    отключен* удалил* исчез* испар* пропал* пропали растворил* заблок* забанил* бан выключен* закрыл* съехал*
    вывеск* следы след простыл вне_зоны кинули_в_чс чс отписк* робот робота бот бота никто_не ни_ответа
    ни_привета ни_денег ни_товара ни_заказа как_в_воду канул* испарил* телефон_выключ* стерли шаурма пропал_с
    пропала_с слинял* смылись смылся смылась сбежал* скрылся скрылись скрывается прячется прячутся бегает_от
    не_выходит_на не_выходят_на не_читает прочитан* сброс* сбрасыва* бросает_трубк* бросил_трубк* бросили
    сам_по_себе глухо молчок ноль_реакц* ноль_ответ* без_ответ* уже_зима уже_лето никто_не_ждет нас_никто
    закрыто_навсегда ликвид* офис_пуст пустой_офис сайт_не_откр* номер_не_обслуж* не_существует
    no_answer no_reply no_response nobody_answers no_one_answers never_replied not_replying silence silent
    ghosted ignor* blocked_me blocked disconnected dead vanished disappeared nobody no_one hung_up hangs_up
    unreachable closes stopped_replying radio_silence chat_bot bot no_sign gone_quiet no_tracking shutters
    moved_out number_is_dead number's_dead page_deleted website's_gone gone_dark went_dark went_quiet
    gone_silent fell_off vanished_off fled ran_off run_off disappears disappearing deleted_their deleted_his
    deleted_her shut_down closed_down shut_up_shop phone's_off phones_off phone_off switched_off phone_dead
    cut_off line_dead doesn't_answer don't_answer won't_answer won't_pick not_picking doesn't_pick never_picks
    no_one_picks stonewall* fobbed still_no no_show no-show no_sofa never_turned never_showed
    didn't_show didn't_turn hasn't_come haven't_come empty_office gone_bust liquidat* insolven*`,
  refund: `
    верните вернуть возврат* не_вернул* не_возвращ* вернули возмест* обещали обещают не_пришл* не_приш*
    не_поступ* не_получил* не_достав* так_и_не до_сих_пор не_привез* не_отправ* трек* где_мои где_мой верну
    вернете вернет вернут возвращайте отдайте отдай отдавайте не_отдал* не_отдают не_отдает не_вернет* не_дошл*
    не_дошел не_выплат* не_выплач* не_перевел* не_зачисл* зачисл* выплат* компенсац* кешбэк_не жду_деньг*
    жду_возвр* жду_с обещанн* пообещал* обещал* обещаний обещание заказ_не заказа_нет посылк* товар товара
    товары доставлен* получил*_не вручен_не передано_не чужие_получил* получено_кем
    refund* give_back return my_money never_arrived never_came never_received hasn't_arrived not_arrived
    didn't_arrive no_tracking still_waiting where_is where's waiting_for owed owe repay repaid pay_back
    paid_back reimburs* chargeback charge_back promised promise promises owes owing hasn't_come_back
    not_refunded won't_refund no_refund refuse*_to_refund never_refunded give_it_back send_it_back get_it_back
    get_my nothing_came nothing_arrived never_reached never_delivered not_delivered undelivered parcel parcels
    package packages delivery delivered shipment shipped tracking order_number`,
  shop: `
    продавец продавц* магазин* сайт* площадк* объявлен* контор* фирм* ип ооо курьер* кассир* касс* официант*
    менеджер* мастер* риелтор* турфирм* водител* автосервис* автосалон* сервисн* обменник* ломбард* застройщик*
    подрядчик* бригад* прораб* турагент* отель отеля отеле гостиниц* хостел* квартир* хозяин хозяйка арендодат*
    арендатор* посредник* агент* аптек* ресторан* бар бара баре такси рынок рынке заправк* мойк* ателье клуб
    клуба турист* путевк* тур тура билет* концерт*
    seller* shop store site website listing platform vendor merchant cashier waiter manager salesman rep agent
    landlord driver dealer dealership garage mechanic builder* roofer* contractor* plumber electrician broker
    exchange agency travel_agent hotel hostel villa apartment flat owner host letting landlady jeweller
    marketplace ticket tickets concert tour trip petrol_station pump restaurant waiter's barman bartender taxi
    van hire rental concierge gym club`,
} as const;
