import type { TopicWords } from "./topic-words.ts";

/** What is said of applications and games. */
export const appWords: TopicWords = [
  [
    "crash",
    `вылета* вылетел* вылет вылеты краш краши крашит* крашнул* зависа* завис завис* виснет виснут глюч* глюк* баг баги багов багам
      багован* ошибк* ошибок сбой сбои сбоя сбоит падает не_запуска* не_запустил* не_открыва* не_загружа* не_грузит* не_работа*
      перестал*_работа* черный_экран белый_экран crash* freez* froze frozen glitch* bug bugs buggy error errors doesn't_work
      not_working stopped_working won't_open won't_load doesn't_load black_screen white_screen force_close hangs`,
  ],
  [
    "sign-in",
    `вход входа войти зайти_в_аккаунт не_могу_зайти не_заход* логин* залогин* авториз* аутентифик* парол* регистрац*
      зарегистрир* регистрир* код_не_приход* не_приходит_код смс_код* код_подтвержд* подтвержден* аккаунт* профил* учетн*_запис*
      личн*_кабинет* отпечат* face_id выкидыва*_из_аккаунт* разлогин* sign_in signing_in sign_up log_in login logging_in
      logged_out password* verification verify two_factor register registration account locked_out authenticat* fingerprint`,
  ],
  [
    "ads",
    `реклам* рекламн* баннер* ролик* ролики ad ads advert* advertis* banner* pop_up popups pop_ups commercials`,
  ],
  [
    "update",
    `обновлен* обновил* обновит* обновля* новая_верси* новой_верси* новую_верси* старая_верси* старую_верси* прошл*_верси*
      последн*_верси* после_обнов* откат* верните_старую верните_как update* updated new_version old_version latest_version
      previous_version last_version upgrade* rollback`,
  ],
  [
    "speed",
    `тормоз* лаг лаги лагов лагает лагают подлагива* медленн* долго_груз* долго_загр* долго_открыв* подвиса* грузится_долго
      быстродейств* батаре* заряд аккумулятор* жрет_батар* греется нагрева* память памяти место_занима* много_места быстро_работ*
      slow slowly sluggish lag lags laggy lagging loading_time takes_forever_to_load battery memory storage overheat* fast`,
  ],
  [
    "subscription",
    `подписк* подпиш* подписал* пробн*_период* пробн*_верси* триал* автопродл* продлен*_подпис* премиум* платн*_верси* платная
      платные платный бесплатн* донат* subscri* subscription* trial auto_renew* renewal renewed premium paywall pay_to_win
      free_version paid_version in_app_purchase*`,
  ],
  [
    "notifications",
    `уведомлен* пуш пуши пушей push_уведомл* оповещен* напоминан* спамит_уведомл* notification* push_notif* reminder* alerts`,
  ],
  [
    "design",
    `интерфейс* дизайн* удобн* неудобн* понятн* непонятн* запутан* интуитивн* кнопк* шрифт* иконк* темн*_тем* светл*_тем* график*
      верстк* навигац* interface ui ux design layout intuitive confusing user_friendly easy_to_use hard_to_use font* icon*
      dark_mode dark_theme navigation graphics cluttered`,
  ],
  [
    "features",
    `функци* функционал* возможност* не_хватает добавьте_возмож* добавьте_функц* сделайте_возмож* нет_возможн* настройк* виджет*
      синхронизац* экспорт* поиск поиска фильтр* feature* functionality functions settings widget* sync syncing synchroni*
      export search_function missing_option would_be_nice please_add lacks`,
  ],
  [
    "privacy",
    `конфиденциальн* персональн*_данн* личн*_данн* мои_данные моих_данных слежк* следит_за доступ_к_контакт* доступ_к_фото
      разрешени* утечк* взлом* звонят_спам privacy personal_data personal_information my_data permission* tracking spying
      data_leak hacked spyware`,
  ],
  ["none", `памятник* быстро_ответил* обратите_внимание saved_settings fast_food`],
];
