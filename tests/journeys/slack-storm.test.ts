// A storm and an outage as Slack sees them: its own protocol at one end, the network at the other, a clock between.
import { guardedHttp } from "@otklik/connectors/kit/guarded-http";
import type { FoundMention } from "@otklik/core/mention/found";
import { messenger } from "@otklik/notify/messenger";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { desk } from "../support/desk.ts";
import { type TestHome, testHome } from "../support/home.ts";
import { found } from "../support/mentions.ts";
import { type SlackServer, slackServer } from "../support/slack-server.ts";
import { type Village, village } from "../support/village.ts";

let there: Village;
let here: TestHome;
let slack: SlackServer;

beforeEach(async () => {
  slack = await slackServer();
  there = village({ perPage: 500 });
  here = await testHome({ connectors: [there.connector] });
  waitForAnswers(20_000);
  const anna = await desk(here);
  const channel = { is: "slack" as const, title: "#reviews", webhook: slack.webhook };
  await anna.call("POST /api/alerting/channels", { brand: here.brandId, channel });
  await here.connect();
  here.pass(60);
});
afterEach(async () => {
  here.close();
  await slack.close();
});

/** A busy machine may answer late, which is not what is tried here; only a silent server is waited for briefly. */
function waitForAnswers(patienceMs: number): void {
  here.ports.messenger = messenger({
    http: guardedHttp({ allowHosts: [slack.host] }),
    now: here.ports.now,
    patienceMs,
    post: async () => undefined,
    sendsMail: false,
    publicUrl: "https://otklik.example.com",
    ownAddress: async () => null,
    networks: here.ports.connectors,
  });
}

const bad = (name: string): FoundMention =>
  found({
    externalId: name,
    text: `Крем ужасный, всё плохо: ${name}`,
    rating: { stars: 1, outOf: 5 },
    postedAt: here.ports.now(),
  });
/** An hour in which so many come each minute, with sweep and all, and so many minutes of calm behind it. */
async function anHour(each: (minute: number) => number, calm = 15): Promise<void> {
  for (let minute = 0; minute < 60 + calm; minute++) {
    const size = minute < 60 ? each(minute) : 0;
    there.said = Array.from({ length: size }, (_, n) => bad(`${minute}-${n}`));
    await here.pull();
    here.pass(60);
    await here.sweep();
    await here.settle();
  }
}
/** How many mentions each message speaks of, by its own words. */
const counts = (): number[] =>
  slack.told.map(({ payload }) => {
    const [, count = "none"] = /(\d[\d\s]*)негативн/.exec(payload.text ?? "") ?? [];
    return Number(count.replace(/\s/g, ""));
  });

describe("Slack", () => {
  it("hears of 2,000 negatives in an hour in seven messages at most, which count each of them once", async () => {
    await anHour((minute) => (minute % 3 === 0 ? 34 : 33));
    expect(slack.told.length).toBeLessThanOrEqual(7);
    expect(counts().reduce((sum, count) => sum + count, 0)).toBe(2000);
    expect(JSON.stringify(slack.told[0]?.payload.blocks)).toContain("https://otklik.example.com/inbox");
  }, 120_000);

  it.each<[string, SlackServer["mood"]]>([
    ["429", { is: "answering", status: 429, body: "rate_limited", headers: { "retry-after": "30" } }],
    ["500", { is: "answering", status: 500, body: "internal_error" }],
    ["nothing", { is: "silent" }],
  ])(
    "that answers %s for an hour hears of everything once it answers, and of nothing twice",
    async (_, mood) => {
      slack.mood = mood;
      if (mood.is === "silent") waitForAnswers(150);
      await anHour(() => 1, 0);
      expect(slack.told).toEqual([]);
      slack.mood = { is: "taking" };
      waitForAnswers(20_000);
      await anHour(() => 0);
      expect(counts()).toEqual([60]);
    },
    120_000,
  );
});
