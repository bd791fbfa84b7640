/** Words of illness, injury and danger, by what they mean. */
export const healthWords = {
  ill: `
    рвало рвет рвота рвоты рвоту рвотой вырвало тошн* стошнило понос* диаре* отрав* травану* травил* сальмонел*
    ротовирус* инфекци* инфекцион* кишечн* температур* жар лихорад* озноб мутит мутило слег слегла заболел*
    заболе* болеет плохо_стало стало_плохо стало_худо поплохело унитаз* тазик* обезвож* пластом трясет знобит
    кашел* кашля* насморк* слабость пневмони* бронхит* астм* приступ* задых* дыш* хрипит хрипы рвотой_дома
    капельниц* ротавирус* судорог* мигрен* кровью_из_носа желтуш* вялый вялая рвет_и симптом* простыл* простуд*
    грипп* горячк* потливост* скрутил* скрючил* крутит_живот сводит_живот колик* резь рези изжог* пульс*
    давлени* тахикарди* аритми* сердцебиен* в_глазах_темн* темно_в_глазах потемнело_в качает шатает штормит
    мокнет корочк* надышал* угорел* заразил* заражен* подхватил* сел_на_диет* непереносимост* интоксикац*
    ботулизм* дизентери* гепатит* глист* вши вшей чесотк* лишай* грибок грибк* герпес* диабет* эпилеп* инфаркт*
    инсульт* сердечник* гипертон* аппендицит* зеленый_лежу пожелтел* потемнел* похудел*
    vomit* puk* threw_up throwing_up sick ill illness unwell poison* salmonel* norovirus e_coli diarrh* stomach
    nausea nauseous fever feverish cramps toilet_bowl bathroom_floor wheez* asthma breathe breathing breath
    pneumonia cough* dehydrat* doubled_up collaps* dizzy faint* lightheaded shaking headaches nosebleeds
    migraine floppy lethargic on_a_drip monitored peeing crystals parvo symptom* flu cold_sweat sweating chills
    shiver* retch* gagging heaving cramp cramping upset_tummy pulse palpitation* heart_attack heart_rate stroke
    blood_pressure drooling twitch* convuls* hallucinat* disorient* drowsy groggy bedridden in_bed off_work
    infected contagious outbreak botulism hepatitis ringworm lice scabies worms diabetic epilep* asthmatic
    coeliac celiac intoleran* anaphylactic listeria e.coli food_poisoning legionella streaming tight_chest
    chest_tight* chest_pain chest_tightness side_effect* relapse* passing_out woozy wobbly_legs jaundice*`,
  hurt: `
    отек* отекл* опух* распух* припух* сып* высып* волдыр* пузыр* ожог* ожога обожг* обжег* обожж* обварил*
    ошпар* зуд* чеш* чесал* жжет жгло жжение щипет щиплет покрасн* краснот* крапивн* дерматит* аллерги* квинке
    анафил* шишк* синяк* порез* порезал* кров* крови кровь рана раны раной рану ранк* рассек* шов швы шва стежк*
    перелом* сломал* вывих* сотряс* травм* ушиб* ударил* укус* покус* искус* хрома* гипс* гной гноя гноит*
    нагно* нарыв* воспал* слез* слезает корки коркой болит болят болел* боль боли больно ноет онемел* немеет
    обморок* сознани* судорог* посинел* обмяк* парализ* поран* зуб* ослеп* разъел* опал* прищем* заноз* хруст*
    вспухл* раздул* разнесл* красные краснеет пятна пятнами бляшк* корк* мокнущ* болячк* язвы язва язвоч* экзем*
    раздражен* слез_ноготь облез* облысел* лысин* выпали_волос* поцарап* царапин* царапнул* порвал* разорв*
    распорол* проткнул* пропорол* проколол* повред* разбил_голов* разбил_лоб разбила_коленк* содрал_кож*
    защемил* прижал* прищеп* зажал* придавил* раздавил* отдавил* сустав* связк* мениск* смещен* трещина_в
    компрессион* крови_в гематом* шрам* след_останется рубец рубц* отнял* ампутир* потерял_сознани* отключился
    очнул* двоится оглох* звон_в_уш* перепонк* не_чувствую изувеч* калек* инвалидность
    swell* swelled swollen rash* hives blister* burn* burnt scald* itch* allerg* anaphyla* epipen bruise* cut
    cuts bleed* bled blood* wound* stitch* fractur* broke broken sprain* concussi* limp* gash* pus infected
    infection* inflam* numb tingling pain painful hurt* sore raw weeping peel* scar* unconscious passed_out
    seizure* chok* injur* bitten bite bites tooth teeth cracked_molar feel_my blotch* welt* spots bumps lump
    lumps redness reddened irritat* stings stinging stung eczema sore* ulcer* grazed graze scratch* scraped
    sliced pierced punctur* stabbed torn tore ripped_off_nail crushed crush trapped_finger* pinched squashed
    dislocat* ligament* tendon* slipped_disc whiplash black_eye knocked_out knocked_unconscious blackout
    blacked_out came_round bruising bloody_nose singe* scab scabs scabby bald_patch* hair_fell hair_came_out
    lost_a_tooth chipped_tooth blind blinded deaf crippl* amputat* disfigur* can't_walk can't_feel couldn't_feel
    twisted landed_on tetanus`,
  body: `
    лиц* губ* глаз* веки веко век кож* горл* язык* рот рту живот* желуд* зуб* рук* палец пальц* ног ноги ногу
    ноге колен* спин* шея шею шее голов* уши ухо тело телу теле копчик* лоб лбу щек* нос носа волос* ногт* десн*
    сердц* печен* почк* легки* локт* ребр* плеч* челюст* затыл* виск* грудь груди ключиц* запяст* стоп* пятк*
    ресниц* бров* роговиц* нерв* ладон* кулак* кисть кисти локот* икра икру голен* бедр* ягодиц* поясниц*
    позвон* лопат* подмыш* подбород* скул* темечк* макушк* ушах уха ухе перепонк* зрачк* глотк* пищевод* кишк*
    пузо пупок пах паху мышц* сосуд* вен вены десен язычк* перст* мизинц* мизинец
    face lip lips eye eyes eyelid* skin throat tongue mouth stomach belly tummy tooth teeth hand hands finger*
    thumb arm arms leg legs foot feet toe toes knee* back neck head scalp ear ears body chest nose cheek* hair
    nails heart liver kidney* elbow* rib ribs shoulder* jaw wrist* ankle* spine gum gums forehead lungs thigh*
    molar palm palms fist hip hips shin shins calf bum bottom* pelvis collarbone skull temple brow brows
    eyebrow* eyelash* lashes cornea* eardrum nostril* windpipe gullet bowel* bladder muscle* tendon vein veins
    pinky knuckle* heel sole soles armpit* nipple* bones bone`,
  vulnerable: `
    ребен* дети детей детям малыш* младен* грудничк* новорожден* сын сына сыну сыном дочь дочк* дочер* дочен*
    внук* внучк* внуч* бабушк* дедушк* бабул* дед деда мама маме маму мамы мать матер* папа папе пап отец отца
    свекр* свекров* тещ* тест* муж мужа мужу мужем жена жене жену женой беремен* пожил* пенсионер* инвалид*
    класс детсад* садик* школьни* первокласс* кот кота кошк* собак* пес пса щен* котен* питом* девочк* мальчик*
    мальчиш* ребят* близнец* двойняш* двухлетк* трехлетк* трехлетн* летняя племянн* брат брата брату
    братом братик* сестра сестре сестру сестры сестрой сестренк* крох* малой младший младшему младшего младшую
    младшая старший_сын старшая прабабушк* старик* старуш* бабка бабки колясочник* слепой глухой роженица
    кормящ* родственник* супруг* невестк* зять зятя крестник* животное животных попуга* кролик* хомяк* хомяч*
    собачк* собачон* овчарк* такс* мопс* корги лошад* воспитанник* подросток подростк* семья семье семью семьей
    семьи ученик* детский детская детской детских детского
    baby babies infant newborn toddler* child children kid kids son sons daughter* grandson grandchild* nan gran
    grandma grandpa granny mum mom mother dad father husband wife pregnant elderly disabled pensioner* cat cats
    dog dogs puppy kitten pet pets nursery pupils spaniel hamster boy boys girl girls twins twin teen teenager*
    niece* nephew* brother* sister* sibling* aunt uncle aunty auntie grandad grandpa* nana granny's
    mother-in-law father-in-law in-law in_law* little_one youngest eldest wife's son's kid's baby's mum's
    old_lady old_man wheelchair blind deaf diabetic year_old year_olds yo newborns foster* family families
    partner fiance* spouse rabbit* horse pony parrot guinea_pig* kittens pup puppies terrier labrador retriever
    pooch animal animals schoolchildren pupil students`,
  medic: `
    врач* доктор* фельдшер* хирург* медсестр* скорой скорую скорая реанимац* больниц* госпитал* капельниц* укол*
    прививк* вакцин* травмпункт* травму травма_пункт инфекционк* аллерголог* дерматолог* токсиколог* невролог*
    педиатр* терапевт* ветеринар* ветврач* ветклиник* антибиотик* преднизолон* антигистамин* димедрол* анализ*
    диагноз* операци* откач* ингалятор* стоматолог* шприц* игл* ампул* неотлож* вызвали_бригад* бригаду_скор*
    бригада_скор* лор лора офтальмолог* окулист* гинеколог* кардиолог* травматолог* ортопед* гастроэнтеролог*
    уролог* рентген* снимок узи мрт кардиограмм* экг томограф* отделение_интенсив* палат* ожогово* стационар*
    приемный_покой промыван* промывали промыли зашив* зашили наложили бинт* перевяз* пластыр* зеленк* йод
    адреналин* физраствор* капл* глюкоз* регидрон* активированн* смекта смекту энтеросгель супрастин* гидрокорт*
    обезбол* кетанов* нурофен* вкололи колют колол* выписал_мазь больничн* лечил* лечат лечить лечусь лечени*
    выхаж* медпункт* медик* медицин* аптекар* провизор* скорой_помощ* вет массажист* мануальщик* косметолог*
    клиник* справка_от_врач*
    doctor* gp hospital* ambulance paramedic* er a&e urgent_care drip surgeon* surgery vet vets vet's nurse*
    antibiotic* steroid* dermatolog* clinic* icu emergency antihistamin* inhaler injection* needle* syringe*
    blood_test* diagnos* operation x_ray pharmacist* dentist* ward wards cardiac specialist consultant
    ophthalmologist optometrist optician cardiologist paediatrician pediatrician gynaecolog* gynecolog*
    neurolog* orthopaedic physio physiotherap* chiropract* midwife ent x-ray xray mri ct_scan scan_showed ecg
    ekg stomach_pump* stomach_pumped pumped resus resuscitat* cpr oxygen defibrillator 999 911 112 111
    poison_control poisons_line first_aid first_aider medic medics medical admitted discharged sick_note
    bandage* plaster_cast plaster crutches sling splint cast rehydrat* saline adrenaline benadryl piriton
    charcoal painkiller* ibuprofen hydrocortisone cream_prescribed treated treatment treatments walk-in_clinic
    minor_injuries casualty triage operated operate theatre_nurse veterinar* groomer gp's`,
  medicine: `
    лекарств* таблет* препарат* дозиров* доза дозу рецепт* инсулин* ампул* капли мазь мази сироп витамин* аптек*
    аптеч* антигриппин* парацетамол* ибупрофен* гормон* пилюл* суспензи* свечи спрей* бад бады бадов прививк*
    вакцин* пробирк* порошок микстур* срок_годности
    medication* medicine* meds pill pills tablet tablets dose dosage prescription* insulin penicillin drug drugs
    paracetamol aspirin ibuprofen pharmacy chemist syrup suppositor* vaccine* vaccinat* jab jabs ointment drops
    supplement* vitamin* capsule* gummies hormones contraceptive* milligram* mg`,
  fire: `
    загор* горит горел* гори сгорел* возгоран* пожар* огонь огня дым дыма дымит дымил* задым* искр* искрит
    взорв* взрыв* вздул* раздул* шипит плав* расплав* паленым горелым оплав* прожж* вспых* коротнул* замыкан*
    полыхн* пламя пламени угоре* угарн* газом газ газа утечк* током ток тока проводк* провода провод оголен*
    розетк* греется нагрева* раскал* пыхнул* хлопнул* бахнул* рванул* грохнул* потушил* тушил* огнетуш* дымовух*
    гарь гари нагрел* перегрел* кипятк* кипяток обуглил* почернел* вспыш* закоптил* копоть сажа вольт
    напряжение_на дернуло_ток* дернуло тряхнул* бьется_ток* ударило_ток* ударяет провод* вилка вилки щиток щитка
    сигнализац*
    fire flames burning smoke smoking smoked spark* explod* explos* blew_up melt* overheat* hot_as shock shocked
    electrocut* wires wiring live_wire gas leak leaking carbon_monoxide fumes bulging swollen_battery ignit*
    scorched caught_fire on_fire flame burst_into bang popped zapped zap tingle_off voltage volts charred singed
    smoulder* smolder* extinguish* fire_brigade firefighter* fire_alarm smoke_alarm alarm carbon_monoxide_alarm
    co_alarm gas_smell smell_of_gas burnt_smell burning_smell hot_to_touch red_hot heated fuse fuses cable
    cables plugged soot boiling`,
  device: `
    зарядк* павербанк* пауэрбанк* аккумулят* батаре* чайник* утюг* плит* плойк* фен обогреват* стирал*
    холодильник* телефон* ноутбук* удлинит* розетк* самокат* велосипед* колес* тормоз* руль руля ремень ремн*
    кресл* коляс* кроватк* качел* горк* лифт* лестниц* перил* люстр* потол* плитк* сосульк* крыш* котел колонк*
    газовы* балкон* двер* батут* бассейн* аттракцион* скалодром* кровать кровати диван_слож* шкаф* полк* тумб*
    комод* стул* табурет* стремянк* шезлонг* лампа лампу лампы лампочк* гирлянд* обогрев* тостер* блендер*
    мясоруб* миксер* мультивар* духовк* конфорк* микроволнов* бойлер* водонагрев* термопот* кабинк* эскалатор*
    карусел* горок тренажер* штанг* гантел* беговая беговой дорожк* шлем* каска страховка_отстег* страховочн*
    трос* карабин* машин* авто автобус* маршрутк* шина шины резина_лопн* подвеск* рулев* подушка_безопас*
    наушник* часы_греют* пауэр* розеток погремуш* игрушк* кукл* плюшев* пуговиц* люльк* автокресл* манеж* ворот*
    забор* ступен* пандус* поручн* трап люк люка фритюр* нож* бритв*
    charger* powerbank power_bank battery batteries kettle iron cooker oven stove heater fan socket plug router
    scooter* bike* bicycle wheel* brake* strap harness seat pram stroller cot crib swing slide elevator lift
    ladder stairs railing* balcony ceiling roof boiler trampoline pool toaster dryer blender vape helmet shelf
    shelves airbag* lamp lights hairdryer hair_dryer straightener* curling microwave hob grill bbq barbecue pan
    pressure_cooker mixer grinder heatpad electric_blanket hot_water_bottle bed bunk bunks chair chairs stool
    sofa recliner table wardrobe dresser drawers cupboard shelf_unit door lock_jammed escalator ride rides
    carousel zip_line zipline climbing rope harness* carabiner treadmill dumbbell barbell weights_machine
    helmet* car van tyre tyres tire tires axle steering clutch seatbelts toy toys doll teddy rattle button
    cot_bed highchair high_chair buggy carrier bouncer walker gate stair staircase steps step ramp handrail rail
    fence knife scissors opener razor_blade earbud* headphone* hoverboard e-bike ebike drone`,
  gave: `
    отвал* отстегн* сломал* сложил* развал* рухн* обвал* оборв* оторв* лопн* треснул* отказал* отказали слетел*
    упал* вывалил* выпал* сорвал* перевернул* опрокин* провал* поскользн* застрял* держится_на не_защелк*
    не_закруч* разошл* сломалась_под подломил* подкосил* соскочил* соскольз* выскользнул* отлетел* отпал*
    отскочил* выломал* прогнул* проломил* раскол* рвану* разъехал* разлетел* захлопнул* зажевал* заклинил*
    расшатал* шатается шатал* болтается торчит торчал* нет_ремней без_ремней без_чехл* расстегнул* отцепил*
    отпустил_страх* обрушил* посыпал* свалил* скатил* слож* подвернул* поехал* покатил* оступил* летел летела
    полетел* навернул*
    snapped collapsed fell fallen gave_way came_off came_away came_apart fell_off broke_off folded dropped
    slipped tripped failed tipped shattered detach* comes_away stuck trapped wobble* wobbly loose came_loose
    worked_loose flew_open burst tore ripped split splintered cracked crack went_from_under landed_on toppled
    tipped_over fell_through fell_on fell_out rolled_away jammed pinned shut_on closed_on swung hit_me hit_my
    hit_her hit_him missed_me missed_my flying plunged dropped_on slid skid* went_flying faulty_catch
    not_fastened unclipped sticking_out exposed`,
  alien: `
    стекл* осколок осколк* лезви* гвозд* болт болтик* саморез* скреп* проволок* металл* железк* пластик* волос
    волосы ноготь червяк* черви червей личин* таракан* мух* муха мышин* помет* крыс* мыш* клоп* насеком* жук*
    плесен* заплесн* слизь слизи тухл* протух* просроч* гнил* сгнил* кислый испорч* лекарство_просроч* сырая
    сырой сырое щепк* щепа заноза крючок крючк* иголк* игла иглу иглы скоба скобу кусок_стекл* камень камешек
    камушек камни дробь стружк* алюмин* резина_в пластмасс* пакет_в перчатк* бинт_в пластырь_в окурок окурк*
    зуб_в волосин* шерсть гусениц* моль мол муравь* муравей жучк* паук* мошк* прусак* белесый налет осадок
    осадком черная_плесень вонючая_рыб* прокисл* скисл* прогоркл* забродил* вздут* вчерашн* срок_истек
    срок_вышел недожар* недопеч* кровь_внутри розовое_внутри сырой_внутри размороз* сальмонел*
    glass shard* blade razor nail screw bolt staple wire metal plastic maggot* worm* larva* cockroach* roach*
    flies fly mouse mice rat rats droppings bedbug* bed_bugs bug bugs mould mold mouldy moldy slime rotten
    expired out_of_date raw undercooked off gone_off rancid hair stone pebble bone shell grit splinter* staples
    pin pins needle* fish_hook hook hooks wire_wool rubber glove plaster_in band-aid plastic_bag cigarette butt
    toenail fingernail tooth_in grub grubs weevil* moth moths ant ants wasp* spider* beetle* slug* caterpillar*
    mouse_droppings rodent* infest* bed_bug fleas flea tick ticks slimy sour spoiled spoilt putrid curdled
    fermented rot rotting decay* past_its_date use-by best-before best_before sell-by defrosted thawed
    frozen_twice pink_inside undercook* bulging_tin domed blown discoloured discolored foreign_object
    contaminated fizzed smelled_wrong smells_wrong tasted_wrong fishy`,
  food: `
    суп* салат* пюре каш* хлеб* булк* торт* пирож* пицц* ролл* суши шаурм* котлет* колбас* мяс* куриц* рыб*
    креветк* творог* молок* йогурт* смес* корм корма корме вод* еда еду еды блюд* обед* ужин* завтрак* столов*
    кафе меню соус* орех* начинк* печень* шоколад* конфет* шашлык* шаверм* плов* борщ* пельмен* вареник* блин*
    сырник* омлет* яйц* яичниц* паштет* холодец холодц* икру ветчин* сосиск* сардельк* фарш* шницел*
    стейк* тефтел* лосос* тунец тунц* устриц* мидии мидий сырок сыр сыра сыры сметан* кефир* ряженк* морожен*
    пончик* булочк* круассан* пряник* вафл* пюрешк* батончик* чипс* снек* изюм* мед меда варень* квас* пиво вино
    сок сока соки лимонад* кофе чай чая смузи напиток напитк* консерв* банка_тушен* тушен* арахис* кунжут*
    глютен* лактоз* состав состава пищев* кухня кухни кухне кухню повар* ресторан* шведск* буфет* фудкорт*
    доставка_еды порци* перекус* угощ*
    soup salad bread sandwich burger* pizza pasta rice cake pie meal food dish yoghurt yogurt milk formula sauce
    sushi taco burrito wrap chicken beef fish shrimp prawn* egg eggs nuts nut peanut* tin can flour granola
    snack kibble nuggets brownie soup* salads toast toastie kebab curry noodles ramen noodle lasagne dumpling*
    pancake* omelette sausage* ham bacon steak mince beefburger lamb pork turkey tuna salmon oyster* mussel*
    seafood cheese cream butter ice_cream doughnut* donut* croissant muffin cookie* biscuit* cereal bar bars
    chocolate chocolates sweets candy crisps chips fries gravy trifle pudding dessert jelly jam honey juice beer
    wine coffee tea smoothie water drink drinks bottle jar carton lunch dinner breakfast supper buffet barbecue
    takeaway takeout restaurant kitchen canteen chef cook menu portion sesame gluten dairy lactose vegan
    allergen* ingredients`,
  swallowed: `
    проглот* подавил* поперхн* захлебн* нахлебал* захлебыв* тонул* утон* ко_дну засос* задохн* задуш* удуш*
    в_рот откусил* выпил выпила съел съела съели ел ели ела поел* проглатыв* глотнул* глотал* надкусил* куснул*
    лизнул* сосал грыз попробовал* доел* наел* съедает съедена выплюнул* изо_рта в_горле застрял*_в_горл* жевал*
    разжевал* пьет пил пила пили пью отпил* хлебнул*
    swallow* choke choked choking drown* drank ate eaten bit_into bit_down suffocat* strangl* ate_it eating
    chewed chewing bit bitten_into licked licking sipped sip drinking drunk_it spat spit gagged crunched tasted
    lodged windpipe in_her_mouth in_his_mouth in_my_mouth went_under under_water underwater`,
  driving: `
    водител* таксист* курьер* за_рулем руле скорост* гнал гонит красный встречк* обгон* авар* дтп сбил* подрез*
    заснул* засыпа* пьян* перегар* трезв* непристегн* пешеход* сбила бухой телефоне шофер* маршрутчик* трасс*
    шоссе мкад развязк* перекрест* тормоз* обочин* кювет* занесло занос встречн* выехал_на разогнал* лихач*
    мчал* несся летел_под на_светофор* на_красный проехал_красн* мимо_остановк* окликнул* разбудил* клевал
    уснул* дремал* спал_за запахом_алког* выпивш* нетрезв* писал_в_телефон* в_телефоне смотрел_кино
    смотрел_видео на_ходу ремень_не без_ремн* детское_кресло без_кресла дверь_открыл* пассажир* сдавал_задом
    задним_ходом наехал*
    driver* driving drove speeding red_light drunk booze slurring texting asleep swerv* crash* crashed accident
    seatbelt overtak* mph road roads motorway junction roundabout crossing traffic_lights lights_red ran_a_red
    red_light* wrong_side wrong_way bend lane overtook reversed braked braking brakes_failed handbrake steering
    pulled_out tailgat* raced racing speed speedometer limit veered nodded_off dozed dozing yawning fell_asleep
    smelled_of on_his_phone on_her_phone on_the_phone watching_videos cab cabbie bus_driver coach minibus taxi
    uber passenger belted belts no_belt`,
  peril: `
    опасн* чуть_не едва_не еле чудом убь* убил* умер* погиб* смерт* жизн* спасат* спас спасли угроз* кошмар*
    ужас страшн* без_присмотр* потерял* вышел_за нашли_на боюсь небезопасн* вред* токсич* химией ядовит* яд
    радиац* спасал* выскочил* чудом_не ребенок_один одного_без засыпал за_рулем_спал клевал_носом насмерть
    летальн* трагед* бед беда беду без_сознани* отключился выжил* реанимир* пострадал* жертв* эвакуир* эвакуац*
    заперт* запер_ребенк* замурован* выход_закрыт запасн*_выход пожарн*_выход осторожно осторожнее берегите
    не_покупайте уберегл* испугал* перепугал* напугал* рыдал* в_слезах кричал* страх страхе страшно_оставл*
    могли_погибн* могли_умереть могла_умереть мог_умереть могли_бы_погиб* спаслись повезло_что хорошо_что
    слава_богу ребенок_на_улиц* забыли_ребенк* пропал_ребен* потеряли_ребенк* преследовал* домогал* приставал*
    трогал* лапал* избил* побил* ударил_реб* толкнул* напал напала угрожал* угрожает кричал_на_дет* запугал*
    стрельб* нож_в травил* хлор* ртут* асбест* химикат* испарени* борщевик*
    danger* unsafe nearly almost could_have killed kill died die death dying dead hazard* risk safety toxic
    lethal scared frighten* terrified unattended left_alone missing_for recall lifeguard shaking nodding_off
    asleep_at slipped collapsed wandered motorway unsupervised face_down life lives fatal tragedy disaster
    death_trap deathtrap emergency life-threatening harm harmed toxic_fumes chlorine bleach mercury asbestos
    chemical chemicals radiation antifreeze wouldn't_wake not_moving unresponsive lifeless blue turning_blue
    turned_blue suicid* overdos* attack attacked assault* grabbed groped touched followed_me stalk* threaten*
    violence violent bullied bullying pushed shoved punched slapped screamed screaming crying sobbing panic
    panicked rescue rescued saved_by pulled_out_of evacuat* fire_exit exit_blocked locked_in trapped_in
    no_lifeguard no_supervision unlocked_gate wandered_off missing_child lost_child left_outside buried dead_in
    put_down someone_will somebody_will before_someone before_somebody be_careful beware don't_buy luckily
    barely what_if_it inches centimetres from_her_head from_his_head before_it_kills`,
  hygiene: `
    грязн* антисанит* нестерил* стерил* перчат* немыт* руками_без гряз* инструмент* сыро хлорк* мутн* воня* вонь
    запах* перепут* чужо* сальн* липк* пыльн* вонючий сточн* канализац* нечистот* туалет* унитаз* мочой кал
    фекал* плесенью паразит* многоразов* использован*_игл* без_перчат* той_же_игл* без_маски не_моют не_моет
    не_меня*_бель* с_пола тряпк* разделочн* ошейник
    dirty filthy unsterile sterilis* steriliz* gloves unwashed hygiene contaminat* stink* mixed_up
    someone_else's somebody_else's wrong grim grimy grubby sticky mucky foul sewage sewer toilet* urine faeces
    feces poo poop reused re-used used_needle no_gloves bare_hands unclean hair_in hairnet off_the_floor
    cross_contam* stained sheets`,
} as const;
