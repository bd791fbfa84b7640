// What a journey through the screens begins and ends with: a service, a person who has signed in, a browser.
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import { openBrowser } from "./browser.ts";
import { eventually } from "./eventually.ts";
import { homePlaces } from "./home-places.ts";
import type { HomeName } from "./living-home.ts";
import { type Browser as Person, type RunningService, signIn, startOtklik } from "./running-service.ts";
import { keptFolder } from "./temporary-folder.ts";

const locales = { ru: "ru-RU", en: "en-GB" } as const;
export type Tongue = keyof typeof locales;

/** How a page is looked at: in Russian, in a laptop's window and by who has signed in, unless told. */
interface Look extends BrowserContextOptions {
  tongue?: Tongue;
  signedIn?: boolean;
  /** What is done before the page goes anywhere. */
  prepare?(page: Page): Promise<unknown>;
}

/** Opens a page at a path or an address; it is closed with the test. */
export type Visit = (path: string, look?: Look) => Promise<Page>;

/** A browser for as long as the tests around it run, at what is served at `there`, which is asked at each visit. */
export function visits(there: () => { url: string; cookie: string }): Visit {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  return async (path, { tongue = "ru", signedIn = true, prepare, ...how } = {}) => {
    const { url, cookie } = there();
    const context = await browser.newContext({
      ...{ baseURL: url, locale: locales[tongue], viewport: { width: 1280, height: 900 } },
      ...how,
    });
    onTestFinished(() => context.close());
    const [name = "", value = ""] = cookie.split("=");
    if (signedIn) await context.addCookies([{ name, value, url }]);
    const page = await context.newPage();
    await prepare?.(page);
    await page.goto(path);
    return page;
  };
}

/** Where a journey takes place. */
export interface Here {
  url: string;
  cookie: string;
  person: Person;
  workspaceId: string;
  brandId: string;
  /** Of the demo; "" of an empty service. */
  sandboxUrl: string;
  /** Of the service, for commands beside it. */
  environment: ReturnType<typeof homePlaces>;
}

/** What the tests around it need of a service of their own; `here` may be asked from the first test on. */
export function journey({
  demo,
  home,
  environment: more,
}: {
  /** Throws until the demo is ready for the first test, for a minute at most. Without it the service is empty. */
  demo?: (here: Here) => Promise<void>;
  home?: HomeName;
  /** Asked when the service starts. */
  environment?: () => Record<string, string>;
} = {}): { visit: Visit; here: () => Here } {
  const { path, remove } = keptFolder();
  const environment = homePlaces(path);
  let service: RunningService;
  let here: Here;
  beforeAll(async () => {
    const args = ["--port", "0", ...(demo ? ["--sandbox-port", "0"] : ["--empty"])];
    service = await startOtklik(args, { ...environment, ...more?.() }, home);
    const person = await signIn(service);
    const { workspace, brands, sandboxUrl } = await person.call("GET /api/me", {});
    here = {
      ...{ url: service.url, cookie: person.cookie, person, environment },
      ...{ workspaceId: workspace.id, brandId: brands[0]?.id ?? "", sandboxUrl: sandboxUrl ?? "" },
    };
    await eventually(async () => demo?.(here), 60_000);
  }, 120_000);
  afterAll(async () => {
    await service?.stop();
    remove();
  });
  return { here: () => here, visit: visits(() => here) };
}

/** The demo's mentions stand in its inbox. */
export async function inboxIsFull({ person, brandId }: Here): Promise<void> {
  expect((await person.call("GET /api/counts", { brand: brandId })).all).toBeGreaterThan(80);
}
