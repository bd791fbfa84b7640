import { postBySmtp } from "@otklik/notify/mail/smtp";
import { afterEach, describe, expect, it } from "vitest";
import { type MailServer, mailServer } from "../support/smtp-server.ts";

let mail: MailServer;
afterEach(() => mail.close());

const letter = {
  workspaceId: "w1",
  id: "letter1",
  at: new Date("2026-11-22T12:00:00Z"),
  to: "anna@example.com",
  language: "en",
  subject: "Trial",
  text: "It works.",
  html: "<p>It works.</p>",
  alertsUrl: null,
};
const from = "Otklik <alerts@example.com>";
const failureOf = (told: Promise<void>): Promise<unknown> => told.then(() => "told").catch((error) => error);
const soon = () => ({ signal: AbortSignal.timeout(8000) });

describe("a mail server", () => {
  it.each([
    ["busy", "later", "try again"],
    ["no such mailbox", "never", "anna@example.com"],
    ["sender refused", "never", "OTKLIK_MAIL_FROM"],
    ["refusing", "never", "not wanted here"],
  ] as const)("that is %s: %s, and the reason says so", async (mood, kind, words) => {
    mail = await mailServer();
    mail.mood = mood;
    const failure = await failureOf(postBySmtp({ url: mail.url, from })(letter, soon()));
    expect(failure).toMatchObject({ kind, said: { en: expect.stringContaining(words), ru: /[а-я]/ } });
    expect(mail.posted).toEqual([]);
  });

  it("that says nothing is left when the time is over", async () => {
    mail = await mailServer();
    mail.mood = "silent";
    const post = postBySmtp({ url: mail.url, from });
    const failure = await failureOf(post(letter, { signal: AbortSignal.timeout(150) }));
    expect(failure).toMatchObject({ name: "NotTold", kind: "later" });
  });

  it("that is not there is asked again later", async () => {
    mail = await mailServer();
    const post = postBySmtp({ url: "smtp://127.0.0.1:1", from });
    expect(await failureOf(post(letter, soon()))).toMatchObject({ kind: "later" });
  });

  it("takes the password it was given, and a wrong one is for the operator to mend", async () => {
    mail = await mailServer({ password: "right pass/word" });
    const url = (password: string) => mail.url.replace("//", `//otklik:${encodeURIComponent(password)}@`);
    await postBySmtp({ url: url("right pass/word"), from })(letter, soon());
    expect(mail.posted.map(({ subject }) => subject)).toEqual(["Trial"]);
    const failure = await failureOf(postBySmtp({ url: url("wrong"), from })(letter, soon()));
    expect(failure).toMatchObject({
      kind: "never",
      said: { en: expect.stringContaining("OTKLIK_SMTP_URL") },
    });
    expect(String((failure as Error).message)).not.toContain("wrong");
  });
});
