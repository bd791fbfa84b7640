import { setTimeout } from "node:timers/promises";
import { connectors } from "@otklik/connectors";
import { guardedHttp } from "@otklik/connectors/kit/guarded-http";
import { guardedMailbox } from "@otklik/connectors/kit/guarded-mailbox";
import { connectorOf } from "@otklik/core/api/connect-account";
import type { Connector } from "@otklik/core/connector";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import { toolsFor } from "@otklik/core/tools";
import { Command, InvalidArgumentError } from "commander";
import { manyPairs, pairsIn } from "./pairs.ts";
import { replay } from "./recorded.ts";
import { sayJson, tell, wrongIn } from "./say.ts";
import { configOf } from "./session.ts";

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
    "answer the network's requests, in order, from saved responses (bodies, or `curl -i`)",
  )
  .action(async (network: string, settings: string | undefined, options: Options, command: Command) => {
    const config = configOf(command);
    const connector = connectorOf({ connectors }, network);
    if (!connector.pull || connector.every === 0)
      throw new Refusal(
        "bad-input",
        `${connector.title} cannot be tried so. Use: otklik import FILE --dry-run`,
      );
    const http = options.recorded
      ? await replay(options.recorded)
      : guardedHttp({ allowHosts: config.allowHosts });
    const tools = toolsFor(
      connector,
      { http, mailbox: guardedMailbox(config), now: () => new Date(), blob: noFiles, wait },
      { workspaceId: "try", signal: AbortSignal.timeout(300_000) },
    );
    const credentials = Object.fromEntries(pairsIn(options.credential ?? [], "token=…"));
    const account = connector.account.is === "none" ? null : { id: "try", credentials };
    const feed = {
      sourceId: "try",
      settings: readSettings(connector, settings),
      account,
      inboxFrom: new Date(0),
    };
    let cursor = options.cursor ?? null;
    for (let page = 0; page < options.pages; page++) {
      const read = await connector.pull(feed, cursor, tools).catch(explain);
      for (const mention of read.found) sayJson({ mention });
      for (const unreadable of read.unreadable) sayJson({ unreadable });
      const { found, unreadable: _, ...rest } = read;
      sayJson({ ...rest, found: found.length });
      cursor = read.next;
      if (!read.more) return;
    }
  });

function pageCount(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It takes a whole number of pages, 1 or more.");
}

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
