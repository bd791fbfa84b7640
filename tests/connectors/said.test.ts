import { webPage } from "@otklik/connectors/web-page/index";
import { wildberries } from "@otklik/connectors/wildberries/index";
import type { Connector, Tools } from "@otklik/core/connector";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import type { Said } from "@otklik/core/said";
import { describe, expect, it } from "vitest";
import { testTools } from "../support/tools.ts";
import { recogniseFile } from "./file/stored-files.ts";

const now = new Date("2025-01-01T12:00:00Z");
const answering = (status: number, body = "", type = "text/html"): Tools =>
  testTools({
    http: async () => new Response(body, { status, headers: { "content-type": type } }),
    now: () => now,
  });

/** What a person is told when this fails. */
async function saidOf(failing: Promise<unknown> | undefined): Promise<Said> {
  const error = await Promise.resolve(failing).catch((thrown: unknown) => thrown);
  if (error instanceof Refusal || error instanceof NetworkFault) return error.said;
  throw new Error("it did not fail in words", { cause: error });
}

const look = (tools: Tools) =>
  saidOf(webPage.recognise?.({ link: new URL("https://shop.example/reviews?page=7") }, tools));
const check = (network: Connector, tools: Tools) =>
  saidOf(network.check?.({ id: "demo", credentials: { token: "demo-token" } }, {}, tools));

describe.each([
  ["a page that is not there", () => look(answering(404)), ["shop.example", "404"]],
  ["a page that is closed", () => look(answering(403)), ["shop.example", "403"]],
  ["a page whose server is out of order", () => look(answering(503)), ["shop.example", "503"]],
  ["a page without markup", () => look(answering(200, "<p>Demo</p>")), ["shop.example", "schema.org"]],
  ["a file in a page's place", () => look(answering(200, "%PDF", "application/pdf")), ["application/pdf"]],
  ["an old workbook", () => saidOf(recogniseFile(Buffer.from("d0cf11e0a1b11ae1", "hex"))), [".xls", "CSV"]],
  ["an empty file", () => saidOf(recogniseFile(" ")), []],
  ["a damaged workbook", () => saidOf(recogniseFile(Buffer.from("504b0304", "hex"))), []],
  ["a token turned down", () => check(wildberries, answering(401)), ["Wildberries", "401"]],
  ["a network out of order", () => check(wildberries, answering(502)), ["Wildberries", "502"]],
])("%s", (_, failing, named) => {
  it("is told in Russian and in English, naming the same", async () => {
    const { ru, en } = await failing();
    expect(ru).toMatch(/\p{Script=Cyrillic}/u);
    expect(en).not.toMatch(/\p{Script=Cyrillic}/u);
    for (const name of named)
      expect([ru, en]).toEqual([expect.stringContaining(name), expect.stringContaining(name)]);
  });
});
