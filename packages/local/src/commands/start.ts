import { setTimeout } from "node:timers/promises";
import { Command, InvalidArgumentError } from "commander";
import type { Config } from "../config.ts";
import { jsonLog } from "../log.ts";
import type { Service, Serving } from "../serve.ts";
import { startService } from "../service.ts";
import { showProgress } from "./progress.ts";
import { say, tell } from "./say.ts";
import { configOf } from "./session.ts";

/** What is in hand has this long to end; beyond it, it is cut short and comes again at the next start. */
const longestGoodbyeMs = 8000;

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new InvalidArgumentError("A port is a whole number from 0 to 65535; 0 takes any free one.");
  return number;
}

interface Options {
  empty?: boolean;
  port?: number;
  sandboxPort?: number;
  host?: string;
  log?: boolean;
}

/**
 * A command that brings up a service and stays until it is told to stop; `start` says which home it lives in.
 * @param another how a person gets another link, where there is a command for it
 */
export function serving<More>(
  command: Command,
  start: (config: Config, how: Serving, options: More) => Promise<Service & { isKeyNew?: boolean }>,
  another?: string,
): Command {
  return command
    .option("--empty", "without the demo and its sandbox: a workspace of your own")
    .option("--port <number>", "where people open it (OTKLIK_PORT; default 4410)", port)
    .option(
      "--sandbox-port <number>",
      "where the sandbox networks listen (OTKLIK_SANDBOX_PORT; default 4411)",
      port,
    )
    .option(
      "--host <address>",
      "the address to listen on (OTKLIK_HOST; default 127.0.0.1: this machine alone)",
    )
    .option("--log", "print the whole log instead of progress; otherwise only errors are printed")
    .action(async (options: Options & More) => {
      const config = configOf(command);
      const overridden = {
        ...config,
        port: options.port ?? config.port,
        sandboxPort: options.sandboxPort ?? config.sandboxPort,
        host: options.host ?? config.host,
      };
      const log = jsonLog((line) => process.stderr.write(line), { least: options.log ? "info" : "error" });
      const service = await start(overridden, { empty: options.empty === true, log }, options);
      stopOnSignal(service);
      say("Otklik is running.");
      say(`  open      ${service.url}`);
      if (service.sandboxUrl) say(`  sandbox   ${service.sandboxUrl} (the demo's networks)`);
      say(`  data      ${config.dataFolder}`);
      if (service.isKeyNew)
        say(`  key       ${config.key.file} (new: keep a copy of it apart from the data)`);
      say(`  sign in   ${await service.signInLink()}`);
      say(`            this link works once, for 24 hours${another ? `; another one: ${another}` : ""}`);
      if (!options.log && service.sandboxUrl) await showProgress(service);
    });
}

export const startCommand = serving(
  new Command("start").description(
    "bring up everything: scheduler, queues, rooms, API, web app, and the sandbox networks beside it",
  ),
  startService,
  "npx otklik sign-in YOUR-EMAIL",
);

/** The first signal lets the work in hand end, a second one does not wait for it: nothing is lost either way. */
function stopOnSignal(service: Service): void {
  let isStopping = false;
  const end = async (): Promise<void> => {
    if (isStopping) process.exit(1);
    isStopping = true;
    tell("Stopping; what is in hand is finished first.");
    await Promise.race([service.stop(), setTimeout(longestGoodbyeMs)]);
    process.exit(0);
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
}
