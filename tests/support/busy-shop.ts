import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { getBrand, saveBrand } from "@otklik/core/brand/brand-store";
import { queueNames } from "@otklik/core/ports";
import { scopedTable } from "@otklik/core/table-scope";
import { openHome } from "@otklik/local/home";
import { homePlaces } from "./home-places.ts";
import { rowsOf } from "./recount.ts";
import {
  type Browser,
  browserWith,
  type RunningService,
  signIn,
  startOtklik,
  startSandboxAlone,
} from "./running-service.ts";

interface JournalEntry {
  id: string;
  text: string;
  took: boolean;
}

/** A service as a process of its own, with one shop of the sandbox connected; the sandbox outlives the service. */
export interface BusyShop {
  environment: Record<string, string>;
  data: string;
  workspaceId: string;
  brandId: string;
  service(): RunningService;
  start(): Promise<RunningService>;
  /** The sandbox's own back door, such as __control. */
  post(path: string, body: unknown): Promise<Response>;
  /** `count` new reviews stand in the shop, and the service is asked to look. */
  reviewsArrive(count: number): Promise<void>;
  /** Answers up to `count` open conversations; returns the texts that the service took. */
  answer(count: number): Promise<string[]>;
  /** Every answer that the network was told, in order. */
  journal(): Promise<JournalEntry[]>;
  /** Resolves once no queue holds anything and no reply is on its way. */
  rest(): Promise<void>;
  stop(): Promise<void>;
}

export async function busyShop(folder: string, { undoSeconds = 1 } = {}): Promise<BusyShop> {
  const quiet = ["--reviews", "0", "--questions", "0", "--arrival-ms", "0", "--moderation-ms", "300"];
  const sandbox = await startSandboxAlone([
    "--port",
    "0",
    "--file",
    join(folder, "sandbox.sqlite"),
    ...quiet,
  ]);
  const environment = {
    ...homePlaces(folder),
    OTKLIK_ALLOW_HOSTS: new URL(sandbox.url).host,
  };
  const data = environment.OTKLIK_DATA;
  const post: BusyShop["post"] = (path, body) =>
    fetch(`${sandbox.url}/wildberries/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  await post("__control", { unlimited: true, delayMs: 100 });
  let service = await startOtklik(["--empty", "--port", "0"], environment);
  let person: Browser = await signIn(service);
  const me = await person.call("GET /api/me", {});
  const [workspaceId, brandId] = [me.workspace.id, me.brands[0]?.id ?? ""];
  const { source } = await person.call("POST /api/sources", {
    ...{ brand: brandId, network: "wildberries", title: "WB", settings: {} },
    credentials: { token: "sandbox-token", address: `${sandbox.url}/wildberries` },
  });
  await shortenUndo(data, { workspaceId, brandId, undoSeconds });
  let made = 0;
  let answered = 0;
  return {
    ...{ environment, data, workspaceId, brandId, post },
    service: () => service,
    async start() {
      service = await startOtklik(["--empty", "--port", "0"], environment);
      person = browserWith(service.url, person.cookie);
      return service;
    },
    async reviewsArrive(count) {
      const reviews = Array.from({ length: count }, () => ({
        text: `Отзыв номер ${made++}`,
        productValuation: 1 + (made % 5),
      }));
      await post("__reviews", reviews);
      await person.call("POST /api/sources/:id/pull", { id: source.id });
    },
    async answer(count) {
      const { cards } = await person.call("GET /api/inbox", { brand: brandId, limit: count });
      const texts: string[] = [];
      for (const { id } of cards) {
        const reply = `answer${String(answered++).padStart(14, "0")}`;
        const text = `Спасибо за отзыв, это ответ ${reply}`;
        await person.call("POST /api/conversations/:id/replies", { id, reply, text });
        texts.push(text);
      }
      return texts;
    },
    async journal() {
      const response = await fetch(`${sandbox.url}/wildberries/__journal?kind=answer`);
      return ((await response.json()) as { entries: JournalEntry[] }).entries;
    },
    async rest() {
      for (;;) {
        const home = await openHome(data, { beside: true });
        const waiting = await Promise.all(queueNames.map((name) => home.queue.nextAt(name)));
        const onTheirWay = (await rowsOf(home)).filter(({ body }) =>
          /"state":\{"is":"(approved|sending|in-review|unknown)"/.test(JSON.stringify(body)),
        );
        home.close();
        if (waiting.every((at) => at === null) && onTheirWay.length === 0) return;
        await sleep(200);
      }
    },
    async stop() {
      await service.kill();
      await sandbox.stop();
    },
  };
}

/** A reply waits 10 s for second thoughts; here nobody has any. */
async function shortenUndo(
  data: string,
  { workspaceId, brandId, undoSeconds }: { workspaceId: string; brandId: string; undoSeconds: number },
): Promise<void> {
  const home = await openHome(data, { beside: true });
  const table = scopedTable(home.table, workspaceId);
  const brand = await getBrand(table, brandId);
  if (!brand) throw new Error("the service has no brand");
  const regulation = { ...brand.regulation, undoSeconds: { message: undoSeconds, public: undoSeconds } };
  await saveBrand(table, { ...brand, regulation });
  home.close();
}
