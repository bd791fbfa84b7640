import type { Label, UrgencyReason } from "@otklik/core/label/label";
import type { Labelled } from "@otklik/core/label/labeler";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { describe, expect, it } from "vitest";
import { describeLabeler } from "../contracts/labeler.ts";
import { embedded, labelsOf, review } from "./asked.ts";

describeLabeler("the embedded labeler", embeddedLabeler);

const labelOf = async (text: string, more: Partial<Labelled> = {}): Promise<Label> => {
  const [label] = await labelsOf(embedded, [review(text, more)]);
  return label as Label;
};
const stars = (given: number, outOf = 5): Partial<Labelled> => ({ rating: { stars: given, outOf } });

describe("urgency", () => {
  const urgent: [UrgencyReason, string, string][] = [
    ["health", "После крема пошла сыпь по всему лицу.", "сыпь"],
    ["health", "Отравились салатом, вызывали скорую!", "Отравились"],
    ["health", "I got a rash after this cream, awful.", "rash"],
    ["legal", "Ужас. Подаю в суд и пишу в Роспотребнадзор.", "Подаю в суд"],
    ["legal", "My lawyer will contact you, this is a disgrace.", "lawyer"],
    ["fraud", "Мошенники! Списали деньги дважды.", "Списали"],
    ["fraud", "They charged me twice and nobody answers.", "charged me twice"],
    ["media", "Плохо. Расскажу всем, найду журналистов.", "журналистов"],
    ["churn", "Больше никогда не закажу здесь.", "не закажу"],
    ["churn", "Never again, I am cancelling my subscription.", "cancelling my subscription"],
    ["outage", "Приложение не открывается второй день.", "не открывается"],
    ["outage", "The site is down again.", "down"],
  ];
  it.each(urgent)("finds %s in: %s", async (reason, text, words) => {
    const { urgency } = await labelOf(text);
    expect(urgency).toContainEqual({ reason, words: expect.stringContaining(words) });
    // It quotes the customer.
    for (const said of urgency) expect(text).toContain(said.words);
  });

  it.each([
    "Никакой аллергии, крем как крем.",
    "Аллергии нет, но запах так себе.",
    "Крем не вызывает аллергии.",
    "It didn't cause a rash.",
    "Это не мошенники.",
    "Сделали на скорую руку, криво.",
    "Очень долго искал свой размер.",
  ])("finds none in: %s", async (text) => {
    expect((await labelOf(text)).urgency).toEqual([]);
  });

  it.each(["Списали дважды, поддержка молчит", "Завтра пишу заявление в прокуратуру"])(
    "is a complaint, however calmly told: %s",
    async (text) => {
      expect(await labelOf(text)).toMatchObject({ complaint: true });
    },
  );

  it("names each reason once", async () => {
    const { urgency } = await labelOf("Мошенники! Украли деньги, жулики. Подаю в суд!");
    expect(urgency.map(({ reason }) => reason).sort()).toEqual(["fraud", "legal"]);
  });

  it("looks into the cons as well", async () => {
    expect((await labelOf("", { cons: "После стирки аллергия" })).urgency).toEqual([
      { reason: "health", words: "После стирки аллергия" },
    ]);
  });
});

describe("evidence", () => {
  const quoted = async (mention: Partial<Labelled> & { text: string }, of: string) => {
    const { evidence } = await labelOf(mention.text, mention);
    return evidence
      .filter((one) => one.of === of)
      .map((one) => [one.in, mention[one.in]?.slice(one.from, one.to)]);
  };

  it("names the field in which the words stand", async () => {
    const mention = { title: "Курьер нахамил", text: "Ёлки, ждал курьера час", cons: "Сыпь от крема" };
    expect(await quoted(mention, "topic.delivery")).toEqual([
      ["title", "Курьер"],
      ["text", "курьера"],
    ]);
    expect(await quoted(mention, "urgency.health")).toEqual([["cons", "Сыпь"]]);
    expect(await quoted(mention, "emotion.anger")).toEqual([["title", "нахамил"]]);
  });

  it("quotes the words for the moment of the journey", async () => {
    expect(await quoted({ text: "Посылка пришла вовремя." }, "touchpoint.delivery")).toEqual([
      ["text", "Посылка"],
    ]);
  });
});

describe("topics, touchpoint and emotion", () => {
  it.each([
    ["Курьер нахамил.", ["delivery", "staff"]],
    ["Кофе вкусный, пицца свежая.", ["taste"]],
    ["Верните деньги за возврат!", ["refund"]],
    ["The jacket runs small, wrong size.", ["size"]],
    ["The toilets were filthy.", ["cleanliness"]],
    ["Этот товар подделка.", ["authenticity"]],
    ["Приложение вылетает.", ["app"]],
    ["Просто так.", ["other"]],
  ])("tells the topics of: %s", async (text, topics) => {
    expect([...(await labelOf(text)).topics].sort()).toEqual([...topics].sort());
  });

  it("gives no topic where nothing was written", async () => {
    expect((await labelOf("", stars(4))).topics).toEqual([]);
  });

  it.each([
    ["Посылка пришла вовремя, курьер вежливый.", "delivery"],
    ["Оператор поддержки не ответил на обращение.", "support"],
    ["Купил в магазине на углу.", "purchase"],
    ["Просто так.", undefined],
  ])("places in the journey: %s", async (text, touchpoint) => {
    expect((await labelOf(text)).touchpoint).toBe(touchpoint);
  });

  it.each([
    ["gratitude", "Спасибо большое за помощь!"],
    ["joy", "Обожаю этот магазин, восторг!"],
    ["anger", "Хамство! Бесит такое отношение!"],
    ["disappointment", "К сожалению, разочарована покупкой."],
    ["confusion", "Не понимаю, как это включить."],
    ["neutral", "Купил в субботу."],
    ["anger", "I hate this, absolutely ridiculous!"],
    ["gratitude", "Thank you for the help!"],
  ])("hears %s in: %s", async (emotion, text) => {
    expect((await labelOf(text)).emotion.is).toBe(emotion);
  });
});

describe("other languages", () => {
  it.each([
    ["kk", "Өте жақсы 👍", "positive"],
    ["de", "Das ist sehr schlecht 😡", "negative"],
    ["uk", "Дуже добре, дякую, що є доставка ❤", "positive"],
  ])("counts the signs of a text in %s", async (language, text, is) => {
    expect(await labelOf(text)).toMatchObject({ language, sentiment: { is } });
  });

  it("is neutral and unsure of words that it cannot read", async () => {
    const { language, sentiment } = await labelOf("Bardzo szybko przyszło, polecam.");
    expect(language).toBe("pl");
    expect(sentiment.is).toBe("neutral");
    expect(sentiment.confidence).toBeLessThan(0.5);
  });

  it("counts the stars of a text that it cannot read", async () => {
    expect((await labelOf("Das ist nicht gut.", stars(1))).sentiment.is).toBe("negative");
  });

  it("takes the network's word for a language that it cannot tell", async () => {
    expect((await labelOf("👍", { language: "fr-CA" })).language).toBe("fr");
  });
});
