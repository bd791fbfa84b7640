import { type Hop, redirected } from "@otklik/connectors/kit/redirects";
import { describe, expect, it } from "vitest";

const hop = (more: Partial<Hop> = {}): Hop => ({
  url: new URL("https://demo.example/a"),
  method: "GET",
  headers: new Headers({
    accept: "text/html",
    authorization: "Bearer demo",
    "api-key": "demo",
    cookie: "a=b",
  }),
  body: null,
  ...more,
});
const body = new Uint8Array([1]);

describe("redirected", () => {
  it("keeps all headers on the way to the same origin", () => {
    const next = redirected(hop(), 302, "/b");
    expect(next.url.href).toBe("https://demo.example/b");
    expect(next.headers.get("authorization")).toBe("Bearer demo");
  });

  it("carries no key, cookie or sign-in to another origin", () => {
    const { headers } = redirected(hop(), 302, "https://other.example/");
    expect([...headers.keys()]).toEqual(["accept"]);
  });

  it("drops a name and password that stand in the link", () => {
    expect(redirected(hop(), 302, "https://me:secret@demo.example/").url.href).toBe("https://demo.example/");
  });

  it("does not carry a sign-in from https on to http", () => {
    expect(() => redirected(hop(), 302, "http://demo.example/a")).toThrow("not carried on");
  });

  it("follows from https to http where there is nothing to lose", () => {
    const next = redirected(
      hop({ headers: new Headers({ accept: "text/html" }) }),
      301,
      "http://demo.example/a",
    );
    expect(next.url.href).toBe("http://demo.example/a");
  });

  it("does not carry a body to another origin", () => {
    expect(() => redirected(hop({ method: "POST", body }), 307, "https://other.example/")).toThrow(
      "not carried on",
    );
  });

  it.each([
    [301, "POST", "GET"],
    [302, "POST", "GET"],
    [303, "PUT", "GET"],
    [303, "HEAD", "HEAD"],
    [307, "POST", "POST"],
    [308, "PUT", "PUT"],
  ])("after %i turns %s into %s", (status, method, next) => {
    expect(redirected(hop({ method }), status, "/b").method).toBe(next);
  });

  it("leaves the body behind with the method", () => {
    expect(redirected(hop({ method: "POST", body }), 303, "/b").body).toBeNull();
    expect(redirected(hop({ method: "POST", body }), 308, "/b").body).toBe(body);
  });

  it.each(["ftp://demo.example/", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x"])(
    "does not leave the web for %s",
    (location) => {
      expect(() => redirected(hop(), 302, location)).toThrow("which is not fetched");
    },
  );

  it("takes a redirect to nowhere for a change of the network", () => {
    expect(() => redirected(hop(), 302, null)).toThrow("does not say where to");
    expect(() => redirected(hop(), 302, "http://")).toThrow("does not say where to");
  });
});
