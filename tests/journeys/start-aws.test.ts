// The composition for AWS as a person starts it at their machine: npm run start:aws-local.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildWeb } from "../support/built-web.ts";
import { eventually } from "../support/eventually.ts";
import {
  type Browser,
  browserWith,
  type RunningService,
  signIn,
  startOtklik,
} from "../support/running-service.ts";
import { keptFolder } from "../support/temporary-folder.ts";

const { path: folder, remove } = keptFolder();
const start = (): Promise<RunningService> =>
  startOtklik(["--port", "0", "--sandbox-port", "0"], { OTKLIK_DATA: join(folder, "data") }, "aws");

let service: RunningService;
let person: Browser;

beforeAll(async () => {
  await buildWeb();
  service = await start();
  person = await signIn(service);
}, 120_000);
afterAll(async () => {
  await service.kill();
  remove();
});

const open = async (): Promise<number> => {
  const { brands } = await person.call("GET /api/me", {});
  return (await person.call("GET /api/counts", { brand: brands[0]?.id ?? "" })).all;
};

describe("the service through the SDK", () => {
  it("fills the demo's inbox, and finds in it what is open, by any form of a word", async () => {
    await eventually(async () => expect(await open()).toBeGreaterThan(80), 90_000);
    const { brands } = await person.call("GET /api/me", {});
    const brand = brands[0]?.id ?? "";
    const found = await person.call("GET /api/search", { brand, words: "доставки", limit: 20 });
    expect(found.of).toBe("open");
    expect(found.cards.length).toBeGreaterThan(0);
  }, 100_000);

  it("stops well, and has everything again at its next start", async () => {
    const before = await open();
    expect(await service.stop()).toBe(0);
    service = await start();
    person = browserWith(service.url, person.cookie);
    expect(await open()).toBeGreaterThanOrEqual(before);
  }, 60_000);
});
