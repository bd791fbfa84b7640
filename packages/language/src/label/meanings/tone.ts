/** Words of how it is said: to whom, in what mood, of what time, in earnest or not. */
export const toneWords = {
  you: `
    ваш ваша ваше ваши вашу вашей вашего вашем вашему вашим вашими ваших вы вас вам вами
    you your yours ur u you're you've you'll`,
  ours: `
    я мне меня мной мы нас нам нами мой моя мое мои моей моего мою моему наш наша наше наши нашу нашей нашего
    i me my mine we us our i'm i've i'd i'll we've we're we'll im ive`,
  threat: `
    иначе если_не до_пятницы до_завтра до_конца_недели до_понедельник* даю_вам последний_шанс
    последний_раз_прошу последнее_предупрежд* предупрежд* предупреждаю не_успокоюсь пеняйте ждите готовьтесь
    посмотрим увидите увидимся встретимся пожалеете ответите раз_по_хорошему по_плохому не_угрожаю время_пошло
    теперь_ваша либо в_противном мало_не_покажется устрою доведу дойду обеспечен*
    or_else otherwise unless until by_friday by_monday by_tomorrow deadline you_have last_chance final_warning
    warned warning see_you_in expect mark_my_words watch be_sorry good_luck hear_from next_stop next_step
    not_bluffing your_pick your_choice up_to_you`,
  demand: `
    требую требуем верните исправьте сделайте почините разберитесь примите прекратите заблокируйте срочно
    немедленно помогите прошу объясните снимите уберите проверьте сейчас_же когда_уже до_каких сколько_можно
    demand* urgent urgently immediately asap please_help help fix stop explain sort now right_now someone_call
    please`,
  anger: `
    хам* хамство наплевать плевать безобраз* ужас ужасн* кошмар* отврат* мерзк* позор* издевател* издева*
    бардак* беспредел* наглост* нагл* врут вранье врал* ложь бред бесит достал* надоел* тварь твари
    сволоч* идиот* дебил* нелюд* гад гады урод* жесть шок шоке возмущ* разочаров* никому_не хуже отстой дно
    параша гавно говно дерьм*
    rude awful terrible horrible disgust* disgrace* unacceptable appalling outrag* shocking shameful useless
    pathetic joke lies liar liars worst furious angry livid fed_up sick_of ridiculous nightmare garbage trash
    rubbish hell wtf damn shit fuck* bloody`,
  praise: `
    спасибо благодар* отличн* прекрасн* замечательн* супер класс классн* хорош* хорошо вкусн* вкусно любим*
    люблю обожаю нравит* понрав* рекоменд* советую довол* удобн* красив* красот* восторг* огонь шикарн* лучш*
    идеальн* приятн* чудесн* молодц* быстро вежлив* ароматн* свеж* радует рад рада пятерк* честно чист* чисто
    уютн* бомба кайф топ аккуратн* мягк* нежн* сочн* тепл*
    thanks thank great good love loved lovely nice excellent amazing awesome perfect happy recommend* delicious
    tasty wonderful best fantastic brilliant comfy comfortable beautiful pleased glad superb fast quick friendly
    helpful cute fun enjoy* solid works_well gorgeous smooth clean cosy cozy`,
  mild: `
    чуть немного слегка маловат* маловато мелочь терпимо нормально нормальн* норм обычн* средне средненьк*
    сойдет так_себе ничего_особ* жить_можно не_критично пойдет могли_бы хотелось_бы дороговат* шумноват*
    тесноват* жестковат* коротковат* великоват* тугая тугой туговат* впрочем единственн* минус минусы зато
    bit slightly little ok okay fine decent average alright meh tad somewhat minor could_be otherwise though
    only_downside small pricey nothing_special`,
  mended: `
    вернули вернул вернулось решили решил решен* исправил* починили починил разобрал* извинил* заменили обменял*
    обошл* ложная_тревога оказал* оказалось восстанов* наладил* устранил* компенсировал* предотврат* уладил*
    помогли помог помогла помогло прошла прошло прошел вылечил* успокоил* выручил* спас спасла спасло
    refunded fixed sorted resolved restored apologised apologized replaced reversed turned_out false_alarm
    sorted_out sorted_it helped saved cured cleared reimbursed credited_back returned swapped exchanged`,
  elsewhere: `
    прошл* предыдущ* прежн* бывш* другом_месте другой_клиник* другом_банк* других_магазин* в_отличие не_то_что
    раньше старый старая старого на_другой_площадке у_других у_конкурентов когда-то давно год_назад лет_назад
    года_назад в_прошлом в_детстве
    previous former old_bank my_ex ex last_place last_one elsewhere unlike other_places used_to years_ago
    year_ago last_year my_last ago my_old anywhere_else compared`,
  fiction: `
    книг* роман* фильм* сериал* сезон детектив* сюжет* геро* персонаж* автор* игра игре игры квест* спектакл*
    пьес* кино мультик* мультфильм* комикс* триллер* драма песн* трек глав* истори* музей* выставк* постановк*
    актер* концовк* озвучк* сказк* легенд* рассказ*
    book* novel* movie* film films series season character* plot author game games play show drama documentary
    thriller episode escape_room comic* song track chapter story detective villain hero museum exhibit* theatre
    theater musical audiobook*`,
  job: `
    работаю работает работал* по_профессии профессии коллег* смен* смену офис* служу студент* юрфак* диплом*
    учусь преподаю веду лекци* семинар* вебинар* курс курсы учебник* практик* экзамен* собеседован* костюм*
    форма подарок подарил* в_подарок муж_работает я_врач я_юрист я_журналист я_адвокат
    work works working job shift shifts office colleague* uniform student law_school degree course lecture
    webinar textbook exam interview as_a_lawyer as_a_nurse profession career retired gift present`,
  joke: `
    шучу шутка шутк* юмор* смешн* смех* смеял* ржу ха хаха ахах лол прикол* убийственн* смертельн* преступно
    криминально чуть_не_умер* умереть_не_встать до_смерти взрыв_вкус* украл*_сердц* страшно_вкусн* безумно
    обалденн* обалде* сносит* крышу снес*_крышу
    joke joking kidding funny hilarious lol haha laugh* pun to_die_for criminal criminally stole_my_heart steal
    bomb addicted addictive dangerous dangerously killer insane guilty`,
  asks: `
    подскажите скажите_пожалуйста можно_ли есть_ли бывает_ли подойдет_ли вопрос сколько какой какая какие где
    когда как_часто интересно хотела_спросить хотел_спросить хочу_спросить если_вдруг что_если
    do_you does_it is_it can_i could_i is_there are_there what_time how_much how_long how_do which where when
    wondering curious question ask just_checking would_it`,
  no: `
    не нет без ни никак* нисколько никаких ничего нету ноль
    no not without never none zero don't didn't doesn't wasn't isn't won't can't hasn't haven't couldn't nothing`,
  but: `
    но однако а_потом а_вчера а_сегодня а_теперь зато хотя
    but however yet though although then`,
  time: `
    сегодня вчера сейчас завтра утром ночью вечером только_что прямо_сейчас второй_день третий_день неделю месяц
    месяца час_назад через_час понедельник* вторник* сред* четверг* пятниц* суббот* воскресен*
    today yesterday now tomorrow tonight morning night week month just_now right_now monday tuesday wednesday
    thursday friday saturday sunday ago`,
} as const;
