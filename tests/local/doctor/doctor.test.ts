import { randomBytes } from "node:crypto";
import { chmodSync, closeSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { getAlerting } from "@otklik/core/alert/alerting-store";
import type { Line } from "@otklik/core/alert/line";
import { changeLine } from "@otklik/core/alert/line-store";
import { listBrands } from "@otklik/core/brand/brand-store";
import type { Finding } from "@otklik/local/doctor/finding";
import { openHome } from "@otklik/local/home";
import { describe, expect, it, onTestFinished } from "vitest";
import { buildWeb } from "../../support/built-web.ts";
import { otklik } from "../../support/command.ts";
import { desk } from "../../support/desk.ts";
import { mailServer } from "../../support/smtp-server.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { stranger, type WellHome, wellHome } from "../../support/well-home.ts";

const hour = 3600_000;
const toDo = (findings: readonly Finding[]) => findings.filter(({ is }) => is === "act");
const isAsked = (given: unknown): given is NonNullable<Asked> =>
  typeof given === "object" &&
  given !== null &&
  ("environment" in given || "clockMs" in given || "freeBytes" in given);
const key = (): string => randomBytes(32).toString("base64");

/** A data folder whose pages were overwritten in the middle. */
async function damagedFolder(): Promise<string> {
  const folder = join(temporaryFolder(), "data");
  const home = await openHome(folder);
  const rows = Array.from({ length: 200 }, (_, n) => ({
    put: { pk: "w/p", sk: `${n}`, body: { text: "x".repeat(500) } },
  }));
  await home.table.commit(rows);
  home.close();
  const file = openSync(join(folder, "otklik.sqlite"), "r+");
  writeSync(file, Buffer.alloc(20_000, 0x5a), 0, 20_000, 60_000);
  closeSync(file);
  return folder;
}

type Asked = Parameters<WellHome["examine"]>[0];
/** Plants one fault, and may give what the doctor is asked with. */
type Fault = (here: WellHome) => unknown;

const faults: [name: string, plant: Fault, about: string, found: RegExp, todo: RegExp][] = [
  [
    "a variable that cannot be",
    () => ({ environment: { OTKLIK_PUBLIC_URL: "otklik.example" } }),
    "configuration",
    /OTKLIK_PUBLIC_URL cannot be used/,
    /Correct it/,
  ],
  [
    "a variable that nobody reads",
    () => ({ environment: { OTKLIK_PUBLC_URL: "https://otklik.example" } }),
    "configuration",
    /nobody reads OTKLIK_PUBLC_URL/,
    /did you mean OTKLIK_PUBLIC_URL\?/,
  ],
  ["a full disk", () => ({ freeBytes: 90e6 }), "disk", /90 MB left/, /Make room/],
  [
    "a damaged database",
    async () => ({ environment: { OTKLIK_DATA: await damagedFolder() } }),
    "data",
    /the database is damaged/,
    /otklik restore FOLDER/,
  ],
  [
    "a folder that was filled by half",
    ({ environment }) => writeFileSync(join(environment.OTKLIK_DATA ?? "", "unfinished"), "restore"),
    "data",
    /filled by half/,
    /Run that command again/,
  ],
  [
    "a newer program's data",
    ({ home }) => home.db.exec("PRAGMA user_version = 99"),
    "data",
    /its schema is 99/,
    /newer program/,
  ],
  [
    "another key",
    ({ environment }) => writeFileSync(environment.OTKLIK_KEY_FILE ?? "", key(), { mode: 0o600 }),
    "key",
    /not the one that sealed the credentials/,
    /Put that one back/,
  ],
  [
    "a lost key",
    ({ environment }) => rmSync(environment.OTKLIK_KEY_FILE ?? ""),
    "key",
    /is missing/,
    /Put the file back/,
  ],
  [
    "a key that others may read",
    ({ environment }) => chmodSync(environment.OTKLIK_KEY_FILE ?? "", 0o644),
    "key",
    /may be read by other users/,
    /chmod 600/,
  ],
  [
    "a clock that went back",
    () => ({ clockMs: -2 * hour, offline: true }),
    "clock",
    /before what has already happened/,
    /set-ntp true/,
  ],
  [
    "a clock that is ahead of the networks'",
    () => ({ clockMs: hour / 6 }),
    "clock",
    /10 min ahead of/,
    /set-ntp true/,
  ],
  [
    "a source that was paused for its fault",
    ({ source }) =>
      source({
        state: { is: "paused", by: "otklik", why: { ru: "Токен отозван.", en: "The token was revoked." } },
      }),
    "source WB (source1)",
    /paused: The token was revoked/,
    /otklik source credential source1/,
  ],
  [
    "a source that fails",
    ({ source }) =>
      source(
        {},
        {
          fault: {
            kind: "unavailable",
            message: { ru: "—", en: "It answers 503." },
            at: new Date(),
            count: 4,
          },
        },
      ),
    "source WB (source1)",
    /4 faults in a row.*503/,
    /otklik source pull source1/,
  ],
  [
    "a source that was not read for long",
    ({ source }) => source({}, { lastGoodAt: new Date(Date.now() - 5 * hour) }),
    "source WB (source1)",
    /not read for 5 hours/,
    /otklik source pull source1/,
  ],
  [
    "a credential that ends soon",
    ({ account }) => account({ expiresAt: new Date(Date.now() + 72 * hour) }),
    "credential of WB",
    /ends in 3 days/,
    /Make a new one/,
  ],
  [
    "a credential that its network refuses",
    ({ order }) => order({ expireToken: true }),
    "credential of WB",
    /token/,
    /Give it again/,
  ],
  [
    "a message that waits for long",
    ({ home }) =>
      home.db.exec(`INSERT INTO message (queue, behind, sent_at, visible_at, attempts, in_flight, body)
        VALUES ('pull', 0, 0, ${Date.now() - hour}, 0, 0, '{}')`),
    "queue pull",
    /1 wait, the oldest for 60 min/,
    /Restart it/,
  ],
  [
    "a dead letter",
    ({ home }) =>
      home.db.exec(`INSERT INTO dead_letter (id, queue, sent_at, died_at, attempts, why, body)
        VALUES (1, 'deliver', 0, ${Date.now() - 3 * hour}, 5, 'no answer within 30 s', '{}')`),
    "stuck",
    /1 steps were given up/,
    /replay or discard/,
  ],
  [
    "a dead letter that its workspace keeps",
    ({ table }) => table.commit([{ put: { pk: "dead", sk: "letter", body: {} } }]),
    "stuck",
    /1 steps were given up/,
    /under Stuck/,
  ],
  [
    "a dead letter of no workspace",
    ({ home }) => home.table.commit([{ put: { pk: "#dead", sk: "letter", body: {} } }]),
    "stuck",
    /1 given up belong to no workspace/,
    /dead list --stray/,
  ],
  [
    "a service that does not run",
    ({ stopService }) => stopService(),
    "service",
    /nothing answers/,
    /npm start/,
  ],
  [
    "a service whose queues are not looked after",
    ({ pulse }) => Object.assign(pulse, { pollers: false }),
    "readiness",
    /does not work: pollers/,
    /Restart the service/,
  ],
  [
    "a public address at which another program answers",
    async () => ({ environment: { OTKLIK_PUBLIC_URL: await stranger() } }),
    "public address",
    /something else than this installation/,
    /Point the proxy/,
  ],
  [
    "a public address at which nothing answers",
    () => ({ environment: { OTKLIK_PUBLIC_URL: "http://127.0.0.1:4799" } }),
    "public address",
    /nothing answers at/,
    /the proxy runs/,
  ],
  [
    "a mail server that is none",
    () => ({ environment: { OTKLIK_SMTP_URL: "mail.example.com", OTKLIK_MAIL_FROM: "otklik@example.com" } }),
    "configuration",
    /OTKLIK_SMTP_URL cannot be used: it should look like smtps:/,
    /Correct it/,
  ],
  [
    "a mail server that takes another password",
    async () => {
      const server = await mailServer({ password: "right" });
      onTestFinished(server.close);
      const url = server.url.replace("://", "://otklik:wrong@");
      return { environment: { OTKLIK_SMTP_URL: url, OTKLIK_MAIL_FROM: "otklik@example.com" } };
    },
    "mail",
    /did not accept the user and password/,
    /Correct OTKLIK_SMTP_URL/,
  ],
  [
    "a channel that Slack no longer knows",
    async ({ ports, table }) => {
      const [brand] = await listBrands(table);
      const brandId = brand?.id ?? "";
      const anna = await desk({ ports, workspaceId: table.workspaceId });
      const channel = { is: "slack" as const, title: "#reviews", webhook: "https://hooks.example.com/x" };
      const { body } = await anna.call("POST /api/alerting/channels", { brand: brandId, channel });
      const name = { brandId, rule: "urgent", channel: body.channels[0]?.id ?? "" };
      const why = { ru: "Slack не знает этого вебхука.", en: "Slack knows no such webhook." };
      const change = (line: Line) => ({ ...line, broken: { why, at: new Date() } });
      await changeLine(table, name, { alerting: await getAlerting(table, brandId), change });
    },
    "alerts to #reviews",
    /Slack knows no such webhook/,
    /send a trial/,
  ],
];

describe("the doctor", () => {
  it("finds nothing to do where all is well", async () => {
    await buildWeb();
    const here = await wellHome();
    const findings = await here.examine();
    expect(toDo(findings)).toEqual([]);
    const subjects = [
      "node",
      "configuration",
      "data",
      "disk",
      "write-ahead log",
      "key",
      "clock",
      "service",
      "readiness",
    ];
    const more = ["public address", "sources", "credential of WB", "queues", "stuck", "sandbox"];
    const last = ["mail", "alerts", "model"];
    expect(findings.map(({ about }) => about)).toEqual(
      expect.arrayContaining([...subjects, ...more, ...last]),
    );
  });

  it.each(faults)("finds %s, and names the remedy", async (_, plant, about, found, todo) => {
    await buildWeb();
    const here = await wellHome();
    const given = await plant(here);
    const asked = isAsked(given) ? given : {};
    const findings = toDo(await here.examine(asked));
    expect(findings).toEqual([
      { is: "act", about, found: expect.stringMatching(found), todo: expect.stringMatching(todo) },
    ]);
  });

  it("says exactly what does not work without a public address", async () => {
    const here = await wellHome();
    const finding = (await here.examine()).find(({ about }) => about === "public address");
    expect(finding).toMatchObject({ is: "note" });
    for (const missing of ["webhooks", "OAuth", "links in Slack and e-mail", "networks are polled"])
      expect(finding?.found).toContain(missing);
  });

  it("sees a port that the next start wants, once no service has it", async () => {
    const here = await wellHome();
    await here.stopService();
    const taken = new URL(await stranger()).port;
    const found = toDo(await here.examine({ environment: { OTKLIK_PORT: taken } })).find(
      ({ about }) => about === "ports",
    );
    expect(found?.found).toContain(`${taken} is taken`);
  });
});

describe("otklik doctor", () => {
  it("ends with 1 and the remedies when something must be done, in JSON too", async () => {
    const here = await wellHome();
    const { environment } = here;
    const well = await otklik(["doctor"], { environment });
    expect([well.code, well.out]).toEqual([0, expect.stringContaining("Nothing needs to be done.")]);
    await here.source({}, { lastGoodAt: new Date(Date.now() - 5 * hour) });
    const ill = await otklik(["doctor", "--json", "--offline"], { environment });
    expect(ill.code).toBe(1);
    expect(ill.json()).toMatchObject({ well: false });
  });
});
