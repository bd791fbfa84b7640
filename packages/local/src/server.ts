import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { type ApiResponse, refuseCrossSite, refused } from "@otklik/core/api/request";
import { Refusal } from "@otklik/core/errors";
import { newId } from "@otklik/core/id";
import { sessionOf } from "@otklik/core/pipeline/api";
import type { Ports } from "@otklik/core/ports";
import {
  emptyFile,
  mostUploaded as mostOfAnyHome,
  refuseUpload,
  tooLarge,
  uploadFolder,
} from "@otklik/core/tools";
import { handler as api } from "@otklik/functions/api";
import { handler as webhook } from "@otklik/functions/webhook";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import { streamSSE } from "hono/streaming";
import type { StatusCode } from "hono/utils/http-status";
import { believable } from "./believable.ts";
import type { LiveHub } from "./live.ts";
import type { Readiness } from "./readiness.ts";
import { version } from "./version.ts";

const mostBody = 2_000_000; // bytes
const uploadTimeMs = 3600_000; // a large export over a slow line
const time = { getRemainingTimeInMillis: () => 60_000 };

/**
 * The web server: the API's door, uploads, live changes, customers' media, and the built web app for all else.
 * @param around.mostUploaded bytes of one file
 * @param around.publicUrl where a proxy serves it to others
 */
export function webServer(around: {
  ports: Ports;
  live: LiveHub;
  webFolder: string;
  mostUploaded?: number;
  publicUrl?: string;
  health?: { installation: string; ready(): Promise<Readiness> };
}): Server {
  const { ports, live, webFolder, mostUploaded = mostOfAnyHome, publicUrl, health } = around;
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: "same-origin",
      xFrameOptions: "DENY",
      strictTransportSecurity: false, // whoever puts TLS before us knows which of their hosts have it
      crossOriginEmbedderPolicy: false,
    }),
  );
  app.onError((error, c) => {
    if (error instanceof Refusal) {
      if (error.code === "too-large") c.header("connection", "close"); // the rest of its body is not waited for
      return respond(c, refused(error));
    }
    ports.log.error("request.failed", error, { method: c.req.method, path: c.req.path });
    return c.json(
      { error: { code: "defect", message: "Something went wrong here. It has been noted. Try again." } },
      500,
    );
  });

  app.get("/health", (c) => c.json({ ok: true, version, installation: health?.installation }));
  app.get("/ready", async (c) => {
    const found = (await health?.ready()) ?? { ready: false };
    return c.json(found, found.ready ? 200 : 503);
  });

  app.post("/api/files", async (c) => {
    const request = { method: "POST", headers: believable(c.req.header(), publicUrl) };
    refuseCrossSite(request);
    const { session } = await sessionOf(request, ports);
    const blob = `${uploadFolder(session.workspaceId)}${newId(ports.random, 20)}`;
    const { body } = c.req.raw;
    if (!body) throw emptyFile();
    const stated = c.req.header("content-length");
    if (stated !== undefined) refuseUpload(Number(stated), mostUploaded);
    await ports.blob.put(blob, body.pipeThrough(limit(mostUploaded)));
    return c.json({ blob, name: (c.req.query("name") ?? "file").slice(0, 300) });
  });

  app.get("/api/live", async (c) => {
    const headers = c.req.header();
    const { session } = await sessionOf({ headers }, ports);
    if (c.req.method === "HEAD") return c.body(null);
    /** Signing out, or moving to another workspace, ends the stream; whoever may, opens it again. */
    const mayGoOn = (): Promise<boolean> =>
      sessionOf({ headers }, ports).then(
        (now) => now.session.workspaceId === session.workspaceId,
        () => false,
      );
    return streamSSE(c, async (stream) => {
      const tell = async (brands: readonly string[]): Promise<void> => {
        if (await mayGoOn()) await stream.writeSSE({ event: "changed", data: JSON.stringify({ brands }) });
        else await stream.close();
      };
      const unlisten = live.listen(session.workspaceId, (brands) => void tell(brands));
      stream.onAbort(unlisten);
      while (!stream.aborted && !stream.closed && (await mayGoOn())) {
        await stream.writeSSE({ event: "beat", data: "" });
        await stream.sleep(25_000);
      }
      unlisten();
    });
  });

  const door = api.using(ports);
  const bounded = bodyLimit({
    maxSize: mostBody,
    onError: () => {
      throw new Refusal("too-large", {
        ru: `В один запрос помещается не больше ${mostBody / 1e6}\u00a0МБ. Загрузите это файлом.`,
        en: `A request holds at most ${mostBody / 1e6} MB. Upload a file instead.`,
      });
    },
  });
  app.all("/api/*", bounded, async (c) => {
    const url = new URL(c.req.url);
    const body = await c.req.text();
    const method = c.req.method === "HEAD" ? "GET" : c.req.method; // the same answer, without its body
    const answer = await door(
      {
        rawPath: url.pathname,
        rawQueryString: url.search.slice(1),
        headers: believable(c.req.header(), publicUrl),
        requestContext: { http: { method } },
        ...(body ? { body } : {}),
      },
      time,
    );
    return respond(c, {
      status: answer.statusCode ?? 200,
      headers: answer.headers as Record<string, string>,
      body: answer.isBase64Encoded ? Buffer.from(answer.body ?? "", "base64") : (answer.body ?? ""),
    });
  });

  const pushDoor = webhook.using(ports);
  app.all("/hooks/*", bounded, async (c) => {
    const url = new URL(c.req.url);
    const bytes = Buffer.from(await c.req.arrayBuffer());
    const answer = await pushDoor(
      {
        rawPath: url.pathname,
        rawQueryString: url.search.slice(1),
        headers: c.req.header(),
        requestContext: { http: { method: c.req.method } },
        body: bytes.toString("base64"),
        isBase64Encoded: true,
      },
      time,
    );
    return respond(c, {
      status: answer.statusCode ?? 200,
      headers: answer.headers as Record<string, string>,
      body: answer.body ?? "",
    });
  });

  // A built file's name changes with its content; of all else the browser asks whether it has changed.
  const forEver = "public, max-age=31536000, immutable";
  app.use(
    "/assets/*",
    serveStatic({ root: webFolder, onFound: (_, c) => c.header("cache-control", forEver) }),
  );
  app.all("/assets/*", (c) => c.text("There is no such file.", 404));
  const fresh = (_: string, c: Context): void => c.header("cache-control", "no-cache");
  app.use("*", serveStatic({ root: webFolder, onFound: fresh }));
  app.get("*", serveStatic({ root: webFolder, path: "index.html", onFound: fresh }));
  return createServer({ requestTimeout: uploadTimeMs }, getRequestListener(app.fetch));
}

function respond(c: Context, { status, headers, body }: ApiResponse) {
  c.status(status as StatusCode);
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  return c.body(body);
}

/** Passes bytes on until there are too many. */
function limit(most: number): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0;
  return new TransformStream({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > most) controller.error(tooLarge(most));
      else controller.enqueue(chunk);
    },
  });
}
