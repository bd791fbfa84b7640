/** Words of telling it to the whole world. */
export const publicWords = {
  press: `
    журналист* журналис* репортер* корреспонд* редакц* редактор* газет* сми пресс* пресса прессу телевид*
    телеканал* телекомпан* тв канал канала канале каналу каналы канала эфир* передач* программу новост* съемочн*
    съемк* камер* оператор интервью сюжет* репортаж* статья статью статей колонк* издани* выпуск* радио редакцию
    телешоу ток-шоу шоу колонку колонка заголов* заголовок телепередач* продюсер* интервью документалк*
    репортер*
    journalist* reporter* press newspaper* paper tabloid* news tv television channel* broadcast* radio editor
    column article* headline* story stories interview* camera crew documentary podcast* magazine* media producer
    show headlines bulletin critic critics newsletter interviewed documentary magazines`,
  platform: `
    блог блога блоге блогер* тикток* тик_ток* ютуб* ютюб* инст* инстаграм* телеграм* тг телега телеге вк
    вконтакте одноклассник* пикабу дзен* фейсбук* твиттер* тред* соцсет* паблик* группе группах группу чат* чате
    чатах форум* отзовик* сториз сторис сторисах рилс* лент* сообщест* подслуш* сайт* интернет* сети сеть сетях
    мем* мемы хэштег* хештег* стрим*
    blog* blogger* tiktok* youtube* instagram* insta facebook* twitter tweet* reddit* x thread* social_media
    socials platform* page pages group groups forum* feed stories reel reels viral meme hashtag* stream*
    trustpilot google_reviews yelp internet online`,
  spread: `
    выложу выложил* выложим выклад* опублик* публик* запощу постить пост посты постов репост* разошл* разосл*
    рассыла* разнес* расскаж* расскажу поделюсь поделил* распростран* слил* залил* залью снял* снимаю сниму
    снимут заснял* записал* запись видео ролик* фото фотки фотограф* скрин* скриншот* скрины показ* покажу
    напишу написал* напишем оглас* обнарод* предам засвет* тега* тегну отмечу разбор* обзор* репостн* репостните
    распространите листовк* расклею плакат* баннер* стикер* флешмоб* ролики клип* включил*_камеру разошлю
    разослал* огласим молчать_не
    post posting posted publish* share sharing shared upload* uploaded film* filmed record* recording video
    videos clip clips screenshot* photos photo pictures footage expose exposing tell telling told going_public
    go_public live airing aired write writing tag tagging tagged spread spreading blast blasting blow_up
    trending review_bomb* leaflets posters banner flyers share_it go_viral going_viral famous unedited
    live_stream pinned reposted translated`,
  crowd: `
    подписчик* подписч* тысяч тысячи миллион* просмотр* репостов лайк* зрител* читател* аудитори* фолловер*
    весь_город всему_городу вся_страна всей_стране все_узна* всем_расск* все_увид* узнают увидят увидит узнает
    прочит* услышат весь_мир всему_миру общественн* народ люди людям человек друзьям знакомым соседям родител*
    всех_чатах мамск* район* област* край города город охват* двести_тысяч полгорода округ* всем_отделом
    весь_интернет зал_на народу
    followers subscribers views viewers audience everyone everybody people world readers members friends
    neighbours neighbors town city community million thousand 10k 20k 50k 100k k parents strangers
    everyone_knows every_mum every_parent million_people half_a_million strangers`,
  shame: `
    позор* прослав* огласк* скандал* разоблач* стыд* известн* звезд* героя героем герои антирекл* черный_пиар
    пиар* волну резонанс* репутац* шум шума хайп* пожале* петици* подписи подписей обращение_к_президент*
    открытое_письмо бойкот*
    shame shaming reputation scandal* expos* petition* boycott* open_letter outrage famous public warn warning
    infamous bad_press publicity pr_`,
} as const;
