import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AwsConfig } from "@otklik/aws/compose";
import { startFauxqs } from "fauxqs";
import { ensureTable, startDynamo } from "./dynamo.ts";
import { startKms } from "./kms.ts";
import { type LocalSqs, startSqs } from "./sqs.ts";

/** Where the services of AWS are stood in for, and what is called how there. Plain data: it passes between processes. */
export interface Emulated
  extends Pick<AwsConfig, "table" | "bucket" | "kmsKey" | "queues">,
    Pick<LocalSqs, "deadUrls"> {
  endpoints: { db: string; s3: string; kms: string };
}

export interface Emulators {
  emulated: Emulated;
  close(): Promise<void>;
}

const names = { table: "otklik", bucket: "otklik", kmsKey: "otklik" };

/**
 * DynamoDB by dynalite, S3 by fauxqs, SQS by both local-aws-sqs and fauxqs, KMS by a stand-in of our own, all in this
 * process. Rows, blobs and the key lie in the folder; messages and the stream are in memory, and gone with the process.
 * @param folder unless given, nothing outlives the process
 */
export async function startEmulators({
  folder,
  maxReceives,
}: {
  folder?: string | undefined;
  maxReceives?: number | undefined;
}): Promise<Emulators> {
  if (folder) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const dynamo = await startDynamo(folder ? { path: join(folder, "dynamo") } : {});
  await ensureTable(dynamo.endpoint, names.table);
  // With a data folder, fauxqs could not release a message; its objects alone may lie in files.
  const fauxqs = await startFauxqs({
    port: 0,
    host: "127.0.0.1",
    logger: false,
    ...(folder ? { s3StorageDir: join(folder, "s3") } : {}),
  });
  fauxqs.createBucket(names.bucket);
  const sqs = await startSqs({ fauxqs, ...(maxReceives ? { maxReceives } : {}) });
  const kms = await startKms({ [names.kmsKey]: keyIn(folder) });
  return {
    emulated: {
      ...names,
      queues: sqs.urls,
      deadUrls: sqs.deadUrls,
      endpoints: { db: dynamo.endpoint, s3: fauxqs.address, kms: kms.url },
    },
    async close() {
      await kms.close();
      await sqs.close();
      await fauxqs.stop();
      await dynamo.close();
    },
  };
}

/** The key that stands for the one in KMS; made on the first start. */
function keyIn(folder: string | undefined): Uint8Array {
  if (!folder) return randomBytes(32);
  const file = join(folder, "kms-key");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64"), { mode: 0o600 });
  return Buffer.from(readFileSync(file, "utf8"), "base64");
}
