import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** Journeys that take minutes, on the composition for AWS: a command of its own, which .ci/run runs too. */
export default defineConfig({
  test: {
    include: ["tests/**/*.long.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
    // The services that they start are compiled once.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, "node_modules/.cache/otklik") },
    provide: { kills: 12 },
  },
});
