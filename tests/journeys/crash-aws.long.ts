import { join } from "node:path";
import { dynamoTable } from "@otklik/aws/table";
import { emulatedClients } from "@otklik/aws-local/emulated-clients";
import { startEmulatorsProcess } from "@otklik/aws-local/emulators-process";
import { sqsPollerQueue } from "@otklik/aws-local/sqs-poller-queue";
import { queueNames } from "@otklik/core/ports";
import { rowsOfDynamo } from "../support/all-rows.ts";
import { type CrashedHome, describeCrashes } from "../support/crash-journey.ts";
import { startOtklik } from "../support/running-service.ts";

// The service dies, and the emulators do not: AWS does not die with a Lambda. What a dead service had in hand comes
// again after four seconds rather than a minute, so that each message meets many lives, and some two at once.
const visibility = "4";

describeCrashes("the composition for AWS", async (folder): Promise<CrashedHome> => {
  // A kill counts as a failed attempt here, as it does with SQS; twenty-five of them must not make a dead letter.
  const { emulated, stop } = await startEmulatorsProcess({
    folder: join(folder, "emulators"),
    withParent: true,
    maxReceives: 30,
  });
  const flags = ["--emulators", JSON.stringify(emulated), "--visibility", visibility];
  const places = { OTKLIK_DATA: join(folder, "data") };
  const { table, queues, deadUrls } = emulated;
  const clients = emulatedClients(emulated);
  const queue = { send: async () => undefined };
  const now = () => new Date();
  const live = sqsPollerQueue({ client: clients.sqs, urls: queues, queue, now });
  const dead = sqsPollerQueue({ client: clients.sqs, urls: deadUrls, queue, now });
  const filled = async (among: typeof live): Promise<string[]> => {
    const next = await Promise.all(queueNames.map((name) => among.nextAt(name)));
    return queueNames.filter((_, at) => next[at] !== null);
  };
  return {
    start: (environment) =>
      startOtklik(["--empty", "--port", "0", ...flags], { ...places, ...environment }, "aws"),
    look: async () => ({
      table: dynamoTable({ client: clients.db, tableName: table }),
      rows: await rowsOfDynamo(emulated),
      waiting: await filled(live),
      dead: await filled(dead),
      close: () => undefined,
    }),
    async close() {
      for (const client of Object.values(clients)) client.destroy();
      await stop();
    },
  };
});
