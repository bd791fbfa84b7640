import { deadLetters } from "@otklik/core/api/handle/dead-letters";
import type { LetterCard } from "@otklik/core/dead-letter/dead-letter";
import {
  allLetters,
  type LetterBox,
  lettersOf,
  strayLetters,
} from "@otklik/core/dead-letter/dead-letter-store";
import { discardLetter, replayLetter } from "@otklik/core/dead-letter/replay";
import { Refusal } from "@otklik/core/errors";
import { Command } from "commander";
import { atDesk, type Desk, type DeskOptions, deskCommand } from "./desk.ts";
import { say, sayJson, sayTable } from "./say.ts";

type Options = DeskOptions & { stray?: boolean };

const strayOption = [
  "--stray",
  "those that name no workspace, and so are shown to nobody in the browser",
] as const;

const boxOf = ({ context }: Desk, { stray }: Options): LetterBox =>
  stray ? strayLetters(context.ports.table) : lettersOf(context.table);

const list = deskCommand("list", "what steps gave up on, the latest first")
  .option(...strayOption)
  .action((options: Options, command: Command) =>
    atDesk(command, options, async (desk) => {
      const letters: LetterCard[] = [];
      for await (const letter of allLetters(boxOf(desk, options))) letters.push(letter);
      if (options.json) return sayJson(letters);
      if (letters.length === 0) return say("Nothing is stuck.");
      const rows = letters.map(({ id, queue, why, times, diedAt }) => [
        id,
        queue,
        why.kind ?? why.field ?? why.error,
        `${times}`,
        diedAt.toISOString(),
        why.place ?? "",
      ]);
      sayTable([["id", "step", "why", "times", "last", "where"], ...rows]);
    }),
  );

const replay = deskCommand("replay", "hand it to its step once more")
  .argument("<id>", "as `otklik dead list` shows it")
  .option(...strayOption)
  .action((id: string, options: Options, command: Command) =>
    atDesk(command, options, async (desk) => {
      const { context, isAlone } = desk;
      const { did } = options.stray
        ? { did: (await replayLetter(boxOf(desk, options), id, context.ports)) !== null }
        : await deadLetters["POST /api/dead-letters/:id/replay"]({ id }, context);
      if (!did) throw notThere(id);
      if (options.json) return sayJson({ replayed: id });
      say(
        isAlone ? "It is taken up when the service runs: npm start" : "The running service takes it up now.",
      );
    }),
  );

const discard = deskCommand("discard", "forget it for good")
  .argument("<id>", "as `otklik dead list` shows it")
  .option(...strayOption)
  .action((id: string, options: Options, command: Command) =>
    atDesk(command, options, async (desk) => {
      const { did } = options.stray
        ? { did: (await discardLetter(boxOf(desk, options), id)) !== null }
        : await deadLetters["POST /api/dead-letters/:id/discard"]({ id }, desk.context);
      if (!did) throw notThere(id);
      if (options.json) return sayJson({ discarded: id });
      say("It is discarded.");
    }),
  );

const notThere = (id: string): Refusal =>
  new Refusal("not-found", `Nothing stuck has the id "${id}". See: otklik dead list`);

export const deadCommand = new Command("dead")
  .description("what steps gave up on: list, replay, discard")
  .addCommand(list)
  .addCommand(replay)
  .addCommand(discard);
