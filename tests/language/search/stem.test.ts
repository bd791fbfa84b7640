import { stem } from "@otklik/language/search/stem";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const alike = [
  "пришла пришел пришли придет прийти пришедший",
  "нашел нашла найдет найти нашлась",
  "доставка доставки доставкой доставок",
  "доставили доставлен доставлена доставить доставлю",
  "отзыв отзывы отзывов отзывами",
  "протекла протек протекает протечет",
  "помог помогла поможет помочь",
  "работает работал работала работать работающий",
  "сломался сломалась сломан сломанный сломали",
  "заказ заказы заказал заказала заказывали",
  "купил купила куплю купленный",
  "решили решить решение решена",
  "обслуживание обслуживания обслуживают",
  "рекомендую рекомендовал рекомендует",
  "возврат возврата возвратом",
  "обмен обмена обменять",
  "продавец продавца продавцы",
  "кровать кровати кроватью",
  "персонал персонала персоналу",
  "деньги денег деньгами",
  "день дня дней дни",
  "цена цены ценой цене",
  "время времени временем",
  "рубль рублей руб",
  "дорого дорогой дорогая",
  "ждали ждал ждать жду",
  "скорость скорости скоростью",
  "delivered delivery deliveries deliver",
  "leaking leaked leaks leak",
  "stopped stopping stops stop",
  "charged charging charges charge",
  "cancelled cancel cancellation",
  "recommend recommended recommendation",
  "boxes box",
];
const apart = [
  "кот который",
  "мука мыло",
  "цена ценник",
  "обмен обман",
  "приход прийти",
  "день деньги",
  "сто стоимость",
  "зашел нашел",
  "вопрос вопреки",
  "store story",
  "delivery delay",
  "leak lead",
];

describe("the stem", () => {
  it.each(alike)("is one for %s", (words) => {
    expect(new Set(words.split(" ").map(stem)).size).toBe(1);
  });

  it.each(apart)("differs between %s", (words) => {
    const stems = words.split(" ").map(stem);
    expect(new Set(stems).size).toBe(stems.length);
  });

  it.each(["не", "iphone15", "日本語", "ok", "straße"])("of %s is the word itself", (word) => {
    expect(stem(word)).toBe(word);
  });

  it("is never empty and never longer than the word by more than its changed letters", () => {
    const word = fc.string({
      unit: fc.constantFrom(..."абвгдежзийклмнопрстуфхцчшщъыьэюя"),
      minLength: 1,
      maxLength: 14,
    });
    const english = fc.string({
      unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"),
      minLength: 1,
      maxLength: 14,
    });
    fc.assert(
      fc.property(fc.oneof(word, english), (drawn) => {
        expect(stem(drawn).length).toBeGreaterThan(0);
        expect(stem(drawn).length).toBeLessThanOrEqual(drawn.length + 1);
      }),
    );
  });
});
