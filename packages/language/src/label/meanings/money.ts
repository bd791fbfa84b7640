/** Words of money that went the wrong way, and of accounts in wrong hands. */
export const moneyWords = {
  money: `
    деньг* денег деньгами руб рублей рубля рублю тыс тысяч* сумм* средств* бакс* доллар* баланс* счет счета
    счете счету бонус* балл* баллы баллов предоплат* аванс* задаток залог* депозит* оплат* платеж* комисси*
    накоплен* пенсион* пенси* зарплат* стипенд* копе* чаевы* монет* мили кэшб* кешб*
    money cash dollars bucks quid pounds euros funds balance savings deposit prepaid payment* refund* wallet
    paycheck points miles credits coins pence penny bill bills invoice*`,
  took: `
    снял* снимают снимает снято списал* списыва* списан* списание списания сняли украл* украд* своровал* ворова*
    стащил* вытащ* увел* увели угнал* ушло ушли исчез* пропал* улетел* взяли забрал* содрал* слил* сперли
    присвоил* обчист* вынес* вынесли ободрал* обобрал* утек* потрачен* погашен* ободрали взяла взял хапнул*
    прикарманил* удержал* содрали нагрел* вытянул* выводит вывели вывел сгорел* аннулировал*
    charged charge charges charging debited deducted withdrew withdraw* taken took takes taking stole stolen
    steal stealing drained emptied siphon* billed billing skim* vanished disappeared spent gone missing
    double_charged overcharg* pocketed kept_my kept_the pulled pulling swiped redeemed vanished withheld
    helped_himself overbilled invoiced`,
  again: `
    дважды два_раза двойн* трижды три_раза второй_раз повторно снова опять еще_раз каждый_месяц ежемесячно лишн*
    сверх вдвое втрое в_двойном одно_и_то_же одну_и_ту_же
    twice double doubled two_times three_times second_time again every_month each_month monthly duplicate* extra
    additional over_and_over same_purchase instead_of`,
  card: `
    карт карта карты карту карте картой счет реквизит* cvc cvv пин пинкод* пароль пароля код кода коды смс
    сообщени* банк* кошелек кошельк* привязан* выписк*
    card cards debit credit bank cvv pin password passcode code codes account account's statement paypal`,
  unasked: `
    без_моего без_спрос* без_разреш* без_ведом* без_соглас* без_предупр* без_подтвержд* сами_подключ* подключил*
    подключен* навяз* втюх* впар* всуч* оформил* оформлен* вшили подсун* приписал* приписы* добавил* накрут*
    насчитал* обсчит* не_заказывал* не_покупал* не_оформлял* не_подключал* не_соглаш* не_давал* не_совершал*
    не_делал* не_делала не_подписывал* не_брал* не_был_там я_не отказал* отключил* отменил* пробн*
    without_my without_asking without_permission without_consent without_telling unauthori* never_authori*
    didn't_authori* never_signed didn't_sign never_ordered didn't_order never_bought didn't_buy never_made
    never_agreed didn't_make i_didn't not_me wasn't_me not_by_me never_subscribed never_asked trial cancelled
    canceled auto_renew* forged signed_me added_to hidden_fee*`,
  account: `
    аккаунт* кабинет* учетк* учетн* профил* логин* почту почта сим симк* симкарт* личн* вход входы устройств*
    номер госуслуг*
    account accounts profile login email sim number device devices username`,
  breach: `
    взлом* взлома* хакер* хакнул* увели перехват* утечк* утекл* слили слив базу персональн* паспорт* скан сканы
    мошен* мошенник* фишинг* поддельн* подделал* подделк* фейк* фальш* липов* клон клона двойник* самозван*
    якобы от_вашего_имени от_моего_имени под_видом под_вашим прикрыв* назвал* продиктовал* чужой чужие чужое
    чужая чужую привязал* перевыпуст* сменил* поменял*_почт* код_из_смс ссылк* кликнул* перешла_по
    hack* breach* compromised phish* scam* fraud* fake* counterfeit clone* cloned imposter impostor impersonat*
    pretend* spoof* leaked leak identity stranger somebody someone locked_out taken_over password_changed
    email_changed link links clicked copycat ported passport`,
  cheat: `
    мошен* обман* обману* кинул* кидал* кидают развод* развел* развели надул* облапош* афер* жул* ворье вор воры
    ворюг* воришк* лохотрон* прохвост* шарашк* кидалов* нагрел* наглые нагло внагл* грабеж* грабит* обворов*
    наебал* наеб* развод лапша впарил* всучил* подсунул* недовес* недолив* подкруч* муляж* подмен* кирпич* липа
    scam* scammer* con conned cheat* crook* thief thieves rip_off ripped_off swindl* robbed robbery robbing
    ghosted bogus shady dodgy dishonest lied lying racket extort* fleeced forged bait swapped tampered rigged
    doctored bogus pretended`,
  silent: `
    не_отвеча* не_отвечают молчат молчит молчание тишина игнор* трубк* не_берут не_бер* не_дозвон* недоступ*
    отключен* удалил* исчез* испар* пропал* пропали растворил* заблок* забанил* бан выключен* закрыл* съехал*
    вывеск* следы след простыл вне_зоны кинули_в_чс чс отписк* робот робота бот бота никто_не ни_ответа
    ни_привета ни_денег ни_товара ни_заказа как_в_воду канул* тишина съехал* растворил* испарил* телефон_выключ*
    стерли шаурма
    no_answer no_reply no_response nobody_answers no_one_answers never_replied not_replying silence silent
    ghosted ignor* blocked_me blocked disconnected dead vanished disappeared nobody no_one hung_up hangs_up
    unreachable closes stopped_replying radio_silence chat_bot bot no_sign gone_quiet no_tracking shutters
    moved_out number_is_dead number's_dead page_deleted website's_gone`,
  refund: `
    верните вернуть возврат* не_вернул* не_возвращ* вернули возмест* обещали обещают не_пришл* не_приш*
    не_поступ* не_получил* не_достав* так_и_не до_сих_пор не_привез* не_отправ* трек* где_мои где_мой
    refund* give_back return my_money never_arrived never_came never_received hasn't_arrived not_arrived
    didn't_arrive no_tracking still_waiting where_is where's waiting_for owed owe`,
  shop: `
    продавец продавц* магазин* сайт* площадк* объявлен* контор* фирм* ип ооо курьер* кассир* касс* официант*
    менеджер* мастер* риелтор* турфирм* водител*
    seller* shop store site website listing platform vendor merchant cashier waiter manager salesman rep agent
    landlord driver`,
} as const;
