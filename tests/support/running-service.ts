import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { InputOf, OutputOf, RouteName } from "@otklik/core/api/routes";

const packages = join(import.meta.dirname, "../../packages");
/** What brings up a service of each home. */
const programs = {
  embedded: [join(packages, "local/bin/otklik.js"), "start"],
  aws: [join(packages, "aws-local/src/main.ts")],
};
const sandboxProgram = join(packages, "sandbox/src/main.ts");

/** The service as a process of its own, as `npm start` runs it. */
export interface RunningService {
  url: string;
  signInLink: string;
  pid: number;
  /** SIGKILL: no goodbye. Resolves when the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM: resolves with the exit code. */
  stop(): Promise<number | null>;
  said(): string;
}

/** Starts the command and resolves once it has printed its sign-in link; rejects with what it said when it ends instead. */
export async function startOtklik(
  args: readonly string[],
  environment: Record<string, string>,
  home: keyof typeof programs = "embedded",
): Promise<RunningService> {
  const child = spawn(process.execPath, [...programs[home], ...args], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  child.stderr?.on("data", (chunk) => said.push(String(chunk)));
  const signInLink = await firstMatch(child, /https?:\S+\/sign-in#token=\S+/, said);
  const { origin } = new URL(signInLink);
  return {
    url: origin,
    signInLink,
    pid: child.pid ?? 0,
    kill: () => end(child, "SIGKILL").then(() => undefined),
    stop: () => end(child, "SIGTERM"),
    said: () => said.join(""),
  };
}

/** The sandbox networks as a process of their own, which outlives every service. */
export async function startSandboxAlone(
  args: readonly string[],
): Promise<{ url: string; stop(): Promise<number | null> }> {
  const child = spawn(process.execPath, [sandboxProgram, ...args], { stdio: ["pipe", "pipe", "inherit"] });
  const line = await firstMatch(child, /\{.*"url".*\}/, []);
  const { url } = JSON.parse(line) as { url: string };
  return { url, stop: () => end(child, "SIGTERM") };
}

function firstMatch(child: ChildProcess, pattern: RegExp, said: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`it ended with ${code}: ${said.join("")}`)));
    if (!child.stdout) return;
    createInterface(child.stdout).on("line", (line) => {
      said.push(`${line}\n`);
      const found = pattern.exec(line)?.[0];
      if (found) resolve(found);
    });
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
  return child.exitCode;
}

export interface Browser {
  call<N extends RouteName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>;
  cookie: string;
}

/** Signs in by the link that the service printed, and calls its API over HTTP. Throws on every answer but a 200. */
export async function signIn({
  url,
  signInLink,
}: Pick<RunningService, "url" | "signInLink">): Promise<Browser> {
  const token = signInLink.split("token=")[1] ?? "";
  const headers = { "content-type": "application/json", "x-otklik": "1" };
  const response = await fetch(`${url}/api/sign-in`, {
    method: "POST",
    headers,
    body: JSON.stringify({ token }),
  });
  if (!response.ok) throw new Error(`signing in: ${response.status} ${await response.text()}`);
  return browserWith(url, response.headers.get("set-cookie")?.split(";")[0] ?? "");
}

/** A browser that kept its cookie, at a service that may have been started again elsewhere. */
export function browserWith(url: string, cookie: string): Browser {
  return {
    cookie,
    async call(name, input) {
      const [method = "", pattern = ""] = name.split(" ");
      const rest: Record<string, unknown> = { ...input };
      const path = pattern.replace(/:([a-z]+)/gi, (_, variable: string) => {
        const value = encodeURIComponent(String(rest[variable]));
        delete rest[variable];
        return value;
      });
      const query = new URLSearchParams(
        Object.entries(rest).flatMap(([key, value]) =>
          [value].flat().map((one): [string, string] => [key, String(one)]),
        ),
      );
      const inQuery = method === "GET" || method === "DELETE";
      const response = await fetch(`${url}${path}${inQuery ? `?${query}` : ""}`, {
        method,
        headers: { cookie, "content-type": "application/json", "x-otklik": "1" },
        ...(inQuery ? {} : { body: JSON.stringify(rest) }),
      });
      if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
      return (await response.json()) as never;
    },
  };
}
