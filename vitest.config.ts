import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The longest first, or the last of them would keep one worker busy long after the other has ended. */
class JourneysFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      if (/\/journeys\/(crash|browser|main-job)/.test(moduleId)) return 0;
      return moduleId.includes("/journeys/") ? 1 : 2;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

declare module "vitest" {
  interface ProvidedContext {
    mutations: number;
    kills: number;
    exported: number;
  }
}

/** Files that leave nothing behind them. */
const tidy =
  "tests/{aws,connectors,contracts,core,functions,language,lint,local,notify,sandbox,web,words}/**/*.test.ts";

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: "apart", include: ["{tests,kit}/**/*.test.ts"], exclude: [tidy] } },
      // They share what each worker has loaded, which saves a third of their time.
      { extends: true, test: { name: "together", include: [tidy], isolate: false } },
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    // Journeys start whole services and mostly wait for them, so that two cores bear three files at once.
    maxWorkers: 3,
    // The services that they start are compiled once.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, "node_modules/.cache/otklik") },
    sequence: { sequencer: JourneysFirst },
    reporters: ["default"],
    // Spoilt answers for each network, kills of the service, rows of an export (a page holds 5,000): slices of `npm run fuzz`
    // and `npm run soak`.
    provide: { mutations: 40, kills: 4, exported: 6000 },
  },
});
