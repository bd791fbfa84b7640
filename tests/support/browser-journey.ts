// A brand manager's first minutes, in a real browser and by keyboard: Russian, then English.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserPath, openBrowser, signedInPage, tellOfMissingBrowser, violations } from "./browser.ts";
import { buildWeb } from "./built-web.ts";
import { eventually } from "./eventually.ts";
import type { HomeName } from "./living-home.ts";
import { type RunningService, signIn, startOtklik } from "./running-service.ts";

tellOfMissingBrowser("the browser journeys");

const folder = mkdtempSync(join(tmpdir(), "otklik-browser-"));
/** `OTKLIK_SHOTS=folder npx vitest run tests/journeys/browser.test.ts` keeps what the journey saw. */
const shots = process.env.OTKLIK_SHOTS;
if (shots) mkdirSync(shots, { recursive: true });

const tongues = {
  ru: { locale: "ru-RU", composer: "Ответ", layout: "ru" },
  en: { locale: "en-GB", composer: "Reply", layout: "en" },
} as const;

export function describeFirstMinutes(home: HomeName): void {
  describe.skipIf(!browserPath)(`a brand manager's first minutes in the home ${home}`, () => {
    let service: RunningService;
    let browser: Browser;
    let cookie: string;
    let sandboxUrl: string;
    let brand: string;

    beforeAll(async () => {
      await buildWeb();
      const places = { OTKLIK_DATA: join(folder, home), OTKLIK_KEY_FILE: join(folder, "key") };
      service = await startOtklik(["--port", "0", "--sandbox-port", "0"], places, home);
      const person = await signIn(service);
      cookie = person.cookie;
      const me = await person.call("GET /api/me", {});
      sandboxUrl = me.sandboxUrl ?? "";
      brand = me.brands[0]?.id ?? "";
      await eventually(async () => {
        const { all } = await person.call("GET /api/counts", { brand });
        expect(all).toBeGreaterThan(80);
      }, 60_000);
      browser = await openBrowser();
    }, 120_000);
    afterAll(async () => {
      await browser?.close();
      await service?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    const keep = async (page: Page, name: string): Promise<void> => {
      if (shots) await page.screenshot({ path: join(shots, `${name}.png`) });
    };
    const chosen = (page: Page) => page.locator('[role="option"][aria-selected="true"][id^="card-"]');
    const composer = (page: Page) => page.locator("textarea");

    async function visit(tongue: keyof typeof tongues): Promise<Page> {
      const page = await signedInPage(
        browser,
        { url: service.url, cookie },
        {
          locale: tongues[tongue].locale,
        },
      );
      await page.goto(service.url);
      await page.locator('[id^="card-"]').first().waitFor();
      return page;
    }

    // The command that makes another link is the embedded home's.
    it.runIf(home === "embedded")(
      "signs in by a link that works once",
      async () => {
        const another = await startSignIn();
        const context = await browser.newContext({ locale: "ru-RU" });
        const page = await context.newPage();
        await page.goto(another);
        const button = page.getByRole("button", { name: "Войти" });
        const list = page.locator('[id^="card-"]').first();
        await Promise.race([button.waitFor(), list.waitFor()]);
        if (await button.isVisible()) await button.click();
        await list.waitFor();
        const late = await (await browser.newContext({ locale: "ru-RU" })).newPage();
        await late.goto(another);
        await late.getByText("npx otklik sign-in").first().waitFor();
        expect(await late.locator('[id^="card-"]').count()).toBe(0);
        await keep(late, "sign-in");
        await context.close();
      },
      60_000,
    );

    it.each(["ru", "en"] as const)(
      "answers the most pressing review by keyboard, takes the next back, in %s",
      async (tongue) => {
        const page = await visit(tongue);
        expect(await page.locator("html").getAttribute("lang")).toBe(tongue);
        await page.keyboard.press("KeyJ");
        const first = (await page.locator('[id^="card-"]').first().getAttribute("id")) ?? "";
        await page.locator(`#${first}`).click();
        await composer(page).waitFor();
        await keep(page, `inbox-${tongue}`);

        const answer = await answerWithTemplate(page, tongue === "ru" ? "разбор" : "sorry");
        await page.keyboard.press("Control+Enter");
        await expect.poll(() => chosen(page).getAttribute("id")).not.toBe(first);
        const second = (await chosen(page).getAttribute("id")) ?? "";

        const taken = await answerWithTemplate(page, tongue === "ru" ? "спасибо" : "thanks");
        await page.keyboard.press("Control+Enter");
        await expect.poll(() => chosen(page).getAttribute("id")).not.toBe(second);
        await keep(page, `sent-${tongue}`);
        await page.keyboard.press("Escape");
        await page.keyboard.press("KeyZ");
        await expect.poll(() => composer(page).inputValue()).toBe(taken);
        await keep(page, `undone-${tongue}`);

        const id = first.replace("card-", "");
        await expect
          .poll(() => lastState(id), { timeout: 20_000, interval: 300 })
          .toMatch(/^(in-review|published)$/);
        expect(await lastState(second.replace("card-", ""))).toBe("cancelled");
        const network = await browser.newPage();
        await network.goto(`${sandboxUrl}/wildberries/?static&lang=${tongue}`);
        expect(await network.locator("body").textContent()).toContain(answer);
        expect(await network.locator("body").textContent()).not.toContain(taken);
        await keep(network, `sandbox-${tongue}`);
        await page.context().close();
      },
      90_000,
    );

    it("takes a key for the review that is chosen, however fast the fingers", async () => {
      const page = await visit("en");
      await page.locator('[id^="card-"]').first().click();
      await composer(page).waitFor();
      for (let turn = 0; turn < 8; turn++) {
        for (const key of ["Escape", "KeyJ", "KeyR"]) await page.keyboard.press(key);
        await expect.poll(() => composer(page).and(page.locator(":focus")).count()).toBe(1);
        await page.keyboard.press("Escape");
        const id = (await chosen(page).getAttribute("id")) ?? "";
        await page.keyboard.press("KeyE");
        await expect.poll(() => statusOf(id.replace("card-", ""))).toBe("closed");
      }
      await page.context().close();
    }, 60_000);

    it("sees what others do where no stream of changes is given, by asking for the brand's version", async () => {
      const page = await signedInPage(browser, { url: service.url, cookie });
      await page.route("**/api/live", (route) => route.fulfill({ status: 404, json: {} }));
      const asked = page.waitForResponse(/\/api\/brands\/.+\/version$/);
      await page.goto(service.url);
      await asked;
      const first = page.locator('[id^="card-"]').first();
      const id = ((await first.getAttribute("id")) ?? "").replace("card-", "");
      const count = () => page.getByRole("link", { name: /^(Входящие|Inbox)/ }).textContent();
      const before = await count();
      const headers = { cookie, "x-otklik": "1", "content-type": "application/json" };
      await fetch(`${service.url}/api/conversations/${id}/close`, { method: "POST", headers, body: "{}" });
      await expect
        .poll(async () => {
          await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
          return count();
        })
        .not.toBe(before);
      await page.context().close();
    }, 60_000);

    it("sends a file straight to the store where the store has an address for it", async () => {
      const page = await signedInPage(browser, { url: service.url, cookie });
      const place = { blob: "upload/w/file", url: `${service.url}/store/file` };
      let stored = "";
      await page.route("**/api/uploads", (route) => route.fulfill({ json: place }));
      await page.route(place.url, (route) => {
        stored = `${route.request().method()} ${route.request().postData()}`;
        return route.fulfill({ status: 200 });
      });
      await page.goto(`${service.url}/start`);
      const looked = page.waitForRequest("**/api/recognise");
      const file = { name: "отзывы.csv", mimeType: "text/csv", buffer: Buffer.from("Отзыв\nхорошо\n") };
      await page.locator("input[type=file]").setInputFiles(file);
      expect((await looked).postDataJSON()).toEqual({ file: { blob: place.blob, name: file.name } });
      expect(stored).toBe("PUT Отзыв\nхорошо\n");
      await page.context().close();
    }, 60_000);

    it("works with the letters of a Russian keyboard", async () => {
      const page = await visit("ru");
      await page.locator('[id^="card-"]').first().click();
      await page.keyboard.press("Escape");
      const before = await chosen(page).getAttribute("id");
      // What a Russian layout sends for the key that says J: the letter о, and the code of the key.
      await page.evaluate(
        `document.activeElement.dispatchEvent(new KeyboardEvent("keydown", ${JSON.stringify({ key: "о", code: "KeyJ", bubbles: true, cancelable: true })}))`,
      );
      await expect.poll(() => chosen(page).getAttribute("id")).not.toBe(before);
      await page.context().close();
    }, 60_000);

    it.each(["ru", "en"] as const)(
      "passes an accessibility check on every screen, in %s, light and dark",
      async (tongue) => {
        const page = await visit(tongue);
        await page.locator('[id^="card-"]').first().click();
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          for (const path of ["/", "/sources", "/templates", "/start"]) {
            if (path !== "/") await page.goto(service.url + path);
            await page.getByRole("heading", { level: 1 }).first().waitFor({ state: "attached" });
            await page.waitForTimeout(600);
            await keep(page, `${path === "/" ? "desk" : path.slice(1)}-${tongue}-${colorScheme}`);
            expect(await violations(page), `${path} in ${colorScheme}`).toEqual([]);
          }
          await page.goto(service.url);
          await page.locator('[id^="card-"]').first().click();
        }
        await page.setViewportSize({ width: 390, height: 844 });
        await page.goto(service.url);
        await page.locator('[id^="card-"]').first().waitFor();
        await keep(page, `phone-${tongue}`);
        await page.context().close();
      },
      120_000,
    );

    /** Opens the template picker by its key, finds one by its shortcut, takes it; tells what stands there then. */
    async function answerWithTemplate(page: Page, shortcut: string): Promise<string> {
      await page.keyboard.press("Escape");
      await page.keyboard.press("KeyR");
      await expect.poll(() => composer(page).and(page.locator(":focus")).count()).toBe(1);
      await page.keyboard.press("Control+A");
      await page.keyboard.press("Delete");
      await page.keyboard.type(`/${shortcut}`);
      await page.locator('[role="listbox"] [role="option"]:not([id^="card-"])').first().waitFor();
      await page.keyboard.press("Enter");
      await expect.poll(() => composer(page).inputValue()).toMatch(/.{20}/);
      return composer(page).inputValue();
    }

    const statusOf = async (id: string): Promise<string> => {
      const response = await fetch(`${service.url}/api/conversations/${id}`, { headers: { cookie } });
      return ((await response.json()) as { status: { is: string } }).status.is;
    };
    const lastState = async (id: string): Promise<string | undefined> => {
      const response = await fetch(`${service.url}/api/conversations/${id}`, { headers: { cookie } });
      const { replies } = (await response.json()) as { replies: { state: string }[] };
      return replies.at(-1)?.state;
    };

    async function startSignIn(): Promise<string> {
      const { execFile } = await import("node:child_process");
      const { promisify } = await import("node:util");
      const program = join(import.meta.dirname, "../../packages/local/bin/otklik.js");
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [program, "sign-in", "anna@example.com", "--json"],
        {
          env: {
            ...process.env,
            OTKLIK_DATA: join(folder, home),
            OTKLIK_KEY_FILE: join(folder, "key"),
            OTKLIK_PUBLIC_URL: service.url,
          },
        },
      );
      return (JSON.parse(stdout) as { link: string }).link;
    }
  });
}
