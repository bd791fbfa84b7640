/** Words of what is written to sell or to lure. */
export const spamWords = {
  lure: `
    без_вложен* фриспин* пиши_в_лс пишите_в_лс пиши_в_личк* пишите_в_личк* в_лс_подробн* подробности_в_лс
    подробности_в_телег* подробности_в_тг подробности_в_личк* подробности_в_профил* подробности_по_ссылк*
    инфа_в_лс инфа_в_профил* ссылка_в_профил* ссылка_в_шапк* ссылка_в_био ссылка_в_описан* ссылка_у_меня
    в_шапке_профил* переходи_по_ссылк* переходите_по_ссылк* жми_на_ссылк* жмите_на_ссылк* тыкай_на_ссыл*
    перейди_по_ссыл* тел_в_профил* телефон_в_профил* номер_в_профил* контакты_в_профил* портфолио_в_профил*
    глянь_мой_профил* гляньте_мой_профил* загляни_в_профил* загляните_в_профил* заходи_в_профил*
    заходи_на_мой_канал заходите_на_мой подпишись_на_мой подпишитесь_на_мой подписывайтесь_на_мой
    подписывайся_на_мой подпишись_на_меня подписывайтесь_на_меня подпишусь_взаимно взаимн*_подпис* взаимн*_лайк*
    взаимка взаимный_пиар лайк_за_лайк подписка_за_подписк* лайкни_мой гляньте_мой кредит_без_отказ*
    займ_без_отказ* займы_без_отказ* кредит_с_плохой деньги_в_долг_без деньги_под_расписк*
    без_справок_и_поручител* без_проверки_кредитн* с_плохой_кредитн* работа_на_дому удаленная_работа_на
    удаленный_заработок заработок_в_интернет* заработок_на_дому заработок_от заработок_без пассивный_доход
    доход_от ежедневные_выплат* выплаты_ежедневн* оплата_сразу оплата_ежедневн* набираем_операторов
    набираем_сотрудник* набираем_команду набор_в_команду ищу_девушек ищу_людей_в_команду ищем_людей_для
    ищу_партнер* нужны_люди требуются_сотрудник* требуются_курьеры_зп на_удаленку на_удаленк* прайс_вышлю
    вышлю_прайс прайс_в_лс оптом_от опт_от оптом_и_в_розниц* оптом_носк* от_производителя_прайс выкуп_отзывов
    накрутк*_отзыв* накрутк*_подпис* накрутк*_лайк* накрутк*_рейтинг* накручу отзывы_на_заказ купить_отзыв*
    купить_подписчик* рейтинг_за_сутки пять_звезд_за_сутки сайты_под_ключ сайт_под_ключ делаю_сайт* делаем_сайт*
    создание_сайт* продвижение_сайт* продвижение_в_инст* раскрутка_групп* раскрутк* под_ключ_недорого
    ремонт_квартир ремонт_под_ключ ремонт_холодильник*_на_дому ремонт_стиральн*_на_дому натяжные_потолки_от
    окна_со_скидк* замер_бесплатно бесплатный_замер выезд_бесплатно грузоперевозк* грузчики_недорого
    сантехник_на_час муж_на_час бесконечные_алмаз* бесконечные_монет* бесконечные_деньги на_бесконечн* мод_на
    взлом_игр* чит_на читы_на бесплатные_скины бесплатные_робукс* робуксы_бесплатн* промокод_на_робукс*
    донат_дешев* интим_знаком* интим_услуг* интим секс_знаком* знакомства_рядом девушки_по_вызов*
    досуг_для_мужчин эскорт вебкам* гадание гадаю приворот* отворот* снятие_порч* снимаю_порч* сниму_порчу
    ясновидящ* таролог* расклад_таро_беспл* магические_услуг* потомственн*_ведьм* потомственн*_гадалк*
    целитель_помо* букмекер* ставки_на_спорт прогнозы_на_спорт прогнозы_бесплатн* договорн*_матч* 1xbet пин_ап
    игровые_автоматы_онлайн онлайн_казино казино_онлайн казино_вулкан сигналы_бесплатн* крипто_сигнал*
    криптосигнал* х10_за х100_за удвою_ваш удвой_ваш инвестируй_и инвестируйте_и трейдинг_обуч* обучу_трейдинг*
    обучаю_заработ* научу_зарабат* курс_по_заработ* зарабатывай_на зарабатывайте_на зарабатываю_по
    заработал_за_неделю деньги_из_воздуха раздаю_деньги дарю_деньги розыгрыш_айфона розыгрыш_iphone
    розыгрыш_денег у_меня_розыгрыш провожу_розыгрыш разыгрываю разыгрываю_айфон разыгрываю_iphone ставь_плюс
    ставь_+ забери_подарок забери_бонус забирай_подарок забирай_бонус забирайте_бонус халяв*_тут
    халява_по_ссылк* бот_с_халяв* проходки_в_бот проходк* диплом_купить купить_диплом дипломы_на_заказ
    курсовые_на_заказ рефераты_на_заказ пишу_курсов* пишу_диплом* решу_контрольн* купить_права справки_без
    медкнижка_недорого больничный_купить реплики_люкс копии_брендов копии_часов люкс_копи* брендовые_сумки_копи*
    похудела_на похудел_на_20 похудеть_за_недел* похудей_на таблетки_для_похуд* продам_гараж продам_авто
    сдам_квартир* сниму_квартир* куплю_авто куплю_волосы куплю_ваш продаю_щенк* продам_щенк* отдам_котят
    обмен_валют*_выгодн* обналич* обнал бизнес_с_нул* стань_партнер* станьте_партнер* присоединяйся_к_команд*
    млм сетевой_бизнес свой_бизнес_без earn_from_home work_from_home_and_earn earn_money_online
    make_money_online make_money_from a_day_from_home a_week_from_home per_day_from_home from_home_dm
    passive_income side_hustle_dm be_your_own_boss join_my_team financial_freedom quit_your_job dm_me_for
    dm_for_info dm_for_details dm_me_to dm_for_price* inbox_me message_me_for_details text_me_on_whatsapp
    whatsapp_me_for contact_me_on_whatsapp whatsapp_in_profile whatsapp_in_bio link_in_bio link_in_profile
    link_in_my click_the_link click_my_link click_here_to click_link check_my_channel check_out_my_channel
    check_my_profile check_out_my_profile check_my_page check_my_bio visit_my_channel visit_my_profile
    subscribe_to_my sub_to_my sub_for_sub sub4sub follow_for_follow f4f follow_me_and i_follow_back follow_back
    like_for_like l4l follow_my_page free_skins free_robux free_v_bucks free_vbucks free_gems free_coins_here
    free_diamonds free_gift_card* unlimited_gems unlimited_coins_here mod_apk hack_tool cheap_followers
    buy_followers real_followers instant_followers buy_likes get_followers gain_followers buy_5_star
    buy_five_star buy_reviews buy_google_reviews positive_reviews_for_sale 5_star_reviews_fast we_build_websites
    i_build_websites web_design_services website_design_services first_page_of_google first_page_of_search
    seo_services seo_expert rank_your boost_your_rank* boost_your_sales grow_your_business_with
    small_business_owners my_referral my_ref_link referral_link_and my_referral_link use_my_referral use_my_code
    use_code_at my_invite_code use_my_invite sign_up_with_my sign_up_through_my essay_writing essay_service
    write_your_essay assignment_help homework_help_service dissertation_service replica_bags replica_watches
    replica_shoes designer_replica* replicas_for_sale spell_caster* love_spell* spell_that spells_that
    dr_who_cast psychic_reading* herbal_cure* cured_my_herpes contact_dr lottery_spell giveaway_of_a
    giveaway_on_my free_iphone_giveaway win_a_free_iphone claim_your_prize claim_your_free you_have_won
    congratulations_you_won crypto_signals crypto_trading_signals bitcoin_investment invest_in_bitcoin
    forex_signals forex_trading_signals double_your_money double_your_bitcoin guaranteed_returns
    guaranteed_profit recover_your_lost recovery_expert hacker_for_hire recovery_hacker i_recovered_my_funds
    online_casino casino_bonus casino_online free_spins_no no_deposit_bonus sports_betting_tips betting_tips
    fixed_matches hot_singles singles_near meet_girls sexy_girls escort escorts onlyfans nudes adult_dating
    lose_weight_fast weight_loss_pills lost_20_pounds_with lost_30_pounds_with keto_pills cheap_viagra viagra
    loan_without instant_loan quick_loans loans_available loan_offer no_credit_check payday_loan*
    apply_for_a_loan diplomas_for_sale buy_passport* buy_driver* fake_id fake_ids wholesale_price_list
    wholesale_supplier_dm we_supply roofing_services_call plumbing_services_call cleaning_services_call
    call_now_for_a_free free_quote_call подработк*_для подработк*_2 подработка_на занятость_2 часа_в_день_дох*
    в_день_на_телефон* зарабатывайте_от зарабатывай_от зарабатывать_от заработай_от от_5000_в_день
    рублей_в_день_без в_день_без_влож* в_неделю_не_выход* не_выходя_из_дома_зар* пассивн*_доход обучу_бесплатн*
    бесплатный_вебинар бесплатный_марафон бесплатный_мастер_класс запись_на_марафон мой_вебинар мой_марафон
    мой_курс мои_курсы мой_канал_про на_моем_канале на_моем_ютуб* у_меня_на_канале у_меня_на_странице
    у_меня_в_профил* мой_профиль_там смотри_мой_профил* смотрите_в_профил* ищи_в_профил* читай_в_профил*
    читай_мой_канал читайте_мой_канал мой_телеграм_канал мой_тг_канал наш_тг_канал вступай_в_групп*
    вступайте_в_групп* вступай_в_наш* вступайте_в_наш* добавляйся добавляйтесь_в присоединяйтесь_к_наш*
    подписывайся подпишись_и подпишитесь_и взаимно_подпиш* взаимная_подписка взаимные_лайки поставь_лайк
    поставьте_лайк* лайк_и_подписк* займ_на_карту займы_на_карту займ_онлайн микрозайм* кредит_онлайн_без
    деньги_на_карту_за деньги_на_карту_без деньги_за_5_минут помогу_с_кредитом помогу_получить_кредит
    помощь_в_получении_кредит* спишу_долги списание_долгов банкротств*_физ* банкротство_под_ключ
    рефинансир*_помогу прогноз*_на_спорт прогнозы_с_проход* проходимость_9 проходимость_прогноз* капперы беттинг
    фрибет* беттер* рулетка_онлайн джекпот выиграл_в_казин* играй_и_выигр* играйте_и_выигр* крути_слоты бездеп*
    вывел_с_казин* заработал_на_крипт* заработал*_на_ставк* крипта_х х100 пампы памп_канал арбитраж_крипт*
    p2p_арбитраж майнинг_без инвестиции_от_100 доходность_в_день процентов_в_день удвоение похудела_на_1
    похудела_на_2 минус_10_кг минус_12_кг минус_15_кг минус_20_кг кг_за_месяц_без кг_за_неделю
    расскажу_как_похуд* рассказываю_как_похуд* спросите_как спроси_как чай_для_похуд* капсулы_для_похуд*
    жиросжигат* волшебные_капли увеличение_груди_без увеличение_член* потенци* виагра* девочки_по_выз*
    девушки_легк* приглашаю_девушек индивидуалк* массаж_для_мужчин_приват* эротическ*_массаж секс_чат
    секс_по_тел* познакомлюсь ищу_спонсора ищу_содержан* содержанк* карты_таро_гад* таро_расклад
    расклад_бесплатн* гадалка гадалки ворожея экстрасенс помогу_вернуть_муж* вернуть_любим* верну_любим*
    верну_мужа сниму_порч* заговоры рассказ_целител* астролог_прогноз натальная_карта_беспл* диплом_за
    дипломы_любых дипломы_гос* аттестат_куп* купить_аттестат права_без_экзамен* водительские_права_за
    медкнижки_за больничные_за регистрация_временная прописка_куплю гражданство_быстр* реплики_1 реплика_1
    копия_1_к_1 копии_1 люкс_реплик* брендов*_реплик* айфоны_по_оптов* айфон_за_5000 дешевые_айфоны
    техника_со_склада_дешев* сигареты_оптом табак_оптом сигареты_дешев* парфюм_на_разлив_опт* одежда_оптом
    обувь_оптом из_китая_под_заказ карго_из_китая доставка_из_китая_оптом байер_из вывоз_мусора вывоз_строит*
    эвакуатор_24 грузчики_24 откачка_септ* бурение_скважин ремонт_окон_недорог* окна_от_завод*
    окна_от_производител* балконы_под_ключ бани_под_ключ дома_под_ключ заборы_под_ключ кухни_на_заказ_недорог*
    шкафы_купе_на_заказ мебель_на_заказ_недор* двери_от_производител* гаражные_ворота натяжной_потолок_за
    юрист_бесплатная_конс* бесплатная_консультация_юрист* бухгалтерские_услуги логотип_за таргет_настрою
    настрою_таргет настрою_рекламу smm_продвиж* смм_продвиж* seo_продвиж* сео_продвиж* создам_сайт создам_лого*
    чат_боты_под чат_бот_под накрутим накручиваем отзывы_от_живых отзывы_пишем пишем_отзыв* напишем_отзыв*
    удаляем_отзывы удалим_отзыв* удаление_отзывов поднимем_рейтинг поднимаем_рейтинг взлом_вк взлом_аккаунтов
    взломаю взломаем_акк* пробив_по слежка_за взлом_переписк* донат_со_скидк* дешевый_донат голда_дешев*
    продам_аккаунт продаю_аккаунт аккаунт_продам промокод_в_профил* мой_промокод по_моему_промокод*
    по_моей_ссылк* по_моей_реферал* реферальн*_ссылк* моя_реферал* моя_реф* реф_ссылк* регистрируйся_по
    регистрируйтесь_по зарегистрируйся_по забирай_по_ссылк* ссылка_ниже ссылка_в_комментар* ссылка_первая
    ссылка_закреп* жми_сюда жмите_сюда кликай_сюда тык_сюда переходи_в переходите_в_бот заходи_в_бот бот_раздает
    бот_выдает раздача_денег раздаем_деньги раздают_деньги дарим_деньги дарим_айфон разыгрываем_айфон
    разыгрываем_iphone розыгрыш_машин* розыгрыш_квартир* мой_розыгрыш в_розыгрыше_у_меня участвуй_в_розыгр*
    участвуйте_в_розыгр* нужны_тестировщики набираем_админ* набираю_людей набираю_команду набираю_девоч*
    ищу_5_человек ищу_двух_человек ищу_тех_кто требуются_люди требуются_девушки_на требуется_оператор_на
    вакансия_удален* удаленная_работа работа_удаленно работа_онлайн работа_для_мам работа_для_студент*
    работа_в_декрет* для_мам_в_декрет* легкие_деньги быстрые_деньги деньги_каждый_день выплаты_каждый_день
    гибкий_график_опл* a_day_online per_day_online a_week_online an_hour_online earn_up_to earn_extra
    earning_from_home earn_daily daily_payouts daily_payout daily_profit weekly_payouts make_up_to
    hiring_now_remote we_are_hiring_remote remote_jobs_available no_experience_needed_dm
    no_experience_required_apply part_time_online work_2_hours text_work_to telegram_for_details
    telegram_channel_for join_our_telegram join_my_telegram join_telegram join_our_whatsapp join_our_group
    join_my_group join_my_channel join_our_channel join_my_discord join_now_and subscribe_my check_my_link
    check_my_youtube check_my_insta check_my_music check_my_new_song check_out_my visit_our_website_for
    go_to_my_profile look_at_my_profile see_my_profile see_my_bio on_my_profile on_my_channel on_my_page
    my_channel_for my_bio_for follow_me_on follow_me_for follow_my follow_for_a_follow follow4follow followback
    gimme_follow followers_for_free free_followers free_likes free_nitro free_iphone free_ps5 free_money
    free_crypto free_bitcoin free_trial_link giveaway_on giveaway_link giveaway_in enter_my_giveaway crypto_10x
    10x_in 100x_gem 100x_in pump_signals trading_signals signals_group signals_channel trading_bot
    forex_trader_helped forex_mentor account_manager_helped invested_with invest_with invest_100 invest_200
    invest_500 investment_platform_paid returns_in_24 profit_in_24 profits_weekly turned_my_100 turned_100
    turn_100_into mining_pool airdrop_claim claim_airdrop sports_picks winning_picks guaranteed_win
    guaranteed_wins sure_bets sure_win jackpot_winner slots_online best_slots casino_promo promo_casino
    bonus_casino poker_bonus lose_10_pounds lose_20 lost_15_kilos lost_10_kilos lost_12_kilos lost_20_kilos
    lost_30_kilos kilos_in_a_month pounds_in_a_month ask_me_how miracle_pills miracle_tea miracle_cure
    detox_tea_link cbd_gummies_link male_enhancement enlargement sugar_daddy sugar_mummy sugar_baby lonely_women
    lonely_girls dating_site dating_app_link single_women singles_in local_singles webcam_girls cam_girls
    nude_pics adult_content psychic voodoo black_magic love_spells witch_doctor herbal_doctor
    herbal_remedy_cured dr_helped_me brought_my_husband brought_back_my_ex brought_back_my get_your_ex ex_back
    tarot_reading tarot_readings astrologer palm_reader fortune_teller fortune_telling lottery_numbers_that
    cheap_essays essays_for essays_written thesis_writing paper_writing write_your_paper do_your_homework
    exam_answers buy_certificate certificates_without degree_without buy_degree degrees_for_sale
    drivers_license_without passports_for_sale cloned_cards_for counterfeit_money_for hacking_services hack_any
    hack_your_ex spy_on_your phone_spy recovered_my_bitcoin recovered_my_crypto credit_repair fix_your_credit
    credit_score_boost loans_in_minutes loan_in_minutes loans_with_no loan_with_no loans_for_bad bad_credit_ok
    personal_loans_from replica_rolex rolex_replica cheap_rolex luxury_replica mirror_quality aaa_quality
    first_copy wholesale_prices wholesale_price bulk_order_dm factory_price factory_direct_dm we_design
    design_your_logo logo_design_from logo_for seo_for_your seo_agency rank_on_google rank_1_on rank_number_one
    google_ranking social_media_marketing_service marketing_agency_here grow_your_instagram grow_your_channel
    grow_your_followers boost_followers video_editing_service app_development_services web_developer_available
    dm_for_collab dm_to_collab brand_ambassador_dm pest_control_services cheap_flights_dm cheap_tickets_dm
    cheap_windows double_glazing free_estimate free_estimates call_for_a_free solar_panels_free gutter_cleaning
    roof_repair driveway_cleaning carpet_cleaning_from house_cleaning_from movers_from plumber_available
    handyman_available buy_verified buy_google buy_yelp buy_trustpilot sell_reviews review_service
    we_post_reviews we_remove_bad remove_negative_reviews remove_bad_reviews delete_bad_reviews
    5_star_rating_service накрутка_отзыв* накрутка_подпис* накрутка_лайк* крипта_х10 claim_your_reward`,
  job: `
    заработок доход зарплата подработк* вакансия вакансии удаленк* income job earn`,
  call: `
    пиши пишите звони звоните в_лс в_личк* в_телег* в_тг тг ссылка ссылке профил* жми кликай переходи переходите
    заходи заходите успей_купить вотсап whatsapp телеграм* dm link profile bio click telegram жмите кликни лс
    личку профиле боте бот канал канале тгк ссылочка ссылку join apply text_me message_me inbox visit register
    sign_up subscribe`,
  offer: `
    бонус промокод новым_игрок* депозит фриспин* выигр* скидка_70 скидка_80 скидка_90 бесплатно_первые
    только_сегодня прогноз* гарант* free bonus deposit spins win guaranteed скидки_до акция_до выплат* доход
    прибыль х2 х5 проходимость розыгрыш* подарок приз giveaway prize discount profit returns`,
  gamble: `
    казино букмекер ставки_на крипта крипту биткоин* форекс трейд* инвестиц* casino crypto bitcoin forex betting
    invest investment`,
  trade: `
    ремонт натяжные окна кровл* плитк* сантехник* грузчик* переезд* электрик клининг юридические_услуг*
    бухгалтерск* раскрутка оптом опт сайты портфолио roofing plumbing cleaning_services movers websites
    logo_design wholesale маникюр_на_дому курсы репетитор щенки котята гараж ворота мебель_на_заказ кухни
    бурение эвакуатор диплом курсовая tutor lessons puppies kittens gutters solar windows_and_doors`,
  bait: `
    только_сегодня замер прайс тел звоните недорого выезд от_производител* в_профиле скидка*_70 call_now
    free_quote cheap_price affordable_price contact_us call_us под_ключ телефон_в звоните_по от_завода
    напишите_мне пишите_в_лс call_today call_for`,
};
