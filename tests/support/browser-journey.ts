// A brand manager's first minutes, in a real browser and by keyboard: Russian, then English.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeInBrowser, keep, telephone, violations } from "./browser.ts";
import { otklik } from "./command.ts";
import { inboxIsFull, journey, type Tongue } from "./journey.ts";
import type { HomeName } from "./living-home.ts";

export function describeFirstMinutes(home: HomeName): void {
  describeInBrowser(`a brand manager's first minutes in the home ${home}`, () => {
    const { visit, here } = journey({ demo: inboxIsFull, home });
    const card = (page: Page) => page.locator('[id^="card-"]').first();
    const chosen = (page: Page) => page.locator('[role="option"][aria-selected="true"][id^="card-"]');
    const composer = (page: Page) => page.locator("textarea");

    async function open(tongue: Tongue): Promise<Page> {
      const page = await visit("/", { tongue });
      await card(page).waitFor();
      return page;
    }

    // The command that makes another link is the embedded home's.
    it.runIf(home === "embedded")(
      "signs in by a link that works once",
      async () => {
        const { environment, url } = here();
        const signIn = await otklik(["sign-in", "anna@example.com", "--json"], {
          environment: { ...environment, OTKLIK_PUBLIC_URL: url },
        });
        const { link } = signIn.json<{ link: string }>();
        const page = await visit(link, { signedIn: false });
        const button = page.getByRole("button", { name: "Войти" });
        await Promise.race([button.waitFor(), card(page).waitFor()]);
        if (await button.isVisible()) await button.click();
        await card(page).waitFor();
        const late = await visit(link, { signedIn: false });
        await late.getByText("npx otklik sign-in").first().waitFor();
        expect(await late.locator('[id^="card-"]').count()).toBe(0);
        await keep(late, "sign-in");
      },
      60_000,
    );

    it.each(["ru", "en"] as const)(
      "answers the most pressing review by keyboard, takes the next back, in %s",
      async (tongue) => {
        const page = await open(tongue);
        expect(await page.locator("html").getAttribute("lang")).toBe(tongue);
        await page.keyboard.press("KeyJ");
        const first = (await card(page).getAttribute("id")) ?? "";
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
        const shop = `${here().sandboxUrl}/wildberries/?static&lang=${tongue}`;
        const network = await visit(shop, { signedIn: false });
        expect(await network.locator("body").textContent()).toContain(answer);
        expect(await network.locator("body").textContent()).not.toContain(taken);
        await keep(network, `sandbox-${tongue}`);
      },
      90_000,
    );

    it("takes a key for the review that is chosen, however fast the fingers", async () => {
      const page = await open("en");
      await card(page).click();
      await composer(page).waitFor();
      for (let turn = 0; turn < 8; turn++) {
        for (const key of ["Escape", "KeyJ", "KeyR"]) await page.keyboard.press(key);
        await expect.poll(() => composer(page).and(page.locator(":focus")).count()).toBe(1);
        await page.keyboard.press("Escape");
        const id = (await chosen(page).getAttribute("id")) ?? "";
        await page.keyboard.press("KeyE");
        await expect.poll(() => statusOf(id.replace("card-", ""))).toBe("closed");
      }
    }, 60_000);

    it("sees what others do where no stream of changes is given, by asking for the brand's version", async () => {
      const page = await visit("about:blank", { tongue: "en" });
      await page.route("**/api/live", (route) => route.fulfill({ status: 404, json: {} }));
      const asked = page.waitForResponse(/\/api\/brands\/.+\/version$/);
      await page.goto("/");
      await asked;
      const id = ((await card(page).getAttribute("id")) ?? "").replace("card-", "");
      const count = () => page.getByRole("link", { name: /^(Входящие|Inbox)/ }).textContent();
      const before = await count();
      await here().person.call("POST /api/conversations/:id/close", { id });
      await expect
        .poll(async () => {
          await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
          return count();
        })
        .not.toBe(before);
    }, 60_000);

    it("sends a file straight to the store where the store has an address for it", async () => {
      const page = await visit("about:blank", { tongue: "en" });
      const place = { blob: "upload/w/file", url: `${here().url}/store/file` };
      let stored = "";
      await page.route("**/api/uploads", (route) => route.fulfill({ json: place }));
      await page.route(place.url, (route) => {
        stored = `${route.request().method()} ${route.request().postData()}`;
        return route.fulfill({ status: 200 });
      });
      await page.goto("/start");
      const looked = page.waitForRequest("**/api/recognise");
      const file = { name: "отзывы.csv", mimeType: "text/csv", buffer: Buffer.from("Отзыв\nхорошо\n") };
      await page.locator("input[type=file]").setInputFiles(file);
      expect((await looked).postDataJSON()).toEqual({ file: { blob: place.blob, name: file.name } });
      expect(stored).toBe("PUT Отзыв\nхорошо\n");
    }, 60_000);

    it("works with the letters of a Russian keyboard", async () => {
      const page = await open("ru");
      await card(page).click();
      await page.keyboard.press("Escape");
      const before = await chosen(page).getAttribute("id");
      // What a Russian layout sends for the key that says J: the letter о, and the code of the key.
      await page.evaluate(
        `document.activeElement.dispatchEvent(new KeyboardEvent("keydown", ${JSON.stringify({ key: "о", code: "KeyJ", bubbles: true, cancelable: true })}))`,
      );
      await expect.poll(() => chosen(page).getAttribute("id")).not.toBe(before);
    }, 60_000);

    it.each(["ru", "en"] as const)(
      "passes an accessibility check on every screen, in %s, light and dark",
      async (tongue) => {
        const page = await open(tongue);
        await card(page).click();
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          for (const path of ["/", "/sources", "/templates", "/start"]) {
            if (path !== "/") await page.goto(path);
            await page.getByRole("heading", { level: 1 }).first().waitFor({ state: "attached" });
            await page.waitForTimeout(600);
            await keep(page, `${path === "/" ? "desk" : path.slice(1)}-${tongue}-${colorScheme}`);
            expect(await violations(page), `${path} in ${colorScheme}`).toEqual([]);
          }
          await page.goto("/");
          await card(page).click();
        }
        await page.setViewportSize(telephone);
        await page.goto("/");
        await card(page).waitFor();
        await keep(page, `phone-${tongue}`);
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

    const conversation = (id: string) => here().person.call("GET /api/conversations/:id", { id });
    const statusOf = async (id: string) => (await conversation(id)).status.is;
    const lastState = async (id: string) => (await conversation(id)).replies.at(-1)?.state;
  });
}
