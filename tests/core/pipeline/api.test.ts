import { foundWorkspace } from "@otklik/core/api/handle/sessions";
import { type RouteName, routes } from "@otklik/core/api/routes";
import { mentionId } from "@otklik/core/id";
import { api } from "@otklik/core/pipeline/api";
import { makeLink } from "@otklik/core/workspace/workspace-store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { desk, request } from "../../support/desk.ts";
import { type TestHome, testHome } from "../../support/home.ts";
import { found, later } from "../../support/mentions.ts";
import { type Village, village } from "../../support/village.ts";

let there: Village;
let here: TestHome;
let anna: Awaited<ReturnType<typeof desk>>;

beforeEach(async () => {
  there = village();
  here = await testHome({ connectors: [there.connector] });
  there.said = Array.from({ length: 12 }, (_, n) =>
    found({
      externalId: `r-${n}`,
      text: n % 2 ? `Отлично ${n}` : `Ужасно ${n}, протёк`,
      rating: { stars: n % 2 ? 5 : 1, outOf: 5 },
      postedAt: later(-n),
    }),
  );
  await here.connect();
  await here.pull();
  anna = await desk(here);
});
afterEach(() => here.close());

const sample: Record<string, string> = { id: "x", reply: "reply0000000000000001" };
const inputFor = (name: string): Record<string, unknown> =>
  Object.fromEntries(
    [...name.matchAll(/:([a-z]+)/g)].map(([, variable = ""]) => [variable, sample[variable] ?? "x"]),
  );

describe("signing in", () => {
  it.each(Object.keys(routes).filter((name) => routes[name as RouteName].rule === "session"))(
    "is wanted by %s",
    async (name) => {
      expect((await request(here.ports, name, inputFor(name), "")).status).toBe(401);
      expect((await request(here.ports, name, inputFor(name), "otklik=guessed")).status).toBe(401);
    },
  );

  it("leaves no row behind once a session or a link has expired, and takes none that holds", async () => {
    const { table, random } = here.ports;
    const rowsOf = (kind: string) =>
      here.home.db.prepare("SELECT pk FROM table_row WHERE pk LIKE ?").all(`#${kind}.%`).length;
    await makeLink(
      { table, random, now: here.ports.now() },
      { email: "a@b.ru", workspaceId: here.workspaceId },
    );
    here.pass(20 * 24 * 3600);
    await desk(here, "late@example.com");
    await here.sweep();
    expect([rowsOf("session"), rowsOf("link")]).toEqual([2, 0]);
    here.pass(11 * 24 * 3600);
    await here.sweep();
    expect(rowsOf("session")).toBe(1);
    expect((await anna.call("GET /api/me", {})).status).toBe(401);
  });

  it("works once for a link, and not after its time", async () => {
    const { table, random } = here.ports;
    const link = { email: "anna@example.com", workspaceId: here.workspaceId };
    const make = () => makeLink({ table, random, now: here.ports.now() }, link);
    const [once, late] = [await make(), await make()];
    const signIn = async (token: string) =>
      (await request(here.ports, "POST /api/sign-in", { token }, "")).status;
    expect(await Promise.all([signIn(once), signIn(once), signIn(once)])).toEqual([200, 401, 401]);
    here.pass(25 * 3600);
    expect(await signIn(late)).toBe(401);
  });

  it("ends with signing out, and by itself after its days", async () => {
    await anna.call("POST /api/sign-out", {});
    expect((await anna.call("GET /api/me", {})).status).toBe(401);
    const again = await desk(here);
    here.pass(31 * 24 * 3600);
    expect((await again.call("GET /api/me", {})).status).toBe(401);
  });

  it("keeps no token in the table, only its hash", async () => {
    const token = anna.cookie.split("=")[1] ?? "";
    const rows = here.home.db.prepare("SELECT * FROM sqlite_schema WHERE type = 'table'").all() as {
      name: string;
    }[];
    const all = rows.flatMap(({ name }) => {
      const plain = /fts|search|lock/i.test(name)
        ? []
        : here.home.db.prepare(`SELECT * FROM "${name}"`).all();
      return JSON.stringify(plain);
    });
    expect(token.length).toBeGreaterThan(30);
    expect(all.join("")).not.toContain(token);
  });
});

describe("a write", () => {
  const write = (headers: Record<string, string>) =>
    api(
      {
        method: "POST",
        path: "/api/sign-out",
        query: {},
        headers: { cookie: anna.cookie, host: "127.0.0.1:4410", ...headers },
        body: "{}",
      },
      here.ports,
      { signal: AbortSignal.timeout(1000), secure: false },
    );

  it("is refused when it does not come from our own page", async () => {
    const ours = { "x-otklik": "1" };
    expect((await write({})).status).toBe(403);
    expect((await write({ ...ours, origin: "https://evil.example" })).status).toBe(403);
    expect((await write({ ...ours, origin: "null" })).status).toBe(403);
    expect((await write({ ...ours, "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect(
      (await write({ ...ours, origin: "http://127.0.0.1:4410", "sec-fetch-site": "same-origin" })).status,
    ).toBe(200);
  });

  it("is refused clearly when it is not JSON, or not what the route wants", async () => {
    const bad = await api(
      {
        method: "POST",
        path: "/api/workspaces",
        query: {},
        headers: { cookie: anna.cookie, "x-otklik": "1" },
        body: "{oops",
      },
      here.ports,
      { signal: AbortSignal.timeout(1000), secure: false },
    );
    expect([bad.status, JSON.parse(String(bad.body)).error.message]).toEqual([
      400,
      "The body of this request is not JSON.",
    ]);
    expect((await anna.call("POST /api/workspaces", { name: " " })).error?.message).toContain("name");
  });

  it("is refused in both languages, the message being the English one", async () => {
    const { error } = await anna.call("POST /api/sources/:id/pull", { id: "nowhere" });
    expect(error).toEqual({
      code: "not-found",
      message: "There is no such source in this workspace.",
      said: {
        ru: "Такого источника на этом рабочем месте нет.",
        en: "There is no such source in this workspace.",
      },
    });
  });

  it("names the field that does not suit in both languages", async () => {
    const { error } = await anna.call("POST /api/workspaces", { name: " " });
    expect(error?.said.ru).toBe("Поле «name»: такое значение не подходит.");
    expect(error?.said.en).toBe(error?.message);
  });
});

describe("the inbox", () => {
  it("shows the most pressing first, page by page, none twice", async () => {
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const { body } = await anna.call("GET /api/inbox", {
        brand: here.brandId,
        limit: 5,
        ...(after ? { after } : {}),
      });
      ids.push(...body.cards.map(({ id }) => id));
      after = body.next ?? undefined;
    } while (after);
    expect(new Set(ids).size).toBe(12);
    const first = await anna.call("GET /api/inbox", { brand: here.brandId, limit: 6 });
    expect(new Set(first.body.cards.map(({ sentiment }) => sentiment))).toEqual(new Set(["negative"]));
  });

  it("narrows by facets, and counts each exactly", async () => {
    here.pass(5);
    await here.settle();
    const { body } = await anna.call("GET /api/inbox", { brand: here.brandId, sentiment: ["positive"] });
    expect(body.cards).toHaveLength(6);
    const counts = await anna.call("GET /api/counts", { brand: here.brandId });
    expect(counts.body).toMatchObject({
      all: 12,
      bySentiment: { positive: 6, negative: 6 },
      byNetwork: { village: 12 },
    });
  });

  it("finds by words", async () => {
    const { body } = await anna.call("GET /api/search", { brand: here.brandId, words: "протёк" });
    expect(body.cards).toHaveLength(6);
    expect(body.of).toBe("all");
  });

  it("lets a conversation be closed, opened again and put off until its time", async () => {
    const id = mentionId(here.brandId, "village", "r-0");
    const status = async () => (await anna.call("GET /api/conversations/:id", { id })).body.status.is;
    await anna.call("POST /api/conversations/:id/close", { id });
    expect(await status()).toBe("closed");
    await anna.call("POST /api/conversations/:id/reopen", { id });
    await anna.call("POST /api/conversations/:id/snooze", { id, until: later(60).toISOString() });
    expect(await status()).toBe("snoozed");
    await here.sweep();
    expect(await status()).toBe("snoozed");
    here.pass(3601);
    await here.sweep();
    expect(await status()).toBe("open");
  });

  it("keeps a draft for everyone, and tells the second writer of the first", async () => {
    const id = mentionId(here.brandId, "village", "r-0");
    const mine = await anna.call("PUT /api/conversations/:id/draft", { id, text: "раз", version: 0 });
    const boris = await desk(here, "boris@example.com");
    const theirs = await boris.call("PUT /api/conversations/:id/draft", { id, text: "два", version: 0 });
    expect(theirs.error).toMatchObject({ code: "conflict", detail: { text: "раз", by: "anna@example.com" } });
    const next = await boris.call("PUT /api/conversations/:id/draft", {
      id,
      text: "два",
      version: mine.body.version,
    });
    expect(next.body.version).toBe(mine.body.version + 1);
  });
});

describe("a workspace", () => {
  it("shows nothing of another one, by any route", async () => {
    const id = mentionId(here.brandId, "village", "r-0");
    const other = await foundWorkspace(here.ports, { name: "Другие", kind: "own" });
    const eve = await desk({ ports: here.ports, workspaceId: other.workspace.id }, "eve@example.com");
    expect((await eve.call("GET /api/conversations/:id", { id })).status).toBe(404);
    expect((await eve.call("GET /api/inbox", { brand: here.brandId })).body.cards).toEqual([]);
    expect((await eve.call("GET /api/search", { brand: here.brandId, words: "" })).body.cards).toEqual([]);
    expect((await eve.call("GET /api/sources", {})).body).toEqual([]);
    expect((await eve.call("POST /api/sources/:id/pull", { id: "source1" })).status).toBe(404);
    expect((await eve.call("POST /api/conversations/:id/close", { id })).status).toBe(404);
    expect((await eve.call("POST /api/workspaces/:id/open", { id: here.workspaceId })).status).toBe(404);
    expect((await eve.call("PUT /api/conversations/:id/draft", { id, text: "x", version: 0 })).status).toBe(
      404,
    );
  });

  it("is made by a person who wants their own data, with a brand and templates to begin with", async () => {
    const { body } = await anna.call("POST /api/workspaces", { name: "Кофейни" });
    expect(body.workspace).toMatchObject({ name: "Кофейни", kind: "own" });
    expect(body.workspaces).toHaveLength(2);
    const brand = body.brands[0]?.id ?? "";
    expect((await anna.call("GET /api/templates", { brand })).body.length).toBeGreaterThan(3);
    expect((await anna.call("GET /api/sources", {})).body).toEqual([]);
  });
});

describe("the version of a brand", () => {
  it("grows once what was done is counted, and stays while nothing happens", async () => {
    const versionNow = async () =>
      (await anna.call("GET /api/brands/:id/version", { id: here.brandId })).body.version;
    const before = await versionNow();
    expect(await versionNow()).toBe(before);
    await anna.call("POST /api/conversations/:id/close", {
      id: mentionId(here.brandId, there.connector.network, "r-0"),
    });
    await here.settle();
    here.pass(5);
    await here.settle();
    expect(await versionNow()).toBeGreaterThan(before);
  });
});

describe("an upload", () => {
  const mb = 1_000_000;

  it("goes to the home's own server where the store has no address of its own", async () => {
    expect((await anna.call("POST /api/uploads", { bytes: mb })).body).toEqual({ url: null });
  });

  it("goes to the store's own address where it has one, under a name of this workspace", async () => {
    const asked: { key: string; bytes: number }[] = [];
    here.ports.blob.uploadUrl = async (key, bytes) => {
      asked.push({ key, bytes });
      return "https://store.example/put";
    };
    const { body } = await anna.call("POST /api/uploads", { bytes: mb });
    const folder = new RegExp(`^upload/${here.workspaceId}/[0-9a-z]{20}$`);
    expect(body).toEqual({ url: "https://store.example/put", blob: expect.stringMatching(folder) });
    expect(asked).toEqual([{ key: (body as { blob: string }).blob, bytes: mb }]);
  });

  it.each([
    [0, 400],
    [500 * mb + 1, 413],
  ])("of %i bytes is refused before it begins", async (bytes, status) => {
    expect((await anna.call("POST /api/uploads", { bytes })).status).toBe(status);
  });
});
