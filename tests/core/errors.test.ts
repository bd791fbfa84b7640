import { refused } from "@otklik/core/api/request";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import { describe, expect, it } from "vitest";

const said = { ru: "Файл пуст.", en: "The file is empty." };

describe.each([
  ["a refusal", (told: string | typeof said) => new Refusal("unreadable", told)],
  ["a network's fault", (told: string | typeof said) => new NetworkFault("changed", told)],
])("%s", (_, made) => {
  it("speaks both languages, and English to logs and the command line", () => {
    expect([made(said).said, made(said).message]).toEqual([said, said.en]);
  });

  it("says the same in both where it was given one string", () => {
    expect(made("Odd.").said).toEqual({ ru: "Odd.", en: "Odd." });
    expect(made("Odd.").message).toBe("Odd.");
  });
});

describe("the API's answer to a refusal", () => {
  it("carries both tongues beside the code and the detail", () => {
    const answer = refused(new Refusal("conflict", said, { version: 3 }));
    expect(JSON.parse(answer.body)).toEqual({
      error: { code: "conflict", message: said.en, said, detail: { version: 3 } },
    });
  });
});
