import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { KMSClient } from "@aws-sdk/client-kms";
import type { S3Client } from "@aws-sdk/client-s3";
import type { SESv2Client } from "@aws-sdk/client-sesv2";
import type { SQSClient } from "@aws-sdk/client-sqs";
import { connectors } from "@otklik/connectors";
import { guardedHttp } from "@otklik/connectors/kit/guarded-http";
import { guardedMailbox } from "@otklik/connectors/kit/guarded-mailbox";
import { getLabeling } from "@otklik/core/label/labeling-store";
import { openPurse } from "@otklik/core/label/model-use-store";
import { keepPace } from "@otklik/core/pace/pace";
import type { Log, Ports, QueueName } from "@otklik/core/ports";
import { scopedTable } from "@otklik/core/table-scope";
import type { Prices } from "@otklik/language/label/budget";
import { labelerFrom } from "@otklik/language/labeler";
import { keepLetters } from "@otklik/notify/mail/keep";
import { messenger } from "@otklik/notify/messenger";
import { batchGet } from "./batch-get.ts";
import { s3Blobs } from "./blob.ts";
import { dynamoClaims } from "./claims.ts";
import { sqsQueue } from "./queue.ts";
import { openSearch } from "./search.ts";
import { kmsSecret } from "./secret.ts";
import { postBySes } from "./ses.ts";
import { dynamoTable } from "./table.ts";

/** The SDK's clients that the ports are made of; each finds its region, credentials and address as the SDK does. */
export interface Clients {
  db: DynamoDBClient;
  sqs: SQSClient;
  s3: S3Client;
  kms: KMSClient;
  ses: SESv2Client;
}

/** What the stack calls its resources, and what its operator has set. */
export interface AwsConfig {
  table: string;
  bucket: string;
  /** The key that data keys of credentials are made under: its id or its ARN. */
  kmsKey: string;
  /** Addresses of the queues; one that ends with ".fifo" keeps groups. */
  queues: Record<QueueName, string>;
  openai: {
    key: string | undefined;
    baseUrl?: string | undefined;
    model?: string | undefined;
    prices?: Prices | undefined;
    monthlyBudget: number;
  };
  /** Whose name letters carry; without one they are kept for the app to show. */
  mailFrom: string | undefined;
  /** What links begin with; null where none is set. */
  publicUrl: string | null;
  /** Where the app is opened while no public address is set. */
  ownAddress?: () => Promise<string | null>;
  /** Hosts, or host:port, that connectors may reach although they are private. */
  allowHosts: readonly string[];
}

/** The composition on AWS: every port over one stack's resources. */
export function composePorts(
  config: AwsConfig,
  { clients, log, now }: { clients: Clients; log: Log; now: () => Date },
): Ports {
  const { db, sqs, s3, kms, ses } = clients;
  const rows = { client: db, tableName: config.table };
  const table = dynamoTable(rows);
  const http = guardedHttp({ allowHosts: [...config.allowHosts] });
  const from = config.mailFrom;
  return {
    table,
    queue: sqsQueue({ client: sqs, urls: config.queues, claims: dynamoClaims({ ...rows, now }) }),
    blob: s3Blobs({ client: s3, bucket: config.bucket }),
    search: openSearch({ table, read: (keys) => batchGet(rows, keys) }),
    secret: kmsSecret({ client: kms, keyId: config.kmsKey, now }),
    labeler: labelerFrom({
      openaiKey: config.openai.key,
      openaiBaseUrl: config.openai.baseUrl,
      openaiModel: config.openai.model,
      ...(config.openai.prices && { prices: config.openai.prices }),
      monthlyUsd: config.openai.monthlyBudget,
      labeling: (workspaceId) => getLabeling(scopedTable(table, workspaceId)),
      purse: openPurse({ table, now, random: (bytes) => randomBytes(bytes) }),
      now,
      log,
    }),
    topics: async () => (await import("@otklik/language/topic-finder")).topicFinder,
    connectors,
    log,
    now,
    random: (bytes) => randomBytes(bytes),
    wait: async (milliseconds, signal) => {
      await setTimeout(milliseconds, undefined, signal ? { signal } : {});
    },
    pace: keepPace({ table, now }),
    http,
    mailbox: guardedMailbox({ allowHosts: config.allowHosts }),
    messenger: messenger({
      http,
      now,
      networks: connectors,
      post: from ? postBySes({ client: ses, from }) : keepLetters(table),
      sendsMail: from !== undefined,
      publicUrl: config.publicUrl,
      ownAddress: config.ownAddress ?? (async () => null),
    }),
  };
}
