import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Emulated } from "./emulators.ts";

const program = fileURLToPath(new URL("./emulate.ts", import.meta.url));

export interface EmulatorsProcess {
  emulated: Emulated;
  /** Resolves when the process is gone. */
  stop(): Promise<void>;
}

/**
 * Starts the emulators as a process of their own.
 * @param how.withParent they end when this process does
 * @throws Error with what they said, when they end before they stand
 */
export async function startEmulatorsProcess(how: {
  folder: string;
  withParent: boolean;
  /** How often a message is received before it is given up. */
  maxReceives?: number;
}): Promise<EmulatorsProcess> {
  const flags = [
    "--folder",
    how.folder,
    ...(how.withParent ? ["--with-parent"] : []),
    ...(how.maxReceives ? ["--max-receives", String(how.maxReceives)] : []),
  ];
  const child = spawn(process.execPath, [program, ...flags], { stdio: ["pipe", "pipe", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said = `${said}${chunk}`.slice(-2000);
  });
  const ended = once(child, "close");
  const line = await Promise.race([
    once(createInterface(child.stdout), "line").then(([text]) => String(text)),
    ended.then(([code]) => Promise.reject(new Error(`The emulators did not start (exit ${code}): ${said}`))),
  ]);
  return {
    emulated: JSON.parse(line) as Emulated,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      await ended;
    },
  };
}
