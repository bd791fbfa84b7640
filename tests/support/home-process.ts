import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const program = fileURLToPath(new URL("./home-child.ts", import.meta.url));

export interface HomeProcess {
  pid: number;
  /** The next line that it writes. */
  line(): Promise<string>;
  /** Ends it as a power cut would, and gives all lines that it had still written. */
  kill(): Promise<string[]>;
}

/** A process that holds the home in `folder` and writes to it until killed. */
export function startHomeProcess(folder: string): HomeProcess {
  const child: ChildProcessByStdio<null, Readable, null> = spawn(process.execPath, [program, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    pid: child.pid as number,
    async line() {
      const { value, done } = await lines.next();
      if (done) throw new Error("the process ended early");
      return value;
    },
    async kill() {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
      const rest: string[] = [];
      for (let line = await lines.next(); !line.done; line = await lines.next()) rest.push(line.value);
      return rest;
    },
  };
}
