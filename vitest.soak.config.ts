import { defineConfig } from "vitest/config";

/** The embedded service killed twenty-five times while it works: a command of its own, of which `npm test` runs a slice. */
export default defineConfig({
  test: {
    include: ["tests/journeys/crash.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    provide: { kills: 25 },
  },
});
