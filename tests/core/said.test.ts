import { bothTongues, inTongue, Told } from "@otklik/core/said";
import { describe, expect, it } from "vitest";

const said = { ru: "Файл пуст.", en: "The file is empty." };

describe("what is told", () => {
  it("is read in either language", () => {
    expect([inTongue(said, "ru"), inTongue(said, "en")]).toEqual([said.ru, said.en]);
  });

  it("is the same in both where it came as one string", () => {
    expect(bothTongues("no links")).toEqual({ ru: "no links", en: "no links" });
  });

  it("is kept in both forms, and not with one tongue missing", () => {
    expect([Told.parse(said), Told.parse("no links")]).toEqual([said, "no links"]);
    expect(Told.safeParse({ en: "The file is empty." }).success).toBe(false);
  });
});
