// A brand manager teaches Otklik the brand's topics and names, in a real browser.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeInBrowser, keep, overflow, telephone, violations } from "../support/browser.ts";
import { journey } from "../support/journey.ts";

const parking = { title: "парковка", phrases: ["парковка"], mentions: 12, examples: ["b1-a", "b1-b"] };
const proposed = { mentions: 30, share: 0.4, candidates: [parking] };

describeInBrowser("topics and names", () => {
  const { visit } = journey();
  const path = "/topics";
  const prepare = (page: Page) =>
    page.route("**/api/vocabulary/candidates?*", (route) => route.fulfill({ json: proposed }));

  it("are taught by keyboard, tried before they are saved, and stand there afterwards", async () => {
    const page = await visit(path, { prepare });
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
  }, 60_000);

  it("are made of what customers speak of by one click, merged by a choice, on a telephone and open to everybody", async () => {
    const page = await visit(path, { tongue: "en", colorScheme: "dark", viewport: telephone, prepare });
    await page.getByRole("button", { name: "Make it a topic: “парковка”" }).click();
    await expect.poll(() => page.getByLabel("Examples of words").inputValue()).toBe("парковка");
    expect(await page.getByRole("button", { name: /^Make it a topic/ }).count()).toBe(0);
    await page.getByRole("button", { name: "waiting" }).click();
    await page.getByLabel("Counted").selectOption({ label: "together with “delivery”" });
    await page.getByText("counted together with “delivery”").waitFor();
    await page.getByRole("button", { name: "Add a product" }).click();
    await page.getByLabel("Customer’s words").fill("Дорого и долго");
    await page.locator("aside dd").first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await keep(page, "topics-phone");
  }, 60_000);

  it("say what to do when they do not load or cannot be saved, and keep what was typed", async () => {
    const error = {
      code: "conflict",
      message: "",
      said: { ru: "Уже изменил кто-то другой.", en: "Changed." },
    };
    const page = await visit(path, {
      async prepare(broken) {
        await prepare(broken);
        await broken.route("**/api/vocabulary", (route) => route.fulfill({ status: 409, json: { error } }));
        await broken.route("**/api/vocabulary?*", (route) => route.fulfill({ status: 400, json: {} }), {
          times: 1,
        });
      },
    });
    await page.getByRole("alert").getByText("Темы и названия не загрузились").waitFor();
    await page.getByRole("button", { name: "Повторить" }).click();
    await page.getByRole("button", { name: "Ожидание" }).click();
    const name = page.getByLabel("Название").first();
    await name.fill("Доставка");
    await page.getByRole("alert").getByText("уже есть").waitFor();
    expect(await page.getByRole("button", { name: "Сохранить" }).isDisabled()).toBe(true);
    await name.fill("Долго");
    await page.getByRole("button", { name: "Сохранить" }).click();
    await page.getByRole("alert").getByText("Уже изменил кто-то другой.").waitFor();
    expect(await name.inputValue()).toBe("Долго");
  }, 60_000);
});
