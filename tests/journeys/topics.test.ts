// A brand manager teaches Otklik the brand's topics and names, in a real browser.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
import { type RunningService, signIn, startOtklik } from "../support/running-service.ts";

tellOfMissingBrowser("topics and names in a browser");

const folder = mkdtempSync(join(tmpdir(), "otklik-topics-"));
/** `OTKLIK_SHOTS=folder npx vitest run tests/journeys/topics.test.ts` keeps what the journey saw. */
const shots = process.env.OTKLIK_SHOTS;
if (shots) mkdirSync(shots, { recursive: true });

const parking = { title: "парковка", phrases: ["парковка"], mentions: 12, examples: ["b1-a", "b1-b"] };
const proposed = { mentions: 30, share: 0.4, candidates: [parking] };

describe.skipIf(!browserPath)("topics and names", () => {
  let service: RunningService;
  let browser: Browser;
  let cookie: string;

  beforeAll(async () => {
    await buildWeb();
    service = await startOtklik(["--port", "0", "--sandbox-port", "0"], {
      OTKLIK_DATA: join(folder, "data"),
      OTKLIK_KEY_FILE: join(folder, "key"),
    });
    ({ cookie } = await signIn(service));
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function visit(
    how: BrowserContextOptions = {},
    prepare: (page: Page) => Promise<unknown> = async () => {},
  ): Promise<Page> {
    const page = await signedInPage(browser, { url: service.url, cookie }, { locale: "ru-RU", ...how });
    await page.route("**/api/vocabulary/candidates?*", (route) => route.fulfill({ json: proposed }));
    await prepare(page);
    await page.goto(`${service.url}/topics`);
    return page;
  }
  const keep = async (page: Page, name: string): Promise<void> => {
    if (shots) await page.screenshot({ path: join(shots, `${name}.png`) });
  };

  it("are taught by keyboard, tried before they are saved, and stand there afterwards", async () => {
    const page = await visit();
    await page.getByLabel("Ваша сфера").selectOption("cafe");
    await page.getByRole("button", { name: "Порции" }).waitFor();
    await page.getByLabel("Слова клиента").fill("Крышка течёт и резиной пахло. В Летуале дешевле");
    await page.getByRole("button", { name: "Добавить тему" }).press("Enter");
    await page.keyboard.type("Запах резины");
    await page.getByLabel("Примеры слов").fill("пахнет резиной");
    await page.getByRole("button", { name: "Добавить конкурента" }).press("Enter");
    await page.keyboard.type("Летуаль");
    const trial = page.getByRole("region", { name: "Проверить на тексте" });
    await trial.getByText("«резиной пахло»").waitFor();
    await trial.getByText("Летуаль, конкурент").waitFor();
    await keep(page, "topics-taught");
    await page.getByLabel("Ещё пишут").press("Enter");
    await page.getByText("Сохранено", { exact: true }).waitFor();
    expect(await page.getByRole("button", { name: "Сохранить" }).count()).toBe(0);
    await page.reload();
    await page.getByRole("button", { name: /Запах резины/ }).waitFor();
    expect(await page.getByLabel("Ваша сфера").inputValue()).toBe("cafe");
    expect(await page.getByLabel("Название").last().inputValue()).toBe("Летуаль");
    await page.context().close();
  }, 60_000);

  it("are made of what customers speak of by one click, and merged by a choice", async () => {
    const page = await visit();
    await page.getByRole("button", { name: "Сделать темой «парковка»" }).click();
    await expect.poll(() => page.getByLabel("Примеры слов").inputValue()).toBe("парковка");
    expect(await page.getByRole("button", { name: "Сделать темой «парковка»" }).count()).toBe(0);
    await page.getByRole("button", { name: "Ожидание" }).click();
    await page.getByLabel("Как считать").selectOption({ label: "вместе с «доставка»" });
    await page.getByText("считается вместе с «доставка»").waitFor();
    await keep(page, "topics-merged");
    await page.context().close();
  }, 60_000);

  it("keep what was typed where two topics would have one name, or someone else was faster", async () => {
    const page = await visit();
    await page.getByRole("button", { name: "Ожидание" }).click();
    await page.getByLabel("Название").first().fill("Доставка");
    await page.getByRole("alert").getByText("уже есть").waitFor();
    expect(await page.getByRole("button", { name: "Сохранить" }).isDisabled()).toBe(true);
    await page.getByLabel("Название").first().fill("Долго");
    const error = {
      code: "conflict",
      message: "",
      said: { ru: "Уже изменил кто-то другой.", en: "Changed." },
    };
    await page.route("**/api/vocabulary", (route) =>
      route.request().method() === "PUT" ? route.fulfill({ status: 409, json: { error } }) : route.fallback(),
    );
    await page.getByRole("button", { name: "Сохранить" }).click();
    await page.getByRole("alert").getByText("Уже изменил кто-то другой.").waitFor();
    expect(await page.getByLabel("Название").first().inputValue()).toBe("Долго");
    await page.context().close();
  }, 60_000);

  it.each([
    ["ru-RU", "light", 1280],
    ["en-GB", "dark", 390],
  ] as const)(
    "are open to everybody in %s, %s, %i wide: no finding of axe, nothing beyond the edge",
    async (locale, colorScheme, width) => {
      const page = await visit({ locale, colorScheme, viewport: { width, height: 860 } });
      await page.locator("main ul button[aria-expanded]").first().click();
      await page.locator("main form section").last().getByRole("button").last().click();
      await page.locator("aside textarea").fill("Дорого и долго");
      await page.locator("aside dd").first().waitFor();
      expect(await violations(page)).toEqual([]);
      const beyond = await page
        .locator("html")
        .evaluate(
          (html: { scrollWidth: number; clientWidth: number }) => html.scrollWidth - html.clientWidth,
        );
      expect(beyond).toBe(0);
      await keep(page, `topics-${locale}-${width}`);
      await page.context().close();
    },
    60_000,
  );

  it("say what to do when they do not load", async () => {
    const page = await visit({}, (broken) =>
      broken.route("**/api/vocabulary?*", (route) => route.fulfill({ status: 400, json: {} })),
    );
    await page.getByRole("alert").getByText("Темы и названия не загрузились").waitFor();
    expect(await page.getByRole("button", { name: "Повторить" }).count()).toBe(1);
    await page.context().close();
  }, 60_000);
});
