import { guardedHttp } from "@otklik/connectors/kit/guarded-http";
import { webPage } from "@otklik/connectors/web-page/index";
import type { Feed, Given, Page } from "@otklik/core/connector";
import { testTools } from "../support/tools.ts";
import { type Loopback, serve } from "./loopback.ts";

export const now = new Date("2025-01-01T12:00:00Z");

/** What a page's server answers. */
export interface Served {
  body: string | Uint8Array;
  status?: number;
  headers?: Record<string, string>;
}
export const page = (body: string | Uint8Array, headers: Record<string, string> = {}): Served => ({
  body,
  headers: { "content-type": "text/html", ...headers },
});

/** The connector in front of a real server on this machine, reached through the guarded fetch. */
export interface Bench {
  server: Loopback;
  url: string;
  /** What the page is from now on, or what each path of its server is. */
  put(served: Served | ((path: string) => Served)): void;
  /** Headers of the requests so far. */
  headers: Record<string, string | string[] | undefined>[];
  recognise(given?: Partial<Given>): ReturnType<NonNullable<typeof webPage.recognise>>;
  pull(from?: string | null): Promise<Page>;
}

export async function bench(first: Served, path = "/page"): Promise<Bench> {
  let answer = (_path: string) => first;
  const headers: Bench["headers"] = [];
  const server = await serve((request, response) => {
    headers.push(request.headers);
    const served = answer(request.url ?? "");
    response.writeHead(served.status ?? 200, served.headers).end(served.body);
  });
  const url = `http://${server.host}${path}`;
  const tools = testTools({ http: guardedHttp({ allowHosts: [server.host] }), now: () => now });
  const feed: Feed<{ url: string }> = {
    sourceId: "s",
    settings: { url },
    account: null,
    inboxFrom: new Date(0),
  };
  return {
    server,
    url,
    put: (next) => {
      answer = typeof next === "function" ? next : () => next;
    },
    headers,
    recognise: async (given = { link: new URL(url) }) => (await webPage.recognise?.(given, tools)) ?? null,
    pull: async (from = null) => (await webPage.pull?.(feed, from, tools)) as Page,
  };
}
