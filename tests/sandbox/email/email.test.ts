import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { twoGis } from "@otklik/sandbox/2gis/two-gis";
import { resident } from "@otklik/sandbox/email/door";
import { headersOf, readable } from "@otklik/sandbox/email/mime";
import { openingLetters } from "@otklik/sandbox/email/world";
import { startSandbox } from "@otklik/sandbox/main";
import { openState } from "@otklik/sandbox/state";
import { ImapFlow } from "imapflow";
import { createTransport } from "nodemailer";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const now = new Date("2026-11-20T09:00:00Z");
let folder: string;
const closers: (() => Promise<unknown>)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "otklik-mail-"));
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  rmSync(folder, { recursive: true });
});

async function opened() {
  const sandbox = await startSandbox({
    port: 0,
    file: join(folder, "sandbox.db"),
    now: () => now,
    world: { posts: 30, arrivalEveryMs: 0 },
  });
  closers.push(() => sandbox.close());
  return sandbox;
}
async function signedIn(port: number, password = resident.password): Promise<ImapFlow> {
  const auth = { user: resident.address, pass: password };
  const client = new ImapFlow({
    host: "127.0.0.1",
    port,
    secure: false,
    doSTARTTLS: false,
    auth,
    logger: false,
  });
  client.on("error", () => undefined);
  await client.connect();
  closers.push(() => client.logout().catch(() => undefined));
  return client;
}
const portsOf = (sandbox: { ports: Readonly<Record<string, Readonly<Record<string, number>>>> }) =>
  sandbox.ports["/email"] as { imap: number; smtp: number };

describe("the sandbox's mailbox", () => {
  it("serves a mail program: folders with their uses, search, whole letters, flags and new ones", async () => {
    const client = await signedIn(portsOf(await opened()).imap);
    const folders = (await client.list()).map(({ path, specialUse }) => [path, specialUse]);
    expect(folders).toEqual(
      expect.arrayContaining([
        ["INBOX", "\\Inbox"],
        ["Отправленные", "\\Sent"],
      ]),
    );
    const { exists } = await client.mailboxOpen("INBOX");
    const uids = await client.search({ all: true }, { uid: true });
    expect(uids).toHaveLength(exists);
    const [first] = await client.fetchAll("1", {
      source: true,
      envelope: true,
      internalDate: true,
      size: true,
    });
    expect(first?.source?.length).toBe(first?.size);
    const from = first?.envelope?.from?.[0]?.address ?? "";
    const found = await client.search({ from, since: new Date(0) }, { uid: true });
    expect(found).toContain(first?.uid);
    const kept = await client.append("Отправленные", Buffer.from("Subject: x\r\n\r\ny"), [
      "\\Seen",
      "\\Flagged",
    ]);
    await client.mailboxOpen("Отправленные");
    const uid = (kept && kept.uid) || 0;
    await client.messageFlagsRemove([uid], ["\\Flagged"], { uid: true });
    const [after] = await client.fetchAll([uid], { flags: true }, { uid: true });
    expect([...(after?.flags ?? [])]).toEqual(["\\Seen"]);
    await client.messageDelete([uid], { uid: true });
    expect(await client.fetchAll([uid], { flags: true }, { uid: true })).toEqual([]);
  });

  it("lets nobody in with another password", async () => {
    const { imap, smtp } = portsOf(await opened());
    await expect(signedIn(imap, "wrong")).rejects.toMatchObject({ authenticationFailed: true });
    const transport = createTransport({
      host: "127.0.0.1",
      port: smtp,
      auth: { user: resident.address, pass: "wrong" },
    });
    await expect(transport.verify()).rejects.toMatchObject({ responseCode: 535 });
  });

  it("remembers, after a restart, what it took and gave, at the same ports", async () => {
    const before = await opened();
    const { imap, smtp } = portsOf(before);
    const auth = { user: resident.address, pass: resident.password };
    const transport = createTransport({ host: "127.0.0.1", port: smtp, auth });
    await transport.sendMail({
      from: resident.address,
      to: "gost@pochta.example",
      subject: "x",
      text: "Спасибо!",
    });
    const client = await signedIn(imap);
    const { exists, uidValidity } = await client.mailboxOpen("INBOX");
    await client.logout();
    await before.close();
    const after = await opened();
    expect(portsOf(after)).toEqual({ imap, smtp });
    const again = await (await signedIn(imap)).mailboxOpen("INBOX");
    expect([again.exists, again.uidValidity]).toEqual([exists, uidValidity]);
    const journal = await fetch(`${after.url}/email/__journal?kind=answer`);
    expect(await journal.json()).toMatchObject({
      entries: [{ id: "gost@pochta.example", text: "Спасибо!" }],
    });
  });

  it("shows people how to sign in and what lies there, in both languages", async () => {
    const { url } = await opened();
    const [ru, en] = await Promise.all(
      ["ru", "en"].map(async (lang) => (await fetch(`${url}/email/?lang=${lang}`)).text()),
    );
    expect(ru).toContain("Пароль приложения");
    expect(en).toContain("Application password");
    expect(ru).toContain(resident.address);
  });
});

describe("what lies in it", () => {
  const letters = openingLetters({ seed: "email", posts: 300, now });
  const headers = letters.map(({ raw }) => headersOf(raw));
  const holds = (name: string, value: RegExp) =>
    headers.filter((one) => value.test(one.get(name) ?? "")).length;

  it("is a mailbox of sixty days: threads, our answers, notices, newsletters and answers of programs", () => {
    expect(letters.length).toBeGreaterThanOrEqual(300);
    const days = (now.getTime() - (letters[0]?.at.getTime() ?? 0)) / 86_400_000;
    expect(days).toBeGreaterThan(50);
    expect(letters.filter(({ folder: one }) => one === "Отправленные").length).toBeGreaterThan(50);
    expect(holds("in-reply-to", /./)).toBeGreaterThan(50);
    expect(holds("from", /business\.yandex\.ru/)).toBeGreaterThan(20);
    expect(holds("from", /2gis\.ru/)).toBeGreaterThan(20);
    expect(holds("list-unsubscribe", /./)).toBeGreaterThan(5);
    expect(holds("auto-submitted", /auto-replied/)).toBeGreaterThan(5);
  });

  it("says of each invented notice that it is synthetic", () => {
    const notices = headers.filter((one) => /business\.yandex\.ru|2gis\.ru/.test(one.get("from") ?? ""));
    expect(notices.every((one) => one.get("x-otklik-synthetic") === "yes")).toBe(true);
  });

  it("holds no text of a guest twice, and the same letters for the same seed", () => {
    const texts = letters.flatMap(({ text }) => text ?? []);
    expect(new Set(texts).size).toBe(texts.length);
    expect(openingLetters({ seed: "email", posts: 300, now })).toEqual(letters);
  });

  it("comes in several charsets and from several programs", () => {
    const all = letters.map(({ raw }) => raw).join("\n");
    for (const one of ["windows-1251", "koi8-r", "utf-8"]) expect(all).toContain(`charset=${one}`);
    expect(
      headers.map((one) => readable(one.get("subject") ?? "")).filter((one) => /^Re: /.test(one)).length,
    ).toBeGreaterThan(20);
  });
});

describe("the sandbox's 2GIS", () => {
  const ask = async (query: string) => {
    const app = twoGis().open({ state: openState(":memory:"), now: () => now });
    const response = await app.request(`/catalog.api.2gis.com/3.0/items/byid?${query}`);
    return (await response.json()) as { meta: { code: number }; result?: { items: object[] } };
  };

  it("tells a branch's rating to its key, with the fields that were asked for", async () => {
    const told = await ask("id=70000001000000001&key=demo-key&fields=items.reviews,items.org");
    expect(told).toMatchObject({
      meta: { code: 200 },
      result: { items: [{ reviews: { general_rating: 4.2 }, org: {} }] },
    });
    expect((await ask("id=70000001000000001&key=demo-key")).result?.items[0]).not.toHaveProperty("reviews");
  });

  it("refuses another key, and an id that it does not know", async () => {
    expect((await ask("id=70000001000000001&key=x")).meta.code).toBe(403);
    expect((await ask("id=1&key=demo-key")).meta.code).toBe(404);
  });
});
