import { fillTemplate } from "@otklik/lint";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const plain = fc.string({ unit: "grapheme" }).filter((text) => !/[{}]/.test(text));

describe("fillTemplate", () => {
  it("puts values in the place of their variables", () => {
    expect(
      fillTemplate("Здравствуйте, {{author}}! {{ product }} скоро будет.", {
        author: "Анна",
        product: "Чайник",
      }),
    ).toEqual({ text: "Здравствуйте, Анна! Чайник скоро будет.", unfilled: [] });
  });

  it("takes the fallback where there is no value", () => {
    expect(fillTemplate("Здравствуйте, {{author|покупатель}}!", {}).text).toBe("Здравствуйте, покупатель!");
  });

  it("takes the fallback where the value is only spaces", () => {
    expect(fillTemplate("{{author|покупатель}}", { author: "  " }).text).toBe("покупатель");
  });

  it("leaves a variable without a value in sight and names it once", () => {
    expect(fillTemplate("{{ location }}, {{location}}", {})).toEqual({
      text: "{{location}}, {{location}}",
      unfilled: ["location"],
    });
  });

  it("does not read a customer's name as a template", () => {
    expect(fillTemplate("{{author}}", { author: "{{product}}", product: "Чайник" }).text).toBe("{{product}}");
  });

  it("does not take a value from the prototype", () => {
    expect(fillTemplate("{{constructor}}", {}).unfilled).toEqual(["constructor"]);
  });

  it("changes nothing in a text without variables", () => {
    fc.assert(
      fc.property(plain, (text) => {
        expect(fillTemplate(text, { author: "Анна" })).toEqual({ text, unfilled: [] });
      }),
    );
  });

  it("keeps all that stands around a variable", () => {
    fc.assert(
      fc.property(plain, plain, (before, after) => {
        expect(fillTemplate(`${before}{{author}}${after}`, { author: "Анна" }).text).toBe(
          `${before}Анна${after}`,
        );
      }),
    );
  });
});
