import { describe, expect, it } from "vitest";
import { tokenIn } from "../../web/src/screens/sign-in/token.ts";
import { settingsFields, settingsOf } from "../../web/src/screens/start/settings-fields.ts";

describe("settingsFields", () => {
  const schema = {
    type: "object",
    properties: {
      group: { type: "string", title: "Community" },
      depth: { type: "integer" },
      zone: { type: "string", default: "UTC" },
      note: { type: "string" },
      nested: { type: "object" },
    },
    required: ["group", "depth", "zone", "nested"],
  };

  it("asks for what is required, has no default and fits a field", () => {
    expect(settingsFields(schema)).toEqual([
      { name: "group", title: "Community", isNumber: false },
      { name: "depth", title: "depth", isNumber: true },
    ]);
  });

  it("asks for nothing where the schema wants nothing", () => {
    expect([settingsFields({ type: "object", properties: {} }), settingsFields(undefined)]).toEqual([[], []]);
  });

  it("gives numbers as numbers", () => {
    expect(settingsOf(settingsFields(schema), { group: " demo ", depth: "3" })).toEqual({
      group: "demo",
      depth: 3,
    });
  });
});

describe("tokenIn", () => {
  it("reads the token from the fragment, which no server sees", () => {
    expect([tokenIn("#token=abc_1"), tokenIn(""), tokenIn("#other=1")]).toEqual(["abc_1", null, null]);
  });
});
