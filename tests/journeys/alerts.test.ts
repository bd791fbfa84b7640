// Who is told what, set up in a real browser: a channel, a trial, a rule, what it would have sent, a letter.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadWords, type Words } from "@otklik/words";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  browserPath,
  openBrowser,
  signedInPage,
  tellOfMissingBrowser,
  violations,
} from "../support/browser.ts";
import { buildWeb } from "../support/built-web.ts";
import { eventually } from "../support/eventually.ts";
import { type RunningService, signIn, startOtklik } from "../support/running-service.ts";
import { type SlackServer, slackServer } from "../support/slack-server.ts";

tellOfMissingBrowser("the journey of alerts");

const folder = mkdtempSync(join(tmpdir(), "otklik-alerts-"));
const locales = { ru: "ru-RU", en: "en-GB" } as const;

describe.skipIf(!browserPath)("a brand's people", () => {
  let service: RunningService;
  let slack: SlackServer;
  let browser: Browser;
  let cookie: string;

  beforeAll(async () => {
    await buildWeb();
    slack = await slackServer();
    service = await startOtklik(["--port", "0", "--sandbox-port", "0"], {
      OTKLIK_DATA: join(folder, "data"),
      OTKLIK_KEY_FILE: join(folder, "key"),
      OTKLIK_ALLOW_HOSTS: slack.host,
    });
    const person = await signIn(service);
    cookie = person.cookie;
    const brand = (await person.call("GET /api/me", {})).brands[0]?.id ?? "";
    await eventually(async () => {
      expect((await person.call("GET /api/counts", { brand })).all).toBeGreaterThan(80);
    }, 60_000);
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
    await slack?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function visit(language: keyof typeof locales): Promise<{ page: Page; words: Words }> {
    const page = await signedInPage(
      browser,
      { url: service.url, cookie },
      {
        locale: locales[language],
      },
    );
    await page.goto(`${service.url}/sources`);
    const words = await loadWords(language);
    await page.getByRole("heading", { name: words.app.sources }).waitFor();
    for (const key of ["KeyG", "KeyA"]) await page.keyboard.press(key);
    await page.getByRole("heading", { name: words.alerts.rules }).waitFor();
    return { page, words };
  }
  const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
  const channel = (page: Page, title: string) =>
    page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title }) });
  const rule = (page: Page, name: string) =>
    page.getByRole("listitem").filter({ has: page.getByRole("checkbox", { name, exact: true }) });

  it.each(["ru", "en"] as const)(
    "choose where they are told, try it and set a rule, by keyboard and in %s",
    async (language) => {
      const { page, words } = await visit(language);
      const { alerts } = words;
      const title = `#reviews-${language}`;

      await button(page, alerts.addSlack).press("Enter");
      await page.keyboard.type(title);
      await page.keyboard.press("Tab");
      await page.keyboard.type(slack.webhook);
      await page.keyboard.press("Enter");
      const told = slack.told.length;
      await channel(page, title).getByRole("button", { name: alerts.trial }).press("Enter");
      await expect.poll(() => slack.told.length).toBe(told + 1);
      expect(await page.content()).not.toContain(slack.webhook);

      const digest = rule(page, alerts.rule.digest);
      await digest.getByRole("checkbox", { name: title }).setChecked(false);
      await digest.getByLabel(alerts.at).fill("07:45");
      await rule(page, alerts.rule.breach).getByRole("checkbox", { name: alerts.rule.breach }).press("Space");
      await button(page, words.actions.save).press("Enter");
      await page.getByText(alerts.saved).waitFor();
      await page.reload();
      await expect.poll(() => digest.getByLabel(alerts.at).inputValue()).toBe("07:45");
      expect(await digest.getByRole("checkbox", { name: title }).isChecked()).toBe(false);

      const negative = rule(page, alerts.rule.negative);
      await negative.getByRole("button", { name: alerts.rehearse }).press("Enter");
      await expect.poll(() => negative.getByRole("link").count()).toBeGreaterThan(2);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await violations(page), `in ${colorScheme}`).toEqual([]);
      }
      await page.context().close();
    },
    90_000,
  );

  it("read here the letters that no mail server takes, with nothing in them that runs", async () => {
    const { page, words } = await visit("ru");
    const { alerts } = words;
    await button(page, alerts.addMail).click();
    await page.getByLabel(alerts.address).fill("anna@example.com");
    await button(page, alerts.add).click();
    await channel(page, "anna@example.com").getByRole("button", { name: alerts.trial }).click();
    await page.getByRole("button", { name: words.notices.trial.subject }).click();
    const frame = page.locator("iframe");
    expect(await frame.getAttribute("sandbox")).not.toMatch(/allow-(scripts|same-origin|forms|top)/);
    await frame.contentFrame().getByRole("heading", { name: words.notices.trial.title }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("iframe").count()).toBe(0);
    await page.context().close();
  }, 60_000);

  it("are told why a channel is silent and what to do, until they remove it", async () => {
    const { page, words } = await visit("ru");
    const { alerts } = words;
    await button(page, alerts.addSlack).click();
    await page.getByLabel(alerts.slackTitle).fill("#прежний");
    await page.getByLabel(alerts.webhook).fill(slack.webhook.replace("/services/", "/gone/"));
    await button(page, alerts.add).click();
    const row = channel(page, "#прежний");
    await row.getByRole("button", { name: alerts.trial }).click();
    await row.getByText("Создайте новый вебхук").waitFor();
    await row.getByRole("button", { name: alerts.remove }).click();
    await row.getByRole("button", { name: alerts.remove }).press("Enter");
    await expect.poll(() => row.count()).toBe(0);
    await page.context().close();
  }, 60_000);
});
