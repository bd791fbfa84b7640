import { existsSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import { type Browser, chromium, type Page, type PageScreenshotOptions } from "playwright-core";
import { beforeAll, describe } from "vitest";
import { buildWeb } from "./built-web.ts";

const places = [
  process.env.OTKLIK_BROWSER,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser of this machine, if it has one; `OTKLIK_BROWSER` names another. */
const browserPath = places.find((place) => place !== undefined && existsSync(place));
/** `OTKLIK_SHOTS=folder npx vitest run tests/journeys/<file>` keeps what a journey saw. */
const shots = process.env.OTKLIK_SHOTS;

export const telephone = { width: 390, height: 844 };

/** Tests that look at the built web app in a browser. Where there is none they are left out, which is said loudly. */
export function describeInBrowser(title: string, tests: () => void): void {
  if (!browserPath)
    process.stderr.write(
      `\n*** SKIPPED: ${title}, seen in a browser: no browser was found.\n` +
        "*** To run it, install Chromium (Debian: apt-get install chromium) or name one: OTKLIK_BROWSER=/path/to/chrome npm test ***\n\n",
    );
  describe.skipIf(!browserPath)(title, () => {
    beforeAll(buildWeb, 120_000);
    tests();
  });
}

/** A quiet browser: it talks to nobody but the page under test. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(browserPath ? { executablePath: browserPath } : {}),
    args: [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Keeps what the page shows under this name, where somebody asked for it. */
export async function keep(page: Page, name: string, how: PageScreenshotOptions = {}): Promise<void> {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`), ...how });
}

/** By how many pixels the page is wider than its window. */
export async function overflow(page: Page): Promise<number> {
  const width = await page.evaluate<number>("document.documentElement.scrollWidth");
  return width - (page.viewportSize()?.width ?? 0);
}

/** What an accessibility check finds wrong on the page. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: check } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations: found } = await check.run();
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}
