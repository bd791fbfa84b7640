import { defineConfig } from "vitest/config";

/** Journeys that take minutes: each is a command of its own (package.json), and .ci/run runs them. */
export default defineConfig({
  test: { include: ["tests/**/*.long.ts"], testTimeout: 30_000, hookTimeout: 60_000 },
});
