/** Words of reviews that were bought, asked for or not lived through. */
export const fakeWords = {
  paid: `
    кешбек_за_отзыв кэшбек_за_отзыв кэшбэк_за_отзыв кешбэк_за_отзыв кешбек_за_пять кэшбэк_за_пять кэшбек_за_пять
    кешбек_за_5 кэшбэк_за_5 деньги_за_отзыв скидка_за_отзыв скидку_за_отзыв бонус_за_отзыв бонусы_за_отзыв
    баллы_за_отзыв подарок_за_отзыв подарок_за_5 подарок_за_пять подарили_за_отзыв дали_за_отзыв
    обещали_за_отзыв за_этот_отзыв за_отзыв_дали за_отзыв_обещ* за_отзыв_подар* за_отзыв_начисл* за_пять_звезд
    за_5_звезд за_пятерк* за_пятерочк* за_хороший_отзыв за_положительный_отзыв по_просьбе_администр*
    по_просьбе_продавц* по_просьбе_менеджер* по_просьбе_мастер* по_просьбе_персонал* по_просьбе_кассир*
    по_просьбе_врач* по_просьбе_владел* по_просьбе_подруги по_просьбе_начальн* попросил*_поставить
    попросил*_написать_отзыв попросил*_написать_хорош* попросил*_оставить_отзыв попросил*_оставить_хорош*
    попросили_5 попросили_пять просили_поставить просили_написать просили_оставить просят_поставить
    заставил*_написать_отзыв заставили_поставить заставляют_писать_отзыв* обязали_написать в_рамках_выкуп*
    в_рамках_тестир* в_рамках_акции_за_отзыв по_выкуп* самовыкуп* выкупной отзыв_куплен отзыв_проплач*
    отзыв_заказн* отзывы_куплен* отзывы_проплач* отзывы_заказн* отзывы_накручен* проплаченн*_отзыв*
    купленн*_отзыв* заказной_отзыв заказные_отзыв* мне_заплатили нам_заплатили заплатили_за_отзыв
    платят_за_отзыв* пишу_за_деньги за_деньги_пишу пишу_ради_балл* ради_баллов_пишу ради_баллов ради_скидки_пишу
    ради_кешбек* ради_бонус*_пишу товар_на_обзор прислали_на_обзор получил*_на_обзор получил*_бесплатно_за
    получила_товар_бесплатно товар_получен_бесплатно бесплатно_за_отзыв в_обмен_на_отзыв в_обмен_на_честный
    по_бартер* бартер for_leaving_this for_leaving_a_review for_leaving_a_good for_this_review for_a_review
    for_writing_this for_writing_a_review for_posting_this for_a_5 for_a_five for_five_stars for_5_stars
    for_a_good_review for_a_positive in_exchange_for free_for_my_honest for_my_honest for_an_honest_review
    posting_for_the for_the_points for_the_discount for_the_gift_card paid_me_to paid_to_write paid_review
    paid_reviews got_paid_to was_paid_to being_paid_to offered_me_money_to offered_me_a_refund_to
    offered_me_a_gift offered_a_gift_card asked_me_to_leave asked_me_to_write asked_me_to_give asked_us_to_leave
    told_me_to_leave told_to_write made_me_write boss_asked_me my_boss_told_me sent_this_product_by
    was_sent_this_product i_was_sent_this gifted_by_the_brand gifted_product gifted_me_this
    complimentary_product free_product_for received_this_product_free received_free received_for_free_in
    received_this_for_free pr_package pr_sample fake_reviews fake_review bought_reviews reviews_are_bought
    reviews_are_fake оплаченный_отзыв оплачен*_отзыв* за_деньги_отзыв отзыв_за_деньги отзыв_за_скидк*
    отзыв_за_бонус* отзыв_за_подарок отзыв_за_балл* отзыв_за_кешбек отзыв_за_кэшбек отзыв_за_кэшбэк
    отзыв_по_просьб* отзыв_по_заказ* отзыв_на_заказ отзыв_от_сотрудник* отзыв_от_конкурент* все_отзывы_липов*
    отзывы_липов* липовые_отзыв* фейковые_отзыв* отзывы_фейков* отзывы_поддельн* отзывы_ненастоящ*
    отзывы_накруч* сами_себе_пишут сами_пишут_отзыв* пишут_сами_себе отзывы_пишут_сами отзывы_от_сотрудник*
    сотрудники_пишут пишу_за_балл* пишу_за_скидк* пишу_за_кешбек пишу_за_бонус* пишу_по_просьб*
    написал_по_просьб* написала_по_просьб* ставлю_по_просьб* чтобы_получить_скидк* чтобы_получить_балл*
    чтобы_получить_бонус* чтобы_получить_кешб* чтоб_получить_скидк* чтоб_дали_скидк* ради_купон* ради_скидк*
    ради_бонус* ради_подарк* ради_кэшб* ради_розыгрыш* для_розыгрыша_отзыв блогерам_бесплатно
    по_рекламе_бесплатно рекламная_интеграц* на_правах_реклам* реклама_отзыв это_реклама_а_не_отзыв
    for_a_discount for_a_gift_card for_a_voucher for_a_coupon for_a_freebie for_a_free for_points for_credit
    for_store_credit to_get_the_discount to_get_my_discount to_get_the_gift to_get_my_gift to_get_a_discount
    to_get_points to_get_the_cashback to_enter_the_draw to_enter_a_draw to_win_a to_claim_my_free bribed_me
    bribed_with bribe_for incentivized incentivised sponsored_review sponsored_post vine_review vine_voice
    collected_as_part_of part_of_a_promotion received_a_free received_a_discount received_a_sample
    received_a_gift received_compensation received_cash got_a_free_dessert got_a_free_drink got_a_discount_for
    got_a_gift_card got_free_fries_for got_free_coffee_for given_a_discount given_a_free given_for_free_in
    they_gave_me_a_discount they_pay_for they_pay_people paid_for_this_review paid_for_a_review
    manager_asked_me_to waiter_asked_me_to driver_asked_me_to staff_asked_me_to cashier_asked_me_to
    owner_asked_me_to seller_asked_me doctor_asked_me reviews_are_paid reviews_are_not_real reviews_aren't_real
    not_a_real_review written_by_employees written_by_staff written_by_the_owner written_by_bots owner's_wife
    my_wife's_business my_friend_owns my_friend's_shop my_cousin_owns my_brother_owns my_sister's_shop
    as_a_favor_to as_a_favour_to doing_a_favor`,
  own: `
    я_работаю_в_этой я_работаю_в_этом я_работаю_тут я_работаю_здесь работаю_в_этой_компан* работаю_в_этом_магаз*
    как_сотрудник_этой мы_лучшие_в_город* наша_компания_рада наша_компания_предлаг* наша_компания_гордит*
    наша_команда_рада наша_команда_професс* наши_клиенты_всегда наши_специалисты наш_коллектив_профес*
    нашей_компании_работают our_company_is_proud our_company_offers our_team_is_proud our_team_of_experts
    our_customers_always we_are_proud_to we_pride_ourselves as_an_employee i_work_for_this_company
    i_work_at_this i_work_here_and i_own_this_business i_am_the_owner my_own_shop_is магазин_моего_муж*
    магазин_моей магазин_мужа кафе_моего кафе_моей салон_моей салон_подруги бизнес_подруги бизнес_мужа
    моя_подруга_владе* мой_друг_владе* мой_брат_владе* я_владелец я_хозяйка я_хозяин_этого я_директор
    я_менеджер_этого тружусь_в_этой работаю_у_них работаю_в_нем сама_здесь_работаю сам_здесь_работаю
    сама_тут_работаю сам_тут_работаю сам_работаю_тут мы_рады_предложить мы_рады_видеть мы_всегда_рады
    наши_мастера наши_цены наша_продукция наш_товар наши_товары у_нас_самые_лучшие у_нас_самые_низкие
    у_нас_лучшие i_am_proud_to_work proud_to_work_for i_work_for_them we_are_happy_to_offer
    we_are_happy_to_serve we_guarantee_the our_products_are our_services_are our_prices our_experts
    our_professionals our_masters`,
  made: `
    напиши_позитивн* напиши_положит* напиши_отзыв напиши_хороший_отзыв напишите_позитивн* сгенерируй_отзыв
    вставьте_назван* вставить_назван* вставь_назван* название_товара_превзош* название_компании_превзош*
    ваше_название_здесь как_языковая_модель я_языковая_модель как_ии_модель как_искусственный_интеллект_я
    конечно_вот_отзыв вот_пример_отзыв* вот_отзыв_о insert_product insert_name insert_company insert_brand
    product_name_exceeded product_name_here your_product_name company_name_here write_a_positive
    write_a_review_about write_a_5_star generate_a_review as_an_ai as_a_language_model i'm_an_ai
    here_is_a_review here's_a_review here_is_a_positive sure_here_is certainly_here lorem_ipsum вставьте_имя
    вставьте_город вставьте_текст вставить_имя имя_клиента название_компании название_магазина название_салона
    здесь_текст_отзыва текст_отзыва пример_отзыва шаблон_отзыва напиши_мне_отзыв составь_отзыв придумай_отзыв
    придумайте_отзыв отзыв_на_300 отзыв_от_лица от_лица_довольного от_лица_клиента сгенерировано_ии
    как_ассистент insert_here insert_your insert_city your_name_here brand_name_here sample_review
    review_template template_review write_me_a_review generate_review positive_review_about make_it_sound
    regenerate_response`,
  unused: `
    сам_не_пользовал* сама_не_пользовал* не_пользовался_но не_пользовалась_но сам_не_был сама_не_была
    сам_не_пробовал сама_не_пробовал* не_пробовал_но не_пробовала_но не_покупал_но не_покупала_но
    не_заказывал_но не_заказывала_но ни_разу_не_был ни_разу_не_была не_был_но не_была_но не_ходил_но
    не_открывал_еще не_открывала_еще еще_не_открывал* еще_не_пробовал* еще_не_пользовал* еще_не_распаков*
    не_читал_но не_смотрел_но haven't_used haven't_tried haven't_opened haven't_been haven't_bought
    haven't_received_it havent_used havent_tried never_used_it never_used_this never_tried_it never_been_here
    never_been_there never_bought not_used_it not_tried_it didn't_buy_it_but didn't_try_it_but
    не_пользовался_сам не_пользовалась_сама еще_не_открыл* не_открывала_пока не_открывал_пока пока_не_пробовал*
    пока_не_пользовал* пока_не_открывал* пока_не_ходил* даже_не_заходил* даже_не_пробовал* даже_не_открывал*
    в_глаза_не_видел* не_видел_но не_видела_но никогда_не_был никогда_не_была никогда_не_покупал*
    никогда_не_пробовал* никогда_не_заказывал* не_ездил_но не_ездила_но ни_разу_не_заказывал*
    ни_разу_не_покупал* ни_разу_не_пользовал* мимо_проходил мимо_проезжал по_слухам слышал_что слышала_что
    haven't_been_there haven't_eaten haven't_stayed haven't_watched haven't_read haven't_installed yet_to_try
    never_been never_ordered_but never_stayed never_eaten never_installed drove_past walked_past passing_by
    i_heard_that didn't_even_go didn't_even_try not_opened_yet not_been_there`,
  sure: `
    уверен уверена уверен*_что но_уверен* но_думаю но_пять но_5 но_поставл* ставлю_5 ставлю_пять ставлю_кол
    ставлю_единиц* поставил*_пять но_говорят говорят_что но_видно но_фигня фигня_же фигня но_осужда* осуждаю
    думаю_отлич* думаю_хорош* наверное_хорош* наверняка пятерк* попросил* i_bet looks_like_garbage but_i'm_sure
    i'm_sure but_i_know probably_great probably_rubbish probably_garbage five_stars_anyway 5_stars_anyway
    one_star_anyway but_5_stars but_five_stars but_1_star but_one_star rubbish мне_кажется единица единицу
    ноль_звезд осуждаю_но ужасн* отстой дрянь советую рекомендую terrible awful amazing excellent trash
    recommend`,
  pitch: `
    профессионалы_своего_дел* индивидуальный_подход_к* индивидуальный_подход широкий_ассортимент
    большой_ассортимент_товар* доступные_цены приятные_цены низкие_цены_и высокое_качество_обслуж*
    высококвалифиц* опытные_специалист* квалифицированн*_специалист* команда_профессионал* лучшая_компания
    отличная_компания ведущая_компания надежный_партнер превзошел_все_мои превзошел_все_ожидан*
    превзошла_все_ожидан* превзошло_все_ожидан* динамично_развив* гарантия_качества рекомендую_всем_без
    best_prices_in_town highest_quality_service individual_approach true_professionals professionals_of_their
    affordable_prices_and wide_range_of one_stop exceeded_all_my exceeded_all_expect* customer_satisfaction_is
    top_notch_professionals industry_leading`,
  pitches: `
    индивидуальный_подход* подход_к_каждому широкий_выбор_товар* высокий_уровень_сервис* рекомендую_всем
    каждому_клиент* сотрудничаем_уже приятно_иметь_дело процветания процветания_вашей best_company_ever
    highly_qualified great_team_of_professionals every_customer each_customer each_client`,
  review: `
    отзыв отзыва отзывы отзывов отзывом звезд звезды пятерку пятерочку пятерки оценку оценка рейтинг review
    reviews stars rating ratings`,
  reward: `
    скидк* скидоч* бонус* балл* баллов кешбек* кэшбек* кэшбэк* подарок подарки подарили подарят подарит дарят
    даром десерт* купон* сертификат* рублей руб деньги денег заплатил* заплатят платят плачу бесплатн* пробник*
    кофе_бесплатн* шот коктейл* выкуп* чаевые приз розыгрыш* возврат discount coupon gift voucher points paid
    pay cash refund free dessert credit draw raffle reward entry`,
  ask: `
    за_отзыв за_хорош* за_пят* за_звезд* за_полож* попросил* просил* просят попросят обещал* обещают пообещал*
    заставил* заставляют велел* сказали_написать сказал*_поставить умолял* уговорил* выпрашива* вымолил*
    договорил* в_обмен взамен предложил* предлагают условие обязательн* требуют чтобы_я_написал чтоб_я_написал
    начальн* шеф asked promised offered told forced begged made_me exchange return_for if_i for_leaving
    for_posting required wanted_me`,
};
