// The sandbox as one server: every simulated network at its own path. Imported by tests, or run as a process.
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { z } from "zod";
import { twoGis } from "./2gis/two-gis.ts";
import { appStore } from "./app-store/app-store.ts";
import { email } from "./email/email.ts";
import { frontPage } from "./front-page.ts";
import { googleBusiness } from "./google-business/google-business.ts";
import { googlePlay } from "./google-play/google-play.ts";
import { instagram } from "./instagram/instagram.ts";
import { langOf } from "./layout.ts";
import type { Running, SandboxEnv, SimulatedNetwork, Surroundings } from "./network.ts";
import { ozon } from "./ozon/ozon.ts";
import { openState } from "./state.ts";
import { telegram } from "./telegram/telegram.ts";
import { vk } from "./vk/vk.ts";
import type { ShopSettings } from "./wildberries/shop.ts";
import { wildberries } from "./wildberries/wildberries.ts";
import { yandexMarket } from "./yandex-market/index.ts";

/** How the invented worlds differ from the demo's; each network takes what it knows. */
export interface World extends Partial<ShopSettings> {
  /** How many there are at the opening, of networks that tell no kinds apart. */
  posts?: number;
}

/** A new simulator is its folder and its line here. */
const networks = (world: World): readonly SimulatedNetwork[] => [
  wildberries(world),
  ozon(world),
  yandexMarket(world),
  vk(world),
  telegram(world),
  instagram(world),
  googleBusiness(world),
  twoGis(),
  appStore(world),
  googlePlay(world),
  email(world),
];

export interface SandboxOptions {
  /** 0 takes any free port. */
  port: number;
  /** Default 127.0.0.1: the sandbox has no passwords. */
  host?: string;
  /** Where the sandbox remembers; ":memory:" ends with it. */
  file: string;
  now?(): Date;
  world?: World;
}

export interface Sandbox {
  /** Such as http://127.0.0.1:4200, without a slash at the end. */
  url: string;
  /** Of networks that are not spoken to over HTTP: by their path, then by what is spoken. */
  ports: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Stops listening, drops open connections and closes the file. May be called again. */
  close(): Promise<void>;
}

/** The routes of the whole sandbox, for calling without a server. */
export function sandboxRoutes(
  surroundings: Surroundings,
  world: World = {},
  all = networks(world),
): Hono<SandboxEnv> {
  // A network's page answers with and without the slash at its end.
  const app = new Hono<SandboxEnv>({ strict: false });
  app.get("/", (c) =>
    c.html(
      frontPage({ networks: all, origin: new URL(c.req.url).origin, lang: langOf(c.req.query("lang")) }),
    ),
  );
  for (const network of all) {
    // A world is made when somebody first looks at it: a start must not wait for all of them.
    let opened: Hono<SandboxEnv> | null = null;
    app.all(`${network.path}/*`, (c) => {
      opened ??= routesOf(network, surroundings);
      return opened.fetch(c.req.raw, c.env);
    });
  }
  return app;
}

function routesOf(network: SimulatedNetwork, surroundings: Surroundings): Hono<SandboxEnv> {
  const state = surroundings.state.of(network.path);
  const app = new Hono<SandboxEnv>({ strict: false });
  return app.route(network.path, network.open({ ...surroundings, state }));
}

/** Starts the sandbox and resolves once it listens. Rejects if the port is taken or the file cannot be opened. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { port, host = "127.0.0.1", file, now = () => new Date(), world = {} } = options;
  const state = openState(file);
  const all = networks(world);
  const app = sandboxRoutes({ state, now }, world, all);
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    state.close();
    const why = `The sandbox cannot listen on ${host}:${port}. If the port is taken, choose another.`;
    throw new Error(why, { cause: error });
  }
  const running = await startAll(all, { state, now });
  const address = server.address() as AddressInfo;
  let closing: Promise<void> | null = null;
  const close = async () => {
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ("closeAllConnections" in server) server.closeAllConnections();
    });
    await Promise.all(running.map(([, { close }]) => close()));
    state.close();
  };
  return {
    url: `http://${address.family === "IPv6" ? `[${address.address}]` : address.address}:${address.port}`,
    ports: Object.fromEntries(running.map(([path, { ports }]) => [path, ports])),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

const startAll = (
  all: readonly SimulatedNetwork[],
  { state, now }: Surroundings,
): Promise<[string, Running][]> =>
  Promise.all(
    all.flatMap(({ path, start }) =>
      start ? [start({ now, state: state.of(path) }).then((one): [string, Running] => [path, one])] : [],
    ),
  );

const milliseconds = z.coerce.number().int().min(0).optional();
const Arguments = z.object({
  port: z.coerce.number().int().min(0).max(65_535),
  file: z.string().min(1),
  host: z.string().default("127.0.0.1"),
  "with-parent": z.boolean().default(false),
  reviews: z.coerce.number().int().min(0).optional(),
  questions: z.coerce.number().int().min(0).optional(),
  posts: z.coerce.number().int().min(0).optional(),
  "arrival-ms": milliseconds,
  "moderation-ms": milliseconds,
});

const text = { type: "string" } as const;

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...{ port: text, file: text, host: text, "with-parent": { type: "boolean" } },
      ...{ reviews: text, questions: text, posts: text, "arrival-ms": text, "moderation-ms": text },
    },
  });
  const { port, file, host, reviews, questions, posts, ...rest } = Arguments.parse(values);
  const asked = {
    reviews,
    questions,
    posts,
    arrivalEveryMs: rest["arrival-ms"],
    moderationMs: rest["moderation-ms"],
  };
  const world = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const sandbox = await startSandbox({ port, file, host, world });
  const stop = async () => {
    await sandbox.close();
    process.stdin.destroy();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  if (rest["with-parent"]) {
    // A parent that dies, however it dies, closes the pipe it held.
    process.stdin.once("end", stop).once("error", stop).resume();
  }
  process.stdout.write(`${JSON.stringify({ url: sandbox.url, ports: sandbox.ports })}\n`);
}

if (import.meta.main) {
  run().catch((error: unknown) => {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    process.stderr.write(`${why}\n`);
    process.exitCode = 1;
  });
}
