import { request } from "node:http";
import { get } from "node:https";
import { connect } from "node:net";
import { connect as connectSecurely } from "node:tls";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Outside, watchOutside } from "./outside.ts";

describe("the watch over the doors to the network", () => {
  let outside: Outside;
  beforeEach(() => {
    outside = watchOutside();
  });
  afterEach(() => outside.release());

  const ways: [string, () => unknown][] = [
    ["fetch", () => fetch("http://127.0.0.1:9/")],
    ["request", () => request("http://127.0.0.1:9/")],
    ["get", () => get("https://127.0.0.1:9/")],
    ["connect", () => connect(9, "127.0.0.1")],
    ["connect", () => connectSecurely(9, "127.0.0.1")],
  ];

  it.each(ways)("stops and names %s without leave", (name, reach) => {
    expect(reach).toThrow("only through its tools");
    expect(outside.reached).toEqual([name]);
  });

  it("lets work with leave out, also when it waits in between", async () => {
    const went = outside.withLeave(async () => {
      await Promise.resolve();
      return fetch("data:text/plain,outside").then((response) => response.text());
    });
    expect(await went).toBe("outside");
    expect(outside.reached).toEqual([]);
  });

  it("stops again after work with leave", async () => {
    await outside.withLeave(async () => {});
    expect(() => fetch("data:text/plain,outside")).toThrow("only through its tools");
  });

  it("leaves all doors as they were", async () => {
    outside.release();
    expect(await (await fetch("data:text/plain,open")).text()).toBe("open");
    expect(outside.reached).toEqual([]);
  });
});
