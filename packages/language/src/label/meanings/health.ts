/** Words of illness, injury and danger, by what they mean. */
export const healthWords = {
  ill: `
    рвало рвет рвота рвоты рвоту рвотой вырвало тошн* стошнило понос* диаре* отрав* травану* травил* сальмонел*
    ротовирус* инфекци* инфекцион* кишечн* температур* жар лихорад* озноб мутит мутило слег слегла заболел*
    заболе* болеет плохо_стало стало_плохо стало_худо поплохело унитаз* тазик* обезвож* пластом трясет знобит
    кашел* кашля* насморк* слабость пневмони* бронхит* астм* приступ* задых* дыш* хрипит хрипы рвотой_дома
    капельниц* ротавирус* судорог* мигрен* кровью_из_носа желтуш* вялый вялая
    vomit* puk* threw_up throwing_up sick ill illness unwell poison* salmonel* norovirus e_coli diarrh* stomach
    nausea nauseous fever feverish cramps toilet_bowl bathroom_floor wheez* asthma breathe breathing breath
    pneumonia cough* dehydrat* doubled_up collaps* dizzy faint* lightheaded shaking headaches nosebleeds
    migraine floppy lethargic on_a_drip monitored peeing crystals parvo`,
  hurt: `
    отек* отекл* опух* распух* припух* сып* высып* волдыр* пузыр* ожог* ожога обожг* обжег* обожж* обварил*
    ошпар* зуд* чеш* чесал* жжет жгло жжение щипет щиплет покрасн* краснот* крапивн* дерматит* аллерги* квинке
    анафил* шишк* синяк* порез* порезал* кров* крови кровь рана раны раной рану ранк* рассек* шов швы шва стежк*
    перелом* сломал* вывих* сотряс* травм* ушиб* ударил* укус* покус* искус* хрома* гипс* гной гноя гноит*
    нагно* нарыв* воспал* слез* слезает корки коркой болит болят болел* боль боли больно ноет онемел* немеет
    обморок* сознани* судорог* посинел* обмяк* парализ* поран* зуб* ослеп* разъел* опал* прищем* заноз* хруст*
    swell* swelled swollen rash* hives blister* burn* burnt scald* itch* allerg* anaphyla* epipen bruise* cut
    cuts bleed* bled blood* wound* stitch* fractur* broke broken sprain* concussi* limp* gash* pus infected
    infection* inflam* numb tingling pain painful hurt* sore raw weeping peel* scar* unconscious passed_out
    seizure* chok* injur* bitten bite bites tooth teeth cracked_molar feel_my`,
  body: `
    лиц* губ* глаз* веки веко век кож* горл* язык* рот рту живот* желуд* зуб* рук* палец пальц* ног ноги ногу
    ноге колен* спин* шея шею шее голов* уши ухо тело телу теле копчик* лоб лбу щек* нос носа волос* ногт* десн*
    сердц* печен* почк* легки* локт* ребр* плеч* челюст* затыл* виск* грудь груди ключиц* запяст* стоп* пятк*
    ресниц* бров* роговиц* нерв*
    face lip lips eye eyes eyelid* skin throat tongue mouth stomach belly tummy tooth teeth hand hands finger*
    thumb arm arms leg legs foot feet toe toes knee* back neck head scalp ear ears body chest nose cheek* hair
    nails heart liver kidney* elbow* rib ribs shoulder* jaw wrist* ankle* spine gum gums forehead lungs thigh*
    molar`,
  vulnerable: `
    ребен* дети детей детям малыш* младен* грудничк* новорожден* сын сына сыну сыном дочь дочк* дочер* дочен*
    внук* внучк* внуч* бабушк* дедушк* бабул* дед деда мама маме маму мамы мать матер* папа папе пап отец отца
    свекр* свекров* тещ* тест* муж мужа мужу мужем жена жене жену женой беремен* пожил* пенсионер* инвалид*
    класс детсад* садик* школьни* первокласс* кот кота кошк* собак* пес пса щен* котен* питом*
    baby babies infant newborn toddler* child children kid kids son sons daughter* grandson grandchild* nan gran
    grandma grandpa granny mum mom mother dad father husband wife pregnant elderly disabled pensioner* cat cats
    dog dogs puppy kitten pet pets nursery pupils spaniel hamster`,
  medic: `
    врач* доктор* фельдшер* хирург* медсестр* скорой скорую скорая реанимац* больниц* госпитал* капельниц* укол*
    прививк* вакцин* травмпункт* травму травма_пункт инфекционк* аллерголог* дерматолог* токсиколог* невролог*
    педиатр* терапевт* ветеринар* ветврач* ветклиник* антибиотик* преднизолон* антигистамин* димедрол* анализ*
    диагноз* операци* откач* ингалятор* стоматолог* шприц* игл* ампул*
    doctor* gp hospital* ambulance paramedic* er a&e urgent_care drip surgeon* surgery vet vets vet's nurse*
    antibiotic* steroid* dermatolog* clinic* icu emergency antihistamin* inhaler injection* needle* syringe*
    blood_test* diagnos* operation x_ray pharmacist* dentist*`,
  medicine: `
    лекарств* таблет* препарат* дозиров* доза дозу рецепт* инсулин* ампул* капли мазь мази сироп витамин*
    medication* medicine* meds pill pills tablet tablets dose dosage prescription* insulin penicillin drug drugs`,
  fire: `
    загор* горит горел* гори сгорел* возгоран* пожар* огонь огня дым дыма дымит дымил* задым* искр* искрит
    взорв* взрыв* вздул* раздул* шипит плав* расплав* паленым горелым оплав* прожж* вспых* коротнул* замыкан*
    полыхн* пламя пламени угоре* угарн* газом газ газа утечк* током ток тока проводк* провода провод оголен*
    розетк* греется нагрева* раскал*
    fire flames burning smoke smoking smoked spark* explod* explos* blew_up melt* overheat* hot_as shock shocked
    electrocut* wires wiring live_wire gas leak leaking carbon_monoxide fumes bulging swollen_battery ignit*
    scorched`,
  device: `
    зарядк* павербанк* пауэрбанк* аккумулят* батаре* чайник* утюг* плит* плойк* фен обогреват* стирал*
    холодильник* телефон* ноутбук* удлинит* розетк* самокат* велосипед* колес* тормоз* руль руля ремень ремн*
    кресл* коляс* кроватк* качел* горк* лифт* лестниц* перил* люстр* потол* плитк* сосульк* крыш* котел колонк*
    газовы* балкон* двер* батут* бассейн* аттракцион* скалодром*
    charger* powerbank power_bank battery batteries kettle iron cooker oven stove heater fan socket plug router
    scooter* bike* bicycle wheel* brake* strap harness seat pram stroller cot crib swing slide elevator lift
    ladder stairs railing* balcony ceiling roof boiler trampoline pool toaster dryer blender vape helmet shelf
    shelves airbag*`,
  gave: `
    отвал* отстегн* сломал* сложил* развал* рухн* обвал* оборв* оторв* лопн* треснул* отказал* отказали слетел*
    упал* вывалил* выпал* сорвал* перевернул* опрокин* провал* поскользн* застрял* держится_на не_защелк*
    не_закруч* разошл*
    snapped collapsed fell fallen gave_way came_off came_away came_apart fell_off broke_off folded dropped
    slipped tripped failed tipped shattered detach* comes_away stuck trapped`,
  alien: `
    стекл* осколок осколк* лезви* гвозд* болт болтик* саморез* скреп* проволок* металл* железк* пластик* волос
    волосы ноготь червяк* черви червей личин* таракан* мух* муха мышин* помет* крыс* мыш* клоп* насеком* жук*
    плесен* заплесн* слизь слизи тухл* протух* просроч* гнил* сгнил* кислый испорч* лекарство_просроч* сырая
    сырой сырое
    glass shard* blade razor nail screw bolt staple wire metal plastic maggot* worm* larva* cockroach* roach*
    flies fly mouse mice rat rats droppings bedbug* bed_bugs bug bugs mould mold mouldy moldy slime rotten
    expired out_of_date raw undercooked off gone_off rancid`,
  food: `
    суп* салат* пюре каш* хлеб* булк* торт* пирож* пицц* ролл* суши шаурм* котлет* колбас* мяс* куриц* рыб*
    креветк* творог* молок* йогурт* смес* корм корма корме вод* еда еду еды блюд* обед* ужин* завтрак* столов*
    кафе меню соус* орех* начинк* печень* шоколад* конфет*
    soup salad bread sandwich burger* pizza pasta rice cake pie meal food dish yoghurt yogurt milk formula sauce
    sushi taco burrito wrap chicken beef fish shrimp prawn* egg eggs nuts nut peanut* tin can flour granola
    snack kibble nuggets brownie`,
  swallowed: `
    проглот* подавил* поперхн* захлебн* нахлебал* захлебыв* тонул* утон* ко_дну засос* задохн* задуш* удуш*
    в_рот откусил* выпил выпила съел съела съели ел ели ела поел*
    swallow* choke choked choking drown* drank ate eaten bit_into bit_down suffocat* strangl*`,
  driving: `
    водител* таксист* курьер* за_рулем руле скорост* гнал гонит красный встречк* обгон* авар* дтп сбил* подрез*
    заснул* засыпа* пьян* перегар* трезв* непристегн* пешеход* сбила бухой телефоне
    driver* driving drove speeding red_light drunk booze slurring texting asleep swerv* crash* crashed accident
    seatbelt overtak* mph`,
  peril: `
    опасн* чуть_не едва_не еле чудом убь* убил* умер* погиб* смерт* жизн* спасат* спас спасли угроз* кошмар*
    ужас страшн* без_присмотр* потерял* вышел_за нашли_на боюсь небезопасн* вред* токсич* химией ядовит* яд
    радиац* спасал* выскочил* чудом_не ребенок_один одного_без засыпал за_рулем_спал клевал_носом
    danger* unsafe nearly almost could_have killed kill died die death dying dead hazard* risk safety toxic
    lethal scared frighten* terrified unattended left_alone missing_for recall lifeguard shaking nodding_off
    asleep_at slipped collapsed wandered motorway unsupervised face_down`,
  hygiene: `
    грязн* антисанит* нестерил* стерил* перчат* немыт* руками_без гряз* инструмент* сыро хлорк* мутн* воня* вонь
    запах* перепут* чужо*
    dirty filthy unsterile sterilis* steriliz* gloves unwashed hygiene contaminat* stink* mixed_up
    someone_else's somebody_else's wrong`,
} as const;
