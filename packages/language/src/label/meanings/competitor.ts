/** Words that send customers elsewhere, or speak for another business. */
export const competitorWords = {
  sends: `
    берите_лучше_у берите_лучше_в берите_у лучше_берите_у лучше_берите_в заказывайте_у заказывайте_лучше
    заказывайте_в лучше_заказывайте лучше_закажите покупайте_у покупайте_лучше покупайте_в лучше_покупайте
    лучше_купите_в лучше_купите_у лучше_сходите лучше_идите лучше_идите_в лучше_обратитесь лучше_обращайтесь
    лучше_езжайте лучше_поезжайте лучше_зайдите лучше_загляните лучше_приходите_в лучше_приходите_к
    сходите_лучше идите_лучше обратитесь_лучше езжайте_лучше обращайтесь_в обращайтесь_лучше обратитесь_в
    идите_к идите_в_соседн* запишитесь_туда запишитесь_в запишитесь_лучше приходите_к_нам приезжайте_к_нам
    заходите_к_нам обращайтесь_к_нам пишите_нам звоните_нам заказывайте_у_нас у_нас_дешевле у_нас_лучше
    у_нас_такое у_нас_то_же у_нас_такой у_нас_такая у_нас_вы_найдете у_нас_скидк* у_нас_акци* у_нас_бесплатн*
    у_нас_в_магазине у_нас_в_салоне у_нас_в_клинике наш_магазин_предлаг* наш_салон_предлаг* мы_делаем_то
    мы_делаем_дешевл* мы_делаем_лучше мы_сделаем_дешевл* мы_сделаем_лучше мы_продаем_то мы_предлагаем
    мы_возим_то мы_привозим_то_же за_полцены_у за_полцены_загл* промокод_конкурент* советую_вместо
    вместо_этого_берите вместо_этого_идите переходите_к переходите_в переходите_на уходите_к перебирайтесь_к
    сделает_лучше сделают_лучше сделают_дешевл* ждем_вас_у_нас ждем_вас_в_нашем ждем_вас_по_адрес*
    приглашаем_к_нам приглашаем_вас_в_наш* instead_go go_there_instead come_see_us come_visit_us come_to_us
    come_to_our visit_our visit_us_at we_do_the_same we_do_it_for_less we_do_it_cheaper we_offer_the_same
    we_sell_the_same we_make_the_same we_are_cheaper we're_cheaper at_our_salon at_our_shop at_our_store
    at_our_clinic at_our_restaurant at_our_studio at_our_garage at_our_place our_shop_sells our_store_sells
    our_prices_are our_shop_next try_us_instead call_us_instead message_us_for contact_us_for order_from_us
    buy_from_us dm_us you_should_try_our promo_code_for_their use_their_code better_off_going_to better_off_at
    save_your_money_and_go do_yourself_a_favor_and_go do_yourself_a_favour_and_go head_to_the head_over_to
    just_go_to_the рекомендую_вместо советую_лучше советую_сходить_в_друг* лучше_берите лучше_покупать_у
    лучше_брать_у лучше_брать_в лучше_покупать_в лучше_заказывать_у лучше_заказывать_в лучше_ходить_в
    лучше_ехать_в лучше_обращаться_в есть_место_лучше есть_магазин_лучше есть_салон_лучше есть_вариант_лучше
    знаю_место_лучше ищите_их_в ищите_в_инст* найдете_их вбейте_в_поиск наберите_в_поиск все_в_магазин все_идите
    все_переходим мы_открылись приходите_в_наш* приходите_в_салон приходите_в_магазин приходите_в_кафе
    приезжайте_в_наш* у_нас_на_соседн* у_нас_за_углом у_нас_через_дорогу наш_сервис_лучше наш_сервис_дешевл*
    наши_цены_ниже цены_ниже_чем_тут дешевле_чем_здесь_у дешевле_чем_тут_у_нас в_нашем_магазин* в_нашем_салон*
    в_нашей_клиник* в_нашем_кафе в_нашей_пекарн* в_нашем_сервис* в_нашей_мастерск* а_вот_у_нас а_у_нас_в
    а_в_нашем а_в_нашей не_ходите_сюда_идите не_берите_здесь_берите go_to_our go_with_them_instead
    use_them_instead try_them_instead try_theirs buy_theirs order_theirs get_theirs buy_it_at buy_it_from
    order_it_from better_buy_at better_buy_from better_order better_go_to rather_go_to instead_try instead_use
    instead_visit instead_buy instead_order instead_of_this_go skip_this_and skip_it_and_go skip_them_and
    forget_this_place_and don't_buy_here don't_go_here_go don't_come_here_go do_not_buy_here our_place_is
    our_restaurant_is our_salon_is our_shop_is our_clinic_is our_cafe our_coffee_is our_service_is
    we_just_opened we_have_opened we're_next_door we_are_next_door right_next_door_and around_the_corner_and
    google_them look_them_up search_for_them find_them_on you_can_find_us find_us_on find_us_at
    we_will_treat_you we'll_treat_you we_treat_our first_visit_free_at with_us_you with_us_instead come_over_to
    switch_over_to`,
  go: `
    сходите идите берите заказывайте покупайте обратитесь обращайтесь езжайте зайдите загляните попробуйте
    запишитесь закажите переходите советую рекомендую жмите go_to try visit order_from buy_from shop_at use
    switch_to get_it_from get_yours head_to check_out choose сходите_в сходите_к езжайте_в идите_в купите
    закажите_у возьмите записывайтесь звоните ходите выбирайте`,
  there: `
    туда к_ним у_них там_дешевле там_лучше там_вкуснее там_свежее через_дорогу за_полцены вдвое_дешевле
    в_два_раза_дешевле полцены первый_бесплатно первый_капучино то_же_самое_за дешевле_и_свежее дешевле_и_лучше
    instead half_the_price half_price_there they_are_better they're_better much_cheaper_there cheaper_there
    better_there for_less_there is_cheaper_and_better first_one_free вместо_этого вместо_них вместо_этой
    куда_лучше намного_лучше намного_дешевле гораздо_лучше гораздо_дешевле в_разы_лучше в_разы_дешевле
    у_конкурент* конкурент* цены_ниже цены_вдвое цены_в_два скидка_новым первый_раз_бесплатно первая_стрижка
    first_visit first_haircut half_the_cost way_better much_better twice_as_good`,
  mine: `
    мы_делаем мы_шьем мы_печем мы_продаем мы_возим наша_пекарня наш_салон наш_магазин наша_клиника наш_сервис
    our_bakery our_salon our_shop our_store our_clinic our_garage our_studio we_do we_sell we_make we_bake
    we_offer`,
  pull: `
    загляните приходите заходите обращайтесь звоните ждем заказывайте come_see visit call_us come_by stop_by
    message_us`,
};
