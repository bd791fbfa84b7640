import { SSMClient } from "@aws-sdk/client-ssm";
import { readParameters } from "@otklik/aws/parameters";
import { type RunningStandIn, startJsonService } from "@otklik/aws-local/json-service";
import { afterAll, beforeAll, expect, it } from "vitest";
import { client } from "../support/aws/client.ts";

const kept = ["openai-key=sk-demo", "a=1", "b=2", "c=3"];
let server: RunningStandIn;
let ssm: SSMClient;
const asked: Record<string, unknown>[] = [];

beforeAll(async () => {
  server = await startJsonService({
    // Two at a time, and none under another path: what GetParametersByPath promises.
    GetParametersByPath: (input) => {
      asked.push(input);
      const from = Number(input.NextToken ?? 0);
      const all = input.Path === "/otklik/test" ? kept : [];
      const Parameters = all.slice(from, from + 2).map((pair) => {
        const [name, Value] = pair.split("=");
        return { Name: `${input.Path}/${name}`, Value, Type: "SecureString" };
      });
      return { body: { Parameters, ...(from + 2 < all.length ? { NextToken: String(from + 2) } : {}) } };
    },
  });
  ssm = new SSMClient(client(server.url));
});
afterAll(async () => {
  ssm.destroy();
  await server.close();
});

it("reads every page below the prefix, by the names without it", async () => {
  const found = await readParameters(ssm, "/otklik/test");
  expect([...found]).toEqual([
    ["openai-key", "sk-demo"],
    ["a", "1"],
    ["b", "2"],
    ["c", "3"],
  ]);
});

it("takes a prefix with or without its slashes, and asks for the values decrypted", async () => {
  asked.length = 0;
  expect((await readParameters(ssm, "otklik/test/")).get("openai-key")).toBe("sk-demo");
  expect(asked.map(({ Path, WithDecryption }) => [Path, WithDecryption])).toContainEqual([
    "/otklik/test",
    true,
  ]);
});

it("finds nothing where nothing was kept", async () => {
  expect([...(await readParameters(ssm, "/otklik/other"))]).toEqual([]);
});
