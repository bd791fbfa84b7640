import { createHash } from "node:crypto";
import { dictionary } from "@otklik/aws/dictionary";
import { packJson, unpackJson } from "@otklik/aws/packed-json";
import type { JsonMap } from "@otklik/core/json";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const review = {
  t: "Заказ пришёл быстро, но крышка протекла, и половина шампуня вытекла в пакет. ".repeat(5),
};

describe("JSON packed for a row", () => {
  it("comes back as it was, whatever it holds", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue()), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as JsonMap;
        expect(unpackJson(packJson(plain))).toEqual(plain);
      }),
    );
  });

  it("is read as well from a stream's event, where bytes stand in base 64", () => {
    const { B } = packJson(review);
    const inEvent = { B: Buffer.from(B as Uint8Array).toString("base64") } as never;
    expect(unpackJson(inEvent)).toEqual(review);
  });

  it("is read as it was kept before there was a dictionary", () => {
    expect(unpackJson({ S: JSON.stringify(review) })).toEqual(review);
  });

  it("stays readable while it is short", () => {
    expect(packJson({ n: 1 })).toEqual({ S: '{"n":1}' });
  });

  it("is a third shorter even for one sentence", () => {
    const text = JSON.stringify({
      t: "Не ожидала такого. Продавец прислал чужой артикул, на звонки никто не отвечает.",
    });
    const { B } = packJson(JSON.parse(text) as JsonMap);
    expect(B?.length).toBeLessThan((Buffer.byteLength(text) * 2) / 3);
  });

  it("says so when a newer version packed it", () => {
    expect(() => unpackJson({ B: Buffer.of(9, 1, 2, 3) })).toThrow("dictionary 9");
  });

  it("is packed with the same dictionary for ever", () => {
    expect(createHash("sha256").update(dictionary).digest("hex").slice(0, 16)).toBe("814fc213115e9ccc");
  });
});
