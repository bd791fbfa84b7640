import { Command } from "commander";
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
    .configureHelp({ showGlobalOptions: true, helpWidth: 110 })
    .showHelpAfterError("Its options and arguments are told by --help.");

// Whoever reads our output may have seen enough, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
