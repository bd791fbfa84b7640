import { faultOf, networkError } from "@otklik/connectors/kit/faults";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import { describe, expect, it } from "vitest";

const now = new Date("2024-05-01T10:00:00Z");
const fault = (status: number, headers: Record<string, string> = {}) =>
  faultOf(new Response(null, { status, headers }), { network: "Demo", now });

describe("faultOf", () => {
  it.each([
    [400, "refused"],
    [401, "unauthorized"],
    [403, "unauthorized"],
    [404, "gone"],
    [408, "unavailable"],
    [409, "refused"],
    [410, "gone"],
    [420, "throttled"],
    [422, "refused"],
    [429, "throttled"],
    [500, "unavailable"],
    [503, "unavailable"],
  ])("takes %i as %s", (status, kind) => {
    expect(fault(status).kind).toBe(kind);
  });

  it.each([
    ["Retry-After in seconds", { "Retry-After": "30" }],
    ["Retry-After as a date", { "Retry-After": "Wed, 01 May 2024 10:00:30 GMT" }],
    ["X-Ratelimit-Retry", { "X-Ratelimit-Retry": "30", "X-Ratelimit-Reset": "600" }],
    ["a reset in seconds", { "X-RateLimit-Reset": "30" }],
    ["a reset as an epoch", { "X-RateLimit-Reset": "1714557630" }],
    ["a reset in ISO 8601", { "X-RateLimit-Reset": "2024-05-01T10:00:30.000000Z" }],
  ])("waits as long as the network says by %s", (_form, headers) => {
    expect(fault(429, headers).retryAt).toEqual(new Date("2024-05-01T10:00:30Z"));
  });

  it("leaves the time open where the network says nothing of use", () => {
    expect(fault(429).retryAt).toBeUndefined();
    expect(fault(429, { "Retry-After": "soon" }).retryAt).toBeUndefined();
  });

  it("does not take the reset of a budget for the end of an outage", () => {
    expect(fault(503, { "X-RateLimit-Reset": "30" }).retryAt).toBeUndefined();
    expect(fault(503, { "Retry-After": "30" }).retryAt).toEqual(new Date("2024-05-01T10:00:30Z"));
  });

  it("says who answered what, and in whose words", () => {
    const response = new Response(null, { status: 403, statusText: "Forbidden" });
    const { message } = faultOf(response, { network: "Demo", now, said: "no such scope" });
    expect(message).toContain("Demo answered 403 Forbidden: no such scope");
  });

  it("says it in Russian too, the network's words as they came", () => {
    const { said } = faultOf(new Response(null, { status: 403 }), {
      network: "Demo",
      now,
      said: "no scope.",
    });
    expect(said.ru).toBe("Demo: ошибка 403: no scope. Проверьте токен и хватает ли у него прав.");
  });
});

describe("networkError", () => {
  it("takes a fetch without an answer as unavailable and names the bottom of it", () => {
    const cause = new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED") });
    expect(networkError(cause, "Demo")).toMatchObject({
      kind: "unavailable",
      message: "Demo could not be reached: connect ECONNREFUSED.",
      cause,
    });
  });

  it.each([
    ["ENOTFOUND", "Demo: не удалось связаться (такого сайта нет, проверьте адрес)."],
    ["EODD", "Demo: не удалось связаться (odd)."],
  ])("says in Russian what %s means, as far as it knows", (code, words) => {
    const cause = Object.assign(new Error("odd"), { code });
    expect(networkError(cause, "Demo").said.ru).toBe(words);
  });

  it("leaves faults and refusals as they are", () => {
    const refusal = new Refusal("forbidden", "no");
    const gone = new NetworkFault("gone", "away");
    expect([networkError(refusal, "Demo"), networkError(gone, "Demo")]).toEqual([refusal, gone]);
  });
});
