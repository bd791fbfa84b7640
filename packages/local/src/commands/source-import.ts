import { readFile } from "node:fs/promises";
import { accounts } from "@otklik/core/api/handle/accounts";
import { Refusal } from "@otklik/core/errors";
import type { InboxFrom } from "@otklik/core/source/source";
import type { Command } from "commander";
import { atDesk, type DeskOptions, deskCommand, inboxOption, whoPulls } from "./desk.ts";
import { say, sayJson, tell } from "./say.ts";

export const importSourcesCommand = deskCommand("import", "connect the sources of a table, one a row")
  .argument(
    "<file>",
    "CSV with the columns network, title, brand, account, inbox, and settings by their names",
  )
  .addOption(inboxOption())
  .action((file: string, options: DeskOptions & { from?: InboxFrom }, command: Command) =>
    atDesk(command, options, async ({ context, place, isAlone }) => {
      const text = await textOf(file);
      const brand = place.brandId;
      const { results } = await accounts["POST /api/sources/import"](
        { text, brand, inboxFrom: options.from ?? "30d" },
        context,
      );
      if (options.json) sayJson(results);
      const count = (is: string): number => results.filter((one) => one.is === is).length;
      for (const { line, title, why } of results) if (why) tell(`line ${line}, ${title}: ${why.en}`);
      if (count("refused") > 0) process.exitCode = 1;
      if (options.json) return;
      const [connected, already, refused] = [count("connected"), count("already"), count("refused")];
      say(`${connected} connected, ${already} there already, ${refused} refused.`);
      if (connected > 0) say(whoPulls(isAlone));
    }),
  );

/** UTF-8, or windows-1251 as Excel writes it in Russia. */
async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw new Refusal("bad-input", `The file ${file} could not be read (${cause.code}).`);
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1251").decode(bytes);
  }
}
