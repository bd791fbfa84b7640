import { type AwsConfig, composePorts } from "@otklik/aws/compose";
import type { Log, Ports } from "@otklik/core/ports";
import { readAddress } from "@otklik/local/anchor";
import type { FiredSlots } from "@otklik/local/scheduler";
import type { OpenedHome } from "@otklik/local/serve";
import { emulatedClients } from "./emulated-clients.ts";
import type { Emulated } from "./emulators.ts";
import { sqsLetters } from "./sqs-letters.ts";
import { sqsPollerQueue } from "./sqs-poller-queue.ts";
import { streamFeed } from "./stream-feed.ts";

/** Long enough for any call but a pull of many pages, and soon enough that whoever looks on sees the work go on. */
const visibilitySeconds = 70;

/** The home on AWS, its services stood in for, and woken by a runtime of ours in the place of Lambda. */
export function openAwsHome(
  emulated: Emulated,
  around: {
    openai: AwsConfig["openai"];
    allowHosts: readonly string[];
    publicUrl?: string | undefined;
    log: Log;
    visibilitySeconds?: number | undefined;
  },
): OpenedHome {
  const { endpoints, deadUrls, ...config } = emulated;
  const clients = emulatedClients(emulated);
  const now = (): Date => new Date();
  const compose = (allowHosts: string[]): Ports =>
    composePorts(
      {
        ...config,
        openai: around.openai,
        mailFrom: undefined, // no mail service is stood in for: letters are kept for the app
        publicUrl: around.publicUrl ?? null,
        ownAddress: () => readAddress(base.table),
        allowHosts: [...around.allowHosts, ...allowHosts],
      },
      { clients, log: around.log, now },
    );
  const base: Ports = compose([]);
  const queue = sqsPollerQueue({ client: clients.sqs, urls: config.queues, queue: base.queue, now });
  return {
    table: base.table,
    wakers: {
      queue,
      feed: streamFeed(endpoints.db),
      fired: firedInMemory(),
      letters: sqsLetters({ client: clients.sqs, urls: deadUrls }),
      visibilitySeconds: around.visibilitySeconds ?? visibilitySeconds,
    },
    isWritable: () =>
      base.table.commit([{ put: { pk: "#ready", sk: "r", body: {} } }]).then(
        () => true,
        () => false,
      ),
    compose: (allowHosts) => ({ ...compose(allowHosts), queue }),
    close() {
      for (const client of Object.values(clients)) client.destroy();
    },
  };
}

/** EventBridge makes up for no minute that was missed, and neither does this. */
function firedInMemory(): FiredSlots {
  const kept = new Map<string, Date>();
  return {
    last: (schedule) => kept.get(schedule) ?? null,
    keep: (schedule, slot) => void kept.set(schedule, slot),
  };
}
