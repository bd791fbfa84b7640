// From a clone with its packages installed to a labelled inbox, as a newcomer lives it: `npm run bench:start`.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { "most-seconds": { type: "string", default: "120" } } });
const most = Number(values["most-seconds"]) * 1000;
const folder = mkdtempSync(join(tmpdir(), "otklik-bench-"));
const began = performance.now();
const seconds = (): string => ((performance.now() - began) / 1000).toFixed(1);

const service = spawn("npm", ["start"], {
  cwd: join(import.meta.dirname, ".."),
  env: {
    ...process.env,
    OTKLIK_DATA: join(folder, "data"),
    OTKLIK_KEY_FILE: join(folder, "key"),
    OTKLIK_PORT: "0",
    OTKLIK_SANDBOX_PORT: "0",
  },
  stdio: ["ignore", "pipe", "inherit"],
  detached: true,
});
const late = setTimeout(() => end(1, `no labelled inbox after ${seconds()} s`), most);

createInterface({ input: service.stdout }).on("line", (line) => {
  if (line.includes("open ")) process.stdout.write(`first page   ${seconds()} s\n`);
  if (/\d+ mentions labelled, [1-9]\d* wait for an answer\.$/.test(line))
    end(0, `labelled     ${seconds()} s  (${line.trim()})`);
});
service.once("exit", (code) => end(1, `the service ended with ${code}`));

function end(code: number, word: string): void {
  clearTimeout(late);
  process.stdout.write(`${word}\n`);
  service.removeAllListeners("exit");
  if (service.pid) process.kill(-service.pid, "SIGTERM");
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  process.exit(code);
}
