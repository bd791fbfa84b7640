/** Words of telling it to the whole world. */
export const publicWords = {
  press: `
    журналист* журналис* репортер* корреспонд* редакц* редактор* газет* сми пресс* пресса прессу телевид*
    телеканал* телекомпан* тв канал канала канале каналу каналы эфир* передач* программу новост* съемочн* съемк*
    камер* оператор интервью сюжет* репортаж* статья статью статей колонк* издани* выпуск* радио редакцию
    телешоу ток-шоу шоу колонку колонка заголов* заголовок телепередач* продюсер* документалк* ведущ* телеведущ*
    радиоведущ* папарац* обозревател* критик* прямой_эфир ток_шоу программа программе рубрик* первый_канал рен
    областн*_канал местн*_канал местное_тв агентство_новост* комментарий_для дать_комментарий расследовани*
    спецпроект документальн* субтитр* монтаж* кадры кадр хроник* вестях рассылк*_журналист*
    journalist* reporter* press newspaper* paper tabloid* news tv television channel* broadcast* radio editor
    column article* headline* story stories interview* camera crew documentary podcast* magazine* media producer
    show headlines bulletin critic critics newsletter interviewed magazines correspondent investigative newsroom
    news_desk newsdesk local_news evening_news breakfast_show morning_show talk_show radio_show phone-in host
    hosts anchor presenter aired airs airing on_air on_tv on_camera cameras filming film_crew tv_crew segment
    feature featured piece press_release press_office statement_before comment_before right_of_reply bbc itv cnn
    fox abc nbc sky_news guardian times mirror sun daily_mail gazette herald tribune chronicle weekly_paper
    front_page page_one columnist freelance freelancer editor's editorial letters_page consumer_column
    consumer_show exclusive`,
  platform: `
    блог блога блоге блогер* тикток* тик_ток* ютуб* ютюб* инст* инстаграм* телеграм* тг телега телеге вк
    вконтакте одноклассник* пикабу дзен* фейсбук* твиттер* тред* соцсет* паблик* группе группах группу чат* чате
    чатах форум* отзовик* сториз сторис сторисах рилс* лент* сообщест* подслуш* сайт* интернет* сети сеть сетях
    мем* мемы хэштег* хештег* стрим* вблог влог влога влогер* обзорщик* инфлюенсер* канал_в барахолк* хабр*
    двач* рутуб* вотсап* ватсап* вацап* мессенджер* домов*_чат* родительск*_чат* районн*_чат* комментари*
    комменты комментах отзыв отзывы отзыве отзывов оценк*_в яндекс_карт* 2гис гугл_карт* айрекоменд* билборд*
    столбе столбах доск*_объявлен* листовки объявление_на рейтинг*
    blog* blogger* tiktok* youtube* instagram* insta facebook* twitter tweet* reddit* x thread* social_media
    socials platform* page pages group groups forum* feed stories reel reels viral meme hashtag* stream*
    trustpilot google_reviews yelp internet online vlog vlogger vlogs influencer* creator twitch substack
    bluesky snapchat whatsapp nextdoor linkedin quora google_maps tripadvisor glassdoor app_store facebook_group
    community_page neighbourhood_group mums_group mumsnet subreddit discord telegram newsletter bio channel's
    subs comments comment_section comments_section review reviews rating ratings billboard lamp_post noticeboard
    notice_board letterbox`,
  spread: `
    выложу выложил* выложим выклад* опублик* публик* запощу постить пост посты постов репост* разошл* разосл*
    рассыла* разнес* расскаж* расскажу поделюсь поделил* распростран* слил* залил* залью снял* снимаю сниму
    снимут заснял* записал* запись видео ролик* фото фотки фотограф* скрин* скриншот* скрины показ* покажу
    напишу написал* напишем оглас* обнарод* предам засвет* тега* тегну отмечу разбор* обзор* репостн* репостните
    распространите листовк* расклею плакат* баннер* стикер* флешмоб* ролики клип* включил*_камеру разошлю
    разослал* огласим молчать_не выложен* разместил* размещу разместим размещаю публичн* поделит* расклеил*
    рассказываю расскажу_всем рассказать_всем кричать_на на_каждом_углу трубить растрезвон* растрещу разлет*
    летит_в завирус* вирусн* в_топ в_тренд* в_рекоменд* в_горячее набирает набрал*_просмотр* съемка отснял*
    снимаю_на снимал* снимает_на снято на_видео на_камеру записываю записывал* аудио диктофон* монтирую смонтир*
    залит* готовлю_пост пишу_пост пост_готов сочиняю прямая_трансляц* трансляция стрим слайд* фотоотчет*
    сфотограф* засня* зачит* озвуч* переведу_на перешлите передайте_всем тегнул* хештег расследование_про
    узнаете_себя предам_огласк* слава славе прославл*
    post posting posted publish* share sharing shared upload* uploaded film* filmed record* recording video
    videos clip clips screenshot* photos photo pictures footage expose exposing tell telling told going_public
    go_public live airing aired write writing tag tagging tagged spread spreading blast blasting blow_up
    trending review_bomb* leaflets posters banner flyers share_it go_viral going_viral famous unedited
    live_stream pinned reposted translated putting_online put_online goes_online gone_online online_tonight
    goes_live went_live going_live livestream* streaming going_up goes_up went_up it's_up is_up put_up
    putting_up printed printing print leaflet handing_out captioned stitched duetted subtitled edited edit
    cut_together editing drafted_post scheduled_post pin retweet* repost* blowing_up blew_up_online gaining
    climbing circulating doing_the_rounds all_over out_there everywhere_online caught_on on_video on_tape taped
    camera's_rolling rolling documenting documented announce announcing name_and name_names naming tell_everyone
    telling_everyone tell_people let_everyone let_people show_everyone showing_everyone shout read_aloud
    read_out voice_over`,
  crowd: `
    подписчик* подписч* тысяч тысячи миллион* просмотр* репостов лайк* зрител* читател* аудитори* фолловер*
    весь_город всему_городу вся_страна всей_стране все_узна* всем_расск* все_увид* узнают увидят увидит узнает
    прочит* услышат весь_мир всему_миру общественн* народ люди людям человек друзьям знакомым соседям родител*
    всех_чатах мамск* район* област* край города город охват* двести_тысяч полгорода округ* всем_отделом
    весь_интернет зал_на народу подпис* подписи_собр* собрал*_подпис* репосты комментаторы тысяч_человек
    тысяч_подпис* полмиллион* весь_район весь_дом весь_подъезд вся_область вся_улица вся_школа весь_двор
    каждый_сосед* каждый_житель кажд*_столб* каждом_углу каждой_останов* пусть_все пусть_знают пусть_люди
    пусть_весь все_знали чтобы_все чтобы_люди каждый_должен жители жителей мамочк* мамочек коллегам однокласс*
    земляк* хозяев
    followers subscribers views viewers audience everyone everybody people world readers members friends
    neighbours neighbors town city community million thousand 10k 20k 50k 100k k parents strangers
    everyone_knows every_mum every_parent million_people half_a_million likes shares subscriber follower fans
    fan_base reach readership million_views whole_street whole_town whole_neighbourhood entire_town all_of_town
    half_the_town the_nation nation public everyone_should everyone_will people_should people_will people_need
    everybody_should word_gets word_out bus_stop every_neighbour signatures signed_by signers comments_are
    thousand_people moms mums school_gates parents_group`,
  shame: `
    позор* прослав* огласк* скандал* разоблач* стыд* известн* звезд* героя героем герои антирекл* черный_пиар
    пиар* волну резонанс* репутац* шум шума хайп* пожале* петици* подписи подписей обращение_к_президент*
    открытое_письмо бойкот* знамени* славы слава прогреми* громко будет_громко мало_не шумих* бучу вирал*
    разнес* пятно_на рейтинг_упадет отмыва* на_чистую_вод* достояние* общественност* публичн*
    пикет* митинг* плакатом протест* флешмоб
    shame shaming reputation scandal* expos* petition* boycott* open_letter outrage famous public warn warning
    infamous bad_press publicity pr_ shamed disgrace fame notorious infamy publicity_stunt name_mud reputation's
    bad_reviews one_star protest protesting picket placard demonstration campaign campaigning cancel_culture
    called_out calling_out call_out whistleblow* backlash storm uproar embarrass* look_good look_bad logo_in`,
} as const;
