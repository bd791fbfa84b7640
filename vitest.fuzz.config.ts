import { defineConfig } from "vitest/config";

/** Each network under thousands of spoilt answers: a command of its own, of which `npm test` runs a short slice. */
export default defineConfig({
  test: {
    include: ["tests/connectors/**/*.test.ts", "kit/**/*.test.ts"],
    testNamePattern: "spoilt answers",
    testTimeout: 1_800_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    provide: { mutations: 2400 },
  },
});
