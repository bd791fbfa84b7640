import { loadWords } from "@otklik/words";
import { describe, expect, it } from "vitest";
import { ApiError, failureIn, requestOf } from "../../web/src/api.ts";
import { explain } from "../../web/src/explain.ts";

describe("requestOf", () => {
  it("fills the path and puts the rest into the query of a GET", () => {
    expect(requestOf("GET /api/mentions/:id/text", { id: "b-1/2", conversation: "c 1" })).toEqual({
      method: "GET",
      url: "/api/mentions/b-1%2F2/text?conversation=c+1",
    });
  });

  it("repeats the name for each value of a list and leaves out what is undefined", () => {
    expect(
      requestOf("GET /api/inbox", { brand: "b", network: ["vk", "file"], after: undefined, kind: [] }).url,
    ).toBe("/api/inbox?brand=b&network=vk&network=file");
  });

  it("puts the rest into the body of a POST, without the path's variables", () => {
    expect(
      requestOf("POST /api/conversations/:id/replies/:reply/settle", { id: "c", reply: "r", stands: false }),
    ).toEqual({ method: "POST", url: "/api/conversations/c/replies/r/settle", body: '{"stands":false}' });
  });

  it("puts the rest into the query of a DELETE, which has no body", () => {
    expect(requestOf("DELETE /api/templates/:id", { id: "t", brandId: "b" })).toEqual({
      method: "DELETE",
      url: "/api/templates/t?brandId=b",
    });
  });

  it("asks for nothing where nothing is given", () => {
    expect(requestOf("GET /api/me", {})).toEqual({ method: "GET", url: "/api/me" });
  });
});

describe("failureIn", () => {
  it("reads the API's own words", () => {
    const error = { code: "conflict", message: "Too late.", detail: { version: 3 } };
    expect(failureIn({ error })).toEqual(error);
  });

  it("knows nothing of a proxy's page", () => {
    expect(failureIn(null)).toEqual({ code: "unknown", message: "" });
  });
});

describe("explain", () => {
  const error = new ApiError(409, { code: "conflict", message: "Someone has answered." });

  it("lets the API speak in English", async () => {
    expect(explain(error, { language: "en", words: await loadWords("en") })).toBe("Someone has answered");
  });

  it("says it in Russian and keeps what only the API knows", async () => {
    expect(explain(error, { language: "ru", words: await loadWords("ru") })).toBe(
      "кто-то успел раньше (Someone has answered)",
    );
  });

  it("has a sentence for a code that it does not know", async () => {
    const strange = new ApiError(418, { code: "toString", message: "" });
    expect(explain(strange, { language: "ru", words: await loadWords("ru") })).toBe(
      "сервер не\u00a0справился, попробуйте ещё раз",
    );
  });
});
