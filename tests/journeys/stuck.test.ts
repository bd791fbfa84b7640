// What got stuck, in a real browser: seen, understood, replayed and discarded by keyboard, in both languages.
import { keepLetter, lettersOf } from "@otklik/core/dead-letter/dead-letter-store";
import { saveSource } from "@otklik/core/source/source-store";
import { putUnreadable } from "@otklik/core/source/unreadable-store";
import { scopedTable } from "@otklik/core/table-scope";
import { type Home, openHome } from "@otklik/local/home";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeInBrowser, overflow, telephone, violations } from "../support/browser.ts";
import { journey } from "../support/journey.ts";

const tongues = {
  ru: {
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

describeInBrowser("what got stuck", () => {
  const { visit, here } = journey();
  let home: Home;
  beforeAll(async () => {
    home = await openHome(here().environment.OTKLIK_DATA, { beside: true });
  });
  afterAll(() => home?.close());

  /** Two letters, the one of a pull being the later, and two entries of a source that could not be read. */
  async function getStuck(): Promise<void> {
    const { workspaceId, brandId } = here();
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

  const chosen = (page: Page) => page.locator('li[aria-current="true"]');

  it.each(["ru", "en"] as const)(
    "is seen from anywhere, replayed and discarded by keyboard, and looked up afterwards, in %s",
    async (tongue) => {
      const words = tongues[tongue];
      await getStuck();
      const page = await visit("/sources", { tongue });
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
    },
    60_000,
  );

  it.each(["ru", "en"] as const)(
    "passes an accessibility check, light and dark, and fits a telephone, in %s",
    async (tongue) => {
      await getStuck();
      const page = await visit("/stuck", { tongue });
      await page.getByRole("button", { name: tongues[tongue].readAnew }).waitFor();
      await page.locator("li[aria-current] summary").first().click();
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await expect.poll(() => violations(page), { message: colorScheme }).toEqual([]);
      }
      await page.setViewportSize(telephone);
      expect(await overflow(page)).toBe(0);
      expect(await violations(page)).toEqual([]);
    },
    60_000,
  );

  it("says when it could not be loaded, and tries again", async () => {
    const page = await visit("/sources", { tongue: "en" });
    await page.route("**/api/stuck", (route) => route.fulfill({ status: 400, body: "{}" }));
    await page.goto("/stuck");
    await page.getByRole("alert").waitFor();
    await page.unroute("**/api/stuck");
    await page.getByRole("button", { name: tongues.en.retry }).click();
    await chosen(page).waitFor();
  }, 60_000);
});
