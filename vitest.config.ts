import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    // Journeys start whole services; on two cores more files at once only make each other late.
    maxWorkers: 2,
    reporters: ["default"],
  },
});
