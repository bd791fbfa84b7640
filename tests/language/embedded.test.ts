import type { Label, UrgencyReason } from "@otklik/core/label/label";
import type { Labelled } from "@otklik/core/label/labeler";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { describe, expect, it } from "vitest";
import { describeLabeler } from "../contracts/labeler.ts";
import { sentences } from "./embedded-sentences.ts";

describeLabeler("the embedded labeler", embeddedLabeler);

const labelOf = async (text: string, more: Partial<Labelled> = {}): Promise<Label> => {
  const [outcome] = await embeddedLabeler().label([{ kind: "review", text, ...more }], {
    workspaceId: "test",
  });
  if (!outcome || !("label" in outcome)) throw new Error("No label.");
  return outcome.label;
};
const stars = (given: number, outOf = 5): Partial<Labelled> => ({ rating: { stars: given, outOf } });

describe("sentiment of words", () => {
  it.each(sentences)("is %s: %s", async (is, text) => {
    expect((await labelOf(text)).sentiment.is).toBe(is);
  });

  it("is surer of many words than of one", async () => {
    const one = await labelOf("Хорошо.");
    const many = await labelOf("Отлично! Очень вкусно, персонал вежливый, всем советую, спасибо!");
    expect(many.sentiment.confidence).toBeGreaterThan(one.sentiment.confidence);
  });

  it("reads letters of another alphabet that look alike", async () => {
    expect((await labelOf("Oтлично, вcё oчeнь нpaвитcя")).sentiment.is).toBe("positive");
  });

  it.each([
    ["positive", ")))"],
    ["negative", "((("],
    ["positive", "😍"],
    ["negative", "👎"],
  ])("is %s for a lone %s", async (is, text) => {
    expect((await labelOf(text)).sentiment.is).toBe(is);
  });

  it("takes brackets around words for no smiley", async () => {
    expect((await labelOf("Купил вчера (в магазине на углу), самовывоз.")).sentiment.is).toBe("neutral");
  });

  it("reads the title with the text", async () => {
    expect((await labelOf("Купили в субботу.", { title: "Ужасно" })).sentiment.is).toBe("negative");
  });
});

describe("sentiment with stars", () => {
  it("is mixed where the words complain under five stars", async () => {
    expect((await labelOf("Курьер нахамил.", stars(5))).sentiment.is).toBe("mixed");
  });

  it("is mixed where the words praise under one star", async () => {
    expect((await labelOf("Отличный чайник, очень доволен!", stars(1))).sentiment.is).toBe("mixed");
  });

  it("follows the stars where the words take no side", async () => {
    expect((await labelOf("Купил вчера вечером.", stars(1))).sentiment.is).toBe("negative");
  });

  it("forgives a small complaint under five stars", async () => {
    expect((await labelOf("Очень вкусно, хотя дороговато.", stars(5))).sentiment.is).toBe("positive");
  });

  it("follows clear words under three stars", async () => {
    expect((await labelOf("Ужасное качество, сломался.", stars(3))).sentiment.is).toBe("negative");
  });

  it("is surer where words and stars agree", async () => {
    const both = await labelOf("Хорошо.", stars(5));
    expect(both.sentiment.confidence).toBeGreaterThan((await labelOf("Хорошо.")).sentiment.confidence);
  });

  it.each([
    ["negative", 4],
    ["neutral", 6],
    ["positive", 8],
  ])("reads other scales too: %s for %i of 10", async (is, given) => {
    expect((await labelOf("", stars(given, 10))).sentiment.is).toBe(is);
  });

  it("takes a verdict where there are no stars", async () => {
    const label = await labelOf("", { verdict: "not-recommended" });
    expect(label).toMatchObject({ by: "stars", sentiment: { is: "negative" } });
  });
});

describe("pros and cons", () => {
  it.each(["нет", "Не обнаружил", "пока не выявлено", "Недостатков нет", "none so far", "n/a", "—"])(
    "cons of %j are no complaint",
    async (cons) => {
      expect((await labelOf("", { pros: "Удобная ручка", cons })).sentiment.is).toBe("positive");
    },
  );

  it("cons that name something are a complaint", async () => {
    expect((await labelOf("", { cons: "Крышка не держит воду, протекает" })).sentiment.is).toBe("negative");
  });

  it("pros of nothing are a complaint", async () => {
    expect((await labelOf("", { pros: "нет", cons: "Сломался за день" })).sentiment.is).toBe("negative");
  });

  it("clear pros with clear cons are mixed", async () => {
    const label = await labelOf("", { pros: "Отличный звук", cons: "Ужасная упаковка" });
    expect(label.sentiment.is).toBe("mixed");
  });
});

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
