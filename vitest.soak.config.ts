import { defineConfig } from "vitest/config";

/**
 * The service of either home killed twenty-five times while it works, and a large export: a command of its own, of which
 * `npm test` and `npm run test:aws` run a slice.
 */
export default defineConfig({
  test: {
    include: ["tests/journeys/{crash,main-job}.test.ts", "tests/journeys/crash-aws.long.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    provide: { kills: 25, exported: 20_000 },
  },
});
