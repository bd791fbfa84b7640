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
    const said = { ru: "Поздно.", en: "Too late." };
    const error = { code: "conflict", message: "Too late.", said, detail: { version: 3 } };
    expect(failureIn({ error })).toEqual(error);
  });

  it("knows nothing of a proxy's page", () => {
    expect(failureIn(null)).toEqual({ code: "unknown", message: "" });
  });
});

describe("explain", () => {
  const said = { ru: "Такой страницы на сайте нет.", en: "There is no such page." };
  const error = new ApiError(409, { code: "conflict", message: said.en, said });

  it("lets the API speak in English", async () => {
    expect(explain(error, { language: "en", words: await loadWords("en") })).toBe("There is no such page.");
  });

  it("lets the API speak in Russian, set as our own words are", async () => {
    expect(explain(error, { language: "ru", words: await loadWords("ru") })).toBe(
      "Такой страницы на\u00a0сайте нет.",
    );
  });

  it("speaks for an API that said nothing", async () => {
    const silent = new ApiError(0, { code: "offline", message: "The server could not be reached." });
    expect(explain(silent, { language: "ru", words: await loadWords("ru") })).toBe(
      "Нет связи с\u00a0сервером.",
    );
  });

  it("has a sentence for a code that it does not know", async () => {
    const strange = new ApiError(418, { code: "toString", message: "" });
    expect(explain(strange, { language: "ru", words: await loadWords("ru") })).toBe(
      "Сервер не\u00a0справился, попробуйте ещё раз.",
    );
  });
});
