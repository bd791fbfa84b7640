// Who is told what, set up in a real browser: a channel, a trial, a rule, what it would have sent, a letter.
import { loadWords, type Words } from "@otklik/words";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeInBrowser, violations } from "../support/browser.ts";
import { inboxIsFull, journey, type Tongue } from "../support/journey.ts";
import { type SlackServer, slackServer } from "../support/slack-server.ts";

describeInBrowser("a brand's people", () => {
  let slack: SlackServer;
  beforeAll(async () => {
    slack = await slackServer();
  });
  afterAll(() => slack?.close());
  const { visit } = journey({
    demo: inboxIsFull,
    environment: () => ({ OTKLIK_ALLOW_HOSTS: slack.host }),
  });

  async function open(tongue: Tongue): Promise<{ page: Page; words: Words }> {
    const page = await visit("/sources", { tongue });
    const words = await loadWords(tongue);
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
      const { page, words } = await open(language);
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
    },
    90_000,
  );

  it("read here the letters that no mail server takes, with nothing in them that runs", async () => {
    const { page, words } = await open("ru");
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
  }, 60_000);

  it("are told why a channel is silent and what to do, until they remove it", async () => {
    const { page, words } = await open("ru");
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
  }, 60_000);
});
