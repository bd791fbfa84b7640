/** Words by which something is asked for. */
export const requestWords = {
  does: `
    верните_деньг* верните_мне верните_нам верните_мои верните_средств* верните_оплат* верните_стоимост*
    верните_стар* верните_как верните_кнопк* верните_остат* верните_предоплат* верните_залог верните_аванс
    верните_баллы верните_функц* верните_прежн* верните_товар верните_все верните_назад верните_обратно
    верните_возможност* уберите удалите отпишите отключите_рассыл* отключите_подпис* отключите_услуг*
    отключите_реклам* добавьте добавь сделайте_возможн* сделайте_пожал* сделайте_так сделайте_норм*
    сделайте_чтоб* сделайте_парков* сделайте_тем* сделайте_скид* сделайте_что сделайте_уже сделайте_удоб*
    сделайте отмените отменить_заказ_прошу исправьте исправляйте почините доработайте доделайте переделайте
    поправьте обменяйте поменяйте замените заменить_прошу перезвоните позвоните_мне позвоните_нам свяжитесь
    перешлите пришлите вышлите отправьте довезите привезите доставьте ускорьте поторопите разберитесь
    примите_меры прекратите перестаньте проверьте пересчитайте объясните разъясните ответьте отвечайте помогите
    посодействуйте решите_вопрос решите_проблем* решите_мою накажите увольте обучите научите_персонал
    проведите_беседу обратите_внимание учтите_пожелан* сообщите уведомите предоставьте дайте_возможн*
    дайте_ответ дайте_обратн* дайте_знать дайте_скид* дайте_номер дайте_контакт* введите откройте_еще
    откройте_филиал откройте_магазин откройте_точк* поставьте_лавоч* поставьте_скам* поставьте_кулер
    поставьте_банкомат* поставьте_урн* увеличьте уменьшите расширьте обновите настройте включите_кондиц*
    включите_отопл* включите_звук включите_мне подключите_мне разблокируйте восстановите зачислите начислите
    спишите_обрат* пересмотрите рассмотрите внесите продлите снизьте_цен* снизьте верните_нормальн* прошу_вас
    прошу_верн* прошу_разобр* прошу_связ* прошу_принять прошу_отмен* прошу_удал* прошу_убрать прошу_помо*
    прошу_замен* прошу_обмен* прошу_перезвон* прошу_ответ* прошу_исправ* прошу_добав* прошу_рассмотр*
    прошу_провер* прошу_компенс* прошу_объясн* прошу_сдел* прошу_предостав* прошу_восстанов* прошу_разблок*
    просьба_верн* просьба_разобр* просьба_связ* просьба_добав* просьба_убрать просьба_исправ* просьба_к
    просьба_перезвон* просьба_сделать просьба_обрат* большая_просьба убедительная_просьба огромная_просьба
    есть_просьба требую_верн* требую_возврат* требую_компенс* требую_разобр* требую_объясн* требую_замен*
    требую_удал* требую_извин* требуем_верн* жду_ответ* жду_возврат* жду_звонк* жду_решени* жду_обратн*
    жду_реакц* жду_компенс* ждем_ответ* ждем_возврат* ждем_решен* хочу_вернуть хочу_обменять хочу_возврат*
    хочу_отменить хочу_отказаться хочу_получить_назад хочу_получить_деньги хочу_деньги_назад хочу_свои_деньги
    хочу_чтобы_вы хочу_чтоб_вы хотел_бы_вернуть хотела_бы_вернуть хотел_бы_чтоб* хотела_бы_чтоб*
    хотелось_бы_чтоб* хотелось_бы_видеть хотелось_бы_больше хотелось_бы_получить_ответ хочется_чтоб*
    было_бы_здорово_если было_бы_здорово было_бы_хорошо_если было_бы_неплохо было_бы_классно было_бы_круто_если
    было_бы_отлично_если было_бы_удобно_если хорошо_бы_добав* хорошо_бы_сдел* неплохо_бы_добав* неплохо_бы_сдел*
    можно_добавить можно_вернуть можете_добавить можете_вернуть можете_сделать можете_прислать можете_перезвон*
    можете_связ* можете_исправ* можете_отменить не_могли_бы_вы могли_бы_вы нужен_возврат нужна_замена
    нужна_помощь нужен_обмен нужна_ваша_помощь предлагаю_добав* предлагаю_сдел* пожелание_добав* пожелание_сдел*
    добавить_бы сделать_бы пусть_мне_перезвон* пусть_перезвон* пусть_со_мной_свяж* пусть_менеджер_перезв*
    пусть_вернут refund_my refund_me refund_us refund_the refund_please give_me_my_money give_me_a_refund
    give_me_back give_us_back give_my_money give_back_my i_want_my i_want_a_refund i_want_a_replacement
    i_want_it_replaced i_want_you_to i_want_to_return i_want_to_cancel i_want_to_exchange want_my_money_back
    want_my_deposit_back we_want_our i_need_my_money i_need_a_refund i_need_a_replacement i_need_you_to
    i_need_someone_to i_need_help i_demand we_demand i_request we_request i'd_like_a_refund
    i_would_like_a_refund i'd_like_to_return i'd_like_to_cancel i'd_like_to_speak i_would_like_to_speak
    i_would_like_to_return i'd_like_someone i_would_like_someone i'd_like_you_to i_would_like_you_to
    requesting_a requesting_that needs_to_contact_me need_to_contact_me needs_to_call_me someone_call_me
    someone_contact_me someone_please contact_me call_me get_back_to_me get_in_touch_with_me reach_out_to_me
    reply_to_my answer_my respond_to_my waiting_for_your_reply waiting_for_a_reply waiting_for_your_response
    awaiting_your awaiting_a could_you can_you_please can_you_add can_you_fix can_you_refund can_you_send
    can_you_cancel can_you_exchange can_you_replace can_you_change can_you_bring_back would_you_please
    would_you_mind would_you_consider please_fix please_add please_refund please_cancel please_send
    please_contact please_call please_reply please_respond please_help please_remove please_return
    please_replace please_exchange please_change please_update please_stop please_make please_bring
    please_consider please_give please_let please_check please_look please_get please_do please_improve
    please_open please_put please_ship please_resend please_take please_delete please_train please_tell pls_fix
    pls_add pls_help pls_refund plz_fix plz_add plz_help plz_refund fix_pls fix_please fix_plz help_please
    help_pls kindly_refund kindly_help kindly_fix kindly_add kindly_look kindly_send kindly_check kindly_resolve
    kindly_return kindly_cancel add_a add_an add_more add_dark add_support_for add_an_option bring_back_the
    bring_back_my bring_the_old bring_it_back fix_this fix_the fix_your fix_it cancel_my_order
    cancel_my_subscription cancel_the_order cancel_my_booking cancel_my_membership exchange_it_for exchange_my
    replace_my replace_it resend_my resend_the send_me_a send_me_my send_a_replacement send_someone
    send_the_missing remove_my remove_me take_me_off unsubscribe_me delete_my stop_calling_me stop_emailing
    stop_texting stop_sending_me stop_spamming change_my_address update_my_address update_the_app update_your
    need_to_add needs_to_be_added should_add should_bring_back should_be_an_option would_be_great_if
    would_be_nice_if would_be_good_if would_be_helpful_if would_be_awesome_if would_be_cool_if would_love_to_see
    wish_you_would wish_they_would wish_you_could wish_there_was_an_option it'd_be_nice_if it_would_help_if
    look_into_this look_into_it sort_this_out sort_it_out do_something_about make_it_right make_this_right
    resolve_this resolve_my solve_my deal_with_this compensate_me reimburse_me pay_me_back хочу_свой
    хочу_мои_деньги хочу_мой_заказ хочу_замену хочу_компенсац* хочу_ответ* хочу_извинен* хочу_поговорить_с
    хотим_вернуть хотим_возврат* хотим_компенс* пусть_уберут пусть_исправят пусть_добавят пусть_ответят
    пусть_кто_нибудь пора_бы_добав* пора_бы_исправ* пора_уже_сдел* пора_добавить пора_исправить надо_добавить
    надо_бы_добав* надо_исправить надо_убрать нужно_добавить нужно_исправить нужно_убрать убрать_бы вернуть_бы
    вот_бы_добав* вот_бы_вернул* вот_бы_сдел* вернули_бы добавили_бы сделали_бы поставили_бы исправили_бы
    убрали_бы а_то_неудобно не_хватает_кнопк* не_хватает_функц* очень_не_хватает_функц* верните
    хотелось_бы_возврат* хотелось_бы_вернуть хотелось_бы_ответ* хотелось_бы_чтобы хотелось_бы_узнать_реш*
    ожидаю_возврат* ожидаю_ответ* ожидаю_решен* ожидаю_звонк* буду_ждать_ответ* буду_ждать_решен* отмените_мой
    отмените_мою снимите_комисс* снимите_подписк* снимите_блокир* разберитесь_с сообщите_мне напишите_мне
    напишите_в_лс ответьте_мне ответьте_на вышлите_мне пришлите_мне пришлите_чек дайте_мне дайте_возм*
    назад_деньги деньги_назад деньги_верните возврат_оформите замену_прошу someone_from_management
    manager_to_call manager_to_contact have_someone_call have_someone_contact have_the_manager
    ask_the_manager_to tell_your_staff_to i_expect_a i_expect_you_to i_expect_my we_expect_a we_need_our
    we_want_a_refund want_a_refund need_a_refund need_a_replacement need_my_money need_this_fixed need_it_fixed
    want_this_fixed want_it_fixed want_it_replaced want_an_apology i_deserve_a deserve_a_refund owe_me_a
    my_money_back my_deposit_back our_money_back refund_requested refund_needed refund_now refund_asap fix_asap
    wish_it_had wish_there_was wish_there_were wish_they_had wish_you_had would_be_perfect_if would_be_better_if
    would_appreciate_a would_appreciate_it would_like_a_call would_like_a_refund would_like_a_replacement
    would_like_my put_back_the bring_back restore_my unlock_my unblock_my reactivate_my reinstate_my credit_my
    give_us_an give_us_the give_me_the let_us_choose let_me_choose let_us_turn let_us_pick let_me_turn
    allow_us_to allow_me_to make_it_possible make_an_option make_the_font make_it_easier make_the_app
    take_my_number_off remove_the_ads remove_ads stop_the_ads less_ads_please прошу_снять прошу_прислат*
    прошу_выслат* прошу_дать прошу_довез* прошу_отпис* прошу_уволит* прошу_наказ* please_don't_close
    please_reopen would_be_nice_to_have would_be_great_to_have`,
  /** Wishes that nobody could grant. */
  jest: `
    верните_мое_лето верните_мои_17 верните_мой_2007 верните_меня верните_мне_мой_сон верните_молодост*
    верните_лето верните_детство верните_мой_сон верните_мне_сон верните_мою_талию верните_2007 дайте_две
    дайте_два дайте_еще please_yourselves`,
};
