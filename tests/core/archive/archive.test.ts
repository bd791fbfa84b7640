import { randomBytes } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { openAccount } from "@otklik/core/account/credentials";
import { getAlerting } from "@otklik/core/alert/alerting-store";
import { openRecipient } from "@otklik/core/alert/recipient";
import { bringIn } from "@otklik/core/archive/bring-in";
import { passphraseSecret } from "@otklik/core/archive/passphrase";
import { verifyArchive } from "@otklik/core/archive/read-archive";
import { totalsOf } from "@otklik/core/archive/write-archive";
import { getReply } from "@otklik/core/reply/reply-store";
import { getSource, sourcesOfSlot } from "@otklik/core/source/source-store";
import { scopedTable } from "@otklik/core/table-scope";
import { localArchive } from "@otklik/local/archive";
import { describe, expect, it } from "vitest";
import { emptyHome, fileOf, header, livedInHome, opened, replyId } from "../../support/carried-home.ts";
import { noon } from "../../support/mentions.ts";

const now = (): Date => noon;

async function moved() {
  const { here } = await livedInHome();
  const { file, totals } = await fileOf(localArchive(here.home));
  const next = await emptyHome();
  const archive = localArchive(next);
  await bringIn(opened(file), { archive, reseal: null, blob: next.blob, queue: next.queue, now });
  return { here, next, file, totals, archive, table: scopedTable(next.table, here.workspaceId) };
}

describe("a home that moves", () => {
  it("adds up to the same on both sides", async () => {
    const { totals, archive } = await moved();
    expect(totals.row.count).toBeGreaterThan(10);
    expect([totals.blob.count, totals.message.count]).toEqual([1, 2]);
    expect(await totalsOf(archive, null)).toEqual(totals);
  });

  it("keeps every row at its version, and in its indexes", async () => {
    const { here, archive } = await moved();
    const before = await Array.fromAsync(localArchive(here.home).rows());
    const after = await Array.fromAsync(archive.rows());
    const mentions = (rows: typeof before) =>
      rows.filter(({ pk, sk }) => pk.includes("/m.") && !sk.includes("~"));
    expect(mentions(after)).toEqual(mentions(before));
    expect(mentions(after)).toHaveLength(2);
  });

  it("brings the whole of a text that its row could not hold", async () => {
    const { next } = await moved();
    const [blob] = await Array.fromAsync(localArchive(next).blobs());
    expect(await new Response(blob?.bytes).text()).toMatch(/^я+$/);
  });

  it("leaves behind a blob that nothing names", async () => {
    const { here } = await livedInHome();
    const archive = localArchive(here.home);
    const { file, totals } = await fileOf(archive);
    const orphan = { key: "upload/w/orphan", bytes: new Blob(["x"]).stream() };
    const withOrphan = {
      ...archive,
      blobs: async function* () {
        yield* archive.blobs();
        yield orphan;
      },
    };
    expect((await fileOf(withOrphan)).totals).toEqual(totals);
    expect((await verifyArchive(opened(file))).totals).toEqual(totals);
  });

  it("lets nobody in by an old session, and tells the other home's address to no one", async () => {
    const { archive } = await moved();
    const rows = await Array.fromAsync(archive.rows());
    expect(rows.filter(({ pk }) => /^#(session|link)/.test(pk))).toEqual([]);
    expect(rows.some(({ pk }) => pk.startsWith("#user"))).toBe(true);
  });

  it("asks the network about a reply before it sends it, since the old home may have", async () => {
    const { here, table } = await moved();
    const reply = async (of: typeof table) => {
      const rows = await Array.fromAsync(localArchive(here.home).rows());
      const sk = rows.find((row) => row.sk.includes("~r~"))?.sk ?? "";
      return getReply(of, sk.split("~")[0] ?? "", replyId);
    };
    expect((await reply(here.table))?.attempts).toBe(0);
    expect(await reply(table)).toMatchObject({ attempts: 1, state: { is: "approved" } });
  });
});

describe("credentials", () => {
  it("stay behind unless asked for, and their sources wait, saying so", async () => {
    const { table, next, file } = await moved();
    expect(await openAccount({ table, secret: next.secret }, "account1")).toBeNull();
    expect(await getSource(table, "source1")).toMatchObject({
      state: { is: "paused", by: "otklik", why: { en: expect.stringContaining("Give it again") } },
    });
    const slots = Array.from({ length: 5 }, (_, slot) =>
      Array.fromAsync(sourcesOfSlot(next.table, { every: 5, slot })),
    );
    expect((await Promise.all(slots)).flat()).toEqual([]);
    expect(gunzipSync(file).toString()).not.toContain("sealed");
  });

  it("of Slack stay behind too, and with them their channel and nothing else of alerting", async () => {
    const { here, table } = await moved();
    const before = await getAlerting(here.table, here.brandId);
    const after = await getAlerting(table, here.brandId);
    const mail = before.channels.filter(({ is }) => is === "email");
    expect([before.channels.length, after.channels]).toEqual([2, mail]);
    const told = (rules: typeof before.rules) => rules.map(({ id, to }) => [id, to]);
    const mailOnly = before.rules.map(({ to, ...rule }) => ({
      ...rule,
      to: to.filter((id) => id === mail[0]?.id),
    }));
    expect(told(after.rules)).toEqual(told(mailOnly as typeof before.rules));
  });

  it("travel under a passphrase, and are sealed anew under the other home's key", async () => {
    const { here } = await livedInHome();
    const salt = randomBytes(16);
    const outside = passphraseSecret("a long enough phrase", { salt, random: randomBytes });
    const reseal = async (sealed: string, id: string) =>
      outside.seal(await here.ports.secret.open(sealed, id), id);
    const { file, totals } = await fileOf(localArchive(here.home), { header, reseal });
    expect(gunzipSync(file).toString()).not.toContain("top-secret");
    const next = await emptyHome();
    const archive = localArchive(next);
    const again = async (sealed: string, id: string) => next.secret.seal(await outside.open(sealed, id), id);
    await bringIn(opened(file), { archive, reseal: again, blob: next.blob, queue: next.queue, now });
    const table = scopedTable(next.table, here.workspaceId);
    expect(await openAccount({ table, secret: next.secret }, "account1")).toMatchObject({
      credentials: { token: "top-secret-token" },
    });
    expect((await getSource(table, "source1"))?.state).toEqual({ is: "active" });
    const [slack] = (await getAlerting(table, here.brandId)).channels;
    expect(slack && (await openRecipient(slack, next.secret))).toEqual({
      is: "slack",
      webhook: "https://hooks.example.com/top-secret-hook",
    });
    expect(await totalsOf(archive, async (sealed) => sealed)).toEqual(totals);
  });

  it("are sealed by no passphrase that could be guessed", () => {
    const seal = () => passphraseSecret("short", { salt: randomBytes(16), random: randomBytes });
    expect(seal).toThrow("fewer than 12");
  });
});

describe("a file that is not whole", () => {
  const refused = async (file: Uint8Array): Promise<string> =>
    verifyArchive(opened(file)).then(
      () => "accepted",
      (error: Error) => error.message,
    );
  const altered = (file: Buffer, change: (text: string) => string): Buffer =>
    gzipSync(change(gunzipSync(file).toString()));

  it("is refused wherever it was cut", async () => {
    const { file } = await moved();
    const cuts = [0, 1, 20, 500, Math.floor(file.length / 2), file.length - 9, file.length - 1];
    const told = await Promise.all(cuts.map((length) => refused(file.subarray(0, length))));
    expect(told).toEqual(cuts.map(() => expect.stringContaining("nothing was brought in")));
  });

  it.each<[string, (text: string) => string, string]>([
    ["a changed row", (text) => text.replace("Ужасно", "Чудесно"), 'kind "row" was altered'],
    ["a lost line", (text) => text.replace(/\n[^\n]+\n/, "\n"), 'of kind "row" and holds'],
    ["a lost end", (text) => text.slice(0, text.lastIndexOf('{"end"')), "its end is missing"],
    ["more behind its end", (text) => `${text}{}\n`, "something follows its end"],
    ["a line of another program's", (text) => text.replace('{"row"', '{"rows"'), "line 2 cannot be read"],
    ["another format", (text) => text.replace('"format":1', '"format":2'), "another version of the program"],
  ])("is refused for %s", async (_, change, why) => {
    const { file } = await moved();
    expect(await refused(altered(file, change))).toContain(why);
  });

  it("goes into no home that holds something already", async () => {
    const { here, file } = await moved();
    const { home } = here;
    const into = { archive: localArchive(home), reseal: null, blob: home.blob, queue: home.queue, now };
    const before = await totalsOf(localArchive(home), null);
    await expect(bringIn(opened(file), into)).rejects.toThrow("an export goes into an empty one");
    expect(await totalsOf(localArchive(home), null)).toEqual(before);
  });
});
