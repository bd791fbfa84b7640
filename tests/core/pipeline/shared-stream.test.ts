import { getConversation } from "@otklik/core/conversation/conversation-store";
import { mentionId } from "@otklik/core/id";
import { send } from "@otklik/core/pipeline/jobs";
import { schedule } from "@otklik/core/pipeline/schedule";
import type { Source } from "@otklik/core/source/source";
import { getHealth, getSource, saveSource } from "@otklik/core/source/source-store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { desk } from "../../support/desk.ts";
import { type TestHome, testHome } from "../../support/home.ts";
import { found, later } from "../../support/mentions.ts";
import { type SharedVillage, sharedVillage } from "../../support/shared-village.ts";
import { fault } from "../../support/village.ts";

let there: SharedVillage;
let here: TestHome;

beforeEach(async () => {
  there = sharedVillage({ perPage: 2 });
  here = await testHome({ connectors: [there.connector] });
});
afterEach(() => here.close());

const connect = (id: string, chat: string, change: Partial<Source> = {}) =>
  here.connect({ id, settings: { chat }, accountId: "bot1", every: 1, ...change });
const pullNow = async (sourceId = "a"): Promise<void> => {
  await send(here.ports, "pull", [{ job: { workspaceId: here.workspaceId, sourceId }, group: "bot1" }]);
  await here.settle();
};
const say = (externalId: string, place: string) =>
  there.stream.push({ ...found({ externalId, text: `Слова ${externalId}` }), place });
const sourceOf = async (externalId: string, brandId = here.brandId) =>
  (await getConversation(here.table, mentionId(brandId, "village", externalId)))?.sourceId;
const stateOf = async (id: string) => (await getSource(here.table, id))?.state.is;

describe("a stream that serves all sources of an account", () => {
  it("gives each place's mentions to the source that stands there, and keeps one cursor", async () => {
    await connect("a", "kitchen");
    await connect("b", "hall");
    say("m1", "kitchen");
    say("m2", "hall");
    say("m3", "hall");
    await pullNow();
    expect([await sourceOf("m1"), await sourceOf("m2"), await sourceOf("m3")]).toEqual(["a", "b", "b"]);
    expect((await getHealth(here.table, "bot1")).cursor).toBe("3");
    expect(await getHealth(here.table, "b")).toMatchObject({ found: 2, caughtUp: true, cursor: null });
  });

  it("drops what was said at places that nobody connected, and goes on", async () => {
    await connect("a", "kitchen");
    say("foreign", "a stranger's chat");
    say("ours", "kitchen");
    await pullNow();
    expect([await sourceOf("foreign"), await sourceOf("ours")]).toEqual([undefined, "a"]);
    expect(await getHealth(here.table, "bot1")).toMatchObject({ found: 1, unreadable: 0 });
  });

  it("gives what was said at one place to each brand that stands there", async () => {
    await connect("a", "kitchen");
    await connect("z", "kitchen", { brandId: "other" });
    say("m1", "kitchen");
    await pullNow();
    expect([await sourceOf("m1"), await sourceOf("m1", "other")]).toEqual(["a", "z"]);
  });

  it("is walked once a minute, however many sources ask", async () => {
    await connect("a", "kitchen");
    await connect("b", "hall");
    await connect("c", "yard");
    await schedule(here.ports.now(), here.ports);
    await schedule(here.ports.now(), here.ports);
    await here.settle();
    expect(there.pulls).toBe(1);
    expect(there.toldOf.map(({ sourceId }) => sourceId)).toEqual(["a", "b", "c"]);
  });

  it("goes on when the source that asked first was paused, and is deaf to that one's place", async () => {
    await connect("a", "kitchen", { state: { is: "paused", by: "anna@example.com" } });
    await connect("b", "hall");
    say("m1", "kitchen");
    say("m2", "hall");
    await schedule(here.ports.now(), here.ports);
    await here.settle();
    expect([await sourceOf("m1"), await sourceOf("m2")]).toEqual([undefined, "b"]);
    expect(there.toldOf.map(({ sourceId }) => sourceId)).toEqual(["b"]);
  });

  it("leaves a source whose settings cannot be read alone", async () => {
    await connect("a", "kitchen");
    await connect("b", "hall", { settings: { chat: 7 } });
    say("m1", "kitchen");
    await pullNow();
    expect(await sourceOf("m1")).toBe("a");
  });

  it("writes nothing on a re-poll without news but an hourly heartbeat", async () => {
    await connect("a", "kitchen");
    await connect("b", "hall");
    say("m1", "kitchen");
    await pullNow();
    const versions = async () =>
      Promise.all(["bot1", "a", "b"].map(async (id) => (await getHealth(here.table, id)).version));
    const before = await versions();
    here.pass(60);
    await pullNow();
    expect(await versions()).toEqual(before);
    here.pass(3600);
    await pullNow();
    expect(await versions()).toEqual(before.map((version) => version + 1));
  });

  it("waits as one when the network fails, and all are well again together", async () => {
    await connect("a", "kitchen");
    await connect("b", "hall");
    there.failNext = [{ at: "pull", with: fault("unavailable", later(3)) }];
    await pullNow();
    await pullNow("b");
    const ill = await Promise.all(["a", "b"].map((id) => getHealth(here.table, id)));
    expect(ill.map((health) => health.fault?.kind)).toEqual(["unavailable", "unavailable"]);
    expect(there.pulls).toBe(1);
    here.pass(200);
    await here.sweep();
    await here.settle();
    const well = await Promise.all(["a", "b"].map((id) => getHealth(here.table, id)));
    expect(well.map((health) => health.fault)).toEqual([undefined, undefined]);
    expect(there.pulls).toBe(2);
  });

  it("is tried at once when a person asks for one of its sources", async () => {
    await connect("a", "kitchen");
    await connect("b", "hall");
    there.failNext = [{ at: "pull", with: fault("throttled", later(60)) }];
    await pullNow();
    await (await desk(here)).call("POST /api/sources/:id/pull", { id: "b" });
    await here.settle();
    expect(there.pulls).toBe(2);
  });

  it("pauses all of its sources when the sign-in is refused", async () => {
    await connect("a", "kitchen");
    await connect("b", "hall");
    there.failNext = [{ at: "pull", with: fault("unauthorized") }];
    await pullNow();
    expect([await stateOf("a"), await stateOf("b")]).toEqual(["paused", "paused"]);
  });

  it("pauses the one place that broke and reads the others on", async () => {
    await connect("a", "kitchen");
    await connect("b", "hall");
    say("m1", "kitchen");
    there.faults = [{ place: "hall", fault: fault("gone") }];
    await pullNow();
    expect([await stateOf("a"), await stateOf("b"), await sourceOf("m1")]).toEqual(["active", "paused", "a"]);
    expect((await getHealth(here.table, "b")).fault).toMatchObject({ kind: "gone" });
    expect((await getHealth(here.table, "bot1")).fault).toBeUndefined();
  });

  it("takes the broken place up again when something comes from there", async () => {
    await connect("a", "kitchen");
    await connect("b", "hall");
    there.faults = [{ place: "hall", fault: fault("gone") }];
    await pullNow();
    say("m2", "hall");
    await pullNow();
    expect([await stateOf("b"), await sourceOf("m2")]).toEqual(["active", "b"]);
    expect((await getHealth(here.table, "b")).fault).toBeUndefined();
  });

  it("loses nothing when the worker dies before the cursor is saved", async () => {
    await connect("a", "kitchen");
    say("m1", "kitchen");
    say("m2", "kitchen");
    say("m3", "kitchen");
    const { table } = here.ports;
    let writes = 0;
    here.ports.table = {
      ...table,
      commit: (all) => {
        if (all.some((one) => "put" in one && one.put.pk.endsWith("/health")) && writes++ === 0)
          throw new Error("the machine is gone");
        return table.commit(all);
      },
    };
    await pullNow();
    here.pass(10);
    await here.settle();
    expect([await sourceOf("m1"), await sourceOf("m2"), await sourceOf("m3")]).toEqual(["a", "a", "a"]);
  });

  it("keeps its place in the slots of sources that were saved by an older version", async () => {
    const source = await connect("a", "kitchen");
    await saveSource({ scoped: here.table, all: here.ports.table }, source);
    const [slot] = (await here.ports.table.query({ pk: "#slot.1.0", limit: 9 })).rows;
    expect(slot?.body).toMatchObject({ s: "a", g: "bot1", n: "village" });
  });
});
