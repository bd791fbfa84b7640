import { readEnvironment, readSettings } from "@otklik/aws/config";
import { queueNames } from "@otklik/core/ports";
import { describe, expect, it } from "vitest";

const address = "https://sqs.eu-central-1.amazonaws.com/111122223333/otklik";
const given = {
  OTKLIK_TABLE: "otklik",
  OTKLIK_BUCKET: "otklik-blobs",
  OTKLIK_KMS_KEY: "arn:aws:kms:eu-central-1:111122223333:key/1",
  OTKLIK_QUEUES: JSON.stringify(Object.fromEntries(queueNames.map((name) => [name, `${address}-${name}`]))),
  OTKLIK_PUBLIC_URL: "https://otklik.example.com",
  OTKLIK_SSM: "/otklik/production",
};

describe("a function's environment", () => {
  it("is what the stack has set", () => {
    const read = readEnvironment(given);
    expect(read.OTKLIK_QUEUES.pull).toBe(`${address}-pull`);
    expect(read.OTKLIK_MAIL_FROM).toBeUndefined();
  });

  it.each([
    ["OTKLIK_TABLE", { OTKLIK_TABLE: undefined }],
    ["OTKLIK_QUEUES", { OTKLIK_QUEUES: "{broken" }],
    ["OTKLIK_QUEUES.label", { OTKLIK_QUEUES: JSON.stringify({ pull: address }) }],
    ["OTKLIK_PUBLIC_URL", { OTKLIK_PUBLIC_URL: "otklik.example.com" }],
  ])("names %s where it cannot be used", (name, change) => {
    expect(() => readEnvironment({ ...given, ...change })).toThrow(`environment variable ${name} cannot`);
  });
});

describe("the operator's parameters", () => {
  it("may all be absent", () => {
    expect(readSettings(new Map())).toEqual({ "openai-budget": 20 });
  });

  it("name another server and model with its prices", () => {
    const own = new Map([
      ["openai-base-url", "https://models.example/v1"],
      ["openai-model", "own"],
      ["openai-prices", "0.4,0.1,1.6"],
    ]);
    expect(readSettings(own)).toEqual({
      "openai-base-url": "https://models.example/v1",
      "openai-model": "own",
      "openai-prices": { input: 0.4, cachedInput: 0.1, output: 1.6 },
      "openai-budget": 20,
    });
  });

  it("name the one that cannot be used, and say nothing of what it holds", () => {
    const broken = new Map([["openai-budget", "sk-secret"]]);
    expect(() => readSettings(broken)).toThrow("openai-budget");
    expect(() => readSettings(broken)).not.toThrow("sk-secret");
  });
});
