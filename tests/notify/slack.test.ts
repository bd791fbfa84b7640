import { guardedHttp } from "@otklik/connectors/kit/guarded-http";
import type { Notice } from "@otklik/core/alert/notice";
import { type MessengerParts, messenger } from "@otklik/notify/messenger";
import { escaped } from "@otklik/notify/slack/escaped";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hostile, hostileNotice } from "../support/hostile.ts";
import { noticesIn } from "../support/notices.ts";
import { type SlackServer, slackServer } from "../support/slack-server.ts";

const now = new Date("2026-11-22T12:00:00.000Z");
let slack: SlackServer;

beforeEach(async () => {
  slack = await slackServer();
});
afterEach(() => slack.close());

const teller = (change: Partial<MessengerParts> = {}) =>
  messenger({
    http: guardedHttp({ allowHosts: [slack.host] }),
    now: () => now,
    publicUrl: "https://otklik.example.com",
    ownAddress: async () => null,
    networks: [{ network: "wildberries", title: "Wildberries" }],
    post: () => Promise.reject(new Error("no letter is written here")),
    sendsMail: true,
    ...change,
  });
const urgent = noticesIn("ru").urgent;
const tell = (notice: Notice = urgent, change: Partial<MessengerParts> = {}, webhook = slack.webhook) =>
  teller(change).tell({ is: "slack", webhook }, notice, { signal: AbortSignal.timeout(8000) });
const failureOf = (told: Promise<void>): Promise<unknown> => told.then(() => "told").catch((error) => error);

describe("a webhook that does not take the message", () => {
  it.each([
    ["120", "2026-11-22T12:02:00.000Z"],
    ["Sun, 22 Nov 2026 12:05:00 GMT", "2026-11-22T12:05:00.000Z"],
    ["0", "2026-11-22T12:00:01.000Z"],
    ["99999999", "2026-11-22T13:00:00.000Z"],
  ])("is asked again when its Retry-After of %s has passed", async (stated, at) => {
    slack.mood = { is: "answering", status: 429, body: "rate_limited", headers: { "retry-after": stated } };
    expect(await failureOf(tell())).toMatchObject({ kind: "later", retryAt: new Date(at) });
  });

  it("is asked again after a rest when its Retry-After says nothing", async () => {
    slack.mood = { is: "answering", status: 429, body: "", headers: { "retry-after": "soon" } };
    expect(await failureOf(tell())).toMatchObject({ kind: "later", retryAt: undefined });
  });

  it("is asked again when nobody listens there", async () => {
    await slack.close();
    expect(await failureOf(tell())).toMatchObject({ name: "NotTold", kind: "later" });
  });

  it("says in both languages what a deleted webhook asks of its owner", async () => {
    slack.mood = { is: "answering", status: 404, body: "no_service" };
    expect(await failureOf(tell())).toMatchObject({
      kind: "never",
      said: {
        ru: expect.stringContaining("Создайте новый вебхук"),
        en: expect.stringContaining("Create a new webhook"),
      },
    });
  });

  it("is none when a page opens there", async () => {
    slack.mood = { is: "answering", status: 200, body: "<!doctype html><title>Sign in</title>" };
    expect(await failureOf(tell())).toMatchObject({ kind: "never" });
  });

  it("is not followed to another address", async () => {
    const other = await slackServer();
    slack.mood = { is: "answering", status: 307, body: "", headers: { location: other.webhook } };
    const http = guardedHttp({ allowHosts: [slack.host, other.host] });
    expect(await failureOf(tell(urgent, { http }))).toMatchObject({ kind: "never" });
    expect(other.asked).toBe(0);
    await other.close();
  });
});

describe("an address inside the operator's network", () => {
  it.each([
    "http://127.0.0.1/services/x",
    "http://169.254.169.254/latest/meta-data",
    "http://[::1]/services/x",
    "http://10.0.0.5/services/x",
  ])("is not reached: %s", async (webhook) => {
    const failure = await failureOf(tell(urgent, {}, webhook));
    expect(failure).toMatchObject({
      kind: "never",
      said: { en: expect.stringContaining("not a public address") },
    });
  });
});

describe("words of customers", () => {
  it.each(Object.entries(hostile))("stand as they are, whatever they try: %s", async (_, text) => {
    await tell(hostileNotice(text));
    const shown = JSON.stringify(slack.told[0]?.payload);
    expect(slack.told).toHaveLength(1);
    expect(shown).not.toMatch(/<!|<@|<#|@(?:channel|here|everyone)|https?:\/\/evil/);
  });

  it("are taken by Slack, whatever letters they are of", async () => {
    const text = fc.string({ unit: "binary", maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        slack.told.length = 0;
        await tell(hostileNotice(given));
        expect(slack.told).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  it("read the same once their escapes are taken off", () => {
    const unescaped = (text: string) =>
      text.replaceAll("\u2060", "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes("\u2060")),
        (text) => {
          expect(unescaped(escaped(text))).toBe(text);
        },
      ),
    );
  });
});

it("says everything without a link when the address of the installation is not known", async () => {
  await tell(noticesIn("en").negative, { publicUrl: null });
  const shown = JSON.stringify(slack.told[0]?.payload);
  expect(shown).toContain("22\u00a0negative mentions");
  expect(shown).not.toMatch(/<http|null|Open/);
});

it("leads to the app at its own machine while no public address is set", async () => {
  const change = { publicUrl: null, ownAddress: async () => "http://127.0.0.1:4410" };
  await tell(noticesIn("en").negative, change);
  expect(JSON.stringify(slack.told[0]?.payload.blocks)).toContain("<http://127.0.0.1:4410/alerts|");
});
