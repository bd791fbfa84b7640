/** Words of those who leave. */
export const leavingWords = {
  leave: `
    ухожу уходим уйду уйдем ушел ушла ушли уходит перехожу переходим перейду перешел перешла перешли переезж*
    переех* перееду переношу перенес* перевожу перевел* перевела переводим переведу сменил* сменила сменим меняю
    меняем поменял* сваливаю свалил* валю прощай* прощайте пока адьос гудбай чао покида* бросаю расста* распрощ*
    прощаюсь прощаемся отказыв* отказал* отказ забираем забираю забрал* забрали выхожу выписыв* отваливаю увожу
    рефинанс* прощальн* отвалил* отвалился бывш* бывшей сплыл* вычеркива* сдал_роутер откланива* перевели
    перевела переманил* пересел* перебрал* переключ* пересажив* съезжа* съехал* вывожу вывез* увел уволил*
    развод
    leave leaving left switch switched switching switches move moved moving moves goodbye bye farewell quit
    quitting done finished finish out walked walking gone elsewhere changing changed jump jumped porting port
    transferred transfer taking_my take_my took_my signed_up parting adios parted departing departure deserted
    ditched ditching dumped dumping voted_with lost_me you_lost lost_a losing finished_with over_it gone_to
    signing_up joined opened_one walk re-enrol`,
  cancel: `
    отмен* отменил* отменяю расторг* расторж* отключите отключил* отключаю закрыл* закрываю закройте закрою
    закрыть аннулир* отписал* отписка отписыв* прекращ* прекрат* не_продл* не_продлева* не_буду_продл*
    не_возобнов* отвязал* снимите вычерк* удалите разрыв* не_продлили не_продлим аннулируйте исключите исключить
    выключите отказываемся отказываюсь заявление_на_закрытие
    cancel cancels cancelled canceled cancelling canceling cancellation terminate* terminated terminating
    unsubscrib* close closed closing end ending ended not_renew* won't_renew won't_be_renewing not_renewing
    opt_out discontinu* revok* stop stopped downgrad* not_be_renewing not_rebooking strike_me remove_me pulled
    pulling opted`,
  erase: `
    удал* удаляю удалил* снес* снесла сношу деинстал* стер стерла стираю выкинул* выкину выбросил* порвал* сдал*
    сдаю сдать
    delete deleted deleting uninstall* removed remove erase* wiped wipe deactivat* bin binned binning trash*
    scrapped`,
  bond: `
    подписк* абонемент* договор* контракт* тариф* членств* полис* страховк* карту_лояльн* счет вклад* ипотек*
    кредитк* аккаунт* кабинет* профиль приложен* прилож* игру симк* номер бронь запись занят* аренд*
    subscription* membership* contract* plan policy account app booking direct_debit standing_order insurance
    membership's service box lease tenancy`,
  other: `
    другой другую другого другому другом других другим другие другая к_другим в_другой в_другом конкурент*
    сосед* соседн* через_дорогу напротив аналог* замену замен* альтернатив* иной иную новый новую новое нашел
    нашла нашли ищу ищем поищу поищем подыск* присматр* в_другое вернулась_к вернулся_к аналог* других_ребят
    у_других дешевле_у в_столовую на_заправке конкурентов соперник* тендер* напрямую фермер* наличк*
    another other others competitor* rival* elsewhere alternative* different new next_door somewhere_else
    someone_else anywhere_else instead replacement across_the_road down_the_road round_the_corner the_other_lot
    with_someone rival's next_town direct cheaper independent local`,
  never: `
    больше_не больше_ни больше_никогда никогда_больше ни_ногой ноги_моей ноги_нашей нога_моя последний_раз
    в_последний последн* никогда навсегда насовсем впредь отныне хватит точка конец дальше_без не_вернусь
    не_верн* не_приду не_прид* не_куплю не_закажу не_зайду не_поеду не_буду не_будем не_будет не_стану не_станем
    забуд* забыла_дорог* дорогу_забыл* на_этом_все с_меня_хватит сыт_по_горло покончено закончил* завязал*
    завязыва* не_продл* не_ждите не_увидите не_увидишь не_ездок не_дождетесь последняя последний прощальн*
    без_меня вычерк* забудьте пас с_первого_числа
    never_again never no_longer not_coming_back won't_be_back won't_return won't_be last last_time last_straw
    final no_more enough not_again had_enough i'm_done im_done we're_done that's_it thats_it from_now_on
    going_forward anymore any_more no_reason_to zero_years not_coming never_coming ever_again no_more over`,
  loyal: `
    клиент* покупател* постоянн* годами много_лет всегда лет_с_вами лет_была лет_ходил* лет_пользовал* сезон*
    абонент* раньше был* были_вашими верой_и_правдой
    customer* loyal loyalty years member regular regulars since used_to ritual always client* tenant*`,
  going: `
    хожу ходим беру берем заказываю заказываем покупаю покупаем пользуюсь пользуемся стригусь лечимся летаю езжу
    обслужив* теперь_беру теперь_хожу теперь_заказ* теперь_только отныне перебрал* остан*
    buy buying shop shopping order ordering go going use using book booked eat eating bank banking from_here_on
    from_now`,
} as const;
