import { formatsOf } from "@otklik/words";
import { describe, expect, it } from "vitest";
import { inTongue, sentence } from "../../web/src/in-tongue.ts";

const told = { ru: "Ответ отклонили.", en: "It was rejected." };
const russian = { language: "ru" as const, formats: formatsOf("ru") };
const english = { language: "en" as const, formats: formatsOf("en") };

describe("inTongue", () => {
  it("speaks the person's language", () => {
    expect([inTongue(told, russian), inTongue(told, english)]).toEqual([told.ru, told.en]);
  });

  it("leaves a network's own words as they came", () => {
    expect(inTongue("ссылки в ответе", english)).toBe("ссылки в ответе");
  });
});

describe("sentence", () => {
  it("quotes a network's own words among ours", () => {
    expect([sentence(told, russian), sentence("no links", russian)]).toEqual([told.ru, "«no links»."]);
  });
});
