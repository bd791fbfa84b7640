import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";

export interface SandboxProcess {
  url: string;
  /** All it listens on, as "host:port": some networks are not spoken to over HTTP. */
  hosts: readonly string[];
  /** Resolves when the process is gone. */
  stop(): Promise<void>;
}

const program = fileURLToPath(import.meta.resolve("@otklik/sandbox/main"));

/**
 * Starts the sandbox networks as a process of their own, which ends with this one. It keeps what it was told in `file`.
 * @param how.onEnd hears when it ends by itself, once it has listened
 * @throws Error when the port is taken or the process ends before it listens
 */
export async function startSandboxProcess(how: {
  port: number;
  host: string;
  file: string;
  onEnd: (code: number | null) => void;
}): Promise<SandboxProcess> {
  const flags = ["--port", String(how.port), "--host", how.host, "--file", how.file, "--with-parent"];
  const child = spawn(process.execPath, [program, ...flags], { stdio: ["pipe", "pipe", "pipe"] });
  const { url, ports } = await listening(child, how.port);
  child.once("close", how.onEnd);
  return {
    url,
    hosts: [
      new URL(url).host,
      ...Object.values(ports).flatMap((ofOne) => Object.values(ofOne).map((port) => `127.0.0.1:${port}`)),
    ],
    async stop() {
      child.off("close", how.onEnd);
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "close");
    },
  };
}

const Listening = z.object({
  url: z.string(),
  ports: z.record(z.string(), z.record(z.string(), z.int())),
});
type Listening = z.infer<typeof Listening>;

function listening(child: ChildProcess, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (chunk) => {
      said = `${said}${chunk}`.slice(-2000);
    });
    child.once("error", reject);
    child.once("close", (code) => {
      const isTaken = said.includes("cannot listen");
      const why = isTaken
        ? `Port ${port} for the sandbox networks is taken by another program. ` +
          `Choose another: npm start -- --sandbox-port ${port + 10}`
        : `The sandbox networks did not start (exit ${code}): ${said.trim()}`;
      reject(new Error(why));
    });
    if (!child.stdout) return;
    createInterface(child.stdout).on("line", (line) => {
      if (line.startsWith("{")) resolve(Listening.parse(JSON.parse(line)));
    });
  });
}
