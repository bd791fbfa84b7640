import type { Lore } from "./lexicon.ts";
import { named } from "./people.ts";

export const app: Lore = {
  subjects: [
    {
      key: "ios",
      is: "app",
      name: "Список Ромашка (демо) для iOS",
      gender: "neuter",
      forms: { version: "4.2.0" },
    },
    {
      key: "android",
      is: "app",
      name: "Список Ромашка (демо) для Android",
      gender: "neuter",
      forms: { version: "4.2.0" },
    },
  ],
  posts: [
    {
      key: "post-1",
      is: "post",
      name: "Version 4.2",
      text: "Version 4.2 is out: shared lists and a darker dark.",
      daysAgo: 61,
      gender: "neuter",
      forms: { version: "4.2.0" },
    },
  ],
  incidentAbout: "ios",
  lexicons: [
    {
      language: "ru",
      weight: 1,
      people: [
        ...named(
          "Анна Мария Елена Ольга Наталья Татьяна Ирина Светлана Екатерина Юлия Дарья Марина Людмила Ксения Полина Вера Алина Виктория Диана Яна",
          "feminine",
        ),
        ...named(
          "Алексей Сергей Дмитрий Андрей Игорь Роман Артём Виктор Павел Максим Денис Руслан Тимур Никита Олег",
          "masculine",
        ),
      ],
      brief: ["Супер", "Отлично", "Всё понравилось", "👍👍", "Огонь", "Спасибо!"],
      curt: ["Ужас", "Не советую", "👎", "Разочарован"],
      hidden: {
        openings: ["Ставлю высший балл, потому что люблю вас", "Оценку не снижаю"],
        turns: ["Но есть одно «но»", "А вот что расстроило"],
        closings: ["Надеюсь, поправите", "Очень жду перемен"],
      },
      sarcasm: {
        openings: ["Браво, просто браво", "Спасибо за незабываемые впечатления"],
        closings: ["Так держать", "Жду продолжения сериала"],
      },
      spam: {
        openings: ["Девочки, не проходите мимо", "Всем привет"],
        offers: [
          "Работа на дому, доход от {1000~2000~3000} рублей в день",
          "Раскрутка страниц за сутки, {300~500~700} подписчиков в подарок",
        ],
        calls: ["Пишите в личку слово «СТАРТ»", "Ссылка в моём профиле"],
      },
      askOpenings: ["Здравствуйте", "Добрый день", "Подскажите, пожалуйста"],
      followUps: {
        thanks: ["Спасибо за ответ", "Спасибо, что разобрались", "Приятно, что вы отвечаете"],
        still: ["Ответ прочитал{/а}, но ничего не изменилось", "Мне никто так и не написал", "Это отписка"],
        closings: ["Буду ждать", "Посмотрим"],
      },
      chatter: {
        agree: ["У меня точно так же", "Подтверждаю", "Плюсую", "Вот и я о том же"],
        disagree: ["А у меня всё наоборот", "Не соглашусь", "Странно, никогда такого не замечал{/а}"],
        curious: ["А давно это было?", "Мне тоже интересно", "Подскажите потом, чем закончилось"],
      },
      chatterClosings: ["Как-то так", "Ни на что не намекаю)", "Это только мой опыт"],
      updates: {
        better: ["Дополнение: со мной связались и всё решили", "UPD: вопрос закрыт, спасибо"],
        worse: ["Дополнение: прошло время, стало хуже", "UPD: обещали перезвонить и пропали"],
      },
      owner: {
        greetings: ["Здравствуйте, {name}!", "{name}, добрый день!"],
        farewells: ["Хорошего дня", "Будем рады видеть вас снова", ""],
        thanks: ["Спасибо за тёплые слова", "Нам очень приятно", "Передали ваши слова команде"],
        regrets: ["Нам очень жаль", "Мы уже разбираемся, что произошло"],
      },
      letter: {
        greetings: ["Здравствуйте!", "Добрый день!"],
        farewells: ["С уважением, {name}", "{name}", "Жду ответа. {name}"],
      },
      chat: {
        greetings: ["Здравствуйте"],
        nudges: ["Вы тут?", "Ау, есть кто живой?", "Очень жду ответа", "Вопрос всё ещё в силе"],
      },
      tail: "Моё обращение № {n}",
      topics: {
        praise: {
          mood: "good",
          weight: 60,
          stars: [
            [5, 8],
            [4, 2],
          ],
          titles: ["Удобно"],
          openings: ["Пользуюсь полгода", "Поставил{/а} на пробу"],
          details: [
            "Списки общие на всю семью",
            "Работает без интернета",
            "Ничего лишнего",
            "Напоминания приходят вовремя",
          ],
          closings: ["Советую", "Спасибо разработчикам"],
          answers: ["Спасибо за отзыв", "Рады, что вам удобно"],
        },
        crash: {
          mood: "bad",
          weight: 30,
          stars: [
            [1, 2],
            [2, 2],
          ],
          titles: ["Вылетает"],
          openings: ["После обновления беда", "Раньше было лучше"],
          details: ["Вылетает при запуске", "Списки пропали", "Не приходит код для входа"],
          closings: ["Исправьте", "Удаляю"],
          answers: ["Ошибку нашли, исправим в ближайшей версии", "Напишите нам из раздела «Помощь»"],
        },
      },
      incident: {
        mood: "bad",
        weight: 0,
        stars: [[1, 1]],
        titles: ["Не войти"],
        openings: ["После обновления {version} всё сломалось"],
        details: ["Выкинуло из учётной записи", "Все списки пустые", "Синхронизация стоит вторые сутки"],
        closings: ["Верните как было"],
        answers: ["Мы уже выпустили исправление, обновите приложение, списки вернутся"],
      },
      asks: [
        { ask: "Как вернуть старый вид списка?", answer: "Откройте настройки, там есть переключатель" },
        { ask: "Будет ли виджет?", answer: "Виджет появится в следующей версии" },
        { ask: "Как отменить подписку?", answer: "В настройках магазина, раздел подписок" },
      ],
      wholes: [
        {
          text: "Муж перестал забывать хлеб. Развод отменяется.",
          stars: 5,
          title: "Спасли семью",
          plot: "praise",
        },
      ],
    },
    {
      language: "en",
      weight: 1,
      people: [
        ...named("Emma Olivia Sophie Grace Hannah Lucy Megan Kate Amy Laura Julia Nora", "feminine"),
        ...named("Jack Tom Ben Sam Daniel Luke Adam Chris Mark Peter Ryan Oscar", "masculine"),
      ],
      brief: ["Love it", "Great app", "Works", "👍", "Nice one", "Solid"],
      curt: ["Useless", "Broken", "👎👎", "Nope"],
      hidden: {
        openings: ["Full marks because I love the idea", "Five from me"],
        turns: ["But one thing", "However"],
        closings: ["Please look into it", "Hope it gets fixed"],
      },
      sarcasm: {
        openings: ["Well done, really", "What an experience"],
        closings: ["Keep it up", "Can't wait for the next update"],
      },
      spam: {
        openings: ["Hello friends", "Don't scroll past"],
        offers: ["Earn {100~200~300} a day from home", "Free gift cards, {50~75~90} left"],
        calls: ["Message me the word START", "Link in my profile"],
      },
      askOpenings: ["Hi", "Hello there", "Quick question"],
      followUps: {
        thanks: ["Thanks for the reply", "Thanks for fixing it", "Appreciate the answer"],
        still: [
          "I read your reply and nothing has changed",
          "Nobody has written to me",
          "That is not an answer",
        ],
        closings: ["I'll wait", "We'll see"],
      },
      chatter: {
        agree: ["Same here", "Can confirm", "This", "Exactly my experience"],
        disagree: ["Opposite for me", "Not my experience", "Odd, never had that"],
        curious: ["When was that?", "I'd like to know too", "Let us know how it ends"],
      },
      chatterClosings: ["Just saying", "Only my experience", "For what it's worth"],
      updates: {
        better: ["Edit: support got in touch and sorted it", "Update: fixed, thanks"],
        worse: ["Edit: weeks later and it got worse", "Update: they promised to call and vanished"],
      },
      owner: {
        greetings: ["Hi {name}!", "Hello {name},"],
        farewells: ["Have a good day", "Best wishes from the team", ""],
        thanks: ["Thank you for the kind words", "This made our day"],
        regrets: ["We are sorry to hear that", "We are looking into it"],
      },
      letter: {
        greetings: ["Hello,", "Hi there,"],
        farewells: ["Regards, {name}", "{name}", "Looking forward to your reply. {name}"],
      },
      chat: { greetings: ["Hi"], nudges: ["Anyone there?", "Still waiting", "Hello?", "Any news?"] },
      tail: "My request is no. {n}",
      topics: {
        praise: {
          mood: "good",
          weight: 60,
          stars: [
            [5, 8],
            [4, 2],
          ],
          titles: ["Handy"],
          openings: ["Been using it for half a year", "Installed it on a whim"],
          details: [
            "Lists are shared with the whole family",
            "It works offline",
            "Nothing superfluous",
            "Reminders come on time",
          ],
          closings: ["Recommended", "Thanks to the developers"],
          answers: ["Thank you for the review", "Glad that it helps"],
        },
        crash: {
          mood: "bad",
          weight: 30,
          stars: [
            [1, 2],
            [2, 2],
          ],
          titles: ["Crashes"],
          openings: ["Trouble since the update", "It used to be better"],
          details: ["It crashes at start", "My lists are gone", "The sign-in code never arrives"],
          closings: ["Please fix", "Deleting it"],
          answers: ["We found the bug, the fix comes with the next version", "Please write to us from Help"],
        },
      },
      incident: {
        mood: "bad",
        weight: 0,
        stars: [[1, 1]],
        titles: ["Locked out"],
        openings: ["Everything broke with {version}"],
        details: ["It signed me out", "All my lists are empty", "Sync has been stuck for two days"],
        closings: ["Bring it back"],
        answers: ["A fix is out, please update and your lists will return"],
      },
      asks: [
        { ask: "How do I get the old list view back?", answer: "There is a switch for it in Settings" },
        { ask: "Will there be a widget?", answer: "A widget comes with the next version" },
        { ask: "How do I cancel the subscription?", answer: "In the store's settings, under subscriptions" },
      ],
      wholes: [
        {
          text: "My husband no longer forgets the bread. The divorce is off.",
          stars: 5,
          title: "Saved a marriage",
          plot: "praise",
        },
      ],
    },
  ],
};
