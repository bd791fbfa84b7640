import { foundWorkspace } from "@otklik/core/api/handle/sessions";
import { send } from "@otklik/core/pipeline/jobs";
import type { Change } from "@otklik/core/ports";
import { scopedTable } from "@otklik/core/table-scope";
import { liveHub } from "@otklik/local/live";
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { desk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { found } from "../support/mentions.ts";
import { type ServedHome, servedHome } from "../support/served-home.ts";

describe("the hub", () => {
  afterEach(() => vi.useRealTimers());
  const change = (workspace: string, sk: string, pk = "m.brand1.7"): Change => ({
    key: { pk: `${workspace}/${pk}`, sk },
    row: null,
  });
  const told = (hub: ReturnType<typeof liveHub>, workspace: string) => {
    const heard: string[][] = [];
    return { heard, unlisten: hub.listen(workspace, (brands) => void heard.push([...brands])) };
  };

  it("tells once a second at most, naming each brand once", () => {
    vi.useFakeTimers();
    const hub = liveHub();
    const { heard } = told(hub, "mine");
    hub.note([change("mine", "brand1-a"), change("mine", "brand1-b")]);
    hub.note([change("mine", "brand2-c")]);
    expect(heard).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(heard).toEqual([["brand1", "brand2"]]);
    hub.note([change("mine", "brand1-a")]);
    vi.advanceTimersByTime(1000);
    expect(heard).toEqual([["brand1", "brand2"], ["brand1"]]);
  });

  it("tells of a brand again when its figures have followed", () => {
    vi.useFakeTimers();
    const hub = liveHub();
    const { heard } = told(hub, "mine");
    hub.note([change("mine", "brand1", "versions")]);
    vi.advanceTimersByTime(1000);
    expect(heard).toEqual([["brand1"]]);
  });

  it("tells of what belongs to no brand too, such as a source", () => {
    vi.useFakeTimers();
    const hub = liveHub();
    const { heard } = told(hub, "mine");
    hub.note([change("mine", "source1", "sources")]);
    vi.advanceTimersByTime(1000);
    expect(heard).toEqual([[]]);
  });

  it("tells those of other workspaces nothing, nor those who have gone", () => {
    vi.useFakeTimers();
    const hub = liveHub();
    const [mine, theirs, gone] = [told(hub, "mine"), told(hub, "theirs"), told(hub, "mine")];
    gone.unlisten();
    hub.note([change("mine", "brand1-a")]);
    vi.advanceTimersByTime(5000);
    expect([mine.heard, theirs.heard, gone.heard]).toEqual([[["brand1"]], [], []]);
  });
});

describe("the stream of changes", () => {
  let served: ServedHome;
  beforeAll(async () => {
    served = await servedHome();
    await served.here.connect();
  });
  afterAll(() => served.close());

  /** What the stream has said so far; it is open once this resolves. */
  async function listening(
    cookie: string,
  ): Promise<{ said(): string; type: string | null; hasEnded(): boolean }> {
    const hangUp = new AbortController();
    onTestFinished(() => hangUp.abort());
    const { body, headers } = await fetch(`${served.url}/api/live`, {
      headers: { cookie },
      signal: hangUp.signal,
    });
    let said = "";
    let ended = false;
    void (async () => {
      for await (const chunk of body ?? []) said += Buffer.from(chunk).toString();
      ended = true;
    })().catch(() => undefined); // hung up
    const stream = { said: () => said, type: headers.get("content-type"), hasEnded: () => ended };
    await eventually(async () => expect(said).toContain("event: beat"));
    return stream;
  }
  const review = async (externalId: string): Promise<void> => {
    served.there.said.push(found({ externalId }));
    await send(served.here.ports, "pull", [
      { job: { workspaceId: served.here.workspaceId, sourceId: "source1" } },
    ]);
    for (const queue of ["pull", "label", "response"] as const) await served.here.work(queue);
  };

  it("says within two seconds which brand has changed", async () => {
    const { said, type } = await listening(served.cookie);
    expect(type).toContain("text/event-stream");
    await review("r-live");
    const changed = `event: changed\ndata: {"brands":["${served.here.brandId}"]}`;
    await eventually(async () => expect(said()).toContain(changed), 2000);
  });

  it("ends, and says nothing more, once its person has signed out", async () => {
    const leaver = await desk(served.here, "leaver@example.com");
    const { said, hasEnded } = await listening(leaver.cookie);
    await leaver.call("POST /api/sign-out", {});
    await review("r-after");
    await eventually(async () => expect(hasEnded()).toBe(true), 4000);
    expect(said()).not.toContain("event: changed");
  });

  it("says nothing of it to another workspace", async () => {
    const { ports } = served.here;
    const { workspace } = await foundWorkspace(ports, { name: "Чужая", kind: "own" });
    const stranger = await desk({ ports, workspaceId: workspace.id }, "stranger@example.com");
    await eventually(async () => expect((await served.here.home.feed.read(null, 1)).changes).toEqual([]));
    const [mine, theirs] = [await listening(served.cookie), await listening(stranger.cookie)];
    await review("r-other");
    await eventually(async () => expect(mine.said()).toContain(served.here.brandId), 2000);
    expect(theirs.said()).not.toContain("event: changed");
    await scopedTable(ports.table, workspace.id).commit([{ put: { pk: "sources", sk: "s", body: {} } }]);
    await eventually(
      async () => expect(theirs.said()).toContain('event: changed\ndata: {"brands":[]}'),
      2000,
    );
  });
});
