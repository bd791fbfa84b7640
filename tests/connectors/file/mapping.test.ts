import { findHeader } from "@otklik/connectors/file/header";
import { guessMapping } from "@otklik/connectors/file/mapping";
import { describe, expect, it } from "vitest";

/** Only the fields that were found. */
const found = (header: string[], rows: string[][] = []) =>
  Object.fromEntries(Object.entries(guessMapping(header, rows)).filter(([, column]) => column !== null));

describe("guessMapping by the header", () => {
  it("knows the export of a Wildberries cabinet", () => {
    const header =
      "ID отзыва;Дата;Предмет;Бренд;Артикул продавца;Артикул WB;Название;Размер;Имя;Количество звезд;Текст отзыва;Достоинства;Недостатки;Ответ;Дата ответа;Статус отзыва;Фото";
    expect(found(header.split(";"))).toEqual({
      id: "ID отзыва",
      date: "Дата",
      sku: "Артикул продавца",
      product: "Артикул WB",
      productName: "Название",
      variant: "Размер",
      author: "Имя",
      rating: "Количество звезд",
      text: "Текст отзыва",
      pros: "Достоинства",
      cons: "Недостатки",
      answer: "Ответ",
      answerDate: "Дата ответа",
    });
  });

  it("knows the older Wildberries names", () => {
    const header = "Номенклатура;Артикул поставщика;Имя покупателя;Оценка;Отзыв;Дата создания";
    expect(found(header.split(";"))).toEqual({
      product: "Номенклатура",
      sku: "Артикул поставщика",
      author: "Имя покупателя",
      rating: "Оценка",
      text: "Отзыв",
      date: "Дата создания",
    });
  });

  it("knows the export of an Ozon cabinet", () => {
    const header =
      "ID отзыва;SKU;Артикул;Название товара;Статус заказа;Дата публикации;Оценка;Текст отзыва;Количество фото;Количество видео;Количество комментариев;Статус отзыва;Ссылка на отзыв;Ссылка на товар";
    expect(found(header.split(";"))).toEqual({
      id: "ID отзыва",
      product: "SKU",
      sku: "Артикул",
      productName: "Название товара",
      date: "Дата публикации",
      rating: "Оценка",
      text: "Текст отзыва",
      url: "Ссылка на отзыв",
    });
  });

  it("knows the report of a Yandex Market cabinet", () => {
    const header =
      "Номер отзыва;Дата;Ваш SKU;Товар;Рейтинг товара;Оценка;Автор;Достоинства;Недостатки;Комментарий;Номер заказа";
    expect(found(header.split(";"))).toEqual({
      id: "Номер отзыва",
      date: "Дата",
      sku: "Ваш SKU",
      productName: "Товар",
      rating: "Оценка",
      author: "Автор",
      pros: "Достоинства",
      cons: "Недостатки",
      text: "Комментарий",
      order: "Номер заказа",
    });
  });

  it("knows the report of Google Play Console", () => {
    const header =
      "Package Name,App Version Code,Reviewer Language,Device,Review Submit Date and Time,Review Submit Millis Since Epoch,Star Rating,Review Title,Review Text,Developer Reply Date and Time,Developer Reply Text,Review Link";
    expect(found(header.split(","))).toMatchObject({
      language: "Reviewer Language",
      date: "Review Submit Date and Time",
      rating: "Star Rating",
      title: "Review Title",
      text: "Review Text",
      answer: "Developer Reply Text",
      answerDate: "Developer Reply Date and Time",
      url: "Review Link",
    });
  });

  it("knows the paths of a network's JSON", () => {
    const header = [
      "id",
      "text",
      "pros",
      "cons",
      "productValuation",
      "createdDate",
      "answer.text",
      "answer.createDate",
      "productDetails.nmId",
      "productDetails.supplierArticle",
      "productDetails.productName",
      "userName",
    ];
    expect(found(header)).toEqual({
      id: "id",
      text: "text",
      pros: "pros",
      cons: "cons",
      rating: "productValuation",
      date: "createdDate",
      answer: "answer.text",
      answerDate: "answer.createDate",
      product: "productDetails.nmId",
      sku: "productDetails.supplierArticle",
      productName: "productDetails.productName",
      author: "userName",
    });
  });

  it("reads names in any case, with underscores, marks and remarks", () => {
    expect(found(["REVIEW_TEXT", "Оценка (1-5)", "Автор:", "created_at", "E-mail"])).toEqual({
      text: "REVIEW_TEXT",
      rating: "Оценка (1-5)",
      author: "Автор:",
      date: "created_at",
      email: "E-mail",
    });
  });

  it("takes neither the product's rating nor what is said about a review for the review", () => {
    expect(found(["Средняя оценка", "Статус отзыва", "Количество отзывов", "Product rating"])).toEqual({});
  });
});

describe("guessMapping by the values", () => {
  const prose = [
    "Demo text that is long enough",
    "Another demo text, longer still",
    "Short",
    "And one more demo",
  ];

  it("does not take the product's numbers for the review's because the column is called id", () => {
    const rows = prose.map((text) => ["77", text]);
    expect(found(["id", "text"], rows)).toEqual({ text: "text" });
  });

  it("does not take yes and no for the seller's words", () => {
    const rows = prose.map((text, row) => [text, row % 2 ? "Да" : "Нет"]);
    expect(found(["Отзыв", "Ответ"], rows)).toEqual({ text: "Отзыв" });
  });

  it("holds a column that calls itself a date for one, so that its bad values are shown", () => {
    expect(found(["Отзыв", "Дата"], [["Demo text", "вчера"]])).toEqual({ text: "Отзыв", date: "Дата" });
  });

  it("takes no words for ratings", () => {
    const rows = [...prose, "The fifth"].map((text) => [text, "Положительно"]);
    expect(found(["Отзыв", "Оценка"], rows)).toEqual({ text: "Отзыв" });
  });

  it("finds text, rating and date where the header says nothing", () => {
    const rows = prose.map((text, row) => ["Demo", text, `${5 - row}`, `0${row + 1}.02.2024`]);
    expect(found(["A", "B", "C", "D"], rows)).toEqual({ text: "B", rating: "C", date: "D" });
  });

  it("does not take a column of ones for ratings", () => {
    expect(
      found(
        ["A", "B"],
        prose.map((text) => [text, "1"]),
      ),
    ).toEqual({ text: "A" });
  });
});

describe("findHeader", () => {
  it("finds the names below the title of a report", () => {
    const rows = [
      ["Отчёт по отзывам"],
      ["за март", ""],
      ["Дата", "Оценка", "Отзыв"],
      ["01.03.2024", "5", "Да"],
    ];
    expect(findHeader(rows)).toBe(3);
  });

  it("finds strange names above numbers and dates", () => {
    expect(
      findHeader([
        ["Wann", "Wie gut"],
        ["01.03.2024", "5"],
        ["02.03.2024", "4"],
      ]),
    ).toBe(1);
  });

  it("finds none where the first row is like the others", () => {
    expect(
      findHeader([
        ["Demo text", "1", "01.03.2024"],
        ["More text", "4", "02.03.2024"],
      ]),
    ).toBe(0);
  });

  it("takes no row for names because customers speak of a date and of stars in it", () => {
    const rows = [
      ["Demo", "first"],
      ["Дата доставки сорвана", "Оценка за это одна"],
      ["More", "third"],
    ];
    expect(findHeader(rows)).toBe(0);
  });

  it("finds the one name of a single column", () => {
    expect(findHeader([["Отзыв"], ["Demo text"], ["More text"]])).toBe(1);
  });
});
