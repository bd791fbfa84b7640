import { mkdirSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Connector } from "@otklik/core/connector";
import type { Ports } from "@otklik/core/ports";
import { startFeedReader } from "@otklik/local/feed-reader";
import { liveHub } from "@otklik/local/live";
import { jsonLog } from "@otklik/local/log";
import { webServer } from "@otklik/local/server";
import { desk } from "./desk.ts";
import { type TestHome, testHome } from "./home.ts";
import { keptFolder } from "./temporary-folder.ts";
import { type Village, village } from "./village.ts";

/** A test home behind its web server, with a person who has signed in. */
export interface ServedHome {
  here: TestHome;
  there: Village;
  /** Where it is served, without a slash at the end. */
  url: string;
  /** Of a session in the home's own workspace. */
  cookie: string;
  /** What the server logged: lines of JSON. */
  lines: string[];
  close(): Promise<void>;
}

export const page = "<!doctype html><title>Otklik</title>";
export const script = "export const here = true;";

export async function servedHome(
  how: {
    http?: Ports["http"];
    mostUploaded?: number;
    publicUrl?: string;
    /** Beside the village. */
    connectors?: readonly Connector[];
    /** Of a built web app; a tiny one unless told. */
    webFolder?: string;
    change?: (ports: Ports) => Ports;
  } = {},
): Promise<ServedHome> {
  const there = village();
  const connectors = [there.connector, ...(how.connectors ?? [])];
  const here = await testHome({ connectors, ...(how.http ? { http: how.http } : {}) });
  const { path, remove } = keptFolder();
  const lines: string[] = [];
  const log = jsonLog((line) => lines.push(line));
  const live = liveHub();
  const { feed } = here.home;
  const reader = startFeedReader({
    feed,
    ports: { ...here.ports, log },
    handlers: [async ({ changes }) => live.note(changes)],
  });
  const ports = { ...here.ports, log };
  const server = webServer({
    ports: how.change?.(ports) ?? ports,
    live,
    webFolder: how.webFolder ?? builtApp(path),
    ...(how.mostUploaded ? { mostUploaded: how.mostUploaded } : {}),
    ...(how.publicUrl ? { publicUrl: how.publicUrl } : {}),
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    here,
    there,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cookie: (await desk(here)).cookie,
    lines,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await reader.stop();
      here.close();
      remove();
    },
  };
}

/** A web app as small as one can be, with something beside it that must never be served. */
function builtApp(folder: string): string {
  const root = join(folder, "dist");
  mkdirSync(join(root, "assets"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(root, "index.html"), page);
  writeFileSync(join(root, "icon.svg"), "<svg/>");
  writeFileSync(join(root, "assets/app-1a2b.js"), script);
  return root;
}
