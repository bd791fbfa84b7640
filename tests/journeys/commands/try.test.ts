import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ended, otklik } from "../../support/command.ts";
import { describeRefusals, triedIn } from "../../support/commands-tried.ts";
import { kettlePage, serveSite } from "../../support/shop-site.ts";

let site: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

const { folder, written, environmentOf, runAlone: run } = triedIn(() => site.host);

describe("try", () => {
  it("prints a page's mentions and the next cursor, and stores nothing", async () => {
    const environment = environmentOf("never-made");
    const ended = await otklik(["try", "web-page", `${site.url}/kettle`], { environment });
    const lines = ended.lines<Record<string, unknown>>();
    expect(lines).toHaveLength(4);
    expect(lines.slice(0, 3)).toMatchObject(Array(3).fill({ mention: { kind: "review" } }));
    expect(lines[3]).toMatchObject({ found: 3, more: false, next: expect.any(String) });
    expect((await otklik(["source", "list", "--json"], { environment })).json()).toEqual([]);
  });

  it("answers from recorded responses instead of the network", async () => {
    const address = "https://shop.example/kettle";
    const head =
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/2 200 \r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n";
    const saved = written("kettle.http", head + readFileSync(kettlePage, "utf8"));
    const ended = await Promise.all(
      [kettlePage, saved].map((recorded) => run("try", "web-page", address, "--recorded", recorded)),
    );
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    expect(ended[0]?.lines()).toHaveLength(4);
    expect(ended[1]?.out).toBe(ended[0]?.out);
  });

  const review = (id: string, change: Record<string, unknown> = {}) => ({
    ...{ id, text: "Крем хороший", pros: "", cons: "", productValuation: 5, userName: "Демо" },
    ...{ createdDate: "2026-11-01T10:00:00Z", answer: null, state: "none", wasViewed: false },
    productDetails: { nmId: 1, imtId: 1, productName: "Крем", supplierArticle: "A1", brandName: "Демо" },
    ...change,
  });
  const listed = (name: string, entries: unknown[]) =>
    JSON.stringify({ data: { [name]: entries, countUnanswered: 0, countArchive: 0 }, error: false });

  it("reads a saved response without any credential, and ends with 1 when an entry cannot be read", async () => {
    const whole = written("whole.json", listed("feedbacks", [review("a"), review("b")]));
    const spoilt = written(
      "spoilt.json",
      listed("feedbacks", [review("a"), review("b", { createdDate: "never" })]),
    );
    const [fine, wrong] = await Promise.all(
      [whole, spoilt].map((file) => run("try", "wildberries", "--recorded", file)),
    );
    const kinds = (ended: Ended | undefined) => ended?.lines<object>().map((line) => Object.keys(line)[0]);
    expect([fine?.code, kinds(fine)]).toEqual([0, ["mention", "mention", "next"]]);
    expect([wrong?.code, kinds(wrong)]).toEqual([1, ["mention", "unreadable", "next"]]);
  });

  it("reads each file of a folder by itself, and says which holds nothing that it knows", async () => {
    const saved = join(folder, "saved");
    mkdirSync(saved);
    writeFileSync(join(saved, "1.json"), listed("feedbacks", [review("a")]));
    writeFileSync(join(saved, "2.json"), "[]");
    writeFileSync(join(saved, "notes.md"), "not a response");
    const ended = await run("try", "wildberries", "--recorded", saved);
    expect(ended.code).toBe(1);
    expect(ended.lines<object>().map((line) => Object.keys(line)[0])).toEqual([
      ...["file", "mention", "next"],
      ...["file", "refused"],
    ]);
  });

  const throttled = written(
    "429.http",
    'HTTP/1.1 429 Too Many Requests\r\nRetry-After: 30\r\nContent-Type: application/json\r\n\r\n{"title":"slow"}',
  );
  describeRefusals("try", () => environmentOf("alone"), [
    [
      "a recorded 429",
      ["wildberries", "--credential", "token=x", "--recorded", throttled],
      /^throttled, again at 20/,
    ],
    ["a recording that is not there", ["wildberries", "--recorded", "нет.http"], /нет\.http cannot be read/],
    [
      "a page without markup",
      ["web-page", "--recorded", written("no.html", "<p>"), "--", "https://a.example"],
      /schema\.org/,
    ],
    ["a network that we do not know", ["tiktok"], /Known: file/],
    ["a page without its address", ["web-page"], /do not suit web-page: url:.*networks --json/],
    [
      "settings that are no JSON",
      ["web-page", "kettle"],
      /neither JSON, such as .* nor the address of a page: kettle/,
    ],
    ["a file", ["file"], /otklik import FILE --dry-run/],
    ["no pages", ["web-page", "https://a.example", "--pages", "0"], /a whole number of pages/],
  ]);
});
