import { createWriteStream, existsSync } from "node:fs";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Context } from "@otklik/core/api/context";
import { labels } from "@otklik/core/api/handle/labels";
import { listBrands } from "@otklik/core/brand/brand-store";
import { Refusal } from "@otklik/core/errors";
import { trainingHead } from "@otklik/core/label/training-line";
import { atDesk, type DeskOptions, deskCommand } from "./desk.ts";
import { say, sayJson } from "./say.ts";

type Options = DeskOptions & { brand?: string; parts?: boolean };

export const labelsCommand = deskCommand("labels", "write what people corrected into one file to train on")
  .argument("<file>", "a new file, such as own.tsv: in a folder for npm run train -- --data FOLDER")
  .option("--brand <id>", "of one brand; otherwise of all of the workspace")
  .option("--parts", "every corrected part beside the model's word, as lines of JSON")
  .action((given: string, options: Options, command) =>
    atDesk(command, options, async ({ context }) => {
      const file = resolve(given);
      if (existsSync(file)) throw new Refusal("conflict", `${file} is there already. Name a new file.`);
      const brands = await brandsOf(context, options.brand);
      let count = 0;
      const lines = async function* (): AsyncGenerator<string> {
        if (!options.parts) yield `${trainingHead}\n`;
        for await (const line of linesOf(context, brands, options.parts ?? false)) {
          count += 1;
          yield `${line}\n`;
        }
      };
      await pipeline(Readable.from(lines()), createWriteStream(file, { mode: 0o600, flags: "wx" }));
      if (options.json) return sayJson({ file, lines: count });
      say(count === 1 ? `1 corrected mention is in ${file}.` : `${count} corrected mentions are in ${file}.`);
    }),
  );

/** @throws Refusal not-found */
async function brandsOf({ table }: Context, wanted: string | undefined): Promise<string[]> {
  const ids = (await listBrands(table)).map(({ id }) => id);
  if (wanted === undefined) return ids;
  if (!ids.includes(wanted))
    throw new Refusal("not-found", `There is no brand ${wanted} here. There are: ${ids.join(", ")}.`);
  return [wanted];
}

/** Page by page, so that the file may be longer than the memory. */
async function* linesOf(context: Context, brands: readonly string[], parts: boolean): AsyncGenerator<string> {
  for (const brand of brands) {
    let after: string | undefined;
    do {
      const page = await labels["GET /api/labels"]({ brand, parts, after }, context);
      yield* page.lines;
      after = page.next ?? undefined;
    } while (after !== undefined);
  }
}
