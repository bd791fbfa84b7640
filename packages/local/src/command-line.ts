import { Command, CommanderError } from "commander";
import { backupCommand, restoreCommand } from "./commands/backup.ts";
import { deadCommand } from "./commands/dead.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { exportCommand } from "./commands/export.ts";
import { importCommand } from "./commands/import.ts";
import { importHomeCommand } from "./commands/import-home.ts";
import { labelCommand } from "./commands/label.ts";
import { labelsCommand } from "./commands/labels.ts";
import { networksCommand } from "./commands/networks.ts";
import { tell } from "./commands/say.ts";
import { signInCommand } from "./commands/sign-in.ts";
import { sourceCommand } from "./commands/source.ts";
import { startCommand } from "./commands/start.ts";
import { tryCommand } from "./commands/try.ts";

const program = new Command("otklik")
  .description("Hears what customers say about a brand everywhere, and helps to answer each of them.")
  .option("--data <folder>", "where everything is kept (OTKLIK_DATA; default: data)")
  .addCommand(startCommand)
  .addCommand(importCommand)
  .addCommand(sourceCommand)
  .addCommand(networksCommand)
  .addCommand(deadCommand)
  .addCommand(tryCommand)
  .addCommand(labelCommand)
  .addCommand(labelsCommand)
  .addCommand(signInCommand)
  .addCommand(doctorCommand)
  .addCommand(backupCommand)
  .addCommand(restoreCommand)
  .addCommand(exportCommand)
  .addCommand(importHomeCommand);

for (const command of [program, ...program.commands, ...sourceCommand.commands, ...deadCommand.commands])
  command
    .exitOverride()
    .configureHelp({ showGlobalOptions: true, helpWidth: 110 })
    .showHelpAfterError("Its options and arguments are told by --help.");

/** Runs one command to its end. What went wrong is told and becomes the process's exit code; never throws. */
export async function runCommand(words: readonly string[]): Promise<void> {
  try {
    await program.parseAsync(words, { from: "user" });
  } catch (error) {
    const isTold = error instanceof CommanderError;
    if (!isTold) tell(error instanceof Error ? error.message : String(error));
    process.exitCode = isTold ? error.exitCode : 1;
  }
}
