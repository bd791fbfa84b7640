import { join } from "node:path";
import { guardedMailbox } from "@otklik/connectors/kit/guarded-mailbox";
import type { Mailbox } from "@otklik/core/connector";
import { twoGis } from "@otklik/sandbox/2gis/two-gis";
import { resident } from "@otklik/sandbox/email/door";
import { addressIn, headersOf, idIn, readable } from "@otklik/sandbox/email/mime";
import { openingLetters } from "@otklik/sandbox/email/world";
import { type Sandbox, startSandbox } from "@otklik/sandbox/main";
import { openState } from "@otklik/sandbox/state";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const now = new Date("2026-11-20T09:00:00Z");
let folder: string;
const closers: (() => Promise<unknown>)[] = [];
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
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
/** The mailbox through two mail programs' libraries, of other makers than the simulator. */
async function signedIn(of: Sandbox, password = resident.password): Promise<Mailbox> {
  const { imap = 0, smtp = 0 } = of.ports["/email"] ?? {};
  const at = (port: number) => ({ host: "127.0.0.1", port, security: "none" as const });
  const open = guardedMailbox({ allowHosts: ["127.0.0.1"] });
  const box = await open({ user: resident.address, password, imap: at(imap), smtp: at(smtp) });
  closers.push(() => box.close());
  return box;
}
const sentFolder = "Отправленные";

describe("the sandbox's mailbox", () => {
  it("serves a mail program: folders with their uses, search, and whole letters", async () => {
    const box = await signedIn(await opened());
    expect(await box.folders()).toEqual(
      expect.arrayContaining([
        { path: "INBOX", use: "inbox" },
        { path: sentFolder, use: "sent" },
      ]),
    );
    const { count } = await box.open("INBOX");
    const uids = await box.uids({ fromUid: 1 });
    expect(uids).toHaveLength(count);
    const [first, second] = await box.read(uids.slice(0, 2), 100_000);
    const headers = headersOf(Buffer.from(first?.source ?? []).toString("latin1"));
    const since = first?.receivedAt ?? now;
    expect(await box.uids({ since, from: addressIn(headers.get("from")) })).toContain(first?.uid);
    expect((await box.find(idIn(headers.get("message-id")))).map(({ uid }) => uid)).toEqual([first?.uid]);
    expect([first?.cut, second?.receivedAt.getTime()]).toEqual([false, expect.any(Number)]);
    expect((await box.read(uids.slice(0, 1), 10))[0]).toMatchObject({ cut: true, source: { length: 10 } });
  });

  it("keeps a letter that is put there, with its flags, until it is taken away", async () => {
    const box = await signedIn(await opened());
    const raw = Buffer.from("Message-ID: <put@kofe.example>\r\nSubject: x\r\n\r\ny");
    await box.append(sentFolder, raw, { isFlagged: true });
    await box.open(sentFolder, { changes: true });
    const [copy] = await box.find("put@kofe.example");
    expect(copy?.isFlagged).toBe(true);
    await box.unflag(copy?.uid ?? 0);
    expect((await box.find("put@kofe.example"))[0]?.isFlagged).toBe(false);
    await box.remove(copy?.uid ?? 0);
    expect(await box.find("put@kofe.example")).toEqual([]);
  });

  it("lets nobody in with another password", async () => {
    await expect(signedIn(await opened(), "wrong")).rejects.toMatchObject({ kind: "unauthorized" });
  });

  it("remembers, after a restart, what it took and gave, at the same ports", async () => {
    const before = await opened();
    const box = await signedIn(before);
    const raw = Buffer.from("Subject: x\r\n\r\nThanks!");
    expect(await box.send({ from: resident.address, to: ["gost@pochta.example"] }, raw)).toBe("taken");
    const standing = await box.open("INBOX");
    await box.close();
    await before.close();
    const after = await opened();
    expect(after.ports).toEqual(before.ports);
    expect(await (await signedIn(after)).open("INBOX")).toEqual(standing);
    const journal = await fetch(`${after.url}/email/__journal?kind=answer`);
    expect(await journal.json()).toMatchObject({ entries: [{ id: "gost@pochta.example", text: "Thanks!" }] });
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
