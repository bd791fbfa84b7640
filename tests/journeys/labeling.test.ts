// Somebody chooses who labels and what it may cost, in a real browser.
import { expect, it } from "vitest";
import { describeInBrowser, keep, overflow, telephone, violations } from "../support/browser.ts";
import { journey } from "../support/journey.ts";

const calls = {
  calls: 1_204,
  mentions: 20_114,
  labelled: 20_011,
  input: 1_501_204,
  cachedInput: 12,
  output: 420_118,
};
const view = (more: object) => ({
  asks: "always",
  monthlyUsd: 5,
  model: { name: "gpt-4.1-mini", baseUrl: "https://api.openai.com/v1", allowedUsd: 20 },
  isStopped: true,
  trouble: { at: "2026-03-05T09:00:00.000Z", is: "rejected", status: 401 },
  months: [
    {
      month: "2026-03",
      usd: 4.99,
      held: 0.01,
      labels: 40_022,
      byModel: 20_011,
      models: [{ ...calls, name: "gpt-4.1-mini", usd: 4.98 }],
    },
    { month: "2026-02", usd: 0, held: 0, labels: 0, byModel: 0, models: [] },
  ],
  ...more,
});

describeInBrowser("who labels", () => {
  const { visit } = journey({
    environment: () => ({ OPENAI_API_KEY: "sk-nobody", OPENAI_BASE_URL: "http://127.0.0.1:9/v1" }),
  });
  const path = "/labeling";

  it("is chosen by keyboard, with a budget, and stays so", async () => {
    const page = await visit(path);
    await page.getByLabel("Модель, когда он не уверен").press("ArrowDown");
    const budget = page.getByLabel("Бюджет на месяц");
    await budget.fill("50");
    await page.getByRole("alert").getByText("от 0 до 20").waitFor();
    await budget.fill("7,5");
    await budget.press("Enter");
    await page.getByText("Сохранено", { exact: true }).waitFor();
    await page.reload();
    expect(await page.getByLabel("Модель, всегда").isChecked()).toBe(true);
    expect(await budget.inputValue()).toBe("7.5");
    await page.getByText("модели не показали ни одного обращения").waitFor();
  }, 60_000);

  it("shows what it cost, and why it rests, on a telephone and to everybody", async () => {
    const page = await visit(path, {
      ...{ tongue: "en", colorScheme: "dark", viewport: telephone },
      prepare: (open) => open.route("**/api/labeling", (route) => route.fulfill({ json: view({}) })),
    });
    await page.getByRole("alert").getByText("no room for another call").waitFor();
    await page.getByRole("alert").getByText("turned the request down").waitFor();
    await page.getByText("$4.99 of $5.00 spent in March 2026").waitFor();
    await page.getByText("50% of labels came from the model: 20,011 of 40,022").waitFor();
    await page.getByRole("row", { name: "Output tokens 420,118" }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await keep(page, "labeling-phone", { fullPage: true });
  }, 60_000);

  it("says what a key would add where there is none, and what failed where it does not load", async () => {
    const page = await visit(path, {
      async prepare(open) {
        await open.route("**/api/labeling", (route) =>
          route.fulfill({ json: view({ model: null, months: [] }) }),
        );
        await open.route("**/api/labeling", (route) => route.fulfill({ status: 400, json: {} }), {
          times: 1,
        });
      },
    });
    await page.getByRole("alert").getByText("Разметка не загрузилась").waitFor();
    await page.getByRole("button", { name: "Повторить" }).click();
    await page.getByText("OTKLIK_OPENAI_PRICES").waitFor();
    expect(await violations(page)).toEqual([]);
    await keep(page, "labeling-no-key", { fullPage: true });
  }, 60_000);

  it("keeps what was chosen when it cannot be saved", async () => {
    const error = { code: "unavailable", message: "", said: { ru: "Таблица занята.", en: "Busy." } };
    const page = await visit(path, {
      prepare: (open) =>
        open.route("**/api/labeling", (route, request) =>
          request.method() === "PUT"
            ? route.fulfill({ status: 409, json: { error } })
            : route.fulfill({ json: view({ trouble: null, isStopped: false }) }),
        ),
    });
    await page.getByLabel("Только встроенный разметчик").check();
    await page.getByRole("button", { name: "Сохранить" }).click();
    await page.getByRole("alert").getByText("Таблица занята.").waitFor();
    expect(await page.getByLabel("Только встроенный разметчик").isChecked()).toBe(true);
  }, 60_000);
});
