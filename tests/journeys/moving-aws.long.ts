// A home moves from one machine to AWS and back, by files, with an operator's commands; the emulators play AWS.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sqsQueue } from "@otklik/aws/queue";
import { emulatedClients } from "@otklik/aws-local/emulated-clients";
import { type Emulators, startEmulators } from "@otklik/aws-local/emulators";
import { openAwsHome } from "@otklik/aws-local/home";
import { openAccount, saveAccount } from "@otklik/core/account/credentials";
import type { Totals } from "@otklik/core/archive/tally";
import { listBrands } from "@otklik/core/brand/brand-store";
import type { Table } from "@otklik/core/ports";
import { scopedTable } from "@otklik/core/table-scope";
import { listBuckets } from "@otklik/core/trend/trend-store";
import { readAnchor } from "@otklik/local/anchor";
import { composePorts } from "@otklik/local/compose";
import { readConfig } from "@otklik/local/config";
import { openHome } from "@otklik/local/home";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimsInMemory } from "../support/aws/claims.ts";
import { otklik, otklikOnAws } from "../support/command.ts";
import { homePlaces } from "../support/home-places.ts";
import { keptFolder } from "../support/temporary-folder.ts";

const { path: folder, remove } = keptFolder();
const [old, back] = [homePlaces(folder, "old"), homePlaces(folder, "back")];
const [there, home] = [join(folder, "there.ndjson.gz"), join(folder, "home.ndjson.gz")];
const phrase = ["--passphrase-file", join(folder, "phrase")];
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

let emulators: Emulators;
/** What an operator has in their environment: the stack's words, and where the SDK finds the account. */
let operator: Record<string, string>;
let totals: Totals[];

beforeAll(async () => {
  emulators = await startEmulators({});
  const { endpoints, table, bucket, kmsKey, queues } = emulators.emulated;
  operator = {
    OTKLIK_TABLE: table,
    OTKLIK_BUCKET: bucket,
    OTKLIK_KMS_KEY: kmsKey,
    OTKLIK_QUEUES: JSON.stringify(queues),
    OTKLIK_PUBLIC_URL: "https://otklik.example.com",
    OTKLIK_SSM: "/otklik/test",
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.db,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_KMS: endpoints.kms,
  };
  writeFileSync(join(folder, "phrase"), "a phrase for the way\n");
  const rows = Array.from({ length: 40 }, (_, n) => `2026-11-${10 + (n % 10)},${1 + (n % 5)},Крем ${n},Демо`);
  writeFileSync(join(folder, "reviews.csv"), ["Дата,Оценка,Отзыв,Имя", ...rows].join("\n"));
  await otklik(["import", join(folder, "reviews.csv"), "--from", "all"], { environment: old });
  await giveToken();
  const moves = [
    () => otklik(["export", there, "--with-credentials", ...phrase, "--json"], { environment: old }),
    () => otklikOnAws(["import-home", there, ...phrase, "--json"], { environment: operator }),
    () => otklikOnAws(["export", home, "--with-credentials", ...phrase, "--json"], { environment: operator }),
    () => otklik(["import-home", home, ...phrase, "--json"], { environment: back }),
  ];
  totals = [];
  for (const move of moves) {
    const ended = await move();
    expect([ended.code, ended.told]).toEqual([0, expect.any(String)]);
    totals.push(ended.json());
  }
}, 90_000);
afterAll(async () => {
  await emulators.close();
  remove();
});

/** An account with a token, as connecting a source would leave it. */
async function giveToken(): Promise<void> {
  const config = readConfig(old);
  const opened = await openHome(config.dataFolder);
  const { table, secret } = composePorts(opened, config, { log });
  const scoped = scopedTable(table, (await readAnchor(table)).own ?? "");
  const account = { id: "account1", network: "wildberries", title: "WB", connectedAt: new Date() };
  await saveAccount({ table: scoped, secret }, account, { token: "top-secret" });
  opened.close();
}

const trendOf = async (table: Table) => {
  const scoped = scopedTable(table, (await readAnchor(table)).own ?? "");
  const [brand] = await listBrands(scoped);
  return { scoped, trend: await listBuckets(scoped, brand?.id ?? "") };
};

describe("from one machine to AWS and back", () => {
  it("every home adds up to the same rows and files, in number and by their hashes", () => {
    const sums = totals.map(({ row, blob }) => ({ row, blob }));
    expect(new Set(sums.map((sum) => JSON.stringify(sum)))).toHaveLength(1);
    expect(sums[0]?.row.count).toBeGreaterThan(100);
    expect(sums[0]?.blob.count).toBe(1);
  });

  it("the trend is the same everywhere", async () => {
    const openai = { key: undefined, monthlyBudget: 0 };
    const aws = openAwsHome(emulators.emulated, { openai, allowHosts: [], log });
    const first = await openHome(readConfig(old).dataFolder);
    const last = await openHome(readConfig(back).dataFolder);
    const { trend } = await trendOf(first.table);
    expect(trend.reduce((sum, { mentions }) => sum + mentions, 0)).toBe(40);
    expect((await trendOf(aws.table)).trend).toEqual(trend);
    expect((await trendOf(last.table)).trend).toEqual(trend);
    for (const one of [aws, first, last]) await one.close();
  });

  it("a token is sealed anew under AWS's key, and opens there", async () => {
    const openai = { key: undefined, monthlyBudget: 0 };
    const aws = openAwsHome(emulators.emulated, { openai, allowHosts: [], log });
    const { scoped } = await trendOf(aws.table);
    const { secret } = aws.compose([]);
    expect(await openAccount({ table: scoped, secret }, "account1")).toMatchObject({
      credentials: { token: "top-secret" },
    });
    await aws.close();
  });
});

describe("an operator of a home on AWS", () => {
  it("lets somebody in by a link to the public address", async () => {
    const ended = await otklikOnAws(["sign-in", "anna@example.com", "--json"], { environment: operator });
    expect(ended.json()).toEqual({
      link: expect.stringMatching(/^https:\/\/otklik\.example\.com\/sign-in#token=\w+$/),
    });
  });

  it("cannot bring a home into one that holds something", async () => {
    const ended = await otklikOnAws(["import-home", there, ...phrase], { environment: operator });
    expect([ended.code, ended.told]).toEqual([1, expect.stringContaining("goes into an empty one")]);
  });

  it("is told of messages that an export would leave behind", async () => {
    const { sqs } = emulatedClients(emulators.emulated);
    const queue = sqsQueue({ client: sqs, urls: emulators.emulated.queues, claims: claimsInMemory() });
    await queue.send("sum", [{ body: "{}" }, { body: "{}" }]);
    const file = join(folder, "early.ndjson.gz");
    const refused = await otklikOnAws(["export", file], { environment: operator });
    expect([refused.code, refused.told]).toEqual([1, expect.stringContaining("(sum 2)")]);
    const taken = await otklikOnAws(["export", file, "--leave-messages"], { environment: operator });
    expect(taken.code).toBe(0);
    sqs.destroy();
  });

  it("is told which variable is missing", async () => {
    const ended = await otklikOnAws(["sign-in", "anna@example.com"], {
      environment: { ...operator, OTKLIK_TABLE: undefined as unknown as string },
    });
    expect([ended.code, ended.told]).toEqual([1, expect.stringContaining("OTKLIK_TABLE")]);
  });
});
