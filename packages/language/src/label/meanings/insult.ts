/** Words of abuse: of whom it is said, and where it is none. */
export const insultWords = {
  abuse: `
    идиоты идиотка идиотами идиотов дебилы дебил дебилов дебилка дебилами кретин* имбецил* олигофрен* дауны
    даунами даунов даун тупица тупицы тупорыл* тупоголов* тупые_как тупая_как тупой_как тупы_как пустоголов*
    безмозгл* безмозг* дегенерат* придурки придурок придурков придурош* придурк* недоум* недоразвит* отморозк*
    отморозок ублюдк* ублюдок ублюдки ублюдков мудак* мудил* мудозвон* гандон* гондон* говнюк* говноед* козлы
    козлина козлин* уроды урод уродов ушлепк* ушлепок чмо чмошн* чмырь чмыр* хамло хамье хамка быдло быдлян*
    жлоб жлобы жлобье жлобов жлобяр* мразь мрази мразота тварь твари тварюг* сволочь сволочи сволота гнида гниды
    гнидами паскуд* скоты скотина скотин* скотов свиньи свинота свиней гады гадина гадины падаль падлы падла
    шваль отбросы отребье ничтожеств* нелюди нелюдь недолюд* выродк* выродок выродки подонок подонки подонков
    шлюх* шалав* сука суки сучк* сучары стерва стервы курва хабалк* хабалы хабал базарная_баба базарные_бабы
    истеричк* маразматик* маразматичк* старая_карга старая_кошелк* карга мымра грымза швабра_крашен*
    курица_безмозг* курицы_тупые бездарь бездари бездарн*_персонал бездарност* неуч неучи неучей бестолоч*
    лоботряс* бездельник* лодыр* тунеядц* дармоед* тунеядец алкаш* алкашн* наркоман* синяки ворюг* жирная_корова
    жирная_свинья овца_тупая тупая_овца тупые_овцы тупая_корова тупая_курица бараны баранье рукожоп* криворук*
    криворучк* косорук* руки_из_жопы руки_из_задниц* руки_не_из руки_из_одного_мест* засранц* засранец засранка
    засранк* говна_куски куски_говна кусок_говна дерьмо_а_не_люди долбоеб* долбоящ* долбаеб* долбо* еблан*
    пидор* пидар* пидорас* хуесос* мудло лохи_вы чурк* дурачье дурье дуры дура_на дура_за идиот_на идиот_за
    пошли_вы пошел_ты пошла_ты идите_вы идите_в_жоп* идите_на_х* идите_в_ж идите_к_черту идите_лесом катитесь
    иди_в_жоп* идите_в_баню пошли_нах* нахуй_пошли пошли_в_жоп* пошли_в_баню чтоб_вы_сдохли чтоб_вы_все_сдохли
    чтоб_вы_подавились чтоб_вам_пусто чтоб_вы_сгорели чтоб_вам чтоб_у_вас_руки сдохните сдохни горите_в_аду
    гори_в_аду будьте_прокляты будьте_вы_прокляты в_аду_гореть в_жопу_себе засуньте_себе засуньте_в_ж* клоуны
    цирк_уродов сборище_идиот* сборище_дебил* сборище_клоун* сборище_баран* шайка_воров_и_идиот* шобла
    шарага_идиот* кучка_идиот* кучка_дебил* банда_идиот* кучка_клоун* дебилоид* moron morons idiots imbecile*
    retard retarded retards halfwit* half_wit* nitwit* dimwit* dumbass* dumb_ass* dipshit* dumbfuck* bonehead*
    airhead* asshole* a_holes a_hole arsehole* arse_hole* jackass* bastards dickhead* dick_head* douche*
    douchebag* prick pricks scum scumbag* scum_bag* scumbags cunt cunts bitch bitches twat twats wanker* tosser*
    knobhead* bellend* shithead* shit_head* fuckwit* fucktard* motherf* son_of_a_bitch sons_of_bitches jerks
    jerk_off losers loser lowlife* low_life* degenerate* pond_scum vermin brain_dead braindead brainless
    spineless gutless cockroaches_run subhuman trash_people garbage_people human_garbage piece_of_shit_owner
    fuck_you f_you f_k_you f_ck_you fck_you fuk_you screw_you go_to_hell rot_in_hell burn_in_hell go_fuck go_f
    up_yours kiss_my_ass eat_shit drop_dead hope_you_die hope_you_rot die_in_a_fire piss_off sod_off bugger_off
    stick_it_up shove_it_up shove_it lying_weasel* weasel weasels rude_cow stupid_cow fat_cow old_cow silly_cow
    miserable_cow lazy_cow fat_pig fat_pigs greedy_pig* filthy_pigs pigs old_hag hag witch_at_the old_witch
    clueless_clown* bunch_of_clowns bunch_of_idiots bunch_of_morons bunch_of_monkeys bunch_of_jokers
    utter_clown* complete_clown* total_clown* bozo bozos dumb_as stupid_as thick_as dense_as imbeciles
    ignoramus* buffoon* cretin* thickos muppets inbred* troglodyt* neanderthal* greedy_bastard* lazy_bastard*
    rude_bastard* cheap_bastard* lazy_slob* slobs creeps creep perv pervert parasites parasite leeches
    leech_company crackhead* junkies junkie psycho psychos pompous_ass snake_oil_scum nazi nazis тупые_создан*
    тупое_создан* баранье_стадо стадо_баран* стадо_овец стая_шакал* шакалы шакалье гиены стервятник* крохобор*
    крохоборы скряги барыги барыга барыг спекулянты упыри упырь вурдалак* кровопийц* кровосос* пиявки живодер*
    мясник* коновал* палач* фашист* нацист* нелюд* изверг* садист* маньяк* психопат* неадекватн*_баба
    шизофреник* шизофреничк* больные_на_голову больной_на_голову больная_на_голову на_всю_голову отбитые отбитый
    отбитая ебанут* ебнут* пизданут* двинут*_на отмороженн* недоделанн* недоделок недоделки недоразумение_а
    недоврач* недомастер* недоповар* горе_мастер* горе_врач* горе_повар* горе_специалист* пузатый_хам
    хам_трамвайн* хамы хамлюга свинорыл* рыло рыла жирн*_твар* старый_козел старый_пень старый_хрыч
    старая_ведьма старая_грымза ведьма ведьмы змеюк* гадкая_баба баба_базарная торгашка торгаши лицемер*
    лживые_тв* лживая_тв* брехло брехун* балабол* балаболы пустозвон* трепло клуши клуша мартышк* макаки макака
    обезьяны_с обезьяна_с чучело пугало убожеств* ничтожн* жалкие_людиш* людишки жалкий_человек тряпк* слизняки
    слизняк бестолков*_овц* олух* оболтус* балбес* болван* остолоп* дубин* тугодум* тормозы чайники_безрук*
    безрук* безрукие безголов* бездушн*_твар* недалек* деревенщин* колхозник* колхозан* лимита понаехавш*
    гопник* гопота урка уголовник* зэки проходимц* проходимец аферюг* шулер* крысятник* крысеныш* крысы_тылов*
    подлец* подлюк* подонк* мерзав* негодя* мудачь* черт_лыс* хер_лыс* хрен_лыс* говорящая_голов* пошел_в
    пошла_в пошли_в_ж иди_ты идите_все чтоб_тебе чтоб_тебя чтоб_вас чтоб_ты чтоб_он чтоб_она провалитесь
    провались сгорите сгиньте катитесь_к засунь засуньте_свой засуньте_свою засуньте_свои подавитесь подавись
    утритесь утрись обосритесь поцелуйте_меня_в мозгов_как мозгов_нет мозги_куриные куриные_мозги
    мозг_с_горошину ни_капли_мозг* без_мозгов мозги_отсутств* айкью_ниже ума_палата_минус ума_как с_интеллектом
    извилин* одна_извилин* одной_извилин* руки_кривые кривые_руки руки_крюки руки_растут руки_оторвать
    руки_бы_оторвать руки_пооторвать руки_поотрывать ass_clown* asshats asshat assclown* asswipe* butthead*
    scumballs sleazeball* slimeball* dirtbag* dirt_bag* trashbag* trash_bag_of ratbag* cow_at_the sour_faced
    miserable_old_bat old_bat old_bag old_crone crone bimbo bimbos skank slut sluts whore whores tramp hussy
    pigs_at cavem* primates monkeys_could chimps trained_monkey* trained_chimp* donkeys donkey_running jackasses
    numbskull* numpty numpties nincompoop* simpleton* dunce* dolt* dullard* dunderhead* blockhead* clod clods
    oaf oafs lummox goons goon thugs thug bullies hooligan* gangsters mafia_run mongrel* mutts curs swines
    filth_of filthy_animals lowest_form scum_of_the waste_of_space waste_of_oxygen waste_of_skin waste_of_air
    oxygen_thief oxygen_thieves not_the_sharpest room_temperature_iq iq_of_a brain_of_a brains_of_a
    brain_the_size half_a_brain no_brain no_brains zero_brains brain_cell brain_cells braincell two_brain
    one_brain idiotic idiocy moronic imbecilic cretinous stupid_people stupid_staff stupid_woman stupid_man
    stupid_girl stupid_guy stupid_driver stupid_company dumb_staff dumb_people dumb_woman dumb_driver
    stupid_lady stupid_manager stupid_owner fat_slob fat_ass fatass lard_ass lardass fat_lazy fat_woman fat_man
    ugly_cow ugly_woman shut_up shut_your stfu gtfo get_lost get_bent bite_me suck_it suck_my suck_a blow_me
    stuff_it stuff_your choke_on_it choke_on_your go_choke go_die go_jump kill_yourself kys rot_you
    hope_you_choke hope_your curse_you damn_you damn_idiots to_hell_with screw_them screw_this_company fuck_them
    fuck_this_company fuck_off fuck_all_of f_off eff_off eff_you smug_git gits pillock* plonker* prat prats
    berk* wazzock muppet twerp* pompous_twit twit twits nasty_piece_of_work vile_woman vile_man vile_people
    horrible_woman horrible_man disgusting_people disgusting_woman disgusting_man arrogant_ass arrogant_prick
    arrogant_jerk total_jerk complete_jerk absolute_jerk such_a_jerk a_jerk is_a_jerk lying_scum* lying_rat*
    lying_snake* lying_pig* two_faced_snake* thieving_scum thieving_rat* thieving_bastard* shitbag* shitheel*
    shithole_staff dimwits weirdo weirdos freak freaks creepy_old pedo`,
  /** An animal, a fool: an insult only of somebody. */
  name: `
    идиот идиота дурак дураки дураков дура крыса крысы крысой овца овцы корова коровы курица курицы козел козлом
    баран баранов свинья обезьян* осел ослы собака собаки змея гадюка пень пни дубина дубы бревно клоун клоуна
    гад сволочной тупой тупая тупые тупое глупая глупый глупые дурной больной больная психопатка псих психи
    психбольн* шизик* бездарный бездарная бездарные слепой слепые глухой глухие инвалид* крашеная наглая_морда
    морда рожа рожи харя вор ворье неадекват неадекваты ненормальн* недалек* алкоголик* дерьмо говно мусор
    подлый idiot bastard jerk cow pig rat rats snake snakes clown clowns fool fools monkey monkeys donkey ass
    stupid dumb thick brainless witch dog dogs sheep swine animal animals crook crooks liar thick_headed dense
    ignorant incompetent_idiot trash garbage greedy joke_of_a sleazy slimy dimwitted crazy_old pathetic psycho`,
  who: `
    кассир* продавец продавщиц* продавц* менеджер* официант* официантк* бариста бармен* администратор* админ*
    оператор* операторш* поддержк* сотрудни* персонал* охранник* водител* водила таксист* курьер* повар* врач
    врачи врачих* доктор* медсестр* регистратур* директор* директриса начальни* хозяин хозяйка владелец
    владельц* управляющ* разраб* программист* руководств* мастер* парикмахер* маникюрш* консультант* тренер*
    учител* воспитательниц* вахтер* вахтерш* уборщиц* кондуктор* проводниц* стюардесс* девушка_на дама_на тетка
    баба бабка мужик тип_на вы вам все_вы работники работник* cashier* manager* waiter* waitress* receptionist*
    owner owners staff employee* driver* support rep reps agent agents clerk* guard* chef* cook doctor* dentist*
    nurse* barista* bartender* boss ceo director developer* devs coder* host hostess landlord* instructor*
    teacher* technician* mechanic* plumber* steward* attendant* crew team people_here at_the_till at_the_desk
    at_the_counter at_reception you you're youre your whoever they_are`,
  /** Said of oneself, or what somebody else said, or not of people at all. */
  excused: `
    я_идиот я_идиотка я_дура я_дурак я_баран я_овца я_тупой я_тупая я_кретин я_как сам_дурак сама_дура сам_идиот
    сама_идиотка как_дурак как_дура как_идиот как_идиотка как_баран как_последний как_последняя идиот_я дура_я
    дурак_я назвал_меня назвала_меня назвали_меня назвал_нас назвала_нас назвали_нас обозвал* оскорбил* обзывал*
    обозвали назвал_мою назвал_моего назвала_моего меня_назвал* нас_назвал* орал_что кричал_что меня_идиот*
    муж_клоун кот собака_грызла плюшев* игрушк* игрушечн* костюм* маск*_клоун на_этикетке пиво сыр шерст* мех
    фермерск* мясо молоко рагу котлет* роман герой книга сериал фильм погода ножи нож ножниц* лезви* подруга
    i'm_an_idiot i_am_an_idiot i'm_a_moron i'm_such_an_idiot i_was_an_idiot i_felt_like like_an_idiot
    like_a_fool like_a_moron made_me_feel stupid_me silly_me my_own_stupidity i'm_stupid i_was_stupid i'm_dumb
    called_me called_my called_us called_her called_him calling_me calling_my calling_us shouted_at swore_at
    for_morons for_idiots for_dummies cookbook idiot_proof idiotproof foolproof plush toy costume my_dog my_cat
    my_kid my_husband_is villain character novel book movie film phone bloody_lovely stupidly clown_fish
    clownfish rat_race dumbbell* smart_ass_comments game`,
};
