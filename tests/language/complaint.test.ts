import type { Label } from "@otklik/core/label/label";
import type { Labelled } from "@otklik/core/label/labeler";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { describe, expect, it } from "vitest";

const labelOf = async (mention: Partial<Labelled>): Promise<Label> => {
  const [outcome] = await embeddedLabeler().label([{ kind: "review", text: "", ...mention }], {
    workspaceId: "w",
  });
  if (!outcome || !("label" in outcome)) throw new Error("No label.");
  return outcome.label;
};

/** The customer's words behind one part of the label. */
const wordsBehind = ({ evidence }: Label, part: string, mention: Partial<Labelled>): (string | undefined)[] =>
  evidence.filter(({ of }) => of === part).map((span) => mention[span.in]?.slice(span.from, span.to));

const fiveStars = { rating: { stars: 5, outOf: 5 } };

// Sentences of our own making.
const complaining = [
  "Пять звёзд, но курьер нахамил.",
  "Еда вкусная, порции большие, однако ждали мы её полтора часа.",
  "Крем отличный, единственное — дозатор заедает.",
  "Всё понравилось, только упаковка мятая.",
  "Хорошее кафе. Жаль, что нет детского меню.",
  "Приложение удобное, хотелось бы тёмную тему.",
  "Маникюр сделали красиво, хотя администратор опоздала на полчаса.",
  "Врач замечательный, а вот регистратура — кошмар.",
  "Отличный банк, правда комиссия за перевод великовата.",
  "Платье село идеально, но нитки торчат во все стороны.",
  "Кофе супер! Минус — нет розеток у столиков.",
  "Очень довольна, не хватает только инструкции на русском.",
  "Доставили быстро, товар хороший, коробка помята.",
  "Люблю этот магазин, но цены кусаются.",
  "Помада шикарная, но оттенок не тот, что на фото.",
  "В целом всё отлично, но после обновления не приходят уведомления.",
  "Персонал вежливый, чисто, но музыка слишком громкая.",
  "Прекрасный отель, немного шумно ночью.",
  "Спасибо за работу! Исправьте, пожалуйста, вход по отпечатку.",
  "Хороший телефон, но батарея садится за полдня.",
  "Торт изумительный, зато девушка на кассе грубила.",
  "Тушь хорошая, правда к вечеру осыпается.",
  "Сервис на высоте, но подождать пришлось.",
  "Шампунь приятно пахнет, волосы мягкие. Минус: крышка сломалась сразу.",
  "Отличная клиника, но записаться к терапевту нереально.",
  "Five stars, but the courier was rude.",
  "Great coffee and lovely staff, although we waited forty minutes.",
  "Love the app, I just wish it had a dark mode.",
  "The dress is gorgeous; the only downside is the zipper.",
  "Everything was perfect except the soup, which came cold.",
  "Good bank overall. Would be nice if transfers didn't take three days.",
  "Excellent dentist, however the receptionist kept us waiting.",
  "Works great! My one complaint is the short cable.",
  "Nice hotel but a bit noisy at night.",
  "Amazing lipstick, though it smudges after an hour.",
  "Friendly service, tasty food, tiny portions.",
  "I really like it. Too bad there is no manual in the box.",
  "Beautiful bag, but one of the seams came undone.",
  "Best pizza in town, only the delivery fee is too high.",
  "So happy with it, please fix the login though.",
  "Great phone, battery could be better.",
  "Super cute but smaller than it looks in the pictures.",
  "The doctor was wonderful, the parking lot was a nightmare.",
  "Very good service, they forgot my dessert though.",
  "Solid app, needs more languages.",
];
const praising = [
  "Ни одного минуса.",
  "Не могу придраться, всё отлично!",
  "Не могу ни к чему придраться, всё прекрасно!",
  "Ни одного минуса не нашла, рекомендую.",
  "Жаль, что не купила раньше!",
  "Не хватает слов, чтобы выразить восторг.",
  "Минусов нет, одни плюсы.",
  "Всё отлично, без нареканий.",
  "Ни разу не подвело, ни одного сбоя за год.",
  "Недостатков не обнаружено.",
  "Думала, будет хуже, но очень довольна.",
  "Сначала сомневалась, но крем оказался чудесным.",
  "Не только красиво, но и удобно.",
  "Единственная клиника, которой я доверяю.",
  "Раньше зависало, теперь всё летает, спасибо!",
  "Ничего лишнего, просто и вкусно.",
  "Ждать не пришлось, обслужили сразу.",
  "Не пожалела ни рубля.",
  "Лучше не бывает!",
  "Не дорого и вкусно.",
  "Никаких проблем, всё работает.",
  "Тысячу раз спасибо, буду заказывать ещё.",
  "Вкус такой, что не оторваться.",
  "Претензий нет, всё пришло целым.",
  "Очень вкусно, обязательно вернёмся!",
  "Не ожидала, что так понравится.",
  "Хотелось бы поблагодарить мастера Анну за работу.",
  "No complaints whatsoever, would buy again.",
  "Nothing to complain about, it just works.",
  "I wish I had bought it sooner!",
  "Can't fault it, lovely place.",
  "Not a single problem in two years.",
  "Never had an issue with them.",
  "It couldn't be better.",
  "I was worried at first but it turned out great.",
  "Not only cheap but also really good.",
  "You won't regret it.",
  "Can't wait to come back.",
  "Should have bought this years ago.",
  "Zero downsides so far, love it.",
  "The only app I need.",
  "Don't hesitate, it is worth every penny.",
  "Used to crash, now it runs perfectly.",
  "I have no words, simply wonderful.",
  "It never lets me down.",
  "Less expensive than the others and just as good.",
  "Wish you all the best, great team!",
  "Nothing but praise for the staff.",
  "My kids can't stop playing with it.",
  "No complaints.",
  "Nothing to complain about!",
];

describe("a complaint inside praise", () => {
  it.each(complaining)("is heard: %s", async (text) => {
    expect((await labelOf({ text })).complaint).toBe(true);
  });

  it.each(complaining)("is heard under five stars: %s", async (text) => {
    expect((await labelOf({ text, ...fiveStars })).complaint).toBe(true);
  });

  it.each(praising)("is not made up: %s", async (text) => {
    expect((await labelOf({ text })).complaint).toBe(false);
  });
});

describe("five stars, but", () => {
  it.each([
    ["Five stars, but the courier was rude.", "Five stars", "the courier was rude"],
    ["Еда вкусная, но курьер нахамил. Закажу ещё.", "Еда вкусная", "курьер нахамил"],
    ["Great coffee. However, the waiter was rude to us.", "Great coffee", "the waiter was rude to us"],
  ])("is mixed, and both halves are shown: %s", async (text, praise, complaint) => {
    const mention = { text, ...fiveStars };
    const label = await labelOf(mention);
    expect(label).toMatchObject({ complaint: true, sentiment: { is: "mixed" } });
    expect(wordsBehind(label, "sentiment.positive", mention)).toEqual([praise]);
    expect(wordsBehind(label, "sentiment.negative", mention)).toEqual([complaint]);
  });

  it("keeps to the field and to the units of a text with emoji before", async () => {
    const mention = { title: "Отлично 🔥", text: "😍😍 Очень вкусно, но ждали час." };
    const label = await labelOf(mention);
    expect(wordsBehind(label, "sentiment.negative", mention)).toEqual(["ждали час"]);
  });
});

describe("pros and cons", () => {
  it.each([
    { pros: "Тихий, красивый", cons: "Короткий шнур" },
    { pros: "Light and quiet", cons: "Lid" },
    { text: "Достоинства: лёгкий. Недостатки: крышка" },
    { text: "Плюсы: вкус, цена. Минусы: упаковка рвётся" },
    { text: "Pros: light. Cons: loud lid. Comment: I like it" },
  ])("complain by what stands among the cons (case %#)", async (mention) => {
    expect((await labelOf(mention)).complaint).toBe(true);
  });

  it.each([
    { pros: "Тихий, красивый", cons: "нет" },
    { pros: "Тихий, красивый", cons: "Не обнаружила" },
    { pros: "Тихий, красивый", cons: "Минусов нет, только плюсы" },
    { pros: "Light and quiet", cons: "None so far" },
    { pros: "Light and quiet", cons: "no cons at all" },
    { text: "Достоинства: лёгкий, удобный. Недостатки: нет. Комментарий: советую" },
    { text: "Достоинства: удобный. Недостатки: всё хорошо" },
    { text: "Pros: light. Cons: none. Comment: I like it" },
  ])("do not complain where the cons are none (case %#)", async (mention) => {
    expect((await labelOf(mention)).complaint).toBe(false);
  });

  it("show the field of cons as evidence", async () => {
    const mention = { pros: "Тихий, красивый", cons: "Короткий шнур" };
    const label = await labelOf(mention);
    expect(label.evidence.find(({ of }) => of === "sentiment.negative")?.in).toBe("cons");
  });
});

describe("other languages", () => {
  it("are not searched for complaints that nobody can read here", async () => {
    expect((await labelOf({ text: "Das Essen war wunderbar und die Bedienung auch" })).complaint).toBe(false);
  });
});
