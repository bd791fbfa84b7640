import { createHash } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamoTable } from "@otklik/aws/table";
import { digest, mentionId } from "@otklik/core/id";
import type { FoundMention } from "@otklik/core/mention/found";
import { putWatermark } from "@otklik/core/source/source-store";
import { mostFingerprints } from "@otklik/core/source/watermark";
import { anyone, ensureTable, startDynamo } from "../../../packages/aws-local/src/dynamo.ts";
import { streamFeed } from "../../../packages/aws-local/src/stream-feed.ts";
import { chance } from "../../../packages/sandbox/src/chance.ts";
import { products } from "../../../packages/sandbox/src/wildberries/catalog.ts";
import { compose } from "../../../packages/sandbox/src/wildberries/prose/compose.ts";
import { desk } from "../desk.ts";
import { testHome } from "../home.ts";
import { later } from "../mentions.ts";
import { village } from "../village.ts";
import { meter, type Spent } from "./metered.ts";
import { meterQueue } from "./metered-queue.ts";

/** What a step of the reference load consumed. */
export interface Cost {
  spent: Spent[];
  /** Requests of SQS, by queue. */
  requests: Record<string, number>;
}

const letters = 400;
const perPull = 20;
const opened = 6; // 30 %

/** A review of 400 Cyrillic letters with all that a marketplace tells of it; most are answered already. */
function review(at: number, isOpen: boolean): FoundMention {
  const fate = chance(`reference-${at}`);
  const product = fate.pick(products);
  let text = "";
  for (let longer = 1; text.length < letters; longer++) {
    const plot = fate.pick(["praise", "mixed", "leak", "delivery", "rash"] as const);
    text += `${compose({ plot, product, author: "feminine", chance: fate, longer }).text} `;
  }
  const nm = 100_000_000 + at;
  return {
    externalId: `Kp2n${String(at).padStart(16, "0")}`,
    url: `https://www.wildberries.ru/catalog/${nm}/feedbacks`,
    kind: "review",
    author: { name: fate.pick(["Анна", "Екатерина", "Дмитрий", "Ольга"]) },
    text: text.slice(0, letters),
    rating: { stars: fate.int(1, 5), outOf: 5 },
    product: {
      id: String(nm),
      sku: `OTK-${at}`,
      name: product.name,
      url: `https://www.wildberries.ru/catalog/${nm}/detail.aspx`,
    },
    postedAt: later(at / 100),
    canReply: true,
    ...(isOpen
      ? {}
      : { ownerReply: { text: "Спасибо за отзыв! Рады, что вам понравилось.", postedAt: later(at / 100) } }),
  };
}

/** Ids are random, and how a row deflates hangs on them: the same ones give the same units. */
function seededBytes(): (bytes: number) => Uint8Array {
  let taken = 0;
  return (bytes) => createHash("shake256", { outputLength: bytes }).update(`${taken++}`).digest();
}

export type ReferenceLoad = Awaited<ReturnType<typeof referenceLoad>>;

/** The rooms on the table of AWS, their clock in the caller's hand; every request is counted. */
export async function referenceLoad() {
  const dynamo = await startDynamo();
  await ensureTable(dynamo.endpoint, "otklik");
  const client = new DynamoDBClient({ endpoint: dynamo.endpoint, ...anyone });
  const spent = meter(client);
  const there = village();
  const here = await testHome({
    random: seededBytes(),
    connectors: [there.connector],
    tableWithFeed: {
      table: dynamoTable({ client, tableName: "otklik" }),
      feed: streamFeed(dynamo.endpoint),
    },
  });
  const queue = meterQueue(here);
  /** What `step` costs with all that follows from it, the sum of the day included. */
  const costOf = async (step: () => Promise<void>): Promise<Cost> => {
    await queue.settle();
    spent.length = 0;
    queue.requests = {};
    await step();
    await queue.settle();
    here.pass(15); // a reply's undo time and a sum's rest are over
    await queue.settle();
    return { spent: [...spent], requests: queue.requests };
  };

  await here.connect();
  const marks = Array.from({ length: mostFingerprints }, (_, at) => digest([String(at)], 8)).join("");
  await here.table.commit([putWatermark({ sourceId: "source1", list: "" }, marks, null)]);
  const person = await desk(here);
  const { brandId } = here;
  let said = 0;
  const ok = (answer: { status: number }): void => {
    if (answer.status !== 200) throw new Error(`the API answered ${answer.status}`);
  };
  return {
    here,
    perPull,
    opened,
    costOf,
    /** Twenty new reviews stand there, of which six, the first, want an answer. */
    say(): FoundMention[] {
      there.said = Array.from({ length: perPull }, (_, at) => review(said + at, at < opened));
      said += perPull;
      return there.said;
    },
    idOf: ({ externalId }: FoundMention): string => mentionId(brandId, "village", externalId),
    pull: () => here.askPull(),
    async close(ids: readonly string[]): Promise<void> {
      for (const id of ids)
        ok(await person.call("POST /api/conversations/:id/close", { id, reason: "read" }));
    },
    async reply(ids: readonly string[]): Promise<void> {
      const text = "Здравствуйте! Спасибо за отзыв, нам жаль, что так вышло. Напишите нам, мы всё исправим.";
      for (const [at, id] of ids.entries())
        ok(
          await person.call("POST /api/conversations/:id/replies", {
            id,
            reply: `replyofaperson${String(at).padStart(6, "0")}`,
            text,
          }),
        );
    },
    async page(): Promise<void> {
      ok(await person.call("GET /api/inbox", { brand: brandId, limit: 50 }));
    },
    async end(): Promise<void> {
      here.close();
      client.destroy();
      await dynamo.close();
    },
  };
}
