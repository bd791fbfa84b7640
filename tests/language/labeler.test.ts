import { labelerFrom } from "@otklik/language/labeler";
import { describe, expect, it } from "vitest";
import { countedPurse, march } from "./asked.ts";
import { openChatServer } from "./chat-server.ts";

const base = {
  purse: countedPurse(),
  monthlyUsd: 10,
  labeling: async () => ({ asks: "always" as const }),
  now: () => march,
};

describe("labelerFrom", () => {
  it.each([undefined, ""])("is the embedded labeler without a key (%j)", (openaiKey) => {
    expect(labelerFrom({ ...base, openaiKey }).name).toBe("embedded-7");
  });

  it("is the model with a key", () => {
    expect(labelerFrom({ ...base, openaiKey: "sk-test" }).name).toBe("gpt-4.1-mini");
  });

  it("takes another model with its prices", () => {
    const prices = { input: 2, cachedInput: 0.5, output: 8 };
    expect(labelerFrom({ ...base, openaiKey: "sk-test", openaiModel: "gpt-4.1", prices }).name).toBe(
      "gpt-4.1",
    );
  });

  it("refuses a model whose prices nobody gave", () => {
    expect(() => labelerFrom({ ...base, openaiKey: "sk-test", openaiModel: "other" })).toThrow(
      'The prices of the model "other" are not known',
    );
  });

  it("falls back to the embedded labeler", async () => {
    const server = await openChatServer();
    server.will((_, answer) => answer.fail(401));
    const labeler = labelerFrom({ ...base, openaiKey: "sk-test", openaiBaseUrl: server.baseUrl });
    const outcomes = await labeler.label([{ kind: "review", text: "Отлично!" }], { workspaceId: "w" });
    await server.close();
    expect(outcomes).toMatchObject([{ label: { by: "embedded-7", sentiment: { is: "positive" } } }]);
  });
});
