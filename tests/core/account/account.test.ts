import { nextWarningAt, renewFrom, warnedDaysBefore } from "@otklik/core/account/account";
import { askedAt } from "@otklik/core/address";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { later, noon } from "../../support/mentions.ts";

const days = (count: number) => later(count * 24 * 60);

describe("when an access token is renewed", () => {
  it("is five minutes before its end where a refresh token carries it on", () => {
    expect(renewFrom({ from: noon, until: later(60) }, { by: "refresh-token" })).toEqual(later(55));
  });

  it("is when a quarter of its life is left where only a living token can be changed", () => {
    const exchange = { url: "", grantType: "", parameter: "", withClient: false };
    const by = { by: "exchange", first: exchange, again: exchange } as const;
    expect(renewFrom({ from: noon, until: days(60) }, by)).toEqual(days(45));
  });

  it("is never for a token without an end", () => {
    expect(renewFrom({ from: noon }, { by: "refresh-token" })).toBeNull();
  });
});

describe("when people are told that an account ends", () => {
  it("is 14, 7 and 1 days before, each once", () => {
    const account = { expiresAt: days(180), connectedAt: noon };
    const told = [];
    for (let at = nextWarningAt(account); at; at = nextWarningAt({ ...account, warnedTo: at })) told.push(at);
    expect(told).toEqual([days(166), days(173), days(179)]);
  });

  it("is not for what was near already when it was connected", () => {
    expect(nextWarningAt({ expiresAt: days(10), connectedAt: noon })).toEqual(days(3));
  });

  it("is never for an account without an end", () => {
    expect(nextWarningAt({ connectedAt: noon })).toBeNull();
  });

  it.each([
    [15, null],
    [14, 14],
    [8, 14],
    [7, 7],
    [0.5, 1],
  ])("with %f days left means the warning of %s days", (left, warned) => {
    expect(warnedDaysBefore({ expiresAt: days(left) }, noon)).toBe(warned);
  });
});

describe("where a network is asked", () => {
  it("is at its own address, unless the account has another one", () => {
    expect(askedAt("https://id.example/a/b?c=d", undefined).href).toBe("https://id.example/a/b?c=d");
    expect(askedAt("https://id.example/a", " ").href).toBe("https://id.example/a");
  });

  it("is below the account's address with the network's host first, and nothing of the rest changes", () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ["https"], withQueryParameters: true }), (url) => {
        const { href } = new URL(url);
        const asked = askedAt(href, "http://127.0.0.1:4411/x/");
        expect(asked.href).toBe(`http://127.0.0.1:4411/x/${href.slice("https://".length)}`);
      }),
    );
  });

  it("is nowhere when that address is none", () => {
    expect(() => askedAt("https://id.example/", "not an address")).toThrow("is no web address");
  });
});
