// A marketer's month, in a real browser: Russian and English, light and dark, on a telephone and on paper.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeInBrowser, keep, overflow, telephone, violations } from "../support/browser.ts";
import { type Here, journey } from "../support/journey.ts";
import { fullReport } from "../support/report.ts";

async function yearIsCounted({ person, brandId }: Here): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const range = { from: `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`, to: today };
  const { now } = await person.call("GET /api/reports", { brand: brandId, ...range });
  expect(now.mentions).toBeGreaterThan(100);
}

describeInBrowser("a marketer's month", () => {
  const { visit } = journey({ demo: yearIsCounted });
  const showsFull = (page: Page) =>
    page.route("**/api/reports?*", (route) => route.fulfill({ json: fullReport() }));
  const charts = (page: Page) => page.locator('[role="img"] canvas');
  const drawn = (page: Page) => expect.poll(() => charts(page).count()).toBe(2);

  it.each([
    ["ru", "light"],
    ["ru", "dark"],
    ["en", "light"],
    ["en", "dark"],
  ] as const)(
    "is open to everybody in %s and %s: no finding of axe, its numbers in tables",
    async (tongue, colorScheme) => {
      const page = await visit("/month?by=product", { tongue, colorScheme, prepare: showsFull });
      await drawn(page);
      expect(await page.locator("html").getAttribute("lang")).toBe(tongue);
      for (const summary of await page.locator("summary").all()) await summary.click();
      await page.getByRole("table").nth(2).waitFor();
      expect(await page.getByRole("row").count()).toBeGreaterThan(31 + 31);
      expect(await violations(page)).toEqual([]);
      await keep(page, `month-${tongue}-${colorScheme}`);
    },
    60_000,
  );

  it.each(["ru", "en"] as const)(
    "prints on one sheet of A4, however full the month is, in %s",
    async (tongue) => {
      const page = await visit("/month?by=product", { tongue, colorScheme: "dark", prepare: showsFull });
      await drawn(page);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 718, height: 1047 });
      await expect.poll(async () => (await charts(page).first().boundingBox())?.width).toBe(700);
      await keep(page, `month-paper-${tongue}`);
    },
    60_000,
  );

  it("goes from month to month by key, and keeps where it is in the address", async () => {
    const page = await visit("/inbox");
    await page.locator('[id^="card-"]').first().waitFor();
    await expect
      .poll(async () => {
        await page.keyboard.press("KeyG");
        await page.keyboard.press("KeyM");
        return new URL(page.url()).pathname;
      })
      .toBe("/month");
    await drawn(page);
    const title = () => page.locator("h1").textContent();
    const running = await title();
    await page.keyboard.press("KeyK");
    await expect.poll(title).not.toBe(running);
    expect(page.url()).toMatch(/\/month\?month=\d{4}-\d{2}$/);
    await page.keyboard.press("KeyJ");
    await expect.poll(title).toBe(running);
  }, 60_000);

  it("hands over a CSV that Excel reads, of the days it shows", async () => {
    const page = await visit("/month");
    await drawn(page);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Скачать CSV" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^otklik-\d{4}-\d{2}-01-\d{4}-\d{2}-\d{2}\.csv$/);
    const text = readFileSync(await file.path(), "utf8");
    expect(text).toMatch(/^\uFEFFРаздел,Название,/);
    expect(text).toContain("Wildberries");
  }, 60_000);

  it("leads from a quote to its conversation", async () => {
    const page = await visit("/month", { prepare: showsFull });
    const quote = page.locator('main a[href^="/inbox/"]').first();
    const path = (await quote.getAttribute("href")) ?? "";
    await quote.click();
    await expect.poll(() => new URL(page.url()).pathname).toBe(path);
  }, 60_000);

  it("fits a telephone, and draws two years there", async () => {
    const page = await visit("/month?span=24", { viewport: telephone });
    await drawn(page);
    expect(await overflow(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
    await keep(page, "month-phone");
  }, 60_000);

  it("says what to do when there is nothing, and when it could not be loaded", async () => {
    const nothing = await visit("/month?month=2020-01");
    await nothing.getByRole("button", { name: "Подключить источник" }).waitFor();
    await keep(nothing, "month-empty");
    const broken = await visit("/month", {
      prepare: (page) => page.route("**/api/reports?*", (route) => route.fulfill({ status: 400, json: {} })),
    });
    await broken.getByRole("alert").waitFor();
    expect(await broken.getByRole("button", { name: "Повторить" }).count()).toBe(1);
  }, 60_000);

  it.each([
    ["ru", "dark", 0, { right: "Промолчали верно", missed: "Пропустили важное", seen: "просмотрено: 2" }],
    [
      "en",
      "light",
      2,
      { right: "The silence was right", missed: "Something was missed", seen: "4 looked at" },
    ],
  ] as const)(
    "takes a second look at what nobody looked at, by keyboard, in %s and %s",
    async (tongue, colorScheme, from, { right, missed, seen }) => {
      const page = await visit("/silence", { tongue, colorScheme, viewport: telephone });
      await page.getByRole("button", { name: right }).nth(from).press("Enter");
      const second = page.getByRole("button", { name: missed }).nth(from + 1);
      await second.press("Enter");
      await page.getByText(seen).waitFor();
      await expect.poll(() => second.getAttribute("aria-pressed")).toBe("true");
      expect(await violations(page)).toEqual([]);
      await keep(page, `silence-${tongue}-${colorScheme}`);
    },
    60_000,
  );
});
