// The product around one bench for a week of simulated time: its clock is the bench's, its rooms are the real ones.
import { saveAccount } from "@otklik/core/account/credentials";
import type { Conversation } from "@otklik/core/conversation/conversation";
import { getThread } from "@otklik/core/conversation/conversation-store";
import { allLetters, lettersOf } from "@otklik/core/dead-letter/dead-letter-store";
import { mentionId } from "@otklik/core/id";
import type { Mention } from "@otklik/core/mention/mention";
import { send } from "@otklik/core/pipeline/jobs";
import type { Reply } from "@otklik/core/reply/reply";
import { isSettled } from "@otklik/core/reply/reply";
import type { Health, Source } from "@otklik/core/source/source";
import { getHealth, getSource } from "@otklik/core/source/source-store";
import { expect, type TestContext } from "vitest";
import { desk } from "../support/desk.ts";
import { testHome } from "../support/home.ts";
import { conversationsIn, rowsOf } from "../support/recount.ts";
import { type ConnectorBench, idsOf, offered, walk, watched } from "./connector-bench.ts";

export interface Week {
  bench: ConnectorBench;
  inboxFrom: Date;
  /** Credentials that must stand nowhere. */
  secrets: readonly string[];
  /** Pulls the source now. */
  pull(): Promise<void>;
  /** Lets that many hours pass, the source pulled every six of them. */
  live(hours: number): Promise<void>;
  /** Somebody writes this, and it has been pulled. */
  written(test: TestContext, text: string): Promise<string>;
  /** A person replies, and waits until it is known what became of it. */
  answer(externalId: string, text: string): Promise<void>;
  /** A person signs in anew, and has the source read again. */
  resume(): Promise<void>;
  conversations(): Promise<Conversation[]>;
  /** The conversation that holds this mention. Fails the test when there is none. */
  conversationOf(externalId: string): Promise<Conversation>;
  /** The words that the inbox shows of the conversation that holds this mention; null: it is not in the inbox. */
  shownWords(externalId: string): Promise<string | null>;
  /** As it stands in its conversation, whether it began it or joined it. */
  mentionOf(externalId: string): Promise<Mention>;
  replyTo(externalId: string): Promise<Reply>;
  source(): Promise<Source>;
  health(): Promise<Health>;
  /** What the network shows and we do not hold. */
  missing(): Promise<string[]>;
  givenUp(): Promise<unknown[]>;
  log(): string;
  close(): Promise<void>;
}

const pullEveryHours = 6;

export async function beginWeek<Settings>(given: ConnectorBench<Settings>): Promise<Week> {
  const bench = watched(given) as ConnectorBench & ReturnType<typeof watched>;
  const { connector, account, settings, tools, clock } = bench;
  if (!clock) throw new Error(`The bench of ${connector.network} has no clock.`);
  const here = await testHome({
    connectors: [connector],
    clock,
    http: tools.http,
    mailbox: tools.mailbox,
  });
  const { ports, table, workspaceId, brandId } = here;
  const signIn = async (): Promise<void> => {
    if (!account) return;
    const { id, credentials } = account;
    const { network, title } = connector;
    await saveAccount(
      { table, secret: ports.secret },
      { id, network, title, connectedAt: ports.now() },
      credentials,
    );
  };
  await signIn();
  const source = await here.connect({
    settings,
    every: connector.every,
    ...(account && { accountId: account.id }),
  });
  const anna = await desk(here);
  let replies = 0;

  const pull = async (): Promise<void> => {
    const group = source.accountId ?? source.id;
    await send(ports, "pull", [{ job: { workspaceId, sourceId: source.id }, group }]);
    await here.settle();
  };
  const conversations = async (): Promise<Conversation[]> => conversationsIn(await rowsOf(here.home));

  /** The thread of a mention, whether it began it or came later. */
  const threadOf = async (externalId: string) => {
    const id = mentionId(brandId, connector.network, externalId);
    const direct = await getThread(table, id);
    if (direct) return direct;
    for (const { id: other } of await conversations()) {
      const thread = await getThread(table, other);
      if (thread?.mentions.some(({ mention }) => mention.id === id)) return thread;
    }
    return null;
  };

  const week: Week = {
    bench,
    inboxFrom: source.inboxFrom,
    secrets: secretsOf(bench),
    pull,
    async live(hours) {
      for (let hour = 0; hour < hours; hour += pullEveryHours) {
        here.pass(pullEveryHours * 3600);
        await here.sweep();
        await pull();
      }
    },
    async written(test, text) {
      const id = await offered(test, bench, "addMention")(text);
      await week.live(pullEveryHours);
      expect((await week.conversationOf(id)).status).toEqual({ is: "open" });
      return id;
    },
    async answer(externalId, text) {
      const { id } = await week.conversationOf(externalId);
      const reply = `week${String(++replies).padStart(16, "0")}`;
      const told = await anna.call("POST /api/conversations/:id/replies", { id, reply, text });
      expect(told.error).toBeUndefined();
      for (let minute = 0; minute < 180; minute++) {
        here.pass(60);
        await here.settle();
        if (isSettled((await week.replyTo(externalId)).state)) return;
      }
    },
    async resume() {
      await signIn();
      const { error } = await anna.call("POST /api/sources/:id/resume", { id: source.id });
      expect(error).toBeUndefined();
      await here.settle();
    },
    conversations,
    async conversationOf(externalId) {
      const thread = await threadOf(externalId);
      expect(thread, `${externalId} stands in no conversation`).not.toBeNull();
      return (thread as NonNullable<typeof thread>).conversation;
    },
    async shownWords(externalId) {
      const { id } = await week.conversationOf(externalId);
      const cards: { id: string; snippet: string }[] = [];
      for (let after: string | undefined; ; ) {
        const { body } = await anna.call("GET /api/inbox", {
          ...{ brand: brandId, limit: 200 },
          ...(after && { after }),
        });
        cards.push(...body.cards);
        if (body.next === null) return cards.find((card) => card.id === id)?.snippet ?? null;
        after = body.next;
      }
    },
    async mentionOf(externalId) {
      const id = mentionId(brandId, connector.network, externalId);
      const thread = await threadOf(externalId);
      const joined = thread?.mentions.find(({ mention }) => mention.id === id)?.mention;
      return (joined ?? thread?.conversation.mention) as Mention;
    },
    async replyTo(externalId) {
      const reply = (await threadOf(externalId))?.replies.at(-1);
      expect(reply, `${externalId} has no reply`).toBeDefined();
      return reply as Reply;
    },
    async source() {
      const found = await getSource(table, source.id);
      if (!found) throw new Error("The source is gone.");
      return found;
    },
    health: () => getHealth(table, source.id),
    async missing() {
      if (connector.feed === "account") return []; // its stream is read once
      const rows = await rowsOf(here.home);
      const held = new Set(rows.map(({ sk }) => sk.split("~").at(-1)));
      const { found } = await walk(bench, null);
      return idsOf(found).filter((id) => !held.has(mentionId(brandId, connector.network, id)));
    },
    async givenUp() {
      await here.bury();
      return Array.fromAsync(allLetters(lettersOf(table)));
    },
    log: () => here.logged.join("\n"),
    async close() {
      here.close();
      await bench.close();
      bench.outside.release();
    },
  };
  return week;
}

function secretsOf({ connector, account }: ConnectorBench): string[] {
  const fields = connector.account.is === "none" ? [] : connector.account.fields;
  const named = fields.filter(({ secret }) => secret).map(({ name }) => account?.credentials[name]);
  return [...named, account?.credentials.accessToken].filter(
    (one) => one !== undefined && one !== "",
  ) as string[];
}
