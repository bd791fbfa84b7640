import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { tell } from "@otklik/local/commands/say";
import { serving } from "@otklik/local/commands/start";
import { checkBuilt, serve } from "@otklik/local/serve";
import { Command } from "commander";
import type { Emulated } from "./emulators.ts";
import { startEmulatorsProcess } from "./emulators-process.ts";
import { openAwsHome } from "./home.ts";

interface Options {
  emulators?: string;
  visibility?: string;
}

const command = new Command("start:aws-local")
  .description(
    "the composition for AWS on this machine: every port through the AWS SDK, emulators beside the service",
  )
  .option("--data <folder>", "where the emulators keep rows and blobs (OTKLIK_DATA; default: data)")
  .option("--emulators <json>", "emulators that run already: the line that emulate.ts printed")
  .option("--visibility <seconds>", "how long a message stays hidden whose work was cut off (default 70)");

const program = serving<Options>(command, async (config, how, options) => {
  checkBuilt();
  const folder = join(config.dataFolder, "aws-local");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own = options.emulators ? null : await startEmulatorsProcess({ folder, withParent: true });
  const emulated = own?.emulated ?? (JSON.parse(options.emulators ?? "") as Emulated);
  const home = openAwsHome(emulated, {
    openai: { key: config.openai.apiKey, monthlyBudget: config.openai.monthlyBudget },
    allowHosts: config.allowHosts,
    publicUrl: config.publicUrl,
    log: how.log,
    visibilitySeconds: Number(options.visibility) || undefined,
  });
  const close = async (): Promise<void> => {
    await home.close();
    await own?.stop();
  };
  return serve({ ...home, close }, config, how);
});

try {
  await program.parseAsync();
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
