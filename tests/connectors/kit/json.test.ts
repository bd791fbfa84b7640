import { parseJson, readJson } from "@otklik/connectors/kit/json";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const network = "Demo";

describe("parseJson", () => {
  it("keeps every digit of an id past 2^53", () => {
    expect(parseJson('{"id":9007199254740993,"list":[-12345678901234567890]}')).toEqual({
      id: "9007199254740993",
      list: ["-12345678901234567890"],
    });
  });

  it("leaves all other numbers numbers", () => {
    expect(parseJson("[9007199254740991, 1e20, 1.5, -0.25]")).toEqual([9007199254740991, 1e20, 1.5, -0.25]);
  });

  it("loses no digit of any whole number", () => {
    fc.assert(
      fc.property(fc.bigInt(), (number) => {
        expect(String(parseJson(String(number)))).toBe(String(number));
      }),
    );
  });
});

describe("readJson", () => {
  it("reads an answer", async () => {
    expect(await readJson(Response.json({ reviews: [] }), { network })).toEqual({ reviews: [] });
  });

  it.each([
    ["<!doctype html><p>Are you a robot?", "a web page"],
    ['{"reviews": [', "broken JSON"],
    ["", "an empty answer"],
  ])("takes %j for a network that has changed", async (body, what) => {
    await expect(readJson(new Response(body), { network })).rejects.toMatchObject({
      kind: "changed",
      message: expect.stringContaining(`Demo sent ${what}`),
    });
  });

  it("refuses to read on past the limit", async () => {
    await expect(readJson(new Response("[1,2,3,4,5]"), { network, maxBytes: 5 })).rejects.toMatchObject({
      code: "too-large",
    });
  });
});
