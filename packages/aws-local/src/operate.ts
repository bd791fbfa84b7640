// What an operator does with a home on AWS from their own machine. It reads the environment that the stack prints, and
// the account's credentials as the SDK finds them.
import { resolve } from "node:path";
import { awsArchive } from "@otklik/aws/archive";
import { awsClients } from "@otklik/aws/clients";
import { composePorts } from "@otklik/aws/compose";
import { readEnvironment } from "@otklik/aws/config";
import type { Archive } from "@otklik/core/archive";
import { Refusal } from "@otklik/core/errors";
import { jsonLog } from "@otklik/core/json-log";
import type { Ports } from "@otklik/core/ports";
import { type ExportOptions, exporting } from "@otklik/local/commands/export";
import { importing, tellPaused } from "@otklik/local/commands/import-home";
import { type MovingOptions, passphraseFrom } from "@otklik/local/commands/passphrase";
import { say, sayJson, tell } from "@otklik/local/commands/say";
import { environmentOf } from "@otklik/local/commands/session";
import { sayExported, sayTotals } from "@otklik/local/commands/show-totals";
import { type SignInOptions, signIn, signingIn } from "@otklik/local/commands/sign-in";
import { exportFile } from "@otklik/local/export-file";
import { importFile, readFile } from "@otklik/local/import-file";
import { Command } from "commander";
import { messagesIn } from "./waiting.ts";

interface AwsHome {
  ports: Ports;
  archive: Archive;
  publicUrl: string;
  /** How many messages wait in each queue that is not empty. */
  waiting(): Promise<Map<string, number>>;
}

async function withHome(command: Command, work: (home: AwsHome) => Promise<void>): Promise<void> {
  const environment = readEnvironment(environmentOf(command));
  const { OTKLIK_TABLE: table, OTKLIK_BUCKET: bucket, OTKLIK_QUEUES: queues } = environment;
  const publicUrl = environment.OTKLIK_PUBLIC_URL.replace(/\/+$/, "");
  const clients = awsClients();
  const now = (): Date => new Date();
  const log = jsonLog((line) => process.stderr.write(line), { now, least: "error" });
  const openai = { key: undefined, monthlyBudget: 0 }; // nothing is labelled here
  const kmsKey = environment.OTKLIK_KMS_KEY;
  const config = { table, bucket, queues, kmsKey, openai, publicUrl, mailFrom: undefined, allowHosts: [] };
  try {
    await work({
      ports: composePorts(config, { clients, now, log }),
      archive: awsArchive({ client: clients.db, tableName: table, s3: clients.s3, bucket }),
      publicUrl,
      async waiting() {
        const counts = await Promise.all(
          Object.entries(queues).map(
            async ([name, url]) => [name, await messagesIn(clients.sqs, url)] as const,
          ),
        );
        return new Map(counts.filter(([, count]) => count > 0));
      },
    });
  } finally {
    for (const client of Object.values(clients)) client.destroy();
  }
}

const passphrase = (options: MovingOptions, command: Command): string =>
  passphraseFrom(options.passphraseFile, { passphrase: environmentOf(command).OTKLIK_PASSPHRASE });

const signInCommand = signingIn(new Command("sign-in")).action(
  (email: string, options: SignInOptions, command: Command) =>
    withHome(command, ({ ports, publicUrl }) => signIn(email, options, { ports, base: publicUrl })),
);

const exportCommand = exporting(new Command("export"))
  .option("--leave-messages", "although messages wait in the queues: they are not part of the file")
  .action((given: string, options: ExportOptions & { leaveMessages?: boolean }, command: Command) =>
    withHome(command, async ({ ports, archive, waiting }) => {
      if (!options.leaveMessages) refuseWaiting(await waiting());
      const file = resolve(given);
      const credentials = options.withCredentials
        ? { secret: ports.secret, passphrase: passphrase(options, command) }
        : null;
      const totals = await exportFile(file, { archive, credentials, now: ports.now() });
      sayExported({ file, totals, withCredentials: credentials !== null }, options);
    }),
  );

function refuseWaiting(waiting: ReadonlyMap<string, number>): void {
  if (waiting.size === 0) return;
  const each = [...waiting].map(([name, count]) => `${name} ${count}`).join(", ");
  throw new Refusal(
    "conflict",
    `Messages wait in the queues (${each}), and SQS cannot be read without taking them. Disable the schedules, let the ` +
      "queues run empty, and export then; or leave them behind with --leave-messages.",
  );
}

const importCommand = importing(new Command("import-home")).action(
  (given: string, options: MovingOptions, command: Command) =>
    withHome(command, async ({ ports, archive }) => {
      const file = await readFile(resolve(given), () => passphrase(options, command));
      // The table's stream tells the rooms of every row.
      const here = await importFile(file, {
        archive,
        ports,
        otherwise: "Remove the stage, deploy it anew and begin again.",
      });
      if (options.json) return sayJson(here);
      say("Everything of the file stands in the table and the bucket, counted again there:");
      sayTotals(here);
      if (!file.outside) await tellPaused(archive);
    }),
);

const program = new Command("aws")
  .description("Otklik on AWS: an operator's commands (docs/aws.md)")
  .addCommand(signInCommand)
  .addCommand(importCommand)
  .addCommand(exportCommand);

try {
  await program.parseAsync();
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
