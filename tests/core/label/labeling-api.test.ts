import type { Labeler } from "@otklik/core/label/labeler";
import { openPurse } from "@otklik/core/label/model-use-store";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { afterEach, describe, expect, it } from "vitest";
import { desk } from "../../support/desk.ts";
import { type TestHome, testHome } from "../../support/home.ts";

let here: TestHome;
afterEach(() => here.close());

const model = { name: "m", baseUrl: "https://model.example/v1", monthlyUsd: 20 };
const open = async (more: Partial<Labeler> = { model }) => {
  here = await testHome({ connectors: [], labeler: { ...embeddedLabeler(), ...more } });
  return desk(here);
};
const purse = () => openPurse({ table: here.ports.table, now: here.ports.now, random: here.ports.random });
const tokens = { input: 1_400, cachedInput: 200, output: 400 };
const call = {
  model: "m",
  is: "answered",
  status: null,
  mentions: 20,
  labelled: 19,
  tokens,
  usd: 0.4,
} as const;

describe("who labels", () => {
  it("is the model where it pays, within what the operator allows, until someone chooses", async () => {
    const anna = await open();
    expect((await anna.call("GET /api/labeling", {})).body).toMatchObject({
      asks: "unsure",
      monthlyUsd: null,
      model: { name: "m", baseUrl: "https://model.example/v1", allowedUsd: 20 },
      isStopped: false,
      trouble: null,
      months: [{ usd: 0, labels: 0, models: [] }, { usd: 0 }],
    });
  });

  it("is what someone chose", async () => {
    const anna = await open();
    const chosen = { asks: "always", monthlyUsd: 3.5 } as const;
    expect((await anna.call("PUT /api/labeling", chosen)).body).toMatchObject(chosen);
    expect((await anna.call("GET /api/labeling", {})).body).toMatchObject(chosen);
  });

  it("may be chosen without a budget of one's own", async () => {
    const anna = await open();
    await anna.call("PUT /api/labeling", { asks: "never", monthlyUsd: 3 });
    const all = { asks: "never", monthlyUsd: null } as const;
    expect((await anna.call("PUT /api/labeling", all)).body).toMatchObject(all);
  });

  it.each([-1, 1e9, "much"])("takes no budget of %s dollars", async (monthlyUsd) => {
    const anna = await open();
    const wanted = { asks: "always", monthlyUsd } as { asks: "always"; monthlyUsd: number };
    expect((await anna.call("PUT /api/labeling", wanted)).status).toBe(400);
  });

  it("is the embedded labeler where there is no model", async () => {
    const anna = await open({});
    expect((await anna.call("GET /api/labeling", {})).body).toMatchObject({ model: null, isStopped: false });
  });
});

describe("what the model did", () => {
  it("is shown by month and model, with what is set aside", async () => {
    const anna = await open();
    const amounts = { wanted: 0.5, monthly: 20 };
    const hold = await purse().hold(here.workspaceId, amounts);
    await hold?.settle(call);
    await purse().hold(here.workspaceId, amounts);
    await purse().count(here.workspaceId, 100);
    const { months } = (await anna.call("GET /api/labeling", {})).body;
    const calls = { calls: 1, mentions: 20, labelled: 19, ...tokens, usd: 0.4 };
    expect(months[0]).toMatchObject({ usd: 0.9, held: 0.5, labels: 100, byModel: 19 });
    expect(months[0]?.models).toEqual([{ name: "m", ...calls }]);
  });

  it("moves to the month before when a month is over", async () => {
    await open();
    await (await purse().hold(here.workspaceId, { wanted: 0.5, monthly: 20 }))?.settle(call);
    here.pass(31 * 24 * 3600);
    const anna = await desk(here);
    const { months } = (await anna.call("GET /api/labeling", {})).body;
    expect(months.map(({ usd }) => usd)).toEqual([0, 0.4]);
  });

  it("ends with the budget, and says so until the budget is raised", async () => {
    const anna = await open();
    await anna.call("PUT /api/labeling", { asks: "always", monthlyUsd: 0.1 });
    expect(await purse().hold(here.workspaceId, { wanted: 0.5, monthly: 0.1 })).toBeNull();
    expect((await anna.call("GET /api/labeling", {})).body.isStopped).toBe(true);
    const raised = await anna.call("PUT /api/labeling", { asks: "always", monthlyUsd: 5 });
    expect(raised.body.isStopped).toBe(false);
  });

  it("says when the provider turned the last call down", async () => {
    const anna = await open();
    const hold = await purse().hold(here.workspaceId, { wanted: 0.5, monthly: 20 });
    await hold?.settle({ ...call, is: "rejected", status: 401, usd: 0 });
    expect((await anna.call("GET /api/labeling", {})).body.trouble).toMatchObject({
      is: "rejected",
      status: 401,
    });
  });
});
