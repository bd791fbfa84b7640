// Holds the simulator to the network's contract twice: to the shapes written here, always, and, with the connector's
// requests, to Wildberries' own specification where a copy of it stands beside the checkout.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Answer, type Page, type PlacedMention, refTo, type Tools } from "@otklik/core/connector";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openWildberries, type WildberriesBench } from "../../connectors/wildberries/bench.ts";
import { openApi } from "../../support/openapi.ts";
import { addReview, opened } from "./opened.ts";

const product = {
  nmId: z.int(),
  imtId: z.int(),
  productName: z.string(),
  supplierArticle: z.string(),
  supplierName: z.string(),
  brandName: z.string(),
};
const zoned = z.iso.datetime({ offset: true });
const Review = z.strictObject({
  id: z.string(),
  text: z.string(),
  pros: z.string(),
  cons: z.string(),
  productValuation: z.int().min(1).max(5),
  createdDate: zoned,
  answer: z
    .strictObject({
      text: z.string(),
      state: z.enum(["none", "wbRu", "reviewRequired", "rejected"]),
      editable: z.boolean(),
    })
    .nullable(),
  state: z.enum(["none", "wbRu"]),
  productDetails: z.strictObject({ ...product, size: z.string() }),
  photoLinks: z.array(z.strictObject({ fullSize: z.url(), miniSize: z.url() })).nullable(),
  video: z.strictObject({ previewImage: z.url(), link: z.url(), durationSec: z.int() }).nullable(),
  userName: z.string(),
  orderStatus: z.enum(["buyout", "rejected", "returned", "notSpecified"]),
  matchingSize: z.enum(["", "ok", "smaller", "bigger"]),
  wasViewed: z.boolean(),
  isAbleSupplierFeedbackValuation: z.boolean(),
  supplierFeedbackValuation: z.int(),
  isAbleSupplierProductValuation: z.boolean(),
  supplierProductValuation: z.int(),
  isAbleReturnProductOrders: z.boolean(),
  returnProductOrdersDate: zoned.nullable(),
  bables: z.array(z.string()).nullable(),
  lastOrderShkId: z.int(),
  lastOrderCreatedAt: zoned,
  color: z.string(),
  subjectId: z.int(),
  subjectName: z.string(),
  parentFeedbackId: z.string().nullable(),
  childFeedbackId: z.string().nullable(),
});
const Question = z.strictObject({
  id: z.string(),
  text: z.string(),
  createdDate: zoned,
  state: z.enum(["none", "wbRu", "suppliersPortalSynch"]),
  answer: z.strictObject({ text: z.string(), editable: z.boolean(), createDate: zoned }).nullable(),
  productDetails: z.strictObject(product),
  wasViewed: z.boolean(),
  isWarned: z.boolean(),
});
const granted = (data: z.ZodType) =>
  z.strictObject({
    data,
    error: z.literal(false),
    errorText: z.literal(""),
    additionalErrors: z.null(),
  });
const Counts = z.strictObject({ countUnanswered: z.int(), countUnansweredToday: z.int() });
const counted = { countUnanswered: z.int(), countArchive: z.int() };
const Refusal = z.strictObject({
  data: z.null(),
  error: z.literal(true),
  errorText: z.string().min(1),
  additionalErrors: z.null(),
  requestId: z.uuid(),
});
const Problem = z.strictObject({
  title: z.string(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string(),
  origin: z.string(),
  status: z.int(),
  statusText: z.string(),
  timestamp: z.iso.datetime(),
});
const BadRequest = z.strictObject({
  title: z.string(),
  requestId: z.string(),
  origin: z.string(),
  detail: z.string(),
});

/** Every method of the specification that the simulator speaks: what is asked, and the shape of a good answer. */
const methods = [
  {
    path: "/api/v1/feedbacks",
    query: "?isAnswered=true&take=5000&skip=0",
    shape: granted(z.strictObject({ ...counted, feedbacks: z.array(Review) })),
  },
  {
    path: "/api/v1/feedbacks/archive",
    query: "?take=5000&skip=0",
    shape: granted(z.strictObject({ feedbacks: z.array(Review) })),
  },
  { path: "/api/v1/feedback", query: "?id=known-review", shape: granted(Review) },
  { path: "/api/v1/feedbacks/count", query: "?isAnswered=false", shape: granted(z.int()) },
  { path: "/api/v1/feedbacks/count-unanswered", query: "", shape: granted(Counts) },
  {
    path: "/api/v1/questions",
    query: "?isAnswered=true&take=5000&skip=0",
    shape: granted(z.strictObject({ ...counted, questions: z.array(Question) })),
  },
  { path: "/api/v1/question", query: "?id=QUESTION", shape: granted(Question) },
  { path: "/api/v1/questions/count", query: "?isAnswered=false", shape: granted(z.int()) },
  { path: "/api/v1/questions/count-unanswered", query: "", shape: granted(Counts) },
  {
    path: "/api/v1/new-feedbacks-questions",
    query: "",
    shape: granted(z.strictObject({ hasNewQuestions: z.boolean(), hasNewFeedbacks: z.boolean() })),
  },
];

const Questions = z.object({ questions: z.tuple([z.object({ id: z.string() })]) });

async function demo() {
  const shop = await opened({ arrivalEveryMs: 0 });
  await addReview(shop, { id: "known-review", answer: { text: "Спасибо!" } });
  const asked = Questions.parse(await shop.data("/api/v1/questions?isAnswered=true&take=1&skip=0"));
  const get = async (path: string) => shop.call(path.replace("QUESTION", asked.questions[0].id));
  return { shop, get };
}

describe("the simulator's answers", () => {
  it.each(methods)("to GET $path have the contract's shape", async ({ path, query, shape }) => {
    const { get } = await demo();
    const response = await get(path + query);
    expect(response.status).toBe(200);
    expect(shape.safeParse(await response.json()).error).toBeUndefined();
  });

  it("refuse in each of the network's three forms", async () => {
    const { shop } = await demo();
    const domain = await shop.call("/api/v1/feedback?id=nobody");
    const gateway = await shop.call("/api/v1/feedbacks", { headers: { Authorization: "expired-1" } });
    const reader = await shop.send("POST", "/api/v1/feedbacks/answer", { id: "known-review" });
    expect(Refusal.safeParse(await domain.json()).error).toBeUndefined();
    expect(Problem.safeParse(await gateway.json()).error).toBeUndefined();
    expect(BadRequest.safeParse(await reader.json()).error).toBeUndefined();
  });
});

const folder = fileURLToPath(new URL("../../../../shared/contracts/wildberries/", import.meta.url));
const isThere = existsSync(`${folder}openapi-communications.json`);
const why = isThere ? "" : ` (SKIPPED: no copy of it at ${folder})`;

describe.skipIf(!isThere)(`Wildberries' specification${why}`, () => {
  const communications = isThere ? openApi(`${folder}openapi-communications.json`) : null;
  const general = isThere ? openApi(`${folder}openapi-general.json`) : null;

  it.each(methods)("allows what the simulator answers to GET $path", async ({ path, query }) => {
    const { get } = await demo();
    const answered = { method: "GET", path, status: 200, body: await (await get(path + query)).json() };
    expect(communications?.faultsOfAnswer(answered)).toEqual([]);
  });

  it.each(methods.slice(0, 3))(
    "gives an example for GET $path that fits our shape of it",
    ({ path, shape }) => {
      const example = communications?.examples().find((one) => one.path === path && one.status === "200");
      expect(shape.safeParse(example?.value).error).toBeUndefined();
    },
  );

  it("allows all that the connector asks, on each host, and all that it is answered", async () => {
    const bench = await openWildberries({ reviews: 60, questions: 10, chats: 20 });
    const told: { call: string; faults: string[] }[] = [];
    const tools: Tools = {
      ...bench.tools,
      async http(request) {
        const response = await bench.tools.http(request.clone());
        const [, host = "", path = ""] =
          /\/wildberries(\/[^/]+)(\/.*)$/.exec(new URL(request.url).pathname) ?? [];
        const file = path === "/ping" || path.endsWith("/seller-info") ? general : communications;
        const faults = (await file?.faultsOf(request, response, `/wildberries${host}`)) ?? [];
        told.push({ call: `${request.method} ${host}${path}`, faults });
        return response;
      },
    };
    const { account, settings, connector } = bench;
    await connector.check?.(account, settings, tools);
    const since = new Date(bench.clock.now.getTime() - 30 * 86_400_000);
    const feed = { sourceId: "demo", settings, account, inboxFrom: since };
    await connector.backfill?.(feed, { since, until: bench.clock.now }, null, tools);
    const found = await readAll(bench, tools);
    for (const kind of ["review", "question", "message"] as const) {
      const mention = found.find((one) => one.kind === kind && one.canReply && one.text !== "");
      expect(mention, kind).toBeDefined();
      const answer: Answer = {
        ...{ account, settings, mention: refTo(mention as PlacedMention) },
        ...{ text: "Спасибо, что написали!", once: kind },
      };
      await connector.reply?.(answer, tools);
      await connector.receipt?.(answer, tools);
    }
    const open = found.find((one) => one.kind === "review" && one.canReply) as PlacedMention;
    const edit = { account, settings, mention: refTo(open), text: "Спасибо ещё раз!", once: "edit" };
    await connector.edit?.(edit, tools);
    expect(told.filter(({ faults }) => faults.length > 0)).toEqual([]);
    expect([...new Set(told.map(({ call }) => call))].sort()).toEqual([
      "GET /buyer-chat-api.wildberries.ru/api/v1/seller/chats",
      "GET /buyer-chat-api.wildberries.ru/api/v1/seller/events",
      "GET /buyer-chat-api.wildberries.ru/ping",
      "GET /common-api.wildberries.ru/api/v1/seller-info",
      "GET /feedbacks-api.wildberries.ru/api/v1/feedback",
      "GET /feedbacks-api.wildberries.ru/api/v1/feedbacks",
      "GET /feedbacks-api.wildberries.ru/api/v1/feedbacks/archive",
      "GET /feedbacks-api.wildberries.ru/api/v1/feedbacks/count",
      "GET /feedbacks-api.wildberries.ru/api/v1/question",
      "GET /feedbacks-api.wildberries.ru/api/v1/questions",
      "GET /feedbacks-api.wildberries.ru/api/v1/questions/count",
      "GET /feedbacks-api.wildberries.ru/ping",
      "PATCH /feedbacks-api.wildberries.ru/api/v1/feedbacks/answer",
      "PATCH /feedbacks-api.wildberries.ru/api/v1/questions",
      "POST /buyer-chat-api.wildberries.ru/api/v1/seller/message",
      "POST /feedbacks-api.wildberries.ru/api/v1/feedbacks/answer",
    ]);
    await bench.close();
  });

  async function readAll({ connector, settings, account }: WildberriesBench, tools: Tools) {
    const found: PlacedMention[] = [];
    const feed = { sourceId: "demo", settings, account, inboxFrom: new Date(0) };
    let cursor: string | null = null;
    for (let more = true; more; ) {
      const page: Page | undefined = await connector.pull?.(feed, cursor, tools);
      found.push(...(page?.found ?? []));
      cursor = page?.next ?? null;
      more = page?.more ?? false;
    }
    return found;
  }

  it.each([
    ["GET", "/buyer-chat-api.wildberries.ru/api/v1/seller/events?next=soon", 400],
    ["GET", "/buyer-chat-api.wildberries.ru/api/v1/seller/events?next=0", 400],
    ["GET", "/buyer-chat-api.wildberries.ru/api/v1/seller/download/nothing", 400],
    ["POST", "/buyer-chat-api.wildberries.ru/api/v1/seller/message", 400],
  ])("allows the refusal of %s %s", async (method, path, status) => {
    const shop = await opened({ arrivalEveryMs: 0 });
    const response = await shop.call(path, { method });
    const answered = {
      ...{ method, path: path.replace(/^\/[^/]+/, "").replace(/\?.*$/, "") },
      ...{ status: response.status, body: await response.json() },
    };
    expect(response.status).toBe(status);
    expect(communications?.faultsOfAnswer(answered)).toEqual([]);
  });
});
