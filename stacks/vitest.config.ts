import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["check/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Each evaluation is a process of its own; two at once keep two cores busy.
    maxConcurrency: 2,
    maxWorkers: 1,
  },
});
