import { blot, masked, maskedWords } from "@otklik/core/label/mask";
import { contactsIn } from "@otklik/language/label/contacts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const contactsOf = (text: string) => contactsIn([{ in: "text", text }]);
const phone = { in: "text", is: "phone", from: 6, to: 18 } as const;

describe("masked", () => {
  it("puts a blot in the place of a contact", () => {
    const text = "звони +79000001234 после шести";
    expect(masked(text, "text", contactsOf(text))).toBe(`звони ${blot} после шести`);
  });

  it("leaves a field alone whose contacts stand elsewhere", () => {
    expect(masked("звони мне после шести", "title", [phone])).toBe("звони мне после шести");
  });

  it("covers contacts that overlap with one blot", () => {
    expect(
      masked("a@b.example", "text", [
        { in: "text", is: "email", from: 0, to: 8 },
        { in: "text", is: "link", from: 2, to: 11 },
      ]),
    ).toBe(blot);
  });

  it("masks every field of a mention", () => {
    const contacts = [{ ...phone, in: "cons", from: 0, to: 3 } as const];
    expect(maskedWords({ text: "123", cons: "123 мало" }, contacts)).toMatchObject({
      text: "123",
      cons: `${blot} мало`,
    });
  });

  const span = (text: string) =>
    fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => ({
      in: "text" as const,
      is: "phone" as const,
      from: Math.min(a, b),
      to: Math.max(a, b),
    }));
  const textAndSpans = fc
    .string({ minLength: 1, maxLength: 40 })
    .filter((text) => !text.includes("•"))
    .chain((text) => fc.tuple(fc.constant(text), fc.array(span(text), { maxLength: 5 })));

  it("keeps every letter outside of the contacts and none inside", () => {
    fc.assert(
      fc.property(textAndSpans, ([text, spans]) => {
        const covered = (at: number) => spans.some(({ from, to }) => from <= at && at < to);
        const outside = [...Array(text.length).keys()].filter((at) => !covered(at));
        const kept = outside.map((at) => text[at]).join("");
        expect(masked(text, "text", spans).replaceAll(blot, "")).toBe(kept);
      }),
    );
  });

  const figure = fc.integer({ min: 0, max: 9 });
  const seven = fc.array(figure, { minLength: 7, maxLength: 7 }).map((figures) => figures.join(""));
  const contact = fc.oneof(
    seven.map((tail) => `+7 (903) ${tail.slice(0, 3)}-${tail.slice(3, 5)}-${tail.slice(5)}`),
    seven.map((tail) => `8903${tail}`),
    seven.map((tail) => `+44 7700 ${tail}`),
    fc.stringMatching(/^[a-z][a-z0-9]{2,10}$/).map((name) => `${name}@post.example`),
    fc.stringMatching(/^[a-z][a-z0-9]{4,10}$/).map((name) => `https://t.me/${name}`),
    fc.stringMatching(/^[a-z][a-z0-9]{4,10}$/).map((name) => `телеграм @${name}`),
    fc.constant("4111 1111 1111 1111"),
  );

  it("leaves no contact behind, whatever is written around it", () => {
    fc.assert(
      fc.property(
        fc.array(contact, { maxLength: 3 }),
        fc.constantFrom("пишите", "call me", "жду,"),
        (all, around) => {
          const text = [around, ...all, around].join(`, ${around} `);
          const without = masked(text, "text", contactsOf(text));
          expect(contactsOf(without)).toEqual([]);
          expect(all.filter((one) => without.includes(one.replace("телеграм ", "")))).toEqual([]);
        },
      ),
    );
  });
});
