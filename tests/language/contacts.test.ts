import { contactsIn } from "@otklik/language/label/contacts";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { describe, expect, it } from "vitest";

const found = (text: string) =>
  contactsIn([{ in: "text", text }]).map(({ is, from, to }) => [is, text.slice(from, to)]);

describe("contactsIn", () => {
  it.each([
    ["phone", "наберите 8 (903) 000-12-34 вечером", "8 (903) 000-12-34"],
    ["phone", "call +44 20 7946 0000.", "+44 20 7946 0000"],
    ["phone", "тел. 123-45-67", "123-45-67"],
    ["email", "пишите на anna.p+shop@pochta.example, жду", "anna.p+shop@pochta.example"],
    ["email", "anna (собака) pochta.example", "anna (собака) pochta.example"],
    ["handle", "мой ник @anna_testova.", "@anna_testova"],
    ["link", "я здесь: https://t.me/anna_testova!", "https://t.me/anna_testova"],
    ["card", "верните на 4111-1111-1111-1111", "4111-1111-1111-1111"],
  ])("cuts out a %s to the letter: %s", (is, text, words) => {
    expect(found(text)).toEqual([[is, words]]);
  });

  it.each([
    "Заказ 89031234567 не приехал",
    "цена 12 990 руб, была 15 990",
    "штрихкод 4600000000008",
    "карта 4111 1111 1111 1112 не проходит",
    "звонил на 8 800 000 00 00",
    "10.11.2025 и 22.11.2026",
    "your official page @shop_testov is silent",
  ])("takes for none: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("finds a contact that stands alone, where there are no words to read", async () => {
    const [outcome] = await embeddedLabeler().label(
      [{ kind: "comment", text: "https://t.me/anna_testova" }],
      {
        workspaceId: "test",
      },
    );
    expect(outcome).toMatchObject({ label: { contacts: [{ is: "link", in: "text", from: 0, to: 25 }] } });
  });

  it.each([
    "1 ".repeat(10_000),
    "a@".repeat(10_000),
    "@a ".repeat(7_000),
    "(собака) ".repeat(2_000),
    "+7".repeat(10_000),
  ])("takes time in proportion to the text (case %#)", (text) => {
    const startedAt = performance.now();
    contactsIn([{ in: "text", text }]);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
