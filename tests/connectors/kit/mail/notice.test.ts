import { readNotice } from "@otklik/connectors/kit/mail/notice";
import { describe, expect, it } from "vitest";

const readLink = (url: URL) =>
  url.hostname === "maps.example"
    ? {
        placeId: url.searchParams.get("place") ?? undefined,
        reviewId: url.searchParams.get("review") ?? undefined,
      }
    : null;
const link = "https://maps.example/?place=7&review=r1";
const read = (...lines: string[]) =>
  readNotice({ subject: "Новый отзыв: Кофейня", text: lines.join("\n") }, readLink);

describe("a cabinet's letter about a review", () => {
  it.each([
    ["★★★★☆", 4],
    ["⭐⭐", 2],
    ["Оценка: 3 из 5", 3],
    ["Оценка 5", 5],
    ["Rating: 4/5", 4],
    ["1 out of 5", 1],
  ])("tells its stars as %s", (line, stars) => {
    expect(read("Анна", line, "Хорошо", link).stars).toBe(stars);
  });

  it("holds all that the customer wrote, also an address within it", () => {
    const said = [
      "Меню с https://kofe.example/menu устарело.",
      "",
      "Цены другие, а на сайте 2 из 5 позиций.",
    ];
    expect(read("Анна", "★★", ...said, "Открыть отзыв", link).text).toBe(said.filter(Boolean).join("\n"));
  });

  it("takes no word of the cabinet's for the customer's", () => {
    const { text, author } = read(
      "Анна К.",
      "★★★",
      "Неплохо",
      `Посмотреть отзыв: ${link}`,
      "С уважением, кабинет",
    );
    expect([text, author]).toEqual(["Неплохо", "Анна К."]);
  });

  it("stops before a link that leads elsewhere first, as those that count clicks do", () => {
    const { text, url } = read("★★★", "Неплохо", "Ответить", "https://clicks.example/abc");
    expect([text, url]).toEqual(["Неплохо", undefined]);
  });

  it("names its place by the subject, or by a label", () => {
    expect(read("★★★", link).place).toBe("Кофейня");
    expect(read("Филиал: Лесная, 12", "★★★", link).place).toBe("Лесная, 12");
  });

  it("without stars is one where it links to a review, and none where it does not", () => {
    expect(read("Текст", link)).toMatchObject({ reviewId: "r1", placeId: "7" });
    expect(() => read("Советы, как собрать отзывы", "https://maps.example/")).toThrow("another look");
  });
});
