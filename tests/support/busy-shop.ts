import { setTimeout as sleep } from "node:timers/promises";
import { getBrand, saveBrand } from "@otklik/core/brand/brand-store";
import { queueNames } from "@otklik/core/ports";
import { scopedTable } from "@otklik/core/table-scope";
import { openHome } from "@otklik/local/home";
import { type EmptyShop, emptyShop } from "./empty-shop.ts";
import { homePlaces } from "./home-places.ts";
import { rowsOf } from "./recount.ts";
import { type Browser, browserWith, type RunningService, signIn, startOtklik } from "./running-service.ts";

/** A service as a process of its own, with one shop of the sandbox connected; the sandbox outlives the service. */
export interface BusyShop extends Pick<EmptyShop, "post" | "journal"> {
  environment: Record<string, string>;
  data: string;
  workspaceId: string;
  brandId: string;
  service(): RunningService;
  start(): Promise<RunningService>;
  /** `count` new reviews stand in the shop, and the service is asked to look. */
  reviewsArrive(count: number): Promise<void>;
  /** Answers up to `count` open conversations; returns the texts that the service took. */
  answer(count: number): Promise<string[]>;
  /** Resolves once no queue holds anything and no reply is on its way. */
  rest(): Promise<void>;
  stop(): Promise<void>;
}

export async function busyShop(folder: string, { undoSeconds = 1 } = {}): Promise<BusyShop> {
  const shop = await emptyShop(folder, { delayMs: 100 });
  const environment = {
    ...homePlaces(folder),
    OTKLIK_ALLOW_HOSTS: shop.host,
  };
  const data = environment.OTKLIK_DATA;
  let service = await startOtklik(["--empty", "--port", "0"], environment);
  let person: Browser = await signIn(service);
  const me = await person.call("GET /api/me", {});
  const [workspaceId, brandId] = [me.workspace.id, me.brands[0]?.id ?? ""];
  const source = await shop.connect(person, brandId);
  await shortenUndo(data, { workspaceId, brandId, undoSeconds });
  let made = 0;
  let answered = 0;
  return {
    ...{ environment, data, workspaceId, brandId, post: shop.post, journal: shop.journal },
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
      await shop.post("__reviews", reviews);
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
      await shop.stop();
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
