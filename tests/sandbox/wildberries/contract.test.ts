// Holds the simulator to the network's contract twice: to the shapes written here, always, and to Wildberries' own
// specification where a copy of it stands beside the checkout.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
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

const Schema = z.record(z.string(), z.unknown());
const Media = z.object({ schema: z.unknown(), example: z.unknown().optional() });
const Spec = z.object({ paths: z.record(z.string(), z.unknown()), components: z.unknown() });
const Getting = z.object({
  get: z.object({
    responses: z.object({ 200: z.object({ content: z.object({ "application/json": Media }) }) }),
  }),
});
const read = (file: string) => Spec.parse(JSON.parse(readFileSync(folder + file, "utf8")));

/** The schema with its references put in place. */
function resolved(schema: unknown, spec: z.infer<typeof Spec>): unknown {
  if (Array.isArray(schema)) return schema.map((member) => resolved(member, spec));
  if (schema === null || typeof schema !== "object") return schema;
  const reference = "$ref" in schema && typeof schema.$ref === "string" ? schema.$ref : null;
  if (reference === null) {
    return Object.fromEntries(Object.entries(schema).map(([name, member]) => [name, resolved(member, spec)]));
  }
  const target = reference
    .slice(2)
    .split("/")
    .reduce<unknown>((at, step) => Schema.parse(at)[step], spec);
  return resolved(target, spec);
}

/** Every property named in a schema, and every field present in a value, as dotted paths. */
function namedIn(schema: unknown, at = ""): string[] {
  const { properties = {}, items } = Schema.parse(schema ?? {});
  const own = Object.entries(Schema.parse(properties)).flatMap(([name, member]) => [
    `${at}${name}`,
    ...namedIn(member, `${at}${name}.`),
  ]);
  return items === undefined ? own : [...own, ...namedIn(items, at)];
}
function presentIn(value: unknown, at = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((member) => presentIn(member, at));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, member]) => [
    `${at}${name}`,
    ...presentIn(member, `${at}${name}.`),
  ]);
}

const mediaOf = (spec: z.infer<typeof Spec>, path: string) => {
  const { get } = Getting.parse(resolved(spec.paths[path], spec));
  return get.responses[200].content["application/json"];
};
const answerOf = async (shop: Pick<Awaited<ReturnType<typeof demo>>, "get">, path: string) =>
  (await shop.get(path)).json();

describe.skipIf(!isThere)(`Wildberries' specification${why}`, () => {
  const communications = isThere ? read("openapi-communications.json") : null;
  const withSpec = (path: string) => mediaOf(Spec.parse(communications), path);

  it.each(methods)("has the types that the simulator gives for GET $path", async ({ path, query }) => {
    const { schema } = withSpec(path);
    const type = z.fromJSONSchema(Schema.parse(schema), { defaultTarget: "openapi-3.0" });
    expect(type.safeParse(await answerOf(await demo(), path + query)).error).toBeUndefined();
  });

  it.each(methods)("names every field that the simulator gives for GET $path", async ({ path, query }) => {
    const named = new Set(namedIn(withSpec(path).schema));
    const present = presentIn(await answerOf(await demo(), path + query));
    expect(present.length).toBeGreaterThan(3);
    expect([...new Set(present)].filter((field) => !named.has(field))).toEqual([]);
  });

  it.each(methods.slice(0, 3))(
    "gives an example for GET $path that fits our shape of it",
    ({ path, shape }) => {
      expect(shape.safeParse(withSpec(path).example).error).toBeUndefined();
    },
  );

  it("agrees about /ping", async () => {
    const general = read("openapi-general.json");
    const type = z.fromJSONSchema(Schema.parse(mediaOf(general, "/ping").schema), {
      defaultTarget: "openapi-3.0",
    });
    const { shop } = await demo();
    expect(type.safeParse(await (await shop.call("/common/ping")).json()).error).toBeUndefined();
  });
});
