import { giveCredentials } from "@otklik/core/api/connect";
import { backfill } from "@otklik/core/api/handle/backfill";
import { sources } from "@otklik/core/api/handle/sources";
import { recognise } from "@otklik/core/api/recognise";
import type { SourceView } from "@otklik/core/api/views";
import { Refusal } from "@otklik/core/errors";
import type { InboxFrom } from "@otklik/core/source/source";
import { getSource } from "@otklik/core/source/source-store";
import { Command } from "commander";
import { atDesk, type DeskOptions, deskCommand, inboxOption, whoPulls } from "./desk.ts";
import { manyPairs, pairsIn } from "./pairs.ts";
import { say, sayJson, sayTable, tell } from "./say.ts";
import { accountsCommand, placesCommand } from "./source-accounts.ts";
import { importSourcesCommand } from "./source-import.ts";

interface AddOptions extends DeskOptions {
  title?: string;
  settings?: string;
  credential?: string[];
  account?: string;
  from?: InboxFrom;
}
const add = deskCommand("add", "connect a page by its link, or a network with its settings and credentials")
  .argument("<link-or-network>", "https://… or a name from `otklik networks`")
  .option("--title <title>", "what the source is called")
  .option("--settings <json>", "the network's settings, as JSON")
  .option("--credential <name=value>", "what signing in takes, such as token=…; may be repeated", manyPairs)
  .option("--account <id>", "instead of credentials: an account of `otklik source accounts`")
  .addOption(inboxOption())
  .action((what: string, options: AddOptions, command: Command) =>
    atDesk(command, options, async ({ context, place, isAlone }) => {
      const isLink = what.includes("/") || what.includes(".");
      const page = isLink
        ? await recognise({ link: what }, { ...context, workspaceId: place.workspaceId })
        : null;
      const { source, warnings } = await sources["POST /api/sources"](
        {
          brand: place.brandId,
          network: page?.network ?? what,
          title: options.title ?? page?.title ?? what,
          settings: page?.settings ?? parseSettings(options.settings),
          ...(options.account === undefined
            ? { credentials: Object.fromEntries(pairsIn(options.credential ?? [], "token=…")) }
            : { account: options.account }),
          inboxFrom: options.from ?? page?.advised ?? "30d",
        },
        context,
      );
      for (const warning of warnings) tell(`${warning.ru}\n${warning.en}`);
      if (options.json) return sayJson({ source: source.id, network: source.network, title: source.title });
      say(`Connected ${source.title} (${source.id}) in the workspace "${place.name}".`);
      say(whoPulls(isAlone));
    }),
  );

const list = deskCommand("list", "all sources and how pulling goes").action(
  (options: DeskOptions, command: Command) =>
    atDesk(command, options, async ({ context, place }) => {
      const views = await sources["GET /api/sources"]({}, context);
      if (options.json) return sayJson(views);
      if (views.length === 0)
        return say(`The workspace "${place.name}" has no sources yet. See: otklik source add`);
      const rows = views.map(({ id, networkTitle, title, state, found, unreadable, lastGoodAt }) => [
        id,
        networkTitle,
        title,
        state,
        `${found}`,
        `${unreadable}`,
        lastGoodAt ?? "never",
      ]);
      sayTable([["id", "network", "title", "state", "found", "unreadable", "last good pull"], ...rows]);
      for (const { title, fault, pausedWhy } of views)
        if (fault ?? pausedWhy) say(`${title}: ${fault?.message ?? pausedWhy}`);
    }),
);

const pullNow = deskCommand("pull", "pull a source now, also when a fault has put that off")
  .argument("<id>", "as `otklik source list` shows it")
  .action((id: string, options: DeskOptions, command: Command) =>
    atDesk(command, options, async ({ context, isAlone }) =>
      show(await sources["POST /api/sources/:id/pull"]({ id }, context), options, whoPulls(isAlone)),
    ),
  );

const pause = deskCommand("pause", "pause a source; --resume takes it up again")
  .argument("<id>", "as `otklik source list` shows it")
  .option("--resume", "take it up again")
  .action((id: string, options: DeskOptions & { resume?: boolean }, command: Command) =>
    atDesk(command, options, async ({ context, isAlone }) => {
      if (options.resume) {
        const view = await sources["POST /api/sources/:id/resume"]({ id }, context);
        return show(view, options, `${view.title} is active again. ${whoPulls(isAlone)}`);
      }
      const view = await sources["POST /api/sources/:id/pause"]({ id }, context);
      show(view, options, `${view.title} is paused. Take it up again: otklik source pause ${id} --resume`);
    }),
  );

const credential = deskCommand(
  "credential",
  "give a source its credentials again, after a move or when they have ended",
)
  .argument("<id>", "as `otklik source list` shows it")
  .argument("<name=value...>", "what signing in takes, such as token=…")
  .action((id: string, pairs: string[], options: DeskOptions, command: Command) =>
    atDesk(command, options, async ({ context, isAlone }) => {
      const source = await getSource(context.table, id);
      if (!source) throw new Refusal("not-found", `There is no source "${id}" here. See: otklik source list`);
      const credentials = Object.fromEntries(pairsIn(pairs, "token=…"));
      const { warnings } = await giveCredentials({ source, credentials }, context);
      for (const warning of warnings) tell(`${warning.ru}\n${warning.en}`);
      const words = `${source.title} has its credentials again. ${whoPulls(isAlone)}`;
      if (options.json) sayJson({ source: id });
      else say(words);
    }),
  );

const past = deskCommand(
  "backfill",
  "read what was posted before a source was connected; it feeds trends alone",
)
  .argument("<id>", "as `otklik source list` shows it")
  .option("--since <day>", "the first day, such as 2026-01-01, or an instant")
  .option("--until <day>", "the first day no more; unless given, today")
  .option("--cancel", "stop the one that runs")
  .action((id: string, options: PastOptions, command: Command) =>
    atDesk(command, options, async ({ context, isAlone }) => {
      if (options.cancel) {
        const view = await backfill["POST /api/sources/:id/backfill/cancel"]({ id }, context);
        return show(view, options, `${view.title}: its past is read no further.`);
      }
      const since = instantOf("--since", options.since);
      const until = options.until ? instantOf("--until", options.until) : new Date().toISOString();
      const view = await backfill["POST /api/sources/:id/backfill"]({ id, since, until }, context);
      const reading = `${view.title}: its past is being read, see: otklik source list --json.`;
      show(view, options, `${reading} ${whoPulls(isAlone)}`);
    }),
  );
interface PastOptions extends DeskOptions {
  since?: string;
  until?: string;
  cancel?: boolean;
}

function instantOf(name: string, text: string | undefined): string {
  const at = new Date(text ?? "");
  if (!Number.isNaN(at.getTime())) return at.toISOString();
  throw new Refusal("bad-input", `${name} takes a day, such as 2026-01-01.`);
}

export const sourceCommand = new Command("source")
  .description("connect sources and look after them")
  .addCommand(add)
  .addCommand(list)
  .addCommand(pullNow)
  .addCommand(pause)
  .addCommand(past)
  .addCommand(credential)
  .addCommand(accountsCommand)
  .addCommand(placesCommand)
  .addCommand(importSourcesCommand);

function show(view: SourceView, { json }: DeskOptions, words: string): void {
  if (json) sayJson(view);
  else say(words);
}

function parseSettings(text: string | undefined): unknown {
  if (text === undefined) return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("bad-input", `--settings takes JSON, such as '{"url":"https://example.com"}'.`);
  }
}
