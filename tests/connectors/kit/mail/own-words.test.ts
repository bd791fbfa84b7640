import { ownWords, wordsOf } from "@otklik/connectors/kit/mail/own-words";
import { describe, expect, it } from "vitest";

const said = "Здравствуйте! Кофе был холодный.\n\nАнна";
const old = ["> Добрый день!", "> Спасибо за отзыв.", ">", "> Кофейня"].join("\n");

describe("what was written this time", () => {
  it.each([
    ["Gmail in Russian", `${said}\n\nпн, 12 мая 2025 г. в 10:15, Кофейня <privet@kofe.example>:\n\n${old}`],
    [
      "Gmail in Russian, of the older kind",
      `${said}\n\n12 мая 2025 г., 10:15 пользователь Кофейня <privet@kofe.example> написал:\n${old}`,
    ],
    ["Gmail in English", `${said}\n\nOn Mon, May 12, 2025 at 10:15 AM Cafe <hi@cafe.example> wrote:\n${old}`],
    [
      "Gmail, whose introduction was broken in two",
      `${said}\n\nOn Mon, May 12, 2025 at 10:15 AM The Very Long Name of a Cafe\n<hi@cafe.example> wrote:\n\n${old}`,
    ],
    [
      "Apple Mail in Russian",
      `${said}\n\n12 мая 2025 г., в 10:15, Кофейня <privet@kofe.example> написал(а):\n\n${old}`,
    ],
    ["Apple Mail in English", `${said}\n\nOn 12 May 2025, at 10:15, Cafe <hi@cafe.example> wrote:\n\n${old}`],
    [
      "Mail.ru",
      `${said}\n\nПонедельник, 12 мая 2025, 10:15 +03:00 от Кофейня <privet@kofe.example>:\n${old}`,
    ],
    ["Yandex", `${said}\n\n12.05.2025, 10:15, "Кофейня" <privet@kofe.example>:\nДобрый день!\nСпасибо.`],
    ["Yandex, with a verb", `${said}\n\n12 мая 2025, 10:15, Кофейня пишет:\n${old}`],
    [
      "Outlook in English",
      `${said}\n\n-----Original Message-----\nFrom: Cafe\nSent: Monday\nTo: Anna\n\nHello`,
    ],
    [
      "Outlook in Russian",
      `${said}\n\n-----Исходное сообщение-----\nОт: Кофейня\nОтправлено: 12 мая\nКому: Анна\nТема: Re\n\nДобрый день`,
    ],
    [
      "Outlook's bare headers",
      `${said}\n\n________________________________\nОт: Кофейня <privet@kofe.example>\nОтправлено: 12 мая 2025 г. 10:15\nКому: Анна\nТема: Кофе\n\nДобрый день`,
    ],
    ["a quote that nothing introduces", `${said}\n\n${old}`],
    ["a telephone's line", `${said}\n\nОтправлено с iPhone`],
    ["a telephone's line above a quote", `${said}\n\nОтправлено с iPhone\n\n> Добрый день`],
    ["a telephone's line in English", `${said}\n\nSent from my iPhone`],
    ["Mail.ru's application", `${said}\n\n--\nОтправлено из Почты Mail для Android`],
    ["Yandex' application", `${said}\n\nОтправлено из мобильной Яндекс.Почты`],
    ["Outlook for a telephone", `${said}\n\nСкачать Outlook для iOS`],
    ["a signature", `${said}\n-- \nАнна Демо\nг. Казань`],
  ])("is all but what %s adds", (_program, letter) => {
    expect(ownWords(letter)).toBe(said);
  });

  it("stands below the quote where somebody answers there", () => {
    expect(ownWords(`12 мая 2025, 10:15, Кофейня пишет:\n${old}\n\nДа, всё верно.`)).toBe("Да, всё верно.");
  });

  it("keeps the questions that somebody answers point by point", () => {
    const points = "> Когда это было?\nВчера.\n> Какой адрес?\nЛесная, 12.";
    expect(ownWords(points)).toBe(points);
  });

  it("is what was passed on, where a letter passes on another", () => {
    const passed =
      "---------- Forwarded message ---------\nОт: Гость\nДата: 12 мая 2025\nКому: я\n\n> Кофе холодный.";
    expect(ownWords(`Разберитесь!\n\n${passed}`)).toContain("Кофе холодный.");
    expect(
      ownWords(`-------- Пересылаемое сообщение --------\n12.05.2025, 10:15, "А" <a@b.example>:\n\nТекст`),
    ).toContain("Текст");
  });

  it("is the whole letter where all of it seems to be quoted", () => {
    expect(ownWords("> только цитата")).toBe("> только цитата");
  });

  it.each([
    "Заказывали 12 мая 2025 года в 10:15, нам сказали: ждите. Ждали час.",
    "Мне в 10:15 написали:\nзаказ готов. А он не готов!",
    "Мой список претензий:\n1) холодно\n2) долго",
    "От: Москвы до Казани ехала посылка месяц",
  ])("is not cut where people only write of times and addresses: %s", (text) => {
    expect(ownWords(text)).toBe(text);
  });
});

describe("what is left out", () => {
  it.each([
    [false, "Кофе холодный"],
    [false, "Кофе холодный\n\nОтправлено с iPhone"],
    [false, "Кофе холодный\n\n--\nОтправлено из Почты Mail"],
    [true, "Кофе холодный\n-- \nАнна, +7 000 000-00-00"],
    [true, "Кофе холодный\n\n> Добрый день"],
  ])("is worth a look at the whole letter: %s", (hides, text) => {
    expect(wordsOf({ text }).hides).toBe(hides);
  });
});

describe("a letter in HTML alone", () => {
  it("is read without what web clients quote", () => {
    const html =
      "<div>Кофе был <b>холодный</b>.<br>Анна</div><div class='gmail_quote'><div class='gmail_attr'>пн, 12 мая</div>" +
      "<blockquote>Добрый день</blockquote></div>";
    expect(wordsOf({ html }).own).toBe("Кофе был холодный.\nАнна");
    expect(wordsOf({ html }).whole).toContain("Добрый день");
  });

  it("is read with what it passes on", () => {
    const html =
      "<p>См. ниже</p><div class='gmail_quote'>---------- Forwarded message<br>Кофе холодный</div>";
    expect(wordsOf({ html }).own).toContain("Кофе холодный");
  });

  it("is not lost where all of it stands in a quote", () => {
    expect(wordsOf({ html: "<blockquote type=cite>Только это</blockquote>" }).own).toBe("Только это");
  });
});
