import { describe, expect, it } from "vitest";
import { openApi } from "../support/openapi.ts";

const review = {
  type: "object",
  required: ["id"],
  properties: {
    id: { type: "string" },
    stars: { type: "integer", minimum: 0, exclusiveMinimum: true, nullable: true },
    author: { $ref: "#/components/schemas/Author", nullable: true },
    product: {
      allOf: [{ $ref: "#/components/schemas/Author" }, { properties: { sku: { type: "integer" } } }],
    },
    notes: { type: "object", additionalProperties: { type: "string" } },
  },
};
const api = openApi({
  openapi: "3.0.3",
  paths: {
    "/reviews": {
      get: {
        parameters: [
          { in: "query", name: "take", required: true, schema: { type: "integer", maximum: 100 } },
          { in: "query", name: "ids", schema: { type: "array", items: { type: "integer" } } },
          { in: "header", name: "Api-Key", required: true, schema: { type: "string" } },
        ],
        responses: {
          "200": {
            content: {
              "application/json": {
                schema: { type: "array", items: { $ref: "#/components/schemas/Review" } },
                example: [{ id: "demo" }],
              },
            },
          },
          default: { content: { "application/problem+json": { schema: { type: "object" } } } },
        },
      },
      post: {
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/Review" } } },
        },
        responses: { "204": { description: "done" } },
      },
    },
    "/reviews/{id}": { get: { responses: { "200": { description: "one" } } } },
  },
  components: {
    schemas: { Review: review, Author: { type: "object", properties: { name: { type: "string" } } } },
  },
});
const answered = (...reviews: unknown[]) =>
  api.faultsOfAnswer({ method: "GET", path: "/reviews", status: 200, body: reviews });
const asked = (query: string) =>
  api.faultsOfRequest({ method: "GET", path: "/reviews", query: new URLSearchParams(query) });

describe("the judge of contracts", () => {
  it("finds nothing wrong with what the file allows", () => {
    const whole = {
      id: "a",
      stars: 5,
      author: { name: "Демо" },
      product: { name: "b", sku: 1 },
      notes: { x: "y" },
    };
    expect(answered(whole, { id: "b", stars: null, author: null })).toEqual([]);
    expect(asked("take=20&ids=1,2&ids=3")).toEqual([]);
  });

  it.each([
    ["of another type", { id: 7 }],
    ["that is missing", { stars: 5 }],
    ["past its exclusive bound", { id: "a", stars: 0 }],
    ["that no schema names", { id: "a", star: 5 }],
    ["that none of several schemas names", { id: "a", product: { name: "b", colour: "red" } }],
    ["of another type behind a reference", { id: "a", author: { name: 7 } }],
    ["of another type in a map", { id: "a", notes: { x: 1 } }],
    ["that is null without leave", { id: null }],
  ])("finds a field %s", (_what, entry) => {
    expect(answered(entry)).not.toEqual([]);
  });

  it.each(["", "take=many", "take=101", "take=20&sort=up", "take=20&ids=a"])(
    "refuses the query %j",
    (query) => {
      expect(asked(query)).not.toEqual([]);
    },
  );

  it("misses a header, a body, a method and a status that are not there", () => {
    const get = { method: "GET", path: "/reviews", query: new URLSearchParams("take=1") };
    expect(api.faultsOfRequest({ ...get, headers: new Headers() })).toHaveLength(1);
    expect(api.faultsOfRequest({ method: "POST", path: "/reviews" })).toHaveLength(1);
    expect(api.faultsOfRequest({ method: "PUT", path: "/reviews" })).toHaveLength(1);
    expect(api.faultsOfAnswer({ method: "GET", path: "/reviews/7", status: 404 })).toHaveLength(1);
    expect(api.faultsOfAnswer({ method: "GET", path: "/reviews/7", status: 200 })).toEqual([]);
  });

  it("judges a request and its answer as they went over the wire", async () => {
    const request = new Request("https://sandbox.example/demo/reviews?take=1", {
      headers: { "api-key": "demo" },
    });
    expect(await api.faultsOf(request, Response.json([{ id: "a" }]), "/demo")).toEqual([]);
    expect(await api.faultsOf(request, Response.json([{}]), "/demo")).toHaveLength(1);
  });

  it("shows the examples and the operations", () => {
    expect(api.examples()).toEqual([
      { method: "GET", path: "/reviews", status: "200", name: "", value: [{ id: "demo" }] },
    ]);
    expect(api.operations()).toEqual(["GET /reviews", "POST /reviews", "GET /reviews/{id}"]);
  });
});
