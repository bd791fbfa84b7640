// Many sources of many networks pulled side by side for a simulated time, through the real scheduler, sweep and pull.
import { saveAccount } from "@otklik/core/account/credentials";
import type { Connector, Mailbox, MailLogin } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { keepPace } from "@otklik/core/pace/pace";
import { send } from "@otklik/core/pipeline/jobs";
import type { Ports, QueueName } from "@otklik/core/ports";
import { saveSource } from "@otklik/core/source/source-store";
import { handler as pull } from "@otklik/functions/pull";
import { handler as schedule } from "@otklik/functions/schedule";
import { handler as sweep } from "@otklik/functions/sweep";
import { triggers } from "@otklik/functions/triggers";
import { sqsEvent } from "@otklik/local/sqs-event";
import { testHome } from "./home.ts";
import { noon } from "./mentions.ts";
import { simulatedTime } from "./simulated-time.ts";

/** One sign-in at a network, and what it reads. */
export interface SignIn {
  credentials: Record<string, string>;
  sources: { title: string; settings: unknown }[];
}
/** A network among others: its connector, who signs in, and the server that counts. */
export interface Neighbour {
  connector: Connector;
  signIns: SignIn[];
  /** Whether a request is this network's. */
  owns(request: Request): boolean;
  /** Opens its mailbox, of a network that is read by mail; null: not allowed to come so often. */
  mailbox?(login: MailLogin, now: Date): Mailbox | null;
  /** Answers one request at that time. It may wait: `wait` is the simulated one. */
  answer(request: Request, at: { now: Date; wait: Ports["wait"] }): Promise<Response>;
}
export interface SideBySide {
  /** By network: how many requests were refused as too many, by 429 or 420. */
  turnedAway: Map<string, number>;
  /** By title of the source: when each of its pulls ended, from the first minute on. */
  pulls: Map<string, Date[]>;
  /** The health of each source at the end, by title. */
  faults: Map<string, string>;
}

const pullTrigger = triggers.queues.find(({ name }) => name === "pull");
/** What comes of a pull is not worked on here. */
const others: readonly QueueName[] = ["label", "pastLabel", "notify", "deliver"];

/** @param move makes the neighbours, whose servers may live by the simulated clock */
export async function sideBySide(
  move: (clock: { readonly now: Date }) => readonly Neighbour[] | Promise<readonly Neighbour[]>,
  { minutes }: { minutes: number },
): Promise<SideBySide> {
  const time = simulatedTime(noon);
  const clock = {
    get now() {
      return time.now();
    },
  };
  const neighbours = await move(clock);
  const turnedAway = new Map<string, number>();
  const pulls = new Map<string, Date[]>();
  const titles = new Map<string, string>();
  const watched = neighbours.map(
    ({ connector }): Connector => ({
      ...connector,
      async pull(feed, from, tools) {
        const page = await connector.pull?.(feed, from, tools);
        if (!page) throw new Error(`${connector.network} cannot be pulled`);
        const title = titles.get(feed.sourceId) ?? feed.sourceId;
        if (!page.more) pulls.set(title, [...(pulls.get(title) ?? []), time.now()]);
        return page;
      },
    }),
  );
  const here = await testHome({ connectors: watched, clock });
  here.home.db.exec("PRAGMA synchronous = OFF"); // nothing here outlives the test
  const ports: Ports = {
    ...here.ports,
    wait: time.wait,
    pace: keepPace({ table: here.ports.table, now: time.now }),
    async mailbox(login) {
      const owner = neighbours.find(({ signIns }) =>
        signIns.some(({ credentials }) => credentials.user === login.user),
      );
      const opened = owner?.mailbox?.(login, time.now());
      if (opened) return opened;
      const { network = "" } = owner?.connector ?? {};
      turnedAway.set(network, (turnedAway.get(network) ?? 0) + 1);
      throw new NetworkFault("throttled", `${network}: too many connections`);
    },
    async http(request) {
      const owner = neighbours.find((one) => one.owns(request));
      if (!owner) throw new Error(`nobody answers at ${request.url}`);
      const response = await owner.answer(request, { now: time.now(), wait: time.wait });
      const { network } = owner.connector;
      if (response.status === 429 || response.status === 420)
        turnedAway.set(network, (turnedAway.get(network) ?? 0) + 1);
      return response;
    },
  };
  let made = 0;
  for (const { connector, signIns } of neighbours)
    for (const { credentials, sources } of signIns) {
      const accountId = `account${made++}`;
      const account = { id: accountId, network: connector.network, title: accountId, connectedAt: noon };
      await saveAccount({ table: here.table, secret: ports.secret }, account, credentials);
      for (const { title, settings } of sources) {
        const id = `source${made++}`;
        titles.set(id, title);
        await saveSource(
          { scoped: here.table, all: ports.table },
          {
            ...{ id, brandId: here.brandId, network: connector.network, title, settings, accountId },
            ...{ every: connector.every, inboxFrom: noon, connectedAt: noon, state: { is: "active" } },
          },
        );
        // As on connecting, all at once here.
        await send(ports, "pull", [
          { job: { workspaceId: here.workspaceId, sourceId: id }, group: accountId },
        ]);
      }
    }

  const limit = { getRemainingTimeInMillis: () => (pullTrigger?.timeoutSeconds ?? 60) * 1000 };
  const atWork = new Set<Promise<void>>();
  const { queue } = here.home;
  /** Takes messages while a worker is free; true when one was taken. */
  const takeOn = async (): Promise<boolean> => {
    for (const name of others) {
      const gone = await queue.receive(name, { max: 1000, visibilitySeconds: 300 });
      await queue.done(
        name,
        gone.map(({ receipt }) => receipt),
      );
    }
    const free = (pullTrigger?.workers ?? 1) - atWork.size;
    const messages = free > 0 ? await queue.receive("pull", { max: free, visibilitySeconds: 360 }) : [];
    for (const message of messages) {
      const work = pull
        .using(ports)(sqsEvent("pull", [message]), limit)
        .then(({ batchItemFailures }) =>
          batchItemFailures.length > 0
            ? queue.release("pull", [message.receipt], { delaySeconds: 5 })
            : queue.done("pull", [message.receipt]),
        )
        .finally(() => atWork.delete(work));
      atWork.add(work);
    }
    return messages.length > 0;
  };
  for (let minute = 0; minute < minutes; minute++) {
    const at = { time: time.now().toISOString() };
    await schedule.using(ports)(at, limit);
    await sweep.using(ports)(at, limit);
    await time.run(60_000, takeOn);
  }
  const rows = (await here.table.query({ pk: "health", limit: 1000 })).rows;
  const faults = new Map(
    rows.flatMap(({ sk, body }): [string, string][] => {
      const kind = (body.fault as { kind?: string } | undefined)?.kind;
      return kind ? [[titles.get(sk) ?? sk, kind]] : [];
    }),
  );
  here.close();
  return { pulls, faults, turnedAway };
}
