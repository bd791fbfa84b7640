import type { CueWords } from "./cue-words.ts";

/** Illness, injury, fire, current, what does not belong into food, and mistakes of medicine. */
export const health: CueWords = {
  classes: {
    /** Says it alone, unless it is denied, cured or the name of a remedy. */
    sick: `отравил* отравлен* отравились отрава отравы траванул* траванем* потравил* травану* рвало вырвало стошнило
      рвота рвоты рвоту рвотой блевал* проблевал* понос* диаре* сальмонел* ротовирус* энтеровирус* ботулизм*
      дизентер* кишечн*_инфекц* кишечная_палочка кишечную_палочку кишечн*_расстройств* 
      высыпал* обсыпал* крапивниц* дерматит*
      волдыр* пузыр*_на_кож* обожг* обжег* обжог* анафилак* квинке судорог* конвульс* обморок* теря*_сознани*
      потер*_сознани* упал*_в_обморок без_сознания удушь* задыха* задохну* захлебнул* захлебыв* подавил* поперхнул*
      не_мог*_дышать дышать_не_мог* нечем_дышать дышать_нечем реанимац* реанимир* госпитализ* травмпункт* травматолог*
      травма* сотрясен* перелом* вывих* сепсис* гангрен* нагноен* 
      занесли_зараз* выкидыш* инфаркт* инсульт* гипертоническ*_криз* кровотечен* кровь_не_останов* кровь_хлын*
      истек*_кровью весь_в_крови вся_в_крови лужа_крови чуть_не_умер* чуть_не_погиб* чуть_не_убил* едва_не_погиб*
      чуть_не_задох* чуть_не_подав* едва_не_умер* чуть_не_сгорел* чуть_не_ослеп* чуть_не_остал*_без чуть_не_утону*
      пищев*_отравлен* токсикоинф* интоксикац* угарн*_газ* угарным_газом угорел* утечк*_газ* запах_газа пахнет_газом
      пахло_газом газом_пахн* газом_воня* воняет_газом ртуть ртути ртутью радиац* боюсь_за_зрение боюсь_за_жизнь
      опасно_для_жизни опасн*_для_жизни угроза_жизни угрожа*_жизни опасно_для_здоров* опасн*_для_здоров* вред_здоров*
      вреди*_здоров* подорвал*_здоров* опасно_для_дет* опасн*_для_дет* чемеричн* швы_накладыв* наложили_швы накладыв*_швы
      наложил*_шов зашива* зашили зашивать в_гипсе загипсов* хромаю на_костылях кусок_стекла куски_стекла осколк*_стекла осколок_стекла
      стекло_в стекла_в битое_стекло битым_стеклом одной_иглой одним_шприцем использованн*_игл* использованн*_шприц* чужим_шприцем
      нестерил* не_стерил* черви_в червяк_в червяки_в червь_в червями тараканы_в таракан_в 
      заплесневел* плесневел* мышин*_помет* крысин*_помет* мышин*_кал* клоп* покусал* укусил* искусал*
      чесотк* лишай грибок_подхват* подцепил*_гриб* занесли_гриб* стафилококк* стрептококк* легионел*
      ковид_зараз* отек_губ отек_квинке отек_горл* отек_лиц* отек_гортан*
      отек_язык* отек_глаз* химическ*_ожог* поражен*_током удар_током удар*_током ударил*_током ударяет_током бьет_током
      бьется_током бьют_током долбануло_током шарахнуло_током током_бьет* током_ударил* током_бьют тряхнуло_током
      дернуло_током дергает_током током_дерга* шибает_током искрит искрят искрила искрил заискр* короткое_замыкан* коротнул*
      загорелся загорелась загорелось загорелись возгоран* воспламен* вспыхнул* задымил* задымлен* взорвался взорвалась взорвалось
      взорвались  взрыв_газ* пожар_случ* случился_пожар начался_пожар устроил*_пожар чуть_не_сожг* едва_не_сожг* чуть_не_спали*
      сгорела_кварт* сгорел_дом сгорела_кух* отказали_тормоза тормоза_отказ* отвалилось_колесо колесо_отвал* колесо_оторв*
      умерла_собак* собака_умерла умер_кот кот_умер кошка_умерла умерла_кошка
      умер_пес пес_умер усыпить_пришл* еле_откачали еле_спасли еле_вытащил* едва_откачали откачали откачивали промыва*_желуд*
      под_капельниц* антигистамин* преднизолон* адреналин_кололи укол_адреналин*
      poisoned poisoning food_poisoning salmonella e_coli ecoli norovirus botulism listeria allergic_reaction
      hives threw_up throwing_up throw_up puked puking diarrhea diarrhoea the_runs stomach_cramps
      hospitalized hospitalised in_hospital in_the_hospital to_hospital to_the_hospital to_the_er in_the_er
      emergency_room a_and_e ambulance paramedic* intensive_care anaphyla* epipen epi_pen seizure* convuls* fainted
      fainting passed_out unconscious blacked_out collapsed_and choked can't_breathe couldn't_breathe
      couldnt_breathe cant_breathe struggling_to_breathe struggled_to_breathe suffocat* swelled_shut swollen_shut
      electrocut* electric_shock electric_shocks got_shocked got_a_shock gave_me_a_shock shocked_me caught_fire catch_fire caught_on_fire
      burst_into_flames set_on_fire in_flames up_in_flames exploded explodes blew_up_in carbon_monoxide gas_leak smell_of_gas
      smelled_gas smelt_gas third_degree second_degree chemical_burn* burned_me burnt_me burned_my burnt_my burning_my
      burned_her burned_his burnt_her burnt_his scalded scalding_my blister* broken_bone broken_wrist broken_ankle broken_leg
      broken_arm broken_nose fractur* concussion stitches whiplash sepsis septic mrsa staph
      botched nearly_died almost_died could_have_died could_have_killed nearly_killed almost_killed could_kill
      heart_attack heart_stopped stroke_after miscarriage went_blind blinded bled 
      haemorrhag* hemorrhag* broken_glass shard* shards_of piece_of_glass pieces_of_glass glass_in_my metal_in_my
      maggot* cockroach_in roach_in rat_droppings mouse_droppings mice_droppings 
      bedbug* bed_bugs bed_bug bitten_by safety_hazard fire_hazard health_hazard choking_hazard death_trap safety_issue
      unsafe_for not_safe_for toxic_fumes brakes_failed brake_failure wheel_fell_off wheel_came_off
      wrong_medication wrong_meds wrong_pills wrong_dose wrong_dosage wrong_prescription wrong_blood
      dog_died cat_died my_dog_is_sick poison_control got_sick made_me_sick made_us_sick fell_ill got_ill so_ill
      violently_ill violently_sick been_sick_since sick_all_night ill_all_night sick_for_days sick_as_a_dog
      dirty_needle* reused_needle* same_needle unsterile unsterilised unsterilized broke_a_tooth broken_tooth cracked_a_tooth
      chipped_a_tooth cracked_my_tooth broke_my_tooth chipped_my_tooth cut_my cut_his cut_her sliced_my 
      легионелл* пневмони* бронхоспазм* асфикси* механическ*_повреж* поранил* поранился поранилась порезался порезалась порезались порезал*_руку
      порезал*_пал* порезал*_язык порезал*_рот порезал*_губ* рассек* рассекл* раскроил* пробил*_голов* разбил*_голов* разбил*_лицо
      разбил*_нос разбил*_лоб разбил*_губ* выбил*_зуб* сломал*_зуб* сломал*_рук* сломал*_ног* сломал*_пал* сломал*_ребр* сломал*_нос
      сколол*_зуб* откололся_зуб зуб_сломал* треснул_зуб прищемил* защемил* оторвало раздробил* оттяпал* 
      голые_провода голые_провод* оголенн*_провод* оголен*_провод* торч*_провод* провода_торч* burn_marks burn_mark urgent_care blade_in razor_in metal_shaving* someone_else's_medication someone_else's_prescription someone_else's_pills someone_else's_meds wrong_patient can't_feel_my can't_feel_two can't_feel_one can't_feel_her can't_feel_his no_feeling_in lost_feeling не_чувствую_ног* не_чувствую_рук* не_чувствую_пал* не_чувствую_лиц* не_чувствую_половин* ударил*_голов* ударилась_голов* ударился_голов* стукнул*_голов* оборвал*_качел* качели_оборв* сложил*_вместе_с сложил*_с_ребенк* не_то_лекарство не_то_лекарств* не_те_лекарств* чужое_лекарств* чужие_лекарств* чужие_таблетк* просроченн*_лекарств* просроченн*_вакцин* просроченн*_таблет* просроченн*_смес* просроченн*_детск* sick_by_midnight sick_by_morning all_sick everyone_sick all_of_us_sick whole_table_sick whole_family_sick family_got_sick were_all_sick all_ill all_got_ill everyone_was_ill everyone_ill everyone_got_sick everyone_got_ill sick_to_my_stomach had_seizures has_seizures collapsed_with broke_with_our broke_with_my gave_way_under swallowed_a swallowed_part swallowed_the_button swallowed_the_magnet swallowed_the_battery got_into_an_accident nearly_crashed_because emergency_surgery er_visit trip_to_the_er to_a_and_e to_the_emergency called_911 call_911 dialed_911 called_999 called_112 вызвали_112 ambulance_came blood_everywhere covered_in_blood blood_all_over slipped_and_fell slipped_and_broke slipped_on_the_wet slipped_on_your поскользнул*_и поскользнулась поскользнулся упал*_с_лестниц* упал*_с_высот* упал*_и_слом* упал*_и_разб* провалил*_в_люк провалилась_в провалился_в обвалил*_потол* потолок_обвал* потолок_рухнул потолок_упал рухнул_потолок упал_потолок штукатурка_упал* люстра_упал* упала_люстра плитка_упал* сосулька_упал* кусок_фасад* лифт_упал лифт_сорвал* лифт_рухнул застряли_в_лифте застрял_в_лифте застряла_в_лифте ceiling_collapsed ceiling_fell ceiling_came_down elevator_dropped elevator_fell lift_dropped trapped_in_the trapped_in_an trapped_in_your stuck_in_the_elevator stuck_in_the_lift airbag_didn't airbags_didn't seatbelt_failed seat_belt_failed brakes_stopped brakes_gave wheel_flew умер_после умерла_после умерли_после скончал*_после потеряли_ребенка остановка_сердц* сердце_останов* сердце_встало отказали_почк* отказала_печен* отнялись_ног* отнялась_рук* отнялись отнялась_нога онемела_половин* онемело_лиц* перекосило_лиц* лицо_перекос* пожелтел* желтуха_после в_коме впал*_в_кому сахар_подскоч* сахар_взлетел сахар_упал давление_подскоч* давление_взлетел* давление_200 скорая_приехал* скорую_вызывал* скорую_вызвал* вызывали_скорую вызвали_скорую вызвала_скорую вызвал_скорую вызывать_скорую вызывала_скорую пришлось_вызывать_скор* пришлось_вызвать_скор* скорая_забрал* скорая_увезл* увезли_на_скор* увезла_скорая забрала_скорая забрали_на_скор* на_скорой_увез* уехал*_на_скорой уехала_на_скорой уехали_на_скорой попал*_в_больниц* попала_в_больниц* попали_в_больниц* угодил*_в_больниц* оказал*_в_больниц* загремел*_в_больниц* слег*_в_больниц* лежу_в_больниц* лежим_в_больниц* лежит_в_больниц* лежит_в_реанимац* в_инфекционк* инфекционк* инфекционное_отдел* инфекционную в_ожогов* ожогов*_центр ожогов*_отделен* токсикологи* к_токсикологу ветеринар_еле ветеринар_сказал_отрав* прививки_от_столбняк* столбняк бешенств* укол*_от_бешенств* укусила_собака укусила_крыса
      seizures had_a_seizure
      пошла_сыпь появилась_сыпь вылезла_сыпь выступила_сыпь началась_сыпь сыпь_по_всему сыпь_на_лице сыпь_на_теле сыпь_на_шее сыпь_пошла вся_в_сыпи весь_в_сыпи началась_аллергия пошла_аллергия появилась_аллергия страшная_аллергия сильная_аллергия жуткая_аллергия дикая_аллергия сильнейшая_аллергия аллергия_на_лице аллергия_пошла аллергия_началась вылезла_аллергия получил*_ожог* ожог_лица ожоги_на ожог_кожи сожгл*_кожу сожгли_кожу got_a_rash gave_me_a_rash got_an_infection got_infected gave_me_an_infection gave_me_hives broke_out_in itchy_rash red_rash rash_all_over rash_on_my severe_allergic bad_allergic allergic_reaction_to_your
      потерял*_сознан* теря*_сознан* без_сознания отключил*_сознан* lost_consciousness unconscious (go|went|gone|taken|rushed|ended_up|off|trip|straight|admitted|sent)_(to|in|into|at)_(the_|)(a_e|a&e|er|emergency|icu) (в_|)(реанимац*|реанимировал*) a&e`,
    /** Says it of a body or of a person. */
    hurt: `отек отека отеки отекл* отекает отекают опух* распух* припух* распир* воспал* покрасн* краснота красная красное красные
      заплыл* чешет* чесал* чешусь чесат* зуд зуда зудит зудел* жжет жгло жжен* щиплет щипало щипет печет болит болят болел* боль боли
      слезла слезает слезать облез* шелуш* отбил* отшиб* порез* порва*_связк* кров* кровото* онемел* немеет немел* гноит* гноя загноил*
      посинел* почернел* позелен* выпада* выпал* повыпада* вылез* сжег сожгл* сожжен* сожгла сожгли спалил* пятна пятнами пятнах прыщ* раздражен* язв* язвы
      нарыв* свело ломит ноет скрутило крутит крутило прихватил* режет резь колики спазм* разъел* разъед* парализ* перекосил* перекошен*
      опалил* ошпар* содрал* ободрал* разодрал* поцарап* травмир* сломан* повред* поврежд* ударил* ударил*с* хрустнул* отвалил*с* обгорел* поранен*
      swell* swelled swollen puffy itch* burning burns burned burnt stinging stung red_and raw peeling peeled sore ache* aching
      hurts hurt hurting pain painful bleeds blood broke broken sprained twisted dislocated smashed crushed numb
      inflam* oozing pus falling_out fell_out came_out scar scarred scarring scars welts bumps spots breakout broke_out irritat* bruise* bruising
      cut cuts slashed sliced torn bled trapped stuck_in_my injured`,
    body: `лицо лица лицу лице лицом губа губы губу губ губах глаз глаза глазам глазах глазами глазу веки веко век кожа кожу коже кожи кожей
      горло горле горла языка язык рот рту рта живот животе животом живота желудок желудка желудком зуб зуба зубы зубов пломб* рука руку руке
      руки_в рук руках палец пальца пальцы пальцев пальце нога ногу ноге ноги ног ногах ступн* пятк* колено колени колена спина спину спине спины
      шея шею шее шеи голова голову голове головы уши ухо ухе ушей тело телу теле тела копчик* бровь брови лоб лбу щека щеки щеках щеку нос носу носа
      волосы_клок* клоками кожа_голов* ногти подмышк* пах паху десна десны сердце печень почки легкие локоть локти ребро ребра ребер плечо плеча челюст* затыл* висок виски
      позвоночник* поясниц* связки ресницы_выпа* попа попе попу попы ягодиц* подбород* слизист*
      face lips lip eye eyes eyelid* skin throat tongue mouth stomach belly tummy tooth teeth hand hands finger* thumb arm arms leg legs foot feet toe toes
      knee* back_and neck head scalp ear ears body chest nose cheek* hair nails heart liver kidney* elbow* rib ribs shoulder* jaw wrist* ankle* spine gums forehead chin bum bottom_is
      щеку щека щеки десна десну`,
    /** Someone to whom it may happen. */
    person: `ребенок ребенка ребенку ребенком дети детей детям малыш* сын сына сыну сыном дочь дочка дочке дочку дочери внук* внучк* муж мужа мужу жена жену
      жене мама маме маму мамы папа папе папу отец отца отцу бабушк* дедушк* бабуля сестра сестре сестру брат брата брату подруга подруге подругу друг
      кот кота коту кошка кошке кошку котенок котенк* собака собаке собаку собаки пес пса псу щенок щенка питом* вся_семья всей_семьей всей_семье всей_компанией гости гостям
      коллег* племянни* человек* людям мне меня нас нам подопечн* бабушке пожил* беременн* пациент*
      baby child children kid kids son daughter toddler husband wife mother mom mum father dad grandma grandpa grandmother grandfather
      granny sister brother dog cat puppy kitten friend family guests`,
    /** Ill in a way that needs a person beside it. */
    ailing: `тошнит тошнило тошнота тошноту тошноты подташнив* мутит мутило заболел заболела заболели заболеть слег слегла слегли плохо_стало
      стало_плохо стало_худо поплохело лежит_пластом лежу_пластом лежим_пластом пластом температура_под температура_39 температура_40 температурит температурил* температура
      высокая_температура увезли увезла увезли_на_скор* забрали_на_скор* скорую_вызва* вызва*_скорую вызыва*_скорую скорая_увезла скорая_забрала скорая_приезжала приезжала_скорая
      приехала_скорая скорая_приехала на_скорой неотложк* вызва*_врача попал*_в_больниц*  попали_в_больниц* в_больниц* из_больниц* к_врачу к_дерматологу
      к_аллергологу к_хирургу к_травматологу врач_сказал ветеринар* ветклиник* ветврач* умер умерла умерли погиб погибла погибли скончал* умира* рвет рвет_всю живот_крутит
      живот_скрутило живот_болит болит_живот крутит_живот скрутило_живот с_горшка_не с_унитаза туалета_не_выходил* не_слез*_с_унитаз* вылет*_из_кров* не_может_ходить не_могу_ходить ходить_не_мог* сидеть_не_мог*
      встать_не_мог* давление_подскоч* подскочило_давлен* давление_под давление_упал* давление_скакнул* сердце_прихват* сердце_останов* задыхался
      sick ill nauseous nausea nauseated doctor vet died dies dying die dead ended_up_in rushed_to er hospital fever temperature bedridden
      lethargic shaking dizzy`,
    /** What may catch fire or give shocks. */
    device: `павербанк* пауэрбанк* повербанк* power_bank powerbank зарядк* зарядник* зарядное аккумулятор* акб батаре* батарейк* телефон* смартфон* ноут* ноутбук*
      чайник* утюг* фен фена феном обогревател* розетк* розетка провод* шнур* кабел* вилк* самокат* плит* духовк* микроволнов* лампа лампочк* лампу гирлянд* мультиварк*
      колонк* бойлер* стиралк* стиральн* машинк* пылесос* вентилятор* удлинител* адаптер* блок_питания щиток проводк* плойк* выпрямител* тостер* гриль электрогрил* грелк* одеял* матрас*
      телевизор* холодильник* кондиционер* компьютер* пк видеокарт* игрушк* машин* двигател* мотор* баллон* газов* котел котл* велосипед* электро* вейп* наушник* часы прибор* корпус* штор* диван кресло кроват*
      charger charging battery batteries phone laptop kettle iron hairdryer hair_dryer heater plug socket outlet wire wires cable cord scooter stove oven microwave lamp
      bulb lights toaster fryer dryer washer dishwasher boiler fan blanket vape toy adapter tv fridge straightener e_bike ebike hoverboard car engine unit appliance device mattress`,
    fire: `взорвал* взрыва* взрывом загорел* загора* загорит* дым дыма дымит дымил* дымился дымилась дымится задымил* вздул* раздул* раздуло
      искр искры искрами искрен* расплавил* оплавил* плавит* поплавил* плавил* сплавил* обуглил* сгорел* вспых* воспламен* гарью гарь паленым горелым горелой_провод* замкнул* замыкан* бахнул* рванул* бабахнул* раскален* перегрел*
      током ток_бьет оголен* закоротил* лопнул*
      melted melting smoke smoking smoked sparks sparked sparking fire flames exploded explosion exploding overheated overheating burst scorched singed blew_up swelled swollen
      burning burned burnt shock shocks shocked zapped fried charred live_wire exposed_wire*`,
    /** Falls apart, and someone is on it or under it. */
    gaveway: `развалил* сложился сложилась сложилось рухнул* обрушил* обвалил* отвалил* оторвал* лопнул* подломил* сломал* отскочил* сорвал* упал упала упало упали опрокинул* перевернул* слетел* отказал* заклинил* застрял* застряла проломил* прогнул*
      collapsed snapped gave_way broke fell_off came_off tipped_over fell_on came_down failed jammed flipped
      оборвал* оборвались подогнул* ломается folded`,
    ontop: `подо_мной подо_мною под_мной под_ребенком под_мужем под_мамой под_ним под_ней на_ходу на_скорости на_трассе на_голову на_ногу на_ноги на_руку на_ребенк* на_дочк* на_сына на_меня на_малыш* на_шоссе на_полном_ходу на_живот лицом об_асфальт об_пол об_угол в_лифте
      under_me underneath_me under_him under_her under_my onto_my on_my_head on_my_foot on_my_toe on_my_son on_my_daughter on_my_child on_my_leg on_my_baby at_speed on_the_motorway on_the_highway
      while_driving while_riding mid_ride in_the_lift in_the_elevator with_my_child with_my_kid with_me_on
      вместе_с_ребенк* с_ребенком вместе_с_малыш* with_our_baby with_the_baby with_my_baby with_our_son with_our_daughter with_the_kids with_me_in`,
    /** What has no place in food. */
    alien: `стекло стекла стеклышк* осколок осколк* гвозд* болт болтик* гайк* саморез* винтик* игла иглу иголк* булавк* скрепк* проволок* стружк* металл металлическ* железк* железяк* камень камешек камешк* камушк* камни пластик пластмасс*
      таракан таракана тараканы тараканов тараканом муха мухи мухой жук жуки жучок жучки жучков моль червь черви червяк* червей гусениц* личинк* мышь мыши мыш крыса крысу крысы слизняк* паук насеком* муравь* мушк* долгоносик* ноготь ногти зуб пластырь бинт вата перчатк* окурок окурк*
      скоба скобы скобк* степлер* лезви*  щепк* резинк* кусок_пластик* кость косточк* волос волосы волосом прокладк*
      glass nail screw bolt needle pin staple wire metal plastic stone pebble rock cockroach roach fly flies worm worms maggot mouse mice rat bug bugs insect beetle caterpillar slug spider ant ants tooth
      fingernail plaster bandaid band_aid bandage glove hair hairs blade razor bone splinter rubber`,
    meal: `в_суп* в_салат* в_булк* в_пирог* в_пирож* в_торт* в_каш* в_тарелк* в_банк* в_бутылк* в_йогурт* в_творог* в_хлеб* в_пицц* в_котлет* в_фарш* в_пельмен* в_шаурм* в_бургер* в_роллах в_суши в_еде в_блюд* в_гарнир* в_каше в_крупе в_муке в_рисе в_гречк* в_макарон*
      в_упаковк* в_пакет* в_молок* в_сок* в_пюре в_смес* в_корм* в_конфет* в_шоколад* в_печень* в_мороженом в_десерт* в_кофе в_чае в_стакан* в_напитк* в_пиве в_порци* в_борщ* в_плове в_соус* в_начинк* в_сыре в_колбас* в_сосис* в_мяс* в_рыб* в_овощ* в_заказе в_пачк* в_чашк* в_детск* в_паст* в_рагу в_окрошк* в_шашлык* в_лаваш* в_сэндвич* в_бутерброд* в_вафл* в_орех* в_сухофрукт* в_изюм* в_крем* в_баночк* в_коробк*
      в_одном_из супе салате булке булочке тарелке котлете пицце пирожке пельменях торте каше шаурме йогурте твороге
      в_буханк* в_хлебе`,
    food: `soup salad bread sandwich burger pizza pasta rice cake pie meal food dish yoghurt yogurt milk formula cereal sauce sushi taco burrito wrap bagel muffin croissant cookie cookies chocolate sweets candy
      coffee tea drink beer juice steak chicken fish meat fries ice_cream noodles curry packet salsa oatmeal porridge granola
      loaf bun roll dumpling* dumplings pie_crust kebab hummus jam honey peanut_butter`,
    within: `in inside into`,
    pest: `крысы крыса крысу тараканы таракан тараканов мыши мышь мышей клопы блохи вши roaches cockroaches cockroach rats mice rat mouse bedbugs fleas lice`,
    moving: `бегал* бегают бегает бегала шныря* ползал* ползают ползет по_кухне по_столу по_залу кишат кишит кишмя на_кухне в_зале в_номере в_палате в_кровати в_постели в_матрас* running crawling infest* everywhere in_the_kitchen in_my_room in_the_room in_the_bed`,
    /** Mistakes where medicine is given. */
    mixedup: `перепутал* перепутан* не_то_лекарств* не_те_таблетк* не_тот_препарат не_ту_дозу не_ту_доз* не_то_ввел* двойную_доз* ввел*_не неправильн*_диагноз* неверн*_диагноз* чужие_анализы чужой_анализ ошибл* без_перчаток
      забыл*_внутри не_туда оставил*_салфетк* занесл* просроч* mixed_up swapped wrong misdiagnos* expired overdos* incorrect forgot out_of_date without_gloves no_gloves`,
    medicine: `лекарств* таблет* препарат* анализ* кровь крови доз* дозу дозировк* диагноз* вакцин* укол* ампул* наркоз* анестез* пациент* рецепт* инсулин* антибиотик* операц* медсестр* хирург* врач* стоматолог* смес* детск*_питан* прививк* капельниц* процедур* маникюр* педикюр* тату пирсинг
      medication medicine meds pills pill tablets dose dosage blood diagnosis vaccine injection insulin antibiotic* prescription surgery surgeon nurse dentist patient patients formula baby_food sutures anaesthe* anesthe*`,
    rotten: `тухл* протухл* стухл* гнил* сгнил* прогнил* скисш* прокис* просроч* с_душком вонюч* сыр* сырой сырая непрожар* недожар* недожарен* недоварен* сырое rotten rancid spoiled raw expired undercooked out_of_date off past_its`,
    ate: `съел* съели поел* поели ел ела ели накормил* кормил* покормил* дал*_ребенк* дали_ребенк* выпил* выпили после_еды после_вашего после_вашей после_ваших плохо_стало от_вашей_еды пил пила ate eaten eating fed drank gave_my`,
    after: `после_вашего после_вашей после_ваших после_крема после_маски после_процедур* после_применен* после_использован* после_нанесен* после_первого_применен* после_шампун* после_краски после_окраш* после_укол* после_еды после_обеда после_ужина от_вашего от_вашей от_ваших после_кафе после_суши после_роллов после_шаурмы
      after_your after_using after_eating from_your after_trying after_the_first after_one_use thanks_to_your thx_to_ur after_ur`,
    skinill: `кожа_сл* кожа_обл* кожа_гор* пошли_пятн* пятна_по_все* пятна_по покрылась_пятн* покрылся_пятн* покрылось_пятн* покрылась_прыщ* пошла_пузыр* прыщами_покры* лицо_горит лицо_горело лицо_опухло лицо_распухло лицо_отекл* волосы_выпад* волосы_посып* волосы_сыпят* волосы_отвалил* волосы_сожг* сожгли_волосы сожгла_волосы облысел* лысею проплешин* глаза_заплыл* глаза_опухл* глаза_слез*
      skin_is_peeling skin_peeled skin_came_off skin_is_burning skin_is_on_fire face_swell* face_swelled face_swollen face_is_swollen face_puffed hair_fell_out hair_is_falling hair_falling_out hair_came_out bald_patch* bald_spot*`,
    swallowed: `проглотил* проглоти* подави* задохнут* удавил* запута* засос* swallow* swallowed strangl* suffocate choke`,
    smallpart: `деталь детал* батарейк* магнит* кнопк* глаз* пуговиц* бусин* колес* part parts battery magnet button bead wheel eye`,
    maybe: `аллергия аллергию аллергии аллергией аллергическ* сыпь сыпью сыпи высыпан* ожог* травм* инфекц* заражен* глист* опарыш* личинк* плесень плесени плесенью токсичн* ядовит* вши вшей корь туберкулез* гастрит* панкреатит* растяжени* ушиб* гной менингит* капельниц* супрастин проглотил* проглоти суицид* самоубий* покончить_с_собой кишечк* ослеп* rash rashes allergic infection infected vomit* choking bleeding mould mold mouldy moldy rodent* explode suicid* fumes dangerous_for`,
  },
  rules: [
    "sick",
    "skinill",
    "~hurt body",
    "~ailing person",
    "~ailing after",
    "~ailing ate",
    "~hurt after",
    "~fire device",
    "gaveway ontop",
    "alien within food",
    "alien meal",
    "~pest moving",
    "~mixedup medicine",
    "~rotten ate",
    "~swallowed smallpart",
    "~maybe",
  ],
};
