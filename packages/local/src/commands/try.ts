import { setTimeout } from "node:timers/promises";
import { connectors } from "@otklik/connectors";
import { guardedHttp } from "@otklik/connectors/kit/guarded-http";
import { guardedMailbox } from "@otklik/connectors/kit/guarded-mailbox";
import { connectorOf } from "@otklik/core/api/connect-account";
import type { Connector } from "@otklik/core/connector";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import { keepPace } from "@otklik/core/pace/pace";
import { toolsFor } from "@otklik/core/tools";
import { Command, InvalidArgumentError } from "commander";
import { manyPairs, pairsIn } from "./pairs.ts";
import { sayJson, tell, wrongIn } from "./say.ts";
import { configOf } from "./session.ts";
import { guessedSettings } from "./stand-ins.ts";
import { tellUnread, tryRecorded } from "./try-recorded.ts";

interface Options {
  credential?: string[];
  cursor?: string;
  pages: number;
  recorded?: string[];
}

export const tryCommand = new Command("try")
  .description(
    "pull once and print mentions, unreadable entries and the next cursor as JSON lines; stores nothing",
  )
  .argument("<network>", "a name from `otklik networks`")
  .argument("[settings]", "the source's settings, as JSON; for a page: its address")
  .option("--credential <name=value>", "what signing in takes, such as token=…; may be repeated", manyPairs)
  .option("--cursor <cursor>", "go on where a pull stopped: the `next` that it printed")
  .option("--pages <number>", "how many pages at most", pageCount, 1)
  .option(
    "--recorded <file...>",
    "answer whatever is asked from saved responses (bodies, `curl -i` or mails), in order, or each of a folder by itself; ends with 1 when something in them cannot be read",
  )
  .action(async (network: string, settings: string | undefined, options: Options, command: Command) => {
    const config = configOf(command);
    const connector = connectorOf({ connectors }, network);
    if (!connector.pull || connector.every === 0)
      throw new Refusal(
        "bad-input",
        `${connector.title} cannot be tried so. Use: otklik import FILE --dry-run`,
      );
    const outside = { now, blob: noFiles, wait, pace: keepPace({ now }) };
    const credentials = Object.fromEntries(pairsIn(options.credential ?? [], "token=…"));
    const cursor = options.cursor ?? null;
    if (options.recorded) {
      const guessed =
        guessedSettings(connector, givenSettings(settings)) ?? readSettings(connector, settings);
      const trying = { connector, outside, credentials, settings: guessed, cursor };
      if (await tryRecorded(options.recorded, trying).catch(explain)) return;
      tellUnread();
      process.exitCode = 1;
      return;
    }
    const http = guardedHttp({ allowHosts: config.allowHosts });
    const account = connector.account.is === "none" ? null : { id: "try", credentials };
    const tools = toolsFor(
      connector,
      { ...outside, http, mailbox: guardedMailbox(config) },
      { workspaceId: "try", signal: AbortSignal.timeout(300_000), account },
    );
    const feed = {
      sourceId: "try",
      settings: readSettings(connector, settings),
      account,
      inboxFrom: new Date(0),
    };
    let at = cursor;
    for (let page = 0; page < options.pages; page++) {
      const read = await connector.pull(feed, at, tools).catch(explain);
      for (const mention of read.found) sayJson({ mention });
      for (const unreadable of read.unreadable) sayJson({ unreadable });
      const { found, unreadable: _, ...rest } = read;
      sayJson({ ...rest, found: found.length });
      at = read.next;
      if (!read.more) return;
    }
  });

function pageCount(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It takes a whole number of pages, 1 or more.");
}

const now = (): Date => new Date();
const wait = async (milliseconds: number): Promise<void> => {
  await setTimeout(milliseconds);
};
const noFiles = {
  put: async () => undefined,
  get: async () => null,
  remove: async () => undefined,
};

function readSettings({ network, settings }: Connector, text: string | undefined): unknown {
  const { data, error } = settings.safeParse(givenSettings(text));
  if (!error) return data;
  throw new Refusal(
    "bad-input",
    `These settings do not suit ${network}: ${wrongIn(error)}. What it takes is told by: otklik networks --json`,
  );
}

function givenSettings(text: string | undefined): unknown {
  if (text === undefined) return {};
  if (/^https?:/.test(text)) return { url: text };
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(
      "bad-input",
      `The settings are neither JSON, such as '{"url":"https://example.com"}', nor the address of a page: ${text}`,
    );
  }
}

function explain(error: unknown): never {
  if (error instanceof NetworkFault)
    tell(`${error.kind}${error.retryAt ? `, again at ${error.retryAt.toISOString()}` : ""}`);
  throw error;
}
