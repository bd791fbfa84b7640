import { Readable } from "node:stream";
import { createGzip, gzipSync } from "node:zlib";
import { type Guard, guardedHttp } from "@otklik/connectors/kit/guarded-http";
import { describe, expect, it, vi } from "vitest";
import { serve } from "../loopback.ts";

const get = (url: string, guard: Partial<Guard> = {}, init?: RequestInit) =>
  guardedHttp({ allowHosts: [], ...guard })(new Request(url, init));

/** A stream of that many megabytes of zeros, and how many of them were taken. */
function megabytes(count: number) {
  const taken = { count: 0 };
  const stream = Readable.from(
    (function* () {
      for (; taken.count < count; taken.count++) yield Buffer.alloc(1e6);
    })(),
    { highWaterMark: 1 },
  );
  return { stream, taken };
}

describe("guardedHttp", () => {
  it("reaches a host that the operator allows, on that port alone", async () => {
    const { host, port } = await serve((_request, response) => response.end("hello"));
    const response = await get(`http://${host}/`, { allowHosts: [host] });
    expect(await response.text()).toBe("hello");
    await expect(get(`http://${host}/`, { allowHosts: [`127.0.0.1:${port + 1}`] })).rejects.toThrow(
      "127.0.0.1",
    );
  });

  it("reaches an allowed host by its name, wherever that leads", async () => {
    const { port } = await serve((request, response) => response.end(request.headers.host));
    const resolve = async () => ["127.0.0.1"];
    const response = await get(`http://shop.example:${port}/`, { allowHosts: ["SHOP.example"], resolve });
    expect(await response.text()).toBe(`shop.example:${port}`);
  });

  it.each([
    "http://127.0.0.1:PORT/",
    "http://2130706433:PORT/",
    "http://0177.0.0.1:PORT/",
    "http://0x7f.1:PORT/",
    "http://[::ffff:127.0.0.1]:PORT/",
    "http://[::1]:PORT/",
    "http://0.0.0.0:PORT/",
    "http://localhost:PORT/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fd00:ec2::254]/latest/meta-data/",
  ])("does not reach %s", async (url) => {
    const { port, asked } = await serve((_request, response) => response.end("secret"));
    await expect(get(url.replace("PORT", String(port)))).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("allowed hosts"),
    });
    expect(asked).toEqual([]);
  });

  it("does not reach a name of which any address is private, and says which", async () => {
    const resolve = async () => ["8.8.8.8", "10.0.0.5"];
    await expect(get("http://shop.example/", { resolve })).rejects.toThrow(
      /shop\.example is at 10\.0\.0\.5.*add "shop\.example" to the allowed hosts/,
    );
  });

  it("does not follow a redirect to a private address", async () => {
    const inner = await serve((_request, response) => response.end("secret"));
    const outer = await serve((_request, response) =>
      response.writeHead(302, { location: `http://${inner.host}/admin` }).end(),
    );
    await expect(get(`http://${outer.host}/`, { allowHosts: [outer.host] })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(inner.asked).toEqual([]);
  });

  it("connects only to the address it checked, though the name changes it at once", async () => {
    const { port, asked } = await serve((_request, response) => response.end("secret"));
    const resolve = vi.fn(async () => ["127.0.0.1"]).mockResolvedValueOnce(["3ffe:ffff::1"]); // routed nowhere
    const http = guardedHttp({ allowHosts: [], resolve, timeoutMs: 500 });
    const url = `http://rebinding.example:${port}/`;
    await expect(http(new Request(url))).rejects.toMatchObject({ kind: "unavailable" });
    expect(resolve).toHaveBeenCalledTimes(1);
    await expect(http(new Request(url))).rejects.toMatchObject({ code: "forbidden" });
    expect(asked).toEqual([]);
  });

  it.each(["ftp://demo.example/", "file:///etc/passwd", "data:text/plain,x"])(
    "does not fetch %s",
    async (url) => {
      await expect(get(url)).rejects.toMatchObject({ code: "forbidden" });
    },
  );

  it("follows redirects and says where it ended", async () => {
    const { host } = await serve((request, response) =>
      request.url === "/b" ? response.end("there") : response.writeHead(301, { location: "/b" }).end(),
    );
    const response = await get(`http://${host}/a`, { allowHosts: [host] });
    expect([response.url, await response.text()]).toEqual([`http://${host}/b`, "there"]);
  });

  it("gives up on a sixth redirect", async () => {
    const { host, asked } = await serve((_request, response) =>
      response.writeHead(302, { location: "/" }).end(),
    );
    await expect(get(`http://${host}/`, { allowHosts: [host] })).rejects.toMatchObject({ kind: "changed" });
    expect(asked).toHaveLength(6);
  });

  it("hands a redirect back where the caller wants to see it", async () => {
    const { host } = await serve((_request, response) => response.writeHead(302, { location: "/b" }).end());
    const { status } = await get(`http://${host}/`, { allowHosts: [host] }, { redirect: "manual" });
    expect(status).toBe(302);
  });

  it("carries no key to another origin", async () => {
    const other = await serve((request, response) => response.end(JSON.stringify(request.headers)));
    const first = await serve((_request, response) =>
      response.writeHead(307, { location: `http://${other.host}/` }).end(),
    );
    const guard = { allowHosts: ["127.0.0.1"] };
    const response = await get(`http://${first.host}/`, guard, {
      headers: { authorization: "demo", "api-key": "demo" },
    });
    expect(Object.keys((await response.json()) as object)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/authorization|api-key/)]),
    );
  });

  it("sends a body and the host of the URL, whatever the headers say", async () => {
    const { host } = await serve((request, response) => {
      response.setHeader("x-host", request.headers.host ?? "");
      request.pipe(response);
    });
    const init = { method: "POST", body: "hello", headers: { host: "other.example" } };
    const response = await get(`http://${host}/`, { allowHosts: [host] }, init);
    expect([await response.text(), response.headers.get("x-host")]).toEqual(["hello", host]);
  });

  it("hands on a status without a body", async () => {
    const { host } = await serve((_request, response) => response.writeHead(304, { etag: '"1"' }).end());
    const response = await get(`http://${host}/`, { allowHosts: [host] });
    expect([response.status, response.headers.get("etag")]).toEqual([304, '"1"']);
  });

  it("unpacks what was packed", async () => {
    const { host } = await serve((_request, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("hello")),
    );
    expect(await (await get(`http://${host}/`, { allowHosts: [host] })).text()).toBe("hello");
  });

  it("lets go of a page of 50 MB without reading it whole", async () => {
    const { stream, taken } = megabytes(50);
    const { host } = await serve((_request, response) => stream.pipe(response));
    await expect(get(`http://${host}/`, { allowHosts: [host], maxBytes: 2e6 })).rejects.toMatchObject({
      code: "too-large",
      message: expect.stringContaining("2 MB"),
    });
    expect(taken.count).toBeLessThan(25);
  });

  it("does not begin to read what says itself that it is too large", async () => {
    const { host } = await serve((_request, response) =>
      response.writeHead(200, { "content-length": "50000000" }).write("x"),
    );
    await expect(get(`http://${host}/`, { allowHosts: [host] })).rejects.toMatchObject({ code: "too-large" });
  });

  it("stops unpacking a gzip bomb at the limit", async () => {
    const { stream, taken } = megabytes(500);
    const { host } = await serve((_request, response) => {
      response.writeHead(200, { "content-encoding": "gzip" });
      stream.pipe(createGzip()).pipe(response);
    });
    await expect(get(`http://${host}/`, { allowHosts: [host], maxBytes: 2e6 })).rejects.toMatchObject({
      code: "too-large",
    });
    expect(taken.count).toBeLessThan(250);
  });

  it("waits no longer than it may for a body that comes by drops", async () => {
    const { host } = await serve((_request, response) => {
      const drops = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(drops));
    });
    await expect(get(`http://${host}/`, { allowHosts: [host], timeoutMs: 200 })).rejects.toMatchObject({
      kind: "unavailable",
      message: expect.stringContaining("did not answer in 0.2 s"),
    });
  });

  it("waits no longer than it may for a server that says nothing", async () => {
    const { host } = await serve(() => {});
    await expect(get(`http://${host}/`, { allowHosts: [host], timeoutMs: 200 })).rejects.toMatchObject({
      kind: "unavailable",
    });
  });

  it("stops when the caller does, with the caller's reason", async () => {
    const stop = new AbortController();
    const { host } = await serve(() => stop.abort(new Error("enough")));
    const guard = { allowHosts: [host] };
    await expect(get(`http://${host}/`, guard, { signal: stop.signal })).rejects.toThrow("enough");
  });

  it("calls a server that is not there unavailable", async () => {
    await expect(get("http://127.0.0.1:2/", { allowHosts: ["127.0.0.1"] })).rejects.toMatchObject({
      kind: "unavailable",
    });
    const resolve = () => Promise.reject(new Error("getaddrinfo ENOTFOUND shop.example"));
    await expect(get("http://shop.example/", { resolve })).rejects.toMatchObject({
      kind: "unavailable",
      message: "shop.example could not be reached: getaddrinfo ENOTFOUND shop.example.",
    });
  });

  it("uses no proxy that the environment names", async () => {
    vi.stubEnv("http_proxy", "http://127.0.0.1:1");
    vi.stubEnv("HTTP_PROXY", "http://127.0.0.1:1");
    const { host } = await serve((_request, response) => response.end("direct"));
    expect(await (await get(`http://${host}/`, { allowHosts: [host] })).text()).toBe("direct");
    vi.unstubAllEnvs();
  });
});
