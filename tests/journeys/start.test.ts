// What a person meets who starts the product for the first time, stops it, kills it and starts it again.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { InboxCard, MeView } from "@otklik/core/api/views";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildWeb } from "../support/built-web.ts";
import { otklik } from "../support/command.ts";
import { eventually } from "../support/eventually.ts";
import { homePlaces } from "../support/home-places.ts";
import {
  type Browser,
  browserWith,
  type RunningService,
  signIn,
  startOtklik,
} from "../support/running-service.ts";
import { keptFolder } from "../support/temporary-folder.ts";

const { path: folder, remove } = keptFolder();
const environment = homePlaces(folder, "demo");
const freePorts = ["--port", "0", "--sandbox-port", "0"];
const words = "Спасибо за отзыв! Мы передали его технологу.";

let service: RunningService;
let person: Browser;
let me: MeView;
let answered: InboxCard;

const sandboxOf = (running: RunningService): string =>
  /sandbox +(http:\S+)/.exec(running.said())?.[1] ?? "none was named";
const shopPage = async (): Promise<string> => (await fetch(`${sandboxOf(service)}/wildberries/?all`)).text();
const isAnswering = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );
const inbox = async (): Promise<InboxCard[]> =>
  (await person.call("GET /api/inbox", { brand: me.brands[0]?.id ?? "", limit: 200 })).cards;
const reply = (id: string, text: string, name: string) =>
  person.call("POST /api/conversations/:id/replies", { id, reply: `${name}0000000000000000`, text });

beforeAll(async () => {
  await buildWeb();
  service = await startOtklik(freePorts, environment);
}, 120_000);
afterAll(async () => {
  await service.kill();
  remove();
});

describe("the first start", () => {
  it("says where it is, and prints one link that signs in", async () => {
    const said = service.said();
    expect(said).toContain(`open      ${service.url}`);
    expect(said).toContain(`data      ${environment.OTKLIK_DATA}`);
    expect(said).toContain(`${environment.OTKLIK_KEY_FILE} (new: keep a copy`);
    expect(said.match(/sign-in#token=/g)).toHaveLength(1);
    person = await signIn(service);
    me = await person.call("GET /api/me", {});
    expect(me).toMatchObject({ workspace: { kind: "demo" }, sandboxUrl: sandboxOf(service) });
    await expect(signIn(service)).rejects.toThrow("401");
  });

  it("fills the demo's inbox within a minute with labelled mentions, most pressing first", async () => {
    const cards = await eventually(async () => {
      const found = await inbox();
      expect(found.length).toBeGreaterThan(100);
      expect((await person.call("GET /api/sources", {}))[0]?.caughtUp).toBe(true);
      return found;
    }, 60_000);
    expect(new Set(cards.map(({ priority }) => priority)).size).toBeGreaterThan(2);
    expect(new Set(cards.map(({ sentiment }) => sentiment)).size).toBeGreaterThan(2);
    expect(cards.filter(({ language }) => language === "ru").length).toBeGreaterThan(cards.length / 2);
    const ranks = cards.map(({ rankAt }) => rankAt);
    expect(ranks).toEqual([...ranks].sort());
  }, 70_000);

  it("carries a reply to the network's own page", async () => {
    answered = (await inbox()).find(({ kind }) => kind === "review") as InboxCard;
    const { state } = await reply(answered.id, words, "first");
    expect(state).toBe("approved");
    expect(await shopPage()).not.toContain(words);
    await eventually(async () => expect(await shopPage()).toContain(words), 25_000);
  });
});

describe("a start that cannot be", () => {
  let taken: Server;
  let port: number;
  beforeAll(async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    port = (taken.address() as AddressInfo).port;
  });
  afterAll(() => taken.close());

  it("in a folder that is in use says who uses it and what to do", async () => {
    const second = await otklik(["start", ...freePorts], { environment });
    expect(second.code).toBe(1);
    expect(second.told).toContain(`The folder ${environment.OTKLIK_DATA} is in use`);
    expect(second.told).toContain(`process ${service.pid}`);
    expect(second.told).toContain("Stop that one first, or name another folder.");
    expect(second.told.split("\n")).toHaveLength(2);
  });

  it.each([
    ["--port", ["--empty", "--port"]],
    ["--sandbox-port", ["--port", "0", "--sandbox-port"]],
  ])("at a taken port says which, and to choose another with %s", async (option, args) => {
    const ended = await otklik(["start", ...args, String(port)], {
      environment: homePlaces(folder, "blocked"),
    });
    expect([ended.code, ended.out]).toEqual([1, ""]);
    expect(ended.told).toMatch(new RegExp(`Port ${port} .*is taken by another program`));
    expect(ended.told).toContain(`${option} ${port + 10}`);
    expect(ended.told).not.toContain("    at ");
  });
});

describe("after a kill -9", () => {
  let before: InboxCard[];
  let orphan: string;
  let late: InboxCard;

  beforeAll(async () => {
    before = await inbox();
    late = before.find(({ id, kind }) => id !== answered.id && kind === "review") as InboxCard;
    await reply(late.id, "Этот ответ ещё можно было отменить.", "second");
    orphan = sandboxOf(service);
    await service.kill();
  });

  it("the sandbox ends with the service", async () => {
    await eventually(async () => expect(await isAnswering(orphan)).toBe(false));
  });

  it("the next start has everything that was there, under the same session", async () => {
    service = await startOtklik(freePorts, environment);
    person = browserWith(service.url, person.cookie);
    expect((await person.call("GET /api/me", {})).sandboxUrl).toBe(sandboxOf(service));
    const now = (await inbox()).map(({ id }) => id);
    expect(now).toEqual(expect.arrayContaining(before.map(({ id }) => id).filter((id) => id !== late.id)));
    const { replies } = await person.call("GET /api/conversations/:id", { id: answered.id });
    expect(replies).toMatchObject([{ text: words }]);
    expect(await shopPage()).toContain(words);
  });

  it("a reply that was still to go out goes out", async () => {
    await eventually(
      async () => expect(await shopPage()).toContain("Этот ответ ещё можно было отменить."),
      25_000,
    );
    const journal = await fetch(`${sandboxOf(service)}/wildberries/__journal`);
    expect(await journal.json()).toMatchObject({ repeated: [] });
  });
});

describe("stopping", () => {
  it("takes a few seconds at most, ends well, and leaves no process behind", async () => {
    const sandbox = sandboxOf(service);
    const asked = Date.now();
    expect(await service.stop()).toBe(0);
    expect(Date.now() - asked).toBeLessThan(5000);
    expect(await isAnswering(service.url)).toBe(false);
    expect(await isAnswering(sandbox)).toBe(false);
  });
});

describe("an empty start", () => {
  it("has no sandbox and no demo, and leads into a workspace of one's own", async () => {
    service = await startOtklik(["--empty", "--port", "0"], homePlaces(folder, "own"));
    expect(service.said()).not.toMatch(/sandbox|demo/);
    const owner = await signIn(service);
    const { workspace, workspaces, brands, sandboxUrl } = await owner.call("GET /api/me", {});
    expect(workspace.kind).toBe("own");
    expect([workspaces.length, brands.length, sandboxUrl]).toEqual([1, 1, undefined]);
    expect(await owner.call("GET /api/sources", {})).toEqual([]);
  });
});
