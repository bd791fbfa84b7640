import { existsSync } from "node:fs";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const places = [
  process.env.OTKLIK_BROWSER,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser of this machine, if it has one; `OTKLIK_BROWSER` names another. */
export const browserPath = places.find((place) => place !== undefined && existsSync(place));

/** Says once, and loudly, that journeys are left out and how to run them. */
export function tellOfMissingBrowser(journey: string): void {
  if (browserPath) return;
  process.stderr.write(
    `\n*** SKIPPED: ${journey}: no browser was found.\n` +
      "*** To run it, install Chromium (Debian: apt-get install chromium) or name one: OTKLIK_BROWSER=/path/to/chrome npm test ***\n\n",
  );
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

/** A page of a person who has signed in; the window is a laptop's unless told. */
export async function signedInPage(
  browser: Browser,
  { url, cookie }: { url: string; cookie: string },
  how: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...how });
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url }]);
  return context.newPage();
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
