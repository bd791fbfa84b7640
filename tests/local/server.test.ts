import { readdirSync } from "node:fs";
import { type IncomingMessage, request as rawRequest } from "node:http";
import { dirname, join } from "node:path";
import { routes } from "@otklik/core/api/routes";
import { admitUser, makeLink } from "@otklik/core/workspace/workspace-store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { page, type ServedHome, script, servedHome } from "../support/served-home.ts";

const ours = { "x-otklik": "1" };
const json = { ...ours, "content-type": "application/json" };
const mostUploaded = 3_000_000;
const publicUrl = "https://otklik.example";
type Body = NonNullable<RequestInit["body"]> | null;

let served: ServedHome;

beforeAll(async () => {
  served = await servedHome({ mostUploaded, publicUrl });
});
afterAll(() => served.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${served.url}${path}`, { headers: { cookie: served.cookie, ...headers } });
const post = (path: string, headers: Record<string, string>, body: Body = "{}") =>
  fetch(`${served.url}${path}`, {
    method: "POST",
    headers: { cookie: served.cookie, ...headers },
    body,
    ...(body instanceof ReadableStream ? { duplex: "half" as const } : {}),
  });
const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { error: { code: string } }).error.code;

/** A request as it is written, which fetch would tidy up first. */
const asWritten = (path: string): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(served.url);
    const request = rawRequest({ host: "127.0.0.1", port, path }, async (response: IncomingMessage) => {
      resolve({ status: response.statusCode ?? 0, body: Buffer.concat(await response.toArray()).toString() });
    });
    request.on("error", reject).end();
  });

/** A body of that many bytes whose length nobody states. */
const streamOf = (bytes: number): ReadableStream<Uint8Array> => {
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      const chunk = new Uint8Array(Math.min(left, 100_000)).fill(7);
      left -= chunk.length;
      controller.enqueue(chunk);
      if (left === 0) controller.close();
    },
  });
};

describe("a network's push", () => {
  const nobodys = `/hooks/wildberries/${"0".repeat(32)}`;

  it("needs no session and no page of ours, and an address that nobody has tells nothing", async () => {
    const answer = await fetch(`${served.url}${nobodys}`, { method: "POST", body: "{}" });
    expect([answer.status, await answer.text()]).toEqual([404, ""]);
  });

  it("of more than two megabytes is not read", async () => {
    const answer = await fetch(`${served.url}${nobodys}`, {
      method: "POST",
      body: streamOf(3_000_000),
      duplex: "half",
    } as RequestInit);
    expect(answer.status).toBe(413);
  });
});

describe("without a session", () => {
  const wanting = Object.entries(routes).filter(([, { rule }]) => rule === "session");
  const paths = [
    ...wanting.map(([name]) => name.replace(/:\w+/g, "x")),
    "POST /api/files?name=a.csv",
    "GET /api/live",
    "GET /api/media/x/y/0",
  ];
  it.each(paths)("%s answers 401 and nothing else", async (name) => {
    const [method = "", path = ""] = name.split(" ");
    const body = method === "GET" ? {} : { body: "{}" };
    const asked = (cookie: string) =>
      fetch(`${served.url}${path}`, { method, headers: { ...json, cookie }, ...body });
    const [none, guessed] = [await asked(""), await asked("otklik=guessed")];
    expect([none.status, guessed.status]).toEqual([401, 401]);
    expect(await codeOf(none)).toBe("signed-out");
  });

  it("anyone may ask whether the service lives, and sees the web app", async () => {
    expect(await (await fetch(`${served.url}/health`)).json()).toEqual({
      ok: true,
      version: expect.any(String),
    });
    expect(await (await fetch(`${served.url}/`)).text()).toBe(page);
  });
});

describe("a session", () => {
  const link = async () => {
    const { ports, workspaceId } = served.here;
    const { table, random } = ports;
    await admitUser(ports, "boris@example.com", workspaceId);
    return makeLink({ table, random, now: ports.now() }, { email: "boris@example.com", workspaceId });
  };

  /** fetch would not let a test name the host. */
  const signedIn = async (named: Record<string, string>): Promise<string> => {
    const token = await link();
    return new Promise((resolve, reject) => {
      const request = rawRequest(`${served.url}/api/sign-in`, {
        method: "POST",
        headers: { ...json, ...named },
      });
      request.on("response", (response) =>
        resolve(response.headers["set-cookie"]?.[0] ?? `${response.statusCode}`),
      );
      request.on("error", reject).end(JSON.stringify({ token }));
    });
  };

  it("begins with a cookie that no script reads and no other site sends", async () => {
    const response = await post("/api/sign-in", json, JSON.stringify({ token: await link() }));
    const set = response.headers.get("set-cookie") ?? "";
    expect(response.status).toBe(200);
    expect(set.split("; ")).toEqual(expect.arrayContaining(["HttpOnly", "SameSite=Lax", "Path=/"]));
    expect(set).not.toContain("Secure");
    const me = await get("/api/me", { cookie: set.split(";")[0] ?? "" });
    expect(await me.json()).toMatchObject({ email: "boris@example.com" });
  });

  it.each([
    ["kept its name", { origin: publicUrl, host: new URL(publicUrl).host }],
    ["put its own", { origin: publicUrl }],
  ])("is for HTTPS alone at an HTTPS address, before which a proxy has %s", async (_, named) => {
    const set = await signedIn(named);
    expect(set.split("; ")).toContain("Secure");
  });

  it("is not said to be of HTTPS by whoever claims it", async () => {
    const set = await signedIn({ "x-forwarded-proto": "https", "x-forwarded-host": new URL(publicUrl).host });
    expect(set).not.toContain("Secure");
  });

  it("ends when its person signs out", async () => {
    const response = await post("/api/sign-in", json, JSON.stringify({ token: await link() }));
    const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
    const out = await post("/api/sign-out", { ...json, cookie });
    expect(out.headers.get("set-cookie")).toMatch(/^otklik=;.*Max-Age=0/);
    expect((await get("/api/me", { cookie })).status).toBe(401);
  });
});

describe("a write that another site asks for", () => {
  const foreign: [string, Record<string, string>][] = [
    ["without our header", { "content-type": "application/json" }],
    ["as a form", { "content-type": "application/x-www-form-urlencoded" }],
    ["with a foreign origin", { ...json, origin: "https://evil.example" }],
    ["from a sandboxed frame", { ...json, origin: "null" }],
  ];
  it.each(foreign)("is refused %s, also where no session is wanted", async (_, headers) => {
    for (const path of ["/api/workspaces", "/api/sign-in", "/api/files"]) {
      const response = await post(path, headers);
      expect([path, response.status, await codeOf(response)]).toEqual([path, 403, "forbidden"]);
    }
  });

  it("gets no leave from a preflight", async () => {
    const response = await fetch(`${served.url}/api/workspaces`, {
      method: "OPTIONS",
      headers: { origin: "https://evil.example", "access-control-request-headers": "x-otklik" },
    });
    expect(response.headers.has("access-control-allow-origin")).toBe(false);
    expect(response.headers.has("access-control-allow-headers")).toBe(false);
  });

  it("is let through from our own page", async () => {
    const response = await post("/api/conversations/x/close", { ...json, origin: served.url });
    expect([response.status, await codeOf(response)]).toEqual([404, "not-found"]);
  });
});

describe("an upload", () => {
  const blobFolder = (): string => {
    const { file } = served.here.home.db.prepare("PRAGMA database_list").get() as { file: string };
    return join(dirname(file), "blobs");
  };
  const filesIn = (folder: string): number =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;

  it("is stored byte for byte, though it is larger than any other request may be", async () => {
    const response = await post(
      `/api/files?name=${encodeURIComponent("отзывы.csv")}`,
      ours,
      streamOf(2_500_000),
    );
    const { blob, name } = (await response.json()) as { blob: string; name: string };
    expect(name).toBe("отзывы.csv");
    expect(blob).toMatch(new RegExp(`^upload/${served.here.workspaceId}/`));
    const kept = new Uint8Array(await new Response(await served.here.ports.blob.get(blob)).arrayBuffer());
    expect(kept).toEqual(new Uint8Array(2_500_000).fill(7));
  });

  it("that is too large by its own word is refused before it is read", async () => {
    const response = await post("/api/files?name=a", ours, new Uint8Array(mostUploaded + 1));
    expect([response.status, await codeOf(response)]).toEqual([413, "too-large"]);
  });

  it("that turns out too large is refused, and nothing of it stays", async () => {
    const before = filesIn(blobFolder());
    const response = await post("/api/files?name=a", ours, streamOf(mostUploaded + 200_000));
    expect([response.status, await codeOf(response)]).toEqual([413, "too-large"]);
    expect(filesIn(blobFolder())).toBe(before);
  });

  it("of nothing is refused", async () => {
    const response = await post("/api/files?name=a", ours, null);
    expect([response.status, await codeOf(response)]).toEqual([400, "bad-input"]);
  });
});

describe("a request's body", () => {
  const draft = (body: Body) =>
    fetch(`${served.url}/api/conversations/x/draft`, {
      method: "PUT",
      headers: { ...json, cookie: served.cookie },
      body,
      ...(body instanceof ReadableStream ? { duplex: "half" as const } : {}),
    });

  it("holds 2 MB at most, whether it states its length or not", async () => {
    const large = new Uint8Array(2_000_001).fill(32);
    const [stated, streamed] = [await draft(large), await draft(streamOf(2_000_001))];
    expect([stated.status, await codeOf(stated)]).toEqual([413, "too-large"]);
    expect([streamed.status, await codeOf(streamed)]).toEqual([413, "too-large"]);
  });

  it("of 2 MB is read, and refused for what it says", async () => {
    const text = "я".repeat(900_000);
    const response = await draft(JSON.stringify({ text, version: 0 }));
    expect([response.status, await codeOf(response)]).toEqual([400, "bad-input"]);
  });
});

describe("an unknown address of the API", () => {
  it.each(["/api", "/api/", "/api/nothing", "/api/conversations", "/api/files"])(
    "%s is a 404 in JSON, not the web app",
    async (path) => {
      const response = await get(path);
      expect(response.headers.get("content-type")).toContain("application/json");
      expect([response.status, await codeOf(response)]).toEqual([404, "not-found"]);
    },
  );

  it("that is not well formed is refused as such", async () => {
    const { status, body } = await asWritten("/api/conversations/%E0%A4%A");
    expect([status, JSON.parse(body).error.code]).toEqual([400, "bad-input"]);
  });
});

describe("the web app", () => {
  it("is its one page at every address of its own, asked for anew each time", async () => {
    for (const path of ["/", "/inbox", "/inbox/b1-x", "/sign-in", "/sources?x=1"]) {
      const response = await get(path);
      expect(response.headers.get("cache-control")).toBe("no-cache");
      expect(response.headers.get("content-type")).toContain("text/html");
      expect(await response.text()).toBe(page);
    }
  });

  it("keeps its built files for ever, and never takes its page for a missing one", async () => {
    const there = await get("/assets/app-1a2b.js");
    expect(await there.text()).toBe(script);
    expect(there.headers.get("cache-control")).toContain("immutable");
    const missing = await get("/assets/app-old.js");
    expect(missing.status).toBe(404);
    expect(missing.headers.get("cache-control")).toBeNull();
  });

  it.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/..\\secret.txt",
    "/..%5csecret.txt",
    "/assets/../../secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/assets/%252e%252e/%252e%252e/secret.txt",
    "//secret.txt",
    "/secret.txt%00.js",
  ])("leads to nothing beside it: %s", async (path) => {
    const { body } = await asWritten(path);
    expect(body).not.toContain("secret");
  });

  it("answers HEAD as GET, without a body", async () => {
    const head = (path: string) =>
      fetch(`${served.url}${path}`, { method: "HEAD", headers: { cookie: served.cookie } });
    const answers = await Promise.all(["/", "/inbox", "/api/me", "/api/nothing", "/api/live"].map(head));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404, 200]);
    expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(["", "", "", "", ""]);
  });
});

describe("every answer", () => {
  it.each(["/", "/inbox/x", "/assets/app-1a2b.js", "/assets/none.js", "/api/me", "/api/nothing", "/health"])(
    "of %s tells the browser to run and to frame nothing of strangers",
    async (path) => {
      const { headers } = await get(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy.split(/; */)).toEqual(
        expect.arrayContaining([
          "default-src 'self'",
          "frame-ancestors 'none'",
          "object-src 'none'",
          "base-uri 'none'",
          "form-action 'self'",
        ]),
      );
      expect(policy).not.toMatch(/script-src|unsafe-eval|https?:|\*/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("referrer-policy")).toBe("same-origin");
      expect(headers.has("x-powered-by")).toBe(false);
    },
  );

  it("of the API stays in no cache", async () => {
    expect((await get("/api/me")).headers.get("cache-control")).toBe("no-store");
  });
});

describe("a defect", () => {
  it("is answered without a word of its cause, and logged without one too", async () => {
    const broken = await servedHome({
      change: (ports) => ({
        ...ports,
        table: { ...ports.table, get: () => Promise.reject(new Error("Вода в чайнике")) },
      }),
    });
    try {
      for (const path of ["/api/me", "/api/live", "/api/media/a/b/0"]) {
        const response = await fetch(`${broken.url}${path}`, { headers: { cookie: broken.cookie } });
        const body = await response.text();
        expect([response.status, JSON.parse(body).error.code]).toEqual([500, "defect"]);
        expect(body).not.toContain("Вода");
      }
      const logged = broken.lines.map((line) => JSON.parse(line));
      expect(logged).toMatchObject(Array(3).fill({ event: "request.failed", level: "error" }));
      expect(broken.lines.join("")).not.toContain("Вода");
    } finally {
      await broken.close();
    }
  });
});
