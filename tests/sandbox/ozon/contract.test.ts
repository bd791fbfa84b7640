// Holds the simulator, and the connector's requests, to Ozon's own specification where a copy of it stands beside the
// checkout.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ozon } from "@otklik/connectors/ozon/index";
import type { Answer, Page, PlacedMention, Tools } from "@otklik/core/connector";
import { refTo } from "@otklik/core/connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type OzonBench, openOzon } from "../../connectors/ozon/bench.ts";
import { openApi } from "../../support/openapi.ts";

const folder = fileURLToPath(new URL("../../../../shared/contracts/ozon/", import.meta.url));
const isThere = existsSync(`${folder}openapi-reviews-questions-chats.json`);
const why = isThere ? "" : ` (SKIPPED: no copy of it at ${folder})`;

describe.skipIf(!isThere)(`Ozon's specification${why}`, () => {
  const files = isThere
    ? ["openapi-reviews-questions-chats.json", "reviews-v2-supplement.json"].map((file) =>
        openApi(folder + file),
      )
    : [];
  const below = "/ozon/api-seller.ozon.ru";
  let bench: OzonBench;
  let told: { call: string; faults: string[] }[];
  let judging: Tools;
  beforeEach(async () => {
    bench = await openOzon({ posts: 60, chats: 10 });
    told = [];
    const judge = async (request: Request, response: Response) => {
      const call = `${request.method} ${new URL(request.url).pathname.slice(below.length)}`;
      const file = files.find((one) => one.operations().includes(call)) ?? files[0];
      told.push({ call, faults: (await file?.faultsOf(request, response, below)) ?? [] });
    };
    judging = {
      ...bench.tools,
      async http(request) {
        const response = await bench.tools.http(request.clone());
        await judge(request, response);
        return response;
      },
    };
  });
  afterEach(() => bench.close());

  const wrong = () => told.filter(({ faults }) => faults.length > 0);
  const calls = () => [...new Set(told.map(({ call }) => call))].sort();
  const pulled = async (): Promise<PlacedMention[]> => {
    const found: PlacedMention[] = [];
    const feed = {
      sourceId: "demo",
      settings: bench.settings,
      account: bench.account,
      inboxFrom: new Date(0),
    };
    let cursor: string | null = null;
    for (let more = true; more; ) {
      const page: Page | undefined = await ozon.pull?.(feed, cursor, judging);
      found.push(...(page?.found ?? []));
      cursor = page?.next ?? null;
      more = page?.more ?? false;
    }
    return found;
  };

  it("allows all that the connector asks, and all that the simulator answers", async () => {
    await ozon.check?.(bench.account, bench.settings, judging);
    await bench.say({ text: "Подскажите срок?", kind: "message" }, "/chats");
    const found = (await pulled()).toSorted((one, other) => Number(one.postedAt) - Number(other.postedAt));
    for (const kind of ["review", "comment", "question", "message"] as const) {
      const mention = found.findLast((one) => one.kind === kind && one.canReply);
      expect(mention, kind).toBeDefined();
      const answer: Answer = {
        account: bench.account,
        settings: bench.settings,
        mention: refTo(mention as PlacedMention),
        text: "Спасибо, что написали!",
        once: kind,
      };
      await ozon.receipt?.(answer, judging);
      await ozon.reply?.(answer, judging);
    }
    expect(wrong()).toEqual([]);
    expect(calls()).toEqual([
      "POST /v1/chat/send/message",
      "POST /v1/question/answer/create",
      "POST /v1/question/answer/list",
      "POST /v1/question/info",
      "POST /v1/question/list",
      "POST /v1/review/comment/create",
      "POST /v1/review/comment/list",
      "POST /v1/roles",
      "POST /v2/review/info",
      "POST /v2/review/list",
      "POST /v3/chat/history",
      "POST /v3/chat/list",
    ]);
  });

  it("allows what the simulator answers to what the connector never asks, and its refusals", async () => {
    const [review] = (await pulled()).filter(({ kind }) => kind === "review");
    const ask = async (path: string, body: unknown, key = "demo-key") => {
      const request = new Request(`${bench.account.credentials.address}/api-seller.ozon.ru${path}`, {
        method: "POST",
        headers: { "client-id": "836100", "api-key": key, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return (await judging.http(request)).status;
    };
    const one = { review_id: review?.externalId };
    expect(await ask("/v1/review/list", { limit: 100, sort_dir: "DESC" })).toBe(200);
    expect(await ask("/v1/review/info", one)).toBe(200);
    expect(await ask("/v1/review/count", {})).toBe(200);
    expect(await ask("/v2/review/count", {})).toBe(200);
    expect(await ask("/v1/review/change-status", { review_ids: [one.review_id], status: "PROCESSED" })).toBe(
      200,
    );
    expect(await ask("/v1/question/count", {})).toBe(200);
    expect(await ask("/v1/question/top-sku", { limit: 5 })).toBe(200);
    expect(await ask("/v2/review/info", { review_id: "nobody" })).toBe(404);
    expect(await ask("/v2/review/list", { limit: 20 }, "demo-noreviews")).toBe(403);
    expect(await ask("/v1/question/list", {}, "expired-key")).toBe(403);
    expect(await ask("/v3/chat/history", { chat_id: "nobody" })).toBe(404);
    expect(wrong().filter(({ call }) => !call.includes("/count"))).toEqual([]);
  });
});
