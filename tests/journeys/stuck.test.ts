// What got stuck, in a real browser: seen, understood, replayed and discarded by keyboard, in both languages.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepLetter, lettersOf } from "@otklik/core/dead-letter/dead-letter-store";
import { saveSource } from "@otklik/core/source/source-store";
import { putUnreadable } from "@otklik/core/source/unreadable-store";
import { scopedTable } from "@otklik/core/table-scope";
import { type Home, openHome } from "@otklik/local/home";
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
import { type RunningService, signIn, startOtklik } from "../support/running-service.ts";

tellOfMissingBrowser("the journey of what got stuck");

const folder = mkdtempSync(join(tmpdir(), "otklik-stuck-"));

const tongues = {
  ru: {
    locale: "ru-RU",
    name: /^Застряло/,
    step: "Чтение источника",
    cut: "Шаг оборвался",
    replayed: "Отправлено ещё раз: Чтение источника",
    discarded: "Удалено: Отправка ответа",
    audit: "Кто что сделал",
    line: "повтор · Чтение источника",
    readAnew: "Прочитать источник заново",
    discardAll: "Удалить все",
    empty: "Ничего не застряло",
    retry: "Повторить",
  },
  en: {
    locale: "en-GB",
    name: /^Stuck/,
    step: "Reading a source",
    cut: "The step was cut short",
    replayed: "Sent again: Reading a source",
    discarded: "Discarded: Sending a reply",
    audit: "Who did what",
    line: "replay · Reading a source",
    readAnew: "Read the source anew",
    discardAll: "Discard all",
    empty: "Nothing is stuck",
    retry: "Try again",
  },
} as const;
type Tongue = keyof typeof tongues;

describe.skipIf(!browserPath)("what got stuck", () => {
  let service: RunningService;
  let browser: Browser;
  let home: Home;
  let cookie: string;
  let workspaceId: string;
  let brandId: string;

  beforeAll(async () => {
    await buildWeb();
    const data = join(folder, "data");
    service = await startOtklik(["--port", "0", "--empty"], {
      OTKLIK_DATA: data,
      OTKLIK_KEY_FILE: join(folder, "key"),
    });
    const person = await signIn(service);
    cookie = person.cookie;
    const me = await person.call("GET /api/me", {});
    workspaceId = me.workspace.id;
    brandId = me.brands[0]?.id ?? "";
    home = await openHome(data, { beside: true });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    home?.close();
    await service?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Two letters, the one of a pull being the later, and two entries of a source that could not be read. */
  async function getStuck(): Promise<void> {
    const table = scopedTable(home.table, workspaceId);
    const now = new Date();
    await saveSource(
      { scoped: table, all: home.table },
      {
        id: "village1",
        brandId,
        network: "file",
        title: "Отзывы деревни",
        settings: {},
        every: 0,
        inboxFrom: now,
        connectedAt: now,
        state: { is: "active" },
      },
    );
    const letter = { attempts: 5, sentAt: now, messageId: `m${now.getTime()}` };
    const bury = (queue: "pull" | "deliver", error: string, ago: number) =>
      keepLetter(lettersOf(table), {
        ...letter,
        queue,
        body: JSON.stringify({ workspaceId, sourceId: "gone", conversationId: "none", replyId: "none" }),
        why: { error },
        subject: queue === "pull" ? { sourceId: "village1" } : { conversationId: "none" },
        diedAt: new Date(now.getTime() - ago),
      });
    await bury("pull", "NoAnswer", 0);
    await bury("deliver", "RangeError", 60_000);
    const broken = ["{один", "{два"].map((excerpt) => ({
      excerpt,
      why: { ru: "нет текста", en: "text is missing" },
    }));
    await table.commit(putUnreadable("village1", broken, { at: now, seenAgain: false }));
  }

  async function visit(tongue: Tongue, path = "/stuck"): Promise<Page> {
    const page = await signedInPage(
      browser,
      { url: service.url, cookie },
      {
        locale: tongues[tongue].locale,
      },
    );
    await page.goto(service.url + path);
    return page;
  }

  const chosen = (page: Page) => page.locator('li[aria-current="true"]');

  it.each(["ru", "en"] as const)(
    "is seen from anywhere, replayed and discarded by keyboard, and looked up afterwards, in %s",
    async (tongue) => {
      const words = tongues[tongue];
      await getStuck();
      const page = await visit(tongue, "/sources");
      await expect.poll(() => page.getByRole("link", { name: words.name }).textContent()).toMatch(/4$/);
      await page.keyboard.press("KeyG");
      await page.keyboard.press("KeyD");
      await chosen(page).filter({ hasText: words.step }).filter({ hasText: words.cut }).waitFor();

      await page.keyboard.press("KeyJ");
      await chosen(page).filter({ hasNotText: words.step }).waitFor();
      await page.keyboard.press("KeyK");
      await chosen(page).filter({ hasText: words.step }).waitFor();
      await page.keyboard.press("KeyP");
      await page.getByText(words.replayed).waitFor();
      await chosen(page).filter({ hasNotText: words.step }).waitFor();

      await page.keyboard.press("KeyX");
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Enter");
      await page.getByText(words.discarded).waitFor();

      await page.getByRole("button", { name: words.discardAll }).click();
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Enter");
      await page.getByText(words.empty).waitFor();
      await page.getByText(words.audit).click();
      await page.getByText(words.line).first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  it.each(["ru", "en"] as const)(
    "passes an accessibility check, light and dark, and fits a telephone, in %s",
    async (tongue) => {
      await getStuck();
      const page = await visit(tongue);
      await page.getByRole("button", { name: tongues[tongue].readAnew }).waitFor();
      await page.locator("li[aria-current] summary").first().click();
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await expect.poll(() => violations(page), { message: colorScheme }).toEqual([]);
      }
      await page.setViewportSize({ width: 390, height: 844 });
      const width = await page.evaluate("document.documentElement.scrollWidth");
      expect(width).toBe(390);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  it("says when it could not be loaded, and tries again", async () => {
    const page = await visit("en", "/sources");
    await page.route("**/api/stuck", (route) => route.fulfill({ status: 400, body: "{}" }));
    await page.goto(`${service.url}/stuck`);
    await page.getByRole("alert").waitFor();
    await page.unroute("**/api/stuck");
    await page.getByRole("button", { name: tongues.en.retry }).click();
    await chosen(page).waitFor();
    await page.context().close();
  }, 60_000);
});
