import { type AddressInfo, createServer, type Server } from "node:net";
import { guardedMailbox } from "@otklik/connectors/kit/guarded-mailbox";
import type { MailLogin } from "@otklik/core/connector";
import { resident } from "@otklik/sandbox/email/door";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { openMail } from "../email/bench.ts";

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** The sandbox's mailbox, and how to sign in to it. */
async function served(): Promise<MailLogin> {
  const bench = await openMail({ posts: 0 });
  closers.push(() => bench.close());
  const portOf = (name: string) => Number(bench.account.credentials[name]?.split(":")[1]);
  const at = (name: string) => ({ host: "127.0.0.1", port: portOf(name), security: "none" as const });
  return { user: resident.address, password: resident.password, imap: at("imap"), smtp: at("smtp") };
}
/** A server on this machine that does with each connection as told. */
async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "opened",
    (error: unknown) => error,
  );
const named = (login: MailLogin, host: string): MailLogin => ({
  ...login,
  imap: { ...login.imap, host },
  ...(login.smtp && { smtp: { ...login.smtp, host } }),
});

describe("a mailbox behind the guard", () => {
  it.each(["127.0.0.1", "10.0.0.1", "::1", "169.254.169.254"])(
    "is refused at the private address %s",
    async (host) => {
      const open = guardedMailbox({ allowHosts: [] });
      const login = named(await served(), host);
      expect(await failureOf(open(login))).toMatchObject({ name: "Refusal", code: "forbidden" });
    },
  );

  it("is refused when a name leads to a private address, also when another of its addresses is public", async () => {
    const login = named(await served(), "mail.example");
    const open = guardedMailbox({ allowHosts: [], resolve: async () => ["93.184.215.14", "127.0.0.1"] });
    expect(await failureOf(open(login))).toMatchObject({ name: "Refusal", code: "forbidden" });
  });

  it("is asked at the very address that was checked, and looked up once for a connection", async () => {
    const asked: string[] = [];
    const resolve = async (name: string) => [asked.push(name) === 1 ? "127.0.0.1" : "10.9.9.9"];
    const login = named(await served(), "mail.example");
    const box = await guardedMailbox({ allowHosts: ["mail.example"], resolve })(login);
    expect((await box.open("INBOX")).count).toBe(0);
    await box.close();
    expect(asked).toEqual(["mail.example"]);
  });

  it("sends only where the guard lets it, too", async () => {
    const login = await served();
    const open = guardedMailbox({ allowHosts: [`127.0.0.1:${login.imap.port}`] });
    const box = await open(login);
    const sent = box.send(
      { from: resident.address, to: ["a@pochta.example"] },
      Buffer.from("Subject: x\r\n\r\ny"),
    );
    expect(await failureOf(sent)).toMatchObject({ name: "Refusal", code: "forbidden" });
    await box.close();
  });

  it("is unavailable when nobody answers there, when the server keeps silent, and when it hangs up", async () => {
    const silent = await listening(createServer(() => undefined));
    const hangsUp = await listening(createServer((socket) => socket.destroy()));
    const login = await served();
    for (const port of [1, silent, hangsUp]) {
      const open = guardedMailbox({ allowHosts: ["127.0.0.1"], timeoutMs: 300 });
      const failure = await failureOf(open({ ...login, imap: { ...login.imap, port } }));
      expect(failure).toMatchObject({
        kind: "unavailable",
        said: { ru: /не удалось связаться/, en: /reached/ },
      });
    }
  });

  it("is unavailable when the server speaks something else", async () => {
    const port = await listening(
      createServer((socket) => void socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")),
    );
    const login = await served();
    const open = guardedMailbox({ allowHosts: ["127.0.0.1"], timeoutMs: 300 });
    const failure = await failureOf(open({ ...login, imap: { ...login.imap, port } }));
    expect(failure).toMatchObject({ name: "NetworkFault", kind: "unavailable" });
  });

  it("trusts no certificate that nobody vouches for", async () => {
    const smtp = new SMTPServer({ secure: true });
    smtp.on("error", () => undefined);
    const port = await listening(smtp.server as Server);
    const login = await served();
    const box = await guardedMailbox({ allowHosts: ["127.0.0.1"] })({
      ...login,
      smtp: { host: "127.0.0.1", port, security: "tls" },
    });
    expect(await failureOf(box.checkSending())).toMatchObject({
      kind: "unavailable",
      said: { ru: expect.stringContaining("сертификат") },
    });
    await box.close();
  });

  it("gives no password to a server that offers no encryption where it is due", async () => {
    const login = await served();
    const open = guardedMailbox({ allowHosts: ["127.0.0.1"] });
    const failure = await failureOf(open({ ...login, imap: { ...login.imap, security: "starttls" } }));
    expect(failure).toMatchObject({ name: "NetworkFault", kind: "unavailable" });
    const box = await open({
      ...login,
      smtp: { ...(login.smtp as MailLogin["imap"]), security: "starttls" },
    });
    expect(await failureOf(box.checkSending())).toMatchObject({ kind: "unavailable" });
    await box.close();
  });

  it("tells a wrong password, of either server, without telling it", async () => {
    const login = { ...(await served()), password: "hunter2-demo" };
    const open = guardedMailbox({ allowHosts: ["127.0.0.1"] });
    const failure = await failureOf(open(login));
    expect(failure).toMatchObject({ kind: "unauthorized", said: { ru: /пароль приложения/i } });
    expect(`${JSON.stringify(failure)}${(failure as Error).stack}`).not.toContain("hunter2-demo");
  });
});
