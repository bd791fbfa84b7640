import { randomBytes } from "node:crypto";
import { foundWorkspace } from "@otklik/core/api/handle/sessions";
import type { Connector } from "@otklik/core/connector";
import type { Labeler } from "@otklik/core/label/labeler";
import { keepPace } from "@otklik/core/pace/pace";
import { send } from "@otklik/core/pipeline/jobs";
import type { ChangeFeed, Ports, QueueName } from "@otklik/core/ports";
import { queueNames } from "@otklik/core/ports";
import { type InboxFrom, inboxFromChoice, type Source } from "@otklik/core/source/source";
import { saveSource } from "@otklik/core/source/source-store";
import { type ScopedTable, scopedTable } from "@otklik/core/table-scope";
import { handler as dead } from "@otklik/functions/dead";
import { handler as find } from "@otklik/functions/find";
import { handler as measure } from "@otklik/functions/measure";
import { handler as sweep } from "@otklik/functions/sweep";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { handOnLetters } from "@otklik/local/dead-reader";
import { type Home, openHome } from "@otklik/local/home";
import { queueDoors } from "@otklik/local/runtime";
import { localSecret } from "@otklik/local/secret";
import { sqsEvent } from "@otklik/local/sqs-event";
import { noon } from "./mentions.ts";
import { type RecordingMessenger, recordingMessenger } from "./recording-messenger.ts";
import { keptFolder } from "./temporary-folder.ts";

const time = { getRemainingTimeInMillis: () => 30_000 };

/** The whole product in a folder of its own, its clock in the test's hand, and no timer anywhere. */
export interface TestHome {
  home: Home;
  ports: Ports;
  /** Whom it told what. */
  messenger: RecordingMessenger;
  workspaceId: string;
  brandId: string;
  table: ScopedTable;
  /** What was logged, to be searched for what must never stand there. */
  logged: string[];
  /** Moves the clock on. */
  pass(seconds: number): void;
  connect(change?: Partial<Source> & { from?: InboxFrom }): Promise<Source>;
  /** Asks for `source1`, as `connect` names it, to be read. */
  askPull(): Promise<void>;
  /** Asks for it, and settles. */
  pull(): Promise<void>;
  /** Works until no queue has anything to do at this moment. Throws when it does not end. */
  settle(): Promise<void>;
  /** One queue's messages, once; returns how many there were. */
  work(queue: QueueName): Promise<number>;
  /** Hands on one page of changes; returns how many there were. */
  readFeed(): Promise<number>;
  sweep(): Promise<void>;
  /** Hands on what the queues gave up; returns how many letters could not be kept. */
  bury(): Promise<number>;
  close(): void;
}

export async function testHome(around: {
  connectors: readonly Connector[];
  labeler?: Labeler;
  http?: Ports["http"];
  mailbox?: Ports["mailbox"];
  /** Another table than the folder's own, with its changes. */
  tableWithFeed?: { table: Ports["table"]; feed: ChangeFeed };
  random?: Ports["random"];
  /** A clock that others run by too; by default one of its own, at noon. */
  clock?: { now: Date };
}): Promise<TestHome> {
  const { path: folder, remove } = keptFolder();
  const clock = around.clock ?? { now: noon };
  const now = () => new Date(clock.now);
  const pass = (milliseconds: number): void => {
    clock.now = new Date(clock.now.getTime() + milliseconds);
  };
  const home = await openHome(folder, { now });
  const logged: string[] = [];
  const note = (...parts: unknown[]): void => void logged.push(JSON.stringify(parts, errorText));
  const messenger = recordingMessenger(now);
  const ports: Ports = {
    table: around.tableWithFeed?.table ?? home.table,
    queue: home.queue,
    blob: home.blob,
    search: home.search,
    secret: localSecret(new Uint8Array(32).fill(7)),
    labeler: around.labeler ?? embeddedLabeler(),
    topics: async () => (await import("@otklik/language/topic-finder")).topicFinder,
    connectors: around.connectors,
    messenger,
    log: { info: note, warn: note, error: note },
    now,
    random: around.random ?? ((bytes) => randomBytes(bytes)),
    wait: async (milliseconds) => pass(milliseconds),
    pace: keepPace({ table: around.tableWithFeed?.table ?? home.table, now }),
    http: around.http ?? (() => Promise.reject(new Error("this test reaches no network"))),
    mailbox: around.mailbox ?? (() => Promise.reject(new Error("this test reaches no mailbox"))),
  };
  const { workspace, brandId } = await foundWorkspace(ports, { name: "Тест", kind: "own" });
  const table = scopedTable(ports.table, workspace.id);

  const work = async (queue: QueueName): Promise<number> => {
    const messages = await home.queue.receive(queue, { max: 50, visibilitySeconds: 300 });
    if (messages.length === 0) return 0;
    const { batchItemFailures } = await queueDoors[queue].using(ports)(sqsEvent(queue, messages), time);
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    for (const { id, receipt } of messages)
      await (failed.has(id)
        ? home.queue.release(queue, [receipt], { delaySeconds: 5 })
        : home.queue.done(queue, [receipt]));
    return messages.length;
  };
  const feed = around.tableWithFeed?.feed ?? home.feed;
  const readFeed = async (): Promise<number> => {
    const { changes, next } = await feed.read(null, 200);
    if (next === null || changes.length === 0) return 0;
    await measure.using(ports)({ changes }, time);
    await find.using(ports)({ changes }, time);
    await feed.forget(next);
    return changes.length;
  };

  const askPull = (): Promise<void> =>
    send(ports, "pull", [{ job: { workspaceId: workspace.id, sourceId: "source1" } }]);
  async function settle(): Promise<void> {
    for (let round = 0; round < 2000; round++) {
      let done = 0;
      for (const queue of queueNames) done += await work(queue);
      done += await readFeed();
      if (done === 0) return;
    }
    throw new Error("the queues never came to rest");
  }
  return {
    home,
    ports,
    messenger,
    workspaceId: workspace.id,
    brandId,
    table,
    logged,
    pass: (seconds) => pass(seconds * 1000),
    async connect({ from = "30d", ...change } = {}) {
      const source: Source = {
        id: "source1",
        brandId,
        network: around.connectors[0]?.network ?? "",
        title: "Тест",
        settings: {},
        every: 5,
        inboxFrom: inboxFromChoice(from, now()),
        state: { is: "active" },
        connectedAt: now(),
        ...change,
      };
      await saveSource({ scoped: table, all: ports.table }, source);
      return source;
    },
    work,
    readFeed,
    askPull,
    settle,
    async pull() {
      await askPull();
      await settle();
    },
    bury: () => handOnLetters({ letters: home.queue, handler: dead.using(ports), log: ports.log }),
    sweep: () => sweep.using(ports)({ time: now().toISOString() }, time),
    close() {
      home.close();
      remove();
    },
  };
}

const errorText = (_: string, value: unknown): unknown =>
  value instanceof Error ? `${value.name}: ${value.message}` : value;
