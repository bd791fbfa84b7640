// Brings what the stacks are checked with: SST as stacks/package-lock.json pins it, and its components in .sst/platform.
// Nothing but the npm registry is asked, and nothing at all where both are there already.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const stacks = join(root, "stacks");
/** Which lockfile the components were last laid down for; written when all of it has succeeded. */
const laidDown = join(root, ".sst/platform/laid-down-for");

const lockfile = readFileSync(join(stacks, "package-lock.json"), "utf8");
const isReady =
  existsSync(join(stacks, "node_modules/sst")) &&
  existsSync(laidDown) &&
  readFileSync(laidDown, "utf8") === lockfile;
if (!isReady) {
  const began = performance.now();
  execFileSync("npm", ["ci", "--loglevel=error"], { cwd: stacks, stdio: "inherit" });
  execFileSync(join(stacks, "node_modules/.bin/sst"), ["install", "--stage", "typecheck"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      SST_SKIP_DEPENDENCY_CHECK: "1",
      SST_NO_BUN: "1",
      SST_TELEMETRY_DISABLED: "1",
      AWS_EC2_METADATA_DISABLED: "true",
    },
  });
  writeFileSync(laidDown, lockfile);
  process.stdout.write(`SST and its components: ${Math.round((performance.now() - began) / 1000)} s\n`);
}
