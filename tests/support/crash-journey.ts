import { setTimeout as sleep } from "node:timers/promises";
import { conversationFromRow } from "@otklik/core/conversation/conversation-store";
import { rowKind } from "@otklik/core/mention/mention-store";
import type { Row, Table } from "@otklik/core/ports";
import { scopedTable } from "@otklik/core/table-scope";
import { contributionOf, dayOf, sumBucket } from "@otklik/core/trend/trend";
import { listBuckets } from "@otklik/core/trend/trend-store";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { buildWeb } from "./built-web.ts";
import { type EmptyShop, emptyShop } from "./empty-shop.ts";
import { type Browser, browserWith, type RunningService, signIn } from "./running-service.ts";
import { seeded } from "./seeded.ts";
import { keptFolder } from "./temporary-folder.ts";

/** A home as this journey meets it: a service that can be killed, and a look at what outlives it. */
export interface CrashedHome {
  /** Begins a life of the service in this folder; `environment` says whom its connectors may reach. */
  start(environment: Record<string, string>): Promise<RunningService>;
  /** What lies there now, beside the service or after it. */
  look(): Promise<Look>;
  close(): Promise<void>;
}
interface Look {
  table: Table;
  rows: Row[];
  /** The queues in which something waits. */
  waiting: string[];
  /** The queues of which something was given up. */
  dead: string[];
  close(): void;
}

/** A slice in `npm test`, all in `npm run test:aws` and `npm run soak`. */
const kills = inject("kills");
const mentions = 20 * kills;
/** How long a life that shall answer waits for something to answer. */
const mostPatienceMs = 15_000;
const seed = Number(process.env.OTKLIK_TEST_SEED ?? 20261122);

/**
 * The service is killed again and again while mentions flow in and replies go out; the network is the witness.
 * @param how.lifeMs how long a life lasts at most, from the moment that the service says it runs
 * @param how.restMs how long the last life may take until nothing waits any more
 */
export function describeCrashes(
  name: string,
  open: (folder: string) => Promise<CrashedHome>,
  { lifeMs = 2000, restMs = 150_000 } = {},
): void {
  const chance = seeded(seed);
  const { path: folder, remove } = keptFolder();
  let home: CrashedHome;
  let shop: EmptyShop;
  let environment: Record<string, string>;
  let person: Browser;
  let workspaceId: string;
  let brandId: string;
  let sourceId: string;
  /** Texts of the replies that the API took, by the id that this test gave them. */
  const sent = new Map<string, string>();

  const start = (): Promise<RunningService> => home.start(environment);

  beforeAll(async () => {
    await buildWeb();
    home = await open(folder);
    // Slow answers, so that many a kill falls between the effect and the word of it.
    shop = await emptyShop(folder, { delayMs: 150 });
    environment = { OTKLIK_ALLOW_HOSTS: shop.host };
    const service = await start();
    person = await signIn(service);
    const me = await person.call("GET /api/me", {});
    workspaceId = me.workspace.id;
    brandId = me.brands[0]?.id ?? "";
    sourceId = (await shop.connect(person, brandId)).id;
    await service.kill();
  }, 120_000);
  afterAll(async () => {
    await home?.close();
    await shop?.stop();
    remove();
  });

  /** One life of the service: mentions arrive, a few are answered, and it is killed at some moment. */
  async function oneLife(round: number): Promise<void> {
    const service = await start();
    person = browserWith(service.url, person.cookie);
    // Every other life is killed at any moment; the others some time after a reply was taken, however slow they are.
    const moment = 100 + chance() * (lifeMs - 100);
    const answered = Promise.withResolvers<void>();
    const begun = round % 2 === 0 ? null : Promise.race([answered.promise, sleep(mostPatienceMs)]);
    const killed = Promise.resolve(begun)
      .then(() => sleep(moment))
      .then(() => service.kill());
    const share = mentions / kills;
    const reviews = Array.from({ length: share }, (_, n) => ({
      text: `Отзыв номер ${round * share + n}: ${n % 3 === 0 ? "протёк, ужасно" : "хороший крем"}`,
      productValuation: n % 3 === 0 ? 1 : 5,
      nmId: undefined,
    }));
    await shop.post("__reviews", reviews);
    // The service may die in the middle of any request.
    await answerSome(service, { untilSome: begun !== null, onAnswer: answered.resolve }).catch(
      () => undefined,
    );
    await killed;
  }

  async function answerSome(
    { url }: RunningService,
    { untilSome, onAnswer }: { untilSome: boolean; onAnswer: () => void },
  ): Promise<void> {
    person = browserWith(url, person.cookie);
    await person.call("POST /api/sources/:id/pull", { id: sourceId });
    const inbox = async () => (await person.call("GET /api/inbox", { brand: brandId, limit: 50 })).cards;
    let cards = await inbox();
    for (const until = Date.now() + mostPatienceMs; untilSome && cards.length === 0 && Date.now() < until; ) {
      await sleep(100);
      cards = await inbox();
    }
    let taken = 0;
    for (const { id } of cards) {
      if (taken === 4) return;
      const reply = `r${String(sent.size).padStart(5, "0")}${Math.floor(chance() * 1e10)}`
        .padEnd(20, "0")
        .slice(0, 20);
      const text = `Спасибо за отзыв, ответ ${reply}`;
      sent.set(reply, text);
      try {
        await person.call("POST /api/conversations/:id/replies", { id, reply, text });
      } catch (error) {
        // Refused: it was answered in an earlier life that died before it could take it out of the inbox.
        if (!/: 409 /.test(String(error))) throw error;
        sent.delete(reply);
        continue;
      }
      taken++;
      onAnswer();
    }
  }

  /** Lets the last life work until nothing waits any more. */
  async function comeToRest(): Promise<void> {
    const service = await start();
    person = browserWith(service.url, person.cookie);
    const until = Date.now() + restMs;
    for (let waiting: string[] = []; ; ) {
      // One after the other: where each takes longer than this rests, they would only pile up.
      if (!waiting.includes("pull")) await person.call("POST /api/sources/:id/pull", { id: sourceId });
      await sleep(2000);
      const look = await home.look();
      look.close();
      waiting = look.waiting;
      const unsettled = look.rows.filter(({ body }) =>
        /"is":"(approved|sending|in-review)"/.test(JSON.stringify(body)),
      );
      if (waiting.length === 0 && unsettled.length === 0) break;
      if (Date.now() > until)
        throw new Error(
          `it never came to rest: ${JSON.stringify({ waiting, unsettled: unsettled.length })}\n${service.said()}`,
        );
    }
    expect(await service.stop()).toBe(0);
  }

  describe(`${name}: ${kills} kills while ${mentions} mentions flow and replies are sent (seed ${seed})`, () => {
    let look: Look;
    let rows: Row[];
    let journal: Awaited<ReturnType<EmptyShop["journal"]>>;

    beforeAll(
      async () => {
        for (let round = 0; round < kills; round++) await oneLife(round);
        await comeToRest();
        look = await home.look();
        rows = look.rows;
        journal = await shop.journal();
      },
      kills * (2 * lifeMs + mostPatienceMs) + 150_000 + restMs,
    );
    afterAll(() => look?.close());

    const conversations = () =>
      rows.filter((row) => rowKind(row) === "conversation").map(conversationFromRow);

    it("loses no mention and doubles none", () => {
      const ids = conversations().map(({ mention }) => mention?.externalId);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toHaveLength(mentions);
    });

    it("posts no reply twice, and every one that it took exactly once", () => {
      const texts = journal.map(({ text }) => text);
      // Every other life waited for its first; how many more it took is a matter of the machine.
      expect(sent.size).toBeGreaterThanOrEqual(Math.floor(kills / 2));
      expect(new Set(texts).size).toBe(texts.length);
      expect(new Set(journal.map(({ id }) => id)).size).toBe(journal.length);
      expect(journal.every(({ took }) => took)).toBe(true);
      const kept = rows.filter(({ sk }) => sk.includes("~r~")).map(({ body }) => String(body.text));
      expect(texts.sort()).toEqual(kept.sort());
    });

    it("leaves nothing in the inbox that was answered", () => {
      const answered = rows.filter(({ sk }) => sk.includes("~r~")).map(({ sk }) => sk.split("~")[0]);
      const open = conversations().filter(({ status }) => status.is === "open");
      expect(open.filter(({ id }) => answered.includes(id))).toEqual([]);
      expect(open).toHaveLength(mentions - answered.length);
    });

    it("says of every reply what the network says", () => {
      const states = rows
        .filter(({ sk }) => sk.includes("~r~"))
        .map(({ body }) => (body.state as { is: string }).is);
      expect(new Set(states)).toEqual(new Set(["published"]));
    });

    it("shows a trend that equals a recount", async () => {
      const days = new Map<string, ReturnType<typeof contributionOf>[]>();
      for (const conversation of conversations()) {
        const day = dayOf(conversation.mention?.postedAt ?? new Date(0));
        days.set(day, [...(days.get(day) ?? []), contributionOf(conversation)]);
      }
      const recount = [...days].map(([day, all]) =>
        sumBucket(
          day,
          all.filter((one) => one !== null),
        ),
      );
      const buckets = await listBuckets(scopedTable(look.table, workspaceId), brandId);
      expect(buckets).toEqual(recount.sort((a, b) => a.day.localeCompare(b.day)));
    });

    it("leaves no message in any queue and none dead", () => {
      const kept = rows.filter(({ pk }) => /[/#]dead$/.test(pk));
      expect([look.waiting, look.dead, kept]).toEqual([[], [], []]);
    });
  });
}
