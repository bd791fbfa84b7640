// Holds the simulator, and the connector's requests, to Yandex Market's own specification where a copy of it stands
// beside the checkout.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { yandexMarket } from "@otklik/connectors/yandex-market/index";
import { type FoundMention, refTo, type Tools } from "@otklik/core/connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openYandexMarket, type YandexMarketBench } from "../../connectors/yandex-market/bench.ts";
import { openApi } from "../../support/openapi.ts";

const file = fileURLToPath(
  new URL(
    "../../../../shared/contracts/yandex-market/openapi-feedback-questions-chats.json",
    import.meta.url,
  ),
);
const isThere = existsSync(file);
const why = isThere ? "" : ` (SKIPPED: no copy of it at ${file})`;

describe.skipIf(!isThere)(`Yandex Market's specification${why}`, () => {
  const below = "/yandex-market/api.partner.market.yandex.ru";
  let bench: YandexMarketBench;
  let told: { call: string; faults: string[] }[];
  let judging: Tools;
  beforeEach(async () => {
    const specification = openApi(file);
    bench = await openYandexMarket({ posts: 60 });
    told = [];
    const http = async (request: Request): Promise<Response> => {
      const response = await bench.tools.http(request.clone());
      const call = `${request.method} ${new URL(request.url).pathname.slice(below.length)}`;
      told.push({ call, faults: await specification.faultsOf(request, response.clone(), below) });
      return response;
    };
    judging = { ...bench.tools, http };
  });
  afterEach(() => bench.close());

  const wrong = () => told.filter(({ faults }) => faults.length > 0);
  const feed = () => ({
    sourceId: "demo",
    settings: bench.settings,
    account: bench.account,
    inboxFrom: new Date(0),
  });
  async function pulled(from: string | null): Promise<{ found: FoundMention[]; next: string | null }> {
    const found: FoundMention[] = [];
    let next = from;
    for (let more = true; more; ) {
      const page = await yandexMarket.pull?.(feed(), next, judging);
      found.push(...(page?.found ?? []));
      next = page?.next ?? null;
      more = page?.more ?? false;
    }
    return { found, next };
  }

  it("allows all that the connector asks, and all that the simulator answers", async () => {
    const account = bench.account as NonNullable<typeof bench.account>;
    await yandexMarket.check?.(account, bench.settings, judging);
    await yandexMarket.discover?.(account, judging);
    await bench.add({ kind: "question", text: "Подойдёт ли для сухой кожи?" });
    const { found, next } = await pulled(null);
    for (const kind of ["review", "comment", "question", "message"] as const) {
      const mention = found.findLast((one) => one.kind === kind && !one.ownerReply);
      expect(mention, kind).toBeDefined();
      const answer = {
        account,
        settings: bench.settings,
        mention: refTo(mention as FoundMention),
        text: "Спасибо, что написали!",
        once: kind,
      };
      await yandexMarket.reply?.(answer, judging);
      await yandexMarket.receipt?.(answer, judging);
      // What was said in a chat stays as it was said.
      const edited = await yandexMarket.edit?.({ ...answer, text: "Спасибо! Мы всё прочитали." }, judging);
      expect(edited?.state).toBe(kind === "message" ? "rejected" : "published");
    }
    await pulled(next);
    expect(wrong()).toEqual([]);
    expect(new Set(told.map(({ call }) => call.replace("/7700001/", "/{id}/"))).size).toBe(11); // every method that it speaks
  });

  it("knows the forms in which the simulator refuses", async () => {
    await bench.expireSignIn?.(true);
    await expect(pulled(null)).rejects.toMatchObject({ kind: "unauthorized" });
    await bench.expireSignIn?.(false);
    await bench.sandbox.post("/__control", { throttle: 1 });
    await expect(pulled(null)).rejects.toMatchObject({ kind: "throttled" });
    await bench.sandbox.post("/__control", { fail: 1, failStatus: 500 });
    await expect(pulled(null)).rejects.toMatchObject({ kind: "unavailable" });
    expect(wrong()).toEqual([]);
  });
});
