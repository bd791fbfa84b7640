import type { Notice } from "@otklik/core/alert/notice";
import { afterEach, expect, it } from "vitest";
import { desk } from "../support/desk.ts";
import { type LivingHome, livingHome } from "../support/living-home.ts";
import { noticesIn } from "../support/notices.ts";
import { mailServer } from "../support/smtp-server.ts";

let here: LivingHome;
afterEach(() => here.close());

const how = () => ({ signal: AbortSignal.timeout(8000) });
const anna = { is: "email", address: "anna@example.com" } as const;
const trial = (): Notice => ({ ...noticesIn("en").trial, workspaceId: here.workspaceId });

it("hands letters to the mail server that the environment names, with links to the public address", async () => {
  const mail = await mailServer();
  here = await livingHome({
    OTKLIK_SMTP_URL: mail.url,
    OTKLIK_MAIL_FROM: "Otklik <alerts@example.com>",
    OTKLIK_PUBLIC_URL: "https://otklik.example.com/",
  });
  const { messenger } = here.ports;
  await messenger.tell(anna, trial(), how());
  expect([messenger.sendsMail, messenger.publicUrl]).toEqual([true, "https://otklik.example.com"]);
  expect(mail.posted.map(({ from, text }) => [from?.address, text?.match(/https?:\S+/)?.[0]])).toEqual([
    ["alerts@example.com", "https://otklik.example.com/inbox?priority=urgent"],
  ]);
  expect((await (await desk(here)).call("GET /api/letters", {})).body.letters).toEqual([]);
  await mail.close();
});

it("keeps letters for the app where no mail server is named", async () => {
  here = await livingHome();
  const { messenger } = here.ports;
  const first = { ...trial(), id: "trial-0", at: new Date("2026-11-21T09:00:00Z") };
  for (const notice of [first, trial(), trial()]) await messenger.tell(anna, notice, how());
  expect([messenger.sendsMail, messenger.publicUrl]).toEqual([false, null]);
  const { body } = await (await desk(here)).call("GET /api/letters", {});
  expect(body.next).toBeNull();
  expect(body.letters.map(({ at, to, subject }) => [at, to, subject])).toEqual([
    [trial().at.toISOString(), "anna@example.com", "Quiet Shore: a\u00a0trial, all is well"],
    [first.at.toISOString(), "anna@example.com", "Quiet Shore: a\u00a0trial, all is well"],
  ]);
});
