// A label that is wrong, set right in a real browser by keys alone: seen in the counts, in the month and in the file.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beginConversation } from "@otklik/core/conversation/admit";
import { putConversation } from "@otklik/core/conversation/conversation-store";
import type { Evidence, Label } from "@otklik/core/label/label";
import type { FoundMention } from "@otklik/core/mention/found";
import { mentionFrom } from "@otklik/core/mention/mention";
import { defaultRegulation } from "@otklik/core/regulation/regulation";
import { saveSource } from "@otklik/core/source/source-store";
import { scopedTable } from "@otklik/core/table-scope";
import { openHome } from "@otklik/local/home";
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { describeInBrowser, keep, overflow, telephone, violations } from "../support/browser.ts";
import { otklik } from "../support/command.ts";
import { journey, type Tongue } from "../support/journey.ts";
import { found, label, later } from "../support/mentions.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const titles = { ru: "Исправить метку", en: "Correct the label" } as const;
const russian = {
  byHand: "исправлено вручную",
  byModel: "определила модель",
  unsure: "не уверены",
  download: "Скачать для обучения (TSV)",
} as const;
const negative = /Негатив/;

const text = "Вкусно, но курьер нахамил. Звоните 8 900 000-00-00, возьму «Ландыш».";
const at = (words: string, of: string): Evidence => ({
  in: "text",
  from: text.indexOf(words),
  to: text.indexOf(words) + words.length,
  of,
});
const { of: _, ...phone } = at("8 900 000-00-00", "");
const { of: __, ...rival } = at("Ландыш", "");

/** What stands in the inbox, the most pressing first. */
const said: { externalId: string; is: Label["sentiment"]["is"]; more: Partial<Label>; text: string }[] = [
  {
    externalId: "five-stars-but",
    is: "positive",
    text,
    more: {
      complaint: true,
      topics: ["staff", "taste"],
      urgency: [{ reason: "churn", words: "возьму «Ландыш»" }],
      evidence: [
        at("Вкусно", "sentiment.positive"),
        at("Вкусно", "topic.taste"),
        at("курьер нахамил", "sentiment.negative"),
        at("курьер", "topic.staff"),
        at("возьму «Ландыш»", "urgency.churn"),
      ],
      names: [{ ...rival, is: "competitor", name: "Ландыш" }],
      contacts: [{ ...phone, is: "phone" }],
    },
  },
  { externalId: "plain", is: "mixed", text: "Нормально, хотя дорого", more: {} },
  {
    externalId: "guess",
    is: "neutral",
    text: "Ну такое",
    more: { sentiment: { is: "neutral", confidence: 0.2 } },
  },
];

describeInBrowser("a label that is wrong", () => {
  const { visit, here } = journey();
  beforeAll(fill);

  /** Writes the mentions beside the running service, which measures and shows them. */
  async function fill(): Promise<void> {
    const { environment, workspaceId, brandId } = here();
    const home = await openHome(environment.OTKLIK_DATA, { beside: true });
    const table = scopedTable(home.table, workspaceId);
    const now = new Date();
    const source = { id: "village1", brandId, network: "file", title: "Отзывы деревни", settings: {} };
    await saveSource(
      { scoped: table, all: home.table },
      { ...source, every: 0, inboxFrom: new Date(0), connectedAt: now, state: { is: "active" } },
    );
    const origin = { brandId, sourceId: "village1", network: "file", observedAt: now };
    const writes = said.map(({ externalId, is, more, text: words }, place) => {
      const one: FoundMention = found({
        externalId,
        text: words,
        author: { name: "Зоя Примерова" },
        postedAt: later(-60 * place, now), // of what was there before, the older ones stand further down
      });
      const arrival = {
        mention: mentionFrom(one, origin),
        label: label(is, more),
        inboxFrom: new Date(0),
        clockFrom: now,
        regulation: defaultRegulation,
      };
      return putConversation(beginConversation(arrival), null);
    });
    await table.commit(writes);
    home.close();
  }

  const facet = async (page: Page, name: RegExp): Promise<string | null> =>
    page.locator("fieldset label").filter({ hasText: name }).locator("span").last().textContent();
  const editor = (page: Page, tongue: Tongue) => page.getByRole("group", { name: titles[tongue] });
  /** The mention of these words: the first opens by itself, the next ones by key. */
  const open = async (words: string, tongue: Tongue = "ru"): Promise<Page> => {
    const page = await visit("/inbox", { tongue });
    const article = page.locator("#thread article");
    await article.waitFor();
    for (let step = said.findIndex((one) => one.text === words); step > 0; step--)
      await page.keyboard.press("KeyJ");
    await article.filter({ hasText: words.slice(0, 8) }).waitFor();
    return page;
  };

  it("is set right by keys, counts in the inbox and in the month, and is taken back by one", async () => {
    const page = await open(text);
    await page.locator("#thread").getByText(russian.byModel).waitFor();
    await page.keyboard.press("KeyL");
    await editor(page, "ru").waitFor();
    await page.keyboard.press("Digit1");
    await page.keyboard.press("KeyT");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Space");
    await keep(page, "editor");
    await page.keyboard.press("Enter");

    await page.locator("#thread").getByText(russian.byHand).waitFor();
    const card = page.locator('[role="option"][aria-selected="true"]');
    expect(await card.textContent()).toMatch(negative);
    await expect.poll(() => facet(page, negative), { timeout: 20_000 }).toBe("1");
    await keep(page, "corrected");
    await expect.poll(() => negativesOfTheMonth(page, negative), { timeout: 20_000 }).toBeGreaterThan(0);

    await page.keyboard.press("KeyZ");
    await page.locator("#thread").getByText(russian.byModel).waitFor();
    await expect
      .poll(() => page.locator("fieldset label").filter({ hasText: negative }).count(), {
        timeout: 20_000,
      })
      .toBe(0);
  }, 90_000);

  it("is left as it is by Esc, and takes no key of the page while it is open", async () => {
    const page = await open(text);
    const before = await page.locator("#thread article").textContent();
    await page.keyboard.press("KeyL");
    await editor(page, "ru").waitFor();
    for (const key of ["KeyE", "KeyJ", "KeyR", "Digit4", "Escape"]) await page.keyboard.press(key);
    await editor(page, "ru").waitFor({ state: "detached" });
    expect(await page.locator("#thread article").textContent()).toBe(before);
  }, 60_000);

  it.each(["ru", "en"] as const)(
    "shows the words it was concluded from, to eyes and to a screen reader, in %s",
    async (tongue) => {
      const page = await open(text, tongue);
      const marked = () => page.locator("#thread mark").allTextContents();
      expect(await marked()).toEqual(["курьер нахамил", "возьму «", expect.stringContaining("Ландыш"), "»"]);
      const taste = page.locator("#thread button").filter({ hasText: /^(вкус|taste)$/ });
      expect(await taste.getAttribute("aria-description")).toContain("Вкусно");
      await taste.focus();
      expect(await marked()).toContain("Вкусно");
      await keep(page, `evidence-${tongue}`);
      expect(await page.locator("#thread [title]").filter({ hasText: "8 900" }).count()).toBe(1);
      expect(await page.locator('#thread [title*="Ландыш"]').count()).toBe(1);
    },
    60_000,
  );

  it("takes the keys that follow at once for its own, however fast the fingers", async () => {
    const page = await open(text, "en");
    for (const key of ["Escape", "KeyL", "KeyU", "ArrowRight"]) await page.keyboard.press(key);
    const focused = editor(page, "en").getByRole("group", { name: "Urgent" }).locator(":focus");
    expect(await focused.textContent()).toBe("Outage");
    await page.keyboard.press("Escape");
    await editor(page, "en").waitFor({ state: "detached" });
    expect(await page.locator(":focus").getAttribute("role")).toBe("listbox");
  }, 60_000);

  it("takes the key at whatever moment it falls, while the next one is being drawn", async () => {
    const page = await open(text, "en");
    await page.keyboard.press("Escape");
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    const next = page.locator("#thread article").filter({ hasText: "Нормально" });
    const first = page.locator("#thread article").filter({ hasText: text.slice(0, 8) });
    for (let pause = 0; pause < 56; pause += 4) {
      await page.keyboard.press("KeyJ", { delay: pause });
      await page.keyboard.press("KeyL");
      await next.getByRole("group", { name: titles.en }).waitFor({ timeout: 5_000 });
      await page.keyboard.press("Escape");
      await editor(page, "en").waitFor({ state: "detached" });
      await page.keyboard.press("KeyK");
      await first.waitFor();
    }
  }, 120_000);

  it("says openly what it is unsure of, until a person has said it", async () => {
    const page = await open("Ну такое");
    await keep(page, "unsure");
    await page.locator("#thread").getByText(russian.unsure).waitFor();
    await page.keyboard.press("KeyL");
    await editor(page, "ru").waitFor();
    await page.keyboard.press("Digit2");
    await page.keyboard.press("Enter");
    await page.locator("#thread").getByText(russian.byHand).waitFor();
    expect(await page.locator("#thread").getByText(russian.unsure).count()).toBe(0);
  }, 60_000);

  it.each(["ru", "en"] as const)(
    "passes an accessibility check, light and dark, open and closed, and fits a telephone, in %s",
    async (tongue) => {
      const page = await open(text, tongue);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await expect.poll(() => violations(page), { message: colorScheme }).toEqual([]);
        await page.keyboard.press("KeyL");
        await editor(page, tongue).waitFor();
        await page.keyboard.press("KeyU");
        await keep(page, `${tongue}-${colorScheme}`);
        await expect.poll(() => violations(page), { message: `${colorScheme}, open` }).toEqual([]);
        await page.keyboard.press("Escape");
      }
      await page.keyboard.press("KeyL");
      await page.setViewportSize(telephone);
      await keep(page, `${tongue}-phone`);
      await expect.poll(() => overflow(page)).toBe(0);
      expect(await violations(page)).toEqual([]);
    },
    60_000,
  );

  it("goes into a file to train on, without names and contacts, from the page and by command", async () => {
    const page = await open(text);
    await page.keyboard.press("KeyL");
    await editor(page, "ru").waitFor();
    await page.keyboard.press("Digit4");
    await page.keyboard.press("Enter");
    await page.locator("#thread").getByText(russian.byHand).waitFor();
    await page.goto("/silence");
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: russian.download }).click();
    const fromPage = readFileSync(await (await saved).path(), "utf8");

    const { environment } = here();
    const file = join(temporaryFolder(), "own.tsv");
    const { json } = await otklik(["labels", file, "--json"], { environment });
    expect(json()).toEqual({ file, lines: 2 });
    const written = readFileSync(file, "utf8");
    expect(written).toBe(fromPage);
    expect(written).toMatch(
      /\tru\town-file\t0\t5\tВкусно, но курьер нахамил\. Звоните •••, возьму «Ландыш»\.\n/,
    );
    const again = await otklik(["labels", file], { environment });
    expect([again.code, again.told]).toEqual([1, expect.stringContaining("is there already")]);
  }, 60_000);

  async function negativesOfTheMonth(page: Page, name: RegExp): Promise<number> {
    const other = await page.context().newPage();
    await other.goto("/month");
    await other.locator("summary").nth(1).click();
    const table = other
      .getByRole("table")
      .filter({ has: other.getByRole("columnheader", { name }) })
      .first();
    const column = (await table.getByRole("columnheader").allTextContents()).findIndex((head) =>
      name.test(head),
    );
    const cells = await table.locator(`tbody tr > :nth-child(${column + 1})`).allTextContents();
    await other.close();
    return cells.reduce((sum, cell) => sum + Number(cell), 0);
  }
});
