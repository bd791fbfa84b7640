/** Words that fill a review and are no topic, as patterns of `wordIndex`. */
export const fillers = `
  и в во не на я что с со он она оно они мы вы ты а как это эта этот эти этой этого этом этим то та тот те так такой такая такое
  такие но за из из-за от до по к ко у о об об про для без при под над через между после перед или ли бы же ни нет да уже еще
  очень слишком просто только даже вообще совсем именно также тоже там тут здесь где куда когда если чтобы потому поэтому хотя
  пока потом теперь сейчас сегодня вчера завтра всегда никогда иногда часто опять снова раз раза разы разу день дня дней неделя
  недели неделю месяц месяца месяцев год года лет час часа часов минут минуты время времени лишь почти более менее больше
  меньше много мало немного несколько сколько весь вся все всего всех всем всеми каждый каждая каждое каждые один одна одно
  одни первый первая второй второго два две три пять себе себя свой своя свое свои мой моя мое мои мне меня мной нам нас наш
  наша наше наши вам вас ваш ваша ваше ваши его ее их им ему ей нему ней них кто кого кому чем чего ничего никто никого никак
  какой какая какое какие который которая которое которые которых которую сам сама само сами быть был была было были будет
  будут буду есть нету стал стала стало стали мочь могу может могут можно нельзя нужно надо должен должна должны хочу хотел*
  хочется решил* получил* получается оказал* сделал* делать делает говор* сказал* думаю думал* знаю знает вижу видел* понял*
  вот ну ведь типа короче кстати вроде кажется наверное конечно пожалуйста спасибо здравствуйте привет добрый вечер утро
  хорош* плох* отличн* ужасн* прекрасн* нормальн* нормально классн* класс супер лучш* худш* кошмар ужас хуже лучше понрав*
  нрав* люблю любим* довол* недовол* рекоменд* совет* приятн* замечательн* великолепн* крут* норм ок хрень фигня гадость
  купил* куплю купить покупа* покупк* взял* беру брал* заказ* товар* вещь вещи магазин* продавц* продавец отзыв* звезд* оценк*
  компани* фирм* человек люди людей клиент* покупател* место места использ* пользу* пользов*
  свою своей своего своих своим своем своему друг* него нее нем них ними ней тебя тебе твой твоя твое твои новый новая новое
  новые новую старый старая старое этих этими дела* работ* вместо кроме вдвое втрое среди стоит радует рад рада странно
  интересно достоинств* недостат* комментари* плюс* минус* спокойно долго быстро сразу скоро ладно точно легко сложно
  главное например однако зато просят говорят называется находится
  http https www com now today tomorrow may see keep fun cool awesome wonderful lol work works worked working day night
  pros cons via off full big small long short easy hard
  the and a an of to in on at is are was were be been it its it's this that these those i i'm i've you he she they we my your
  his her their our me him them us for with without from by as but or if so than then there here when where what which who how
  why not no yes do does did don't doesn't didn't can can't could would will won't should just very really too also only even
  still again always never ever much many more most less least some any all every each other another one two three first
  second time times day days week weeks month months year years hour hours get got gets getting make made go going went come
  came take took use used using buy bought order ordered ordering product products item items store shop company place people
  person thing things good bad great awful terrible horrible best worst better worse nice love loved like liked hate hated
  amazing excellent perfect poor ok okay fine happy recommend recommended thanks thank hello please review star stars because
  about after before over under out up down off into have has had having been being am while since until say said says tell
  told know think thought want wanted need needed try tried new old lot bit well back`;
