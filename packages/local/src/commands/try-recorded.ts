// A saved response, also one that nobody here has seen: what of it is read, and what is not.
import type { Account, Connector, Cursor, Feed, Page, Tools } from "@otklik/core/connector";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import { toolsFor } from "@otklik/core/tools";
import {
  emptied,
  type Recorded,
  type Replay,
  recordedAt,
  recordedIn,
  recordedMailbox,
  replay,
} from "./recorded.ts";
import { sayJson, tell } from "./say.ts";
import { standIns } from "./stand-ins.ts";

/** Pages that a walk through a few files is given, before it is taken for one without an end. */
const mostPages = 60;

type Outside = Omit<Parameters<typeof toolsFor>[1], "http" | "mailbox">;
interface Trying {
  connector: Connector;
  outside: Outside;
  /** As far as they were given; what is missing gets a stand-in. */
  credentials: Record<string, string>;
  settings: unknown;
  cursor: Cursor | null;
}

/**
 * Prints what the connector reads of saved responses, as JSON lines: files in their order as one walk, and each file of a
 * folder by itself. False when an entry, or a whole response, could not be read.
 */
export async function tryRecorded(paths: readonly string[], trying: Trying): Promise<boolean> {
  const [first = ""] = paths;
  const folder = paths.length === 1 ? await recordedIn(first) : null;
  if (!folder) return walk(await Promise.all(paths.map(recordedAt)), trying);
  let areAllRead = true;
  for (const one of folder) {
    sayJson({ file: one.file });
    const isRead = await walk([one], trying).catch((error: unknown) => {
      if (!(error instanceof NetworkFault) && !(error instanceof Refusal)) throw error;
      sayJson({ refused: error.message });
      return false;
    });
    areAllRead &&= isRead;
  }
  return areAllRead;
}

async function walk(recorded: readonly Recorded[], trying: Trying): Promise<boolean> {
  const { connector, settings, credentials } = trying;
  const account: Account | null =
    connector.account.is === "none"
      ? null
      : { id: "try", credentials: { ...(await standIns(connector.account)), ...credentials } };
  const feed: Feed<unknown> = { sourceId: "try", settings, account, inboxFrom: new Date(0) };
  const answers = replay(recorded);
  const seen = new Set<string>();
  let isRead = true;
  let misfit: unknown = null;
  let fitted = 0;
  let cursor = trying.cursor;
  for (let pages = 0; pages < mostPages; pages++) {
    const [page, fault] = await onePage(feed, cursor, { recorded, answers, trying });
    if (fault) misfit ??= fault;
    else fitted++;
    let news = 0;
    for (const mention of page.found) {
      const line = JSON.stringify(mention);
      if (seen.has(line)) continue;
      seen.add(line);
      news++;
      sayJson({ mention });
    }
    for (const unreadable of page.unreadable) {
      const line = JSON.stringify(unreadable.excerpt);
      if (seen.has(line)) continue;
      seen.add(line);
      isRead = false;
      sayJson({ unreadable });
    }
    cursor = page.next;
    const { found: _, unreadable: __, ...rest } = page;
    if (!fault && (news > 0 || pages === 0)) sayJson({ ...rest, found: news });
    if (!page.more) break;
  }
  if (fitted === 0 && misfit) throw misfit;
  return isRead;
}

/** A page of what was saved; where the connector asks for another list than that, an empty one, and the fault. */
async function onePage(
  feed: Feed<unknown>,
  from: Cursor | null,
  { recorded, answers, trying }: { recorded: readonly Recorded[]; answers: Replay; trying: Trying },
): Promise<[Page, unknown]> {
  const { connector } = trying;
  const ask = async (http: Tools["http"], of = feed): Promise<Page> => {
    const mailbox = async () => recordedMailbox(recorded, trying.outside.now());
    const calling = { workspaceId: "try", signal: AbortSignal.timeout(60_000) };
    // The pace of a network that is not asked is nobody's concern.
    const unlimited = { network: connector.network, limits: { buckets: [] } };
    const tools = toolsFor(unlimited, { ...trying.outside, http, mailbox }, calling);
    const page = await connector.pull?.(of, from, tools);
    if (!page) throw new Refusal("bad-input", `${connector.title} cannot be pulled.`);
    return page;
  };
  const before = answers.at();
  try {
    return [await ask(answers.http), null];
  } catch (fault) {
    if (!(fault instanceof NetworkFault) || fault.kind !== "changed") throw fault;
    answers.backTo(before);
    // Where pushes bring the news, a connector begins with its lists.
    const listed =
      connector.receive && (await ask(answers.http, { ...feed, listening: true }).catch(() => null));
    if (listed && listed.found.length + listed.unreadable.length > 0) return [listed, null];
    answers.backTo(before);
    const page = await ask(emptied(answers)).catch(() => {
      throw fault;
    });
    answers.backTo(before);
    return [page, fault];
  }
}

/** Tells what of the responses was not read. */
export const tellUnread = (): void => tell("Not all of it could be read: see the lines above.");
