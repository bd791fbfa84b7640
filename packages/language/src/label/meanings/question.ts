/** Words of questions, and of those that ask for nothing. */
export const questionWords = {
  asks: `
    подскажите подскажи скажите_пожалуйста скажите_а скажите_есть скажите_как скажите_когда скажите_где
    скажите_какой скажите_можно ответьте_пожалуйста_на интересует_наличие интересует_размер интересует_цена
    интересует_есть интересует_можно интересует_как вопрос_к_продавц* вопрос_к_магазин* вопрос_такой
    такой_вопрос есть_вопрос возник_вопрос возник*_вопрос* вопрос_как вопрос_по хочу_узнать хотел_узнать
    хотела_узнать хотел_бы_узнать хотела_бы_узнать хотелось_бы_узнать хочу_спросить хотел_спросить
    хотела_спросить хочется_узнать не_подскажете не_скажете кто_знает кто_нибудь_знает кто_то_знает
    может_кто_знает кто_нибудь_в_курсе кто_в_курсе в_курсе_кто объясните_как объясните_почему
    уточните_пожалуйста уточните_как куда_писать куда_звонить куда_обращаться куда_обратиться куда_жаловаться
    куда_сообщить куда_отправл* кому_писать к_кому_обра* как_вернуть как_оформить_возврат как_отключить
    как_подключить как_включить как_настроить как_отменить как_удалить как_связаться как_с_вами_связаться
    как_узнать как_получить как_оплатить как_активировать как_зарегистр* как_войти как_восстановить
    как_пользоваться как_мне как_сдать как_поменять как_записаться как_добраться как_заказать как_быть
    что_делать_если что_делать_с что_мне_делать почему_не_приходит почему_не_работает почему_не_могу
    почему_не_получ* почему_не_откр* почему_не_груз* почему_пишет почему_отклон* почему_отказ* почему_списал*
    почему_нет_в можно_ли нельзя_ли нужно_ли есть_ли будет_ли бывает_ли подойдет_ли подходит_ли возможно_ли
    имеется_ли работает_ли входит_ли идет_ли надо_ли стоит_ли вы_точно а_вы_точно а_вы_доставл* а_вы_работ*
    вы_работаете_в сколько_стоит_дост* сколько_стоит_если сколько_греть сколько_варить сколько_ждать
    когда_будет_в когда_появится когда_ожидается когда_привезут когда_завезут когда_поступ* когда_откро*
    до_скольки_вы до_скольки_работ* во_сколько_вы во_сколько_откры* во_сколько_закр* чем_отличается
    чем_отличаются чем_отлич* какой_размер_брать какой_размер_бер* какой_срок_год* какая_гарантия какой_состав
    в_чем_разница где_можно_купить где_можно_заказ* где_можно_посм* где_найти где_посмотреть где_скачать
    где_мой_заказ где_мои_деньги wondering_if wondering_whether wondering_how wondering_when wondering_what
    was_wondering i_wonder_if can_someone_tell can_anyone_tell could_someone_tell could_anyone_tell
    can_you_tell_me could_you_tell_me please_tell_me_how please_tell_me_if please_tell_me_where please_advise
    let_me_know_if let_me_know_when let_me_know_how let_me_know_whether does_anyone_know anyone_know_if
    anyone_know_how anyone_know_where anybody_know do_you_have do_you_ship do_you_deliver do_you_offer
    do_you_sell do_you_take do_you_accept do_you_know_if do_these_come does_this_come does_it_come
    does_it_work_with does_this_work_with does_this_fit does_it_fit does_this_have does_it_have
    does_this_contain does_it_contain is_there_an is_there_a_way is_there_any is_there_a are_there_any
    is_it_possible is_it_compatible is_this_compatible is_it_safe is_this_safe is_it_vegan any_chance_you
    any_chance_of any_chance_that how_do_i how_do_you how_do_we how_can_i how_can_we how_to_i how_should_i
    how_long_does how_long_will how_long_do how_long_is how_much_is how_much_does how_much_do how_many_are
    how_many_do how_big_is how_heavy_is how_tall_is how_wide_is how_large_is how_old_is how_loud_is how_far_is
    how_often_do what_size_should what_size_is what_time_do what_time_does what_are_your_hours
    what_is_the_difference what's_the_difference what_is_the_warranty what's_the_warranty where_can_i where_do_i
    where_are_you where_is_my where's_my when_will_it when_will_you when_will_my when_will_i when_do_you
    when_does_it when_are_you which_one_is which_size who_do_i who_can_i who_should_i why_is_my why_can't_i
    why_cant_i why_won't_it why_does_it why_do_i why_am_i should_i_get can_i_use can_i_return can_i_exchange
    can_i_pay can_i_get_a can_i_bring can_i_order can_this_be can_it_be can_these_be question_about
    quick_question i_have_a_question my_question_is`,
  /** Asks for nothing. */
  rhetoric: `
    сколько_можно сколько_нужно_ждать кто_так кто_же_так что_может_быть_лучше что_может_быть кому_нужен
    кому_нужна кому_нужно кому_нужны кому_это почему_я_не почему_я_раньше почему_раньше_не почему_так_поздно
    разве неужели зачем_мне зачем_тогда зачем_вы зачем_вам зачем_вообще зачем_я как_так как_же_так
    как_такое_возможно серьезно за_что_я за_что_мы за_что_платить за_что_такие это_нормально нормально_ли
    это_вообще_норм* где_совесть где_логика где_справедливост* вы_издевает* издеваетесь вы_серьезно вы_шутите
    вы_смеетесь доколе до_каких_пор какого_черта какого_хрена и_это и_за_это кто_вообще кто_придумал куда_катит*
    куда_уж где_еще_такое что_еще_надо что_еще_нужно что_сказать что_тут_скажешь что_за_бред что_за_ужас
    что_за_хамство стоит_ли_говорить нужно_ли_говорить надо_ли_говорить ну_и_зачем ну_как_так в_чем_смысл
    а_смысл правда_же не_правда_ли вряд_ли едва_ли чуть_ли мало_ли то_ли не_то_ли who_does who_would
    who_wouldn't who_needs who_cares how_long_can how_long_must what_did_i_pay what_am_i_paying
    what_was_i_thinking what_were_they are_you_kidding are_you_serious are_they_serious really seriously
    isn't_it aren't_they isn't_that how_hard_can how_hard_is_it how_is_this_legal how_is_that_possible
    how_can_you_be_so how_can_anyone why_would_anyone why_would_you why_bother why_even what_is_wrong_with
    what's_wrong_with_you is_this_a_joke is_it_a_joke is_that_too_much is_it_too_much what's_not_to
    what_more_could what_more_can what_else_could what_else_can why_didn't_i why_did_i_wait what_could_be
    could_it_be_any need_i_say guess_what you_know_what сколько_ни где_купил* где_еще_вы где_бы_вы кто_бы_мог
    кто_бы_подумал что_и_говорить чего_и_вам как_можно_так как_можно_быть как_можно_было что_еще_нужно_для
    что_еще_для what_a how_about_no what_the_hell what_the_heck wtf do_yourself can_i_just is_it_just_me`,
};
