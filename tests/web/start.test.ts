import { describe, expect, it } from "vitest";
import { settingsFields, settingsOf } from "../../web/src/screens/connect/settings-fields.ts";
import { tokenIn } from "../../web/src/screens/sign-in/token.ts";
import { tableText } from "../../web/src/screens/sources/table-text.ts";
import { wantsRenewal } from "../../web/src/screens/sources/wants-renewal.ts";

describe("settingsFields", () => {
  const titled = { ru: "Сообщество", en: "Community" };
  const schema = {
    type: "object",
    properties: {
      group: { type: "string", title: titled, description: "As in its address" },
      depth: { type: "integer" },
      zone: { type: "string", default: "UTC" },
      isLoud: { type: "boolean", title: "Loud", default: false },
      order: { enum: ["new", "old"], default: "new" },
      kind: { anyOf: [{ const: "wall", title: titled }, { const: "board" }] },
      words: { type: "array", items: { type: "string" } },
      nested: { type: "object" },
    },
    required: ["group", "depth", "zone", "nested"],
  };
  const fields = settingsFields(schema);

  it("draws what fits a field, and asks for what is required and has no default", () => {
    expect(fields.map(({ name, is, isRequired }) => [name, is, isRequired])).toEqual([
      ["group", "text", true],
      ["depth", "number", true],
      ["zone", "text", false],
      ["isLoud", "boolean", false],
      ["order", "choice", false],
      ["kind", "choice", false],
      ["words", "list", false],
    ]);
  });

  it("keeps titles in both languages, and a field's own name where it has none", () => {
    expect(fields[0]).toMatchObject({ title: titled, hint: "As in its address" });
    expect(fields[1]?.title).toBe("depth");
    expect(fields[5]?.choices).toEqual([
      { value: "wall", title: titled },
      { value: "board", title: "board" },
    ]);
  });

  it("asks for nothing where the schema wants nothing", () => {
    expect([settingsFields({ type: "object", properties: {} }), settingsFields(undefined)]).toEqual([[], []]);
  });

  it("gives what was typed as the schema wants it, and leaves out what was left empty", () => {
    const typed = { group: " demo ", depth: "3", isLoud: "true", kind: "", words: "one\n\n two \n" };
    expect(settingsOf(fields, typed)).toEqual({
      ...{ group: "demo", depth: 3, zone: "UTC", isLoud: true, order: "new", words: ["one", "two"] },
    });
  });
});

describe("tableText", () => {
  it("reads what Excel writes, also in Russia", () => {
    const russian = new Uint8Array([0xcc, 0xfb, 0xeb, 0xee]);
    expect(tableText(russian.buffer)).toBe("Мыло");
    expect(tableText(new TextEncoder().encode("Мыло").buffer)).toBe("Мыло");
  });
});

describe("wantsRenewal", () => {
  const now = new Date("2026-11-20T12:00:00Z");
  const ends = (day: string) => ({ sources: 1, expiresAt: `2026-12-${day}T12:00:00Z` });
  it("begins two weeks before the end, when people are warned first, and only where a source would suffer", () => {
    expect(
      [ends("05"), ends("04"), { ...ends("01"), sources: 0 }].map((one) => wantsRenewal(one, now)),
    ).toEqual([false, true, false]);
  });
});

describe("tokenIn", () => {
  it("reads the token from the fragment, which no server sees", () => {
    expect([tokenIn("#token=abc_1"), tokenIn(""), tokenIn("#other=1")]).toEqual(["abc_1", null, null]);
  });
});
