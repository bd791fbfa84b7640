import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { guardedHttp } from "@otklik/connectors/kit/guarded-http";
import { foundWorkspace } from "@otklik/core/api/handle/sessions";
import { NetworkFault } from "@otklik/core/errors";
import { mentionId } from "@otklik/core/id";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desk } from "../support/desk.ts";
import { found } from "../support/mentions.ts";
import { type ServedHome, servedHome } from "../support/served-home.ts";

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
const answering = (type: string, body: string | Uint8Array<ArrayBuffer>) => () =>
  Promise.resolve(new Response(body, { headers: { "content-type": type } }));

/** The strangers' servers, by address. */
const strangers: Record<string, () => Promise<Response>> = {
  "https://pics.example/ok.png": answering("image/png", png),
  "https://pics.example/film.jpg": answering("image/jpeg", png),
  "https://pics.example/page": answering("text/html", "<script>alert(1)</script>"),
  "https://pics.example/drawn.svg": answering("image/svg+xml", "<svg onload='alert(1)'/>"),
  "https://pics.example/gone.png": async () => new Response("", { status: 404 }),
  "https://pics.example/vast.png": answering("image/png", new Uint8Array(4_000_001)),
  "https://pics.example/down.png": () => Promise.reject(new NetworkFault("unavailable", "no answer")),
};

let served: ServedHome;
let inward: { url: string; asked: string[]; close(): void };
let review: string;

beforeAll(async () => {
  inward = await inwardServer();
  const guarded = guardedHttp({ allowHosts: [] });
  served = await servedHome({ http: (request) => (strangers[request.url] ?? (() => guarded(request)))() });
  const { here, there } = served;
  const image = (url: string) => ({ kind: "image" as const, url });
  there.said = [
    found({
      media: [
        image("https://pics.example/ok.png"),
        { kind: "video", url: "https://pics.example/film.mp4", previewUrl: "https://pics.example/film.jpg" },
        { kind: "video", url: "https://pics.example/ok.png" },
        image("https://pics.example/page"),
        image("https://pics.example/drawn.svg"),
        image("https://pics.example/gone.png"),
        image("https://pics.example/down.png"),
        image(`${inward.url}/secret.png`),
        image("file:///etc/passwd"),
        image("https://name:password@pics.example/ok.png"),
        image("not an address"),
        image("https://pics.example/vast.png"),
      ],
    }),
  ];
  await here.connect();
  await here.pull();
  review = mentionId(here.brandId, "village", "r-1");
});
afterAll(async () => {
  await served.close();
  inward.close();
});

/** A server within the walls, which no stranger's review may make us ask. */
async function inwardServer() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.setHeader("content-type", "image/png").end(png);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked, close: () => void server.close() };
}

const picture = (index: number | string, { cookie = served.cookie, id = review } = {}) =>
  fetch(`${served.url}/api/media/${review}/${id}/${index}`, { headers: { cookie } });

describe("a customer's picture", () => {
  it("comes through us, and may be kept by the one who looks", async () => {
    const response = await picture(0);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(response.headers.get("cache-control")).toBe("private, max-age=86400");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(png);
  });

  it("is a film's preview where it is a film", async () => {
    expect((await picture(1)).headers.get("content-type")).toBe("image/jpeg");
  });

  const refused: [number | string, string, number][] = [
    [2, "a film without a preview", 404],
    [3, "a page that calls itself a picture", 404],
    [4, "a drawing, which may hold a script", 404],
    [5, "what is there no more", 404],
    [6, "what does not answer now", 503],
    [7, "an address within the walls", 403],
    [8, "a file of ours", 404],
    [9, "an address with a password", 404],
    [10, "what is no address", 404],
    [11, "one too large for an answer", 413],
    [12, "one past the last", 404],
    ["-1", "one before the first", 404],
    ["length", "no number", 404],
  ];
  it.each(refused)("number %s, %s, is refused in JSON", async (index, _, status) => {
    const response = await picture(index);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { message: expect.stringMatching(/\.$/) } });
    expect(inward.asked).toEqual([]);
    expect(served.lines).toEqual([]);
  });

  it("is not shown to another workspace, nor under another mention", async () => {
    const { ports } = served.here;
    const { workspace } = await foundWorkspace(ports, { name: "Чужая", kind: "own" });
    const stranger = await desk({ ports, workspaceId: workspace.id }, "stranger@example.com");
    expect((await picture(0, { cookie: stranger.cookie })).status).toBe(404);
    expect((await picture(0, { id: "x" })).status).toBe(404);
    expect((await picture(0, { cookie: "" })).status).toBe(401);
  });
});
