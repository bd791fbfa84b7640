// A label that is wrong, set right in a real browser by keys alone: seen in the counts, in the month and in the file.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
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
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  browserPath,
  openBrowser,
  signedInPage,
  tellOfMissingBrowser,
  violations,
} from "../support/browser.ts";
import { buildWeb } from "../support/built-web.ts";
import { otklik } from "../support/command.ts";
import { found, label, later } from "../support/mentions.ts";
import { type RunningService, signIn, startOtklik } from "../support/running-service.ts";

tellOfMissingBrowser("the correction of labels in a browser");

const folder = mkdtempSync(join(tmpdir(), "otklik-correct-"));
const environment = { OTKLIK_DATA: join(folder, "data"), OTKLIK_KEY_FILE: join(folder, "key") };
/** `OTKLIK_SHOTS=folder npx vitest run tests/journeys/correct.test.ts` keeps what the journey saw. */
const shots = process.env.OTKLIK_SHOTS;
if (shots) mkdirSync(shots, { recursive: true });

const tongues = {
  ru: { locale: "ru-RU", title: "Исправить метку" },
  en: { locale: "en-GB", title: "Correct the label" },
} as const;
const russian = {
  byHand: "исправлено вручную",
  byModel: "определила модель",
  unsure: "не уверены",
  download: "Скачать для обучения (TSV)",
} as const;
type Tongue = keyof typeof tongues;
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

describe.skipIf(!browserPath)("a label that is wrong", () => {
  let service: RunningService;
  let browser: Browser;
  let cookie: string;

  beforeAll(async () => {
    await buildWeb();
    service = await startOtklik(["--port", "0", "--empty"], environment);
    const person = await signIn(service);
    cookie = person.cookie;
    const me = await person.call("GET /api/me", {});
    await fill({ workspaceId: me.workspace.id, brandId: me.brands[0]?.id ?? "" });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Writes the mentions beside the running service, which measures and shows them. */
  async function fill({ workspaceId, brandId }: { workspaceId: string; brandId: string }): Promise<void> {
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

  async function visit(
    tongue: Tongue,
    { path = "/inbox", ...how }: { path?: string } & BrowserContextOptions = {},
  ): Promise<Page> {
    const page = await signedInPage(
      browser,
      { url: service.url, cookie },
      { locale: tongues[tongue].locale, ...how },
    );
    await page.goto(service.url + path);
    return page;
  }
  const keep = async (page: Page, name: string): Promise<void> => {
    if (shots) await page.screenshot({ path: join(shots, `${name}.png`) });
  };
  const facet = async (page: Page, name: RegExp): Promise<string | null> =>
    page.locator("fieldset label").filter({ hasText: name }).locator("span").last().textContent();
  const editor = (page: Page, tongue: Tongue) => page.getByRole("group", { name: tongues[tongue].title });
  /** The mention of these words: the first opens by itself, the next ones by key. */
  const open = async (page: Page, words: string): Promise<void> => {
    const article = page.locator("#thread article");
    await article.waitFor();
    for (let step = said.findIndex((one) => one.text === words); step > 0; step--)
      await page.keyboard.press("KeyJ");
    await article.filter({ hasText: words.slice(0, 8) }).waitFor();
  };

  it("is set right by keys, counts in the inbox and in the month, and is taken back by one", async () => {
    const page = await visit("ru");
    await open(page, text);
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
    await page.context().close();
  }, 90_000);

  it("is left as it is by Esc, and takes no key of the page while it is open", async () => {
    const page = await visit("ru");
    await open(page, text);
    const before = await page.locator("#thread article").textContent();
    await page.keyboard.press("KeyL");
    await editor(page, "ru").waitFor();
    for (const key of ["KeyE", "KeyJ", "KeyR", "Digit4", "Escape"]) await page.keyboard.press(key);
    await editor(page, "ru").waitFor({ state: "detached" });
    expect(await page.locator("#thread article").textContent()).toBe(before);
    await page.context().close();
  }, 60_000);

  it.each(["ru", "en"] as const)(
    "shows the words it was concluded from, to eyes and to a screen reader, in %s",
    async (tongue) => {
      const page = await visit(tongue);
      await open(page, text);
      const marked = () => page.locator("#thread mark").allTextContents();
      expect(await marked()).toEqual(["курьер нахамил", "возьму «", expect.stringContaining("Ландыш"), "»"]);
      const taste = page.locator("#thread button").filter({ hasText: /^(вкус|taste)$/ });
      expect(await taste.getAttribute("aria-description")).toContain("Вкусно");
      await taste.focus();
      expect(await marked()).toContain("Вкусно");
      await keep(page, `evidence-${tongue}`);
      expect(await page.locator("#thread [title]").filter({ hasText: "8 900" }).count()).toBe(1);
      expect(await page.locator('#thread [title*="Ландыш"]').count()).toBe(1);
      await page.context().close();
    },
    60_000,
  );

  it("says openly what it is unsure of, until a person has said it", async () => {
    const page = await visit("ru");
    await open(page, "Ну такое");
    await keep(page, "unsure");
    await page.locator("#thread").getByText(russian.unsure).waitFor();
    await page.keyboard.press("KeyL");
    await editor(page, "ru").waitFor();
    await page.keyboard.press("Digit2");
    await page.keyboard.press("Enter");
    await page.locator("#thread").getByText(russian.byHand).waitFor();
    expect(await page.locator("#thread").getByText(russian.unsure).count()).toBe(0);
    await page.context().close();
  }, 60_000);

  it.each(["ru", "en"] as const)(
    "passes an accessibility check, light and dark, open and closed, and fits a telephone, in %s",
    async (tongue) => {
      const page = await visit(tongue);
      await open(page, text);
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
      await page.setViewportSize({ width: 390, height: 844 });
      await keep(page, `${tongue}-phone`);
      await expect.poll(() => page.evaluate("document.documentElement.scrollWidth")).toBe(390);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  it("goes into a file to train on, without names and contacts, from the page and by command", async () => {
    const page = await visit("ru");
    await open(page, text);
    await page.keyboard.press("KeyL");
    await editor(page, "ru").waitFor();
    await page.keyboard.press("Digit4");
    await page.keyboard.press("Enter");
    await page.locator("#thread").getByText(russian.byHand).waitFor();
    await page.goto(`${service.url}/silence`);
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: russian.download }).click();
    const fromPage = readFileSync(await (await saved).path(), "utf8");
    await page.context().close();

    const file = join(folder, "own.tsv");
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
    await other.goto(`${service.url}/month`);
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
