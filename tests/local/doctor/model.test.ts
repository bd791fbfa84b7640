import { readConfig } from "@otklik/local/config";
import { examineModel } from "@otklik/local/doctor/configuration";
import { describe, expect, it } from "vitest";

const told = (environment: Record<string, string>) => {
  const { is, found, todo = "" } = { todo: "", ...examineModel(readConfig(environment)) };
  return [is, `${found} ${todo}`];
};
const key = { OPENAI_API_KEY: "sk-secret" };
const own = { OPENAI_BASE_URL: "http://10.0.0.5:8000/v1", OTKLIK_OPENAI_MODEL: "own" };

describe("of the model the doctor says", () => {
  it.each<[string, Record<string, string>, string, RegExp]>([
    ["what a key would add", {}, "note", /embedded labeler.*OPENAI_API_KEY/],
    ["that the key is missing", own, "note", /model that is set.*OPENAI_API_KEY/],
    ["which one is asked and for how much", key, "fine", /gpt-4\.1-mini at api\.openai\.com.*\$20 a month/],
    ["what to do where its prices are not known", { ...key, ...own }, "act", /OTKLIK_OPENAI_PRICES/],
    [
      "where one's own is",
      { ...key, ...own, OTKLIK_OPENAI_PRICES: "0,0,0" },
      "fine",
      /own at 10\.0\.0\.5:8000/,
    ],
  ])("%s", (_, environment, is, words) => {
    const [said, all] = told(environment);
    expect(said).toBe(is);
    expect(all).toMatch(words);
    expect(all).not.toContain("sk-secret");
  });
});
