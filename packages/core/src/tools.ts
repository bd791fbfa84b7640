import type { Account, Connector, Tools } from "./connector.ts";
import { OutOfTurn, Refusal } from "./errors.ts";
import { digest } from "./id.ts";
import { keepPace } from "./pace/pace.ts";
import type { PaceLimit, Ports } from "./ports.ts";

/** A call waits this long for its turn at most; beyond it the pull ends and goes on later. */
const longestWaitMs = 2000;

/** Where a workspace's uploaded files lie; a connector is given no other. */
export const uploadFolder = (workspaceId: string): string => `upload/${workspaceId}/`;

/** Bytes of one uploaded file. */
export const mostUploaded = 500_000_000;

/** @throws Refusal bad-input for an empty file, too-large for one of more than `most` bytes */
export function refuseUpload(bytes: number, most = mostUploaded): void {
  if (bytes === 0) throw emptyFile();
  if (bytes > most) throw tooLarge(most);
}

export const emptyFile = (): Refusal =>
  new Refusal("bad-input", { ru: "Файл пуст.", en: "The file is empty." });

export const tooLarge = (most: number): Refusal =>
  new Refusal("too-large", {
    ru: `Файл больше ${most / 1e6}\u00a0МБ. Разделите его и перетащите по частям.`,
    en: `The file is larger than ${most / 1e6} MB. Split it and drop the parts.`,
  });

/** For whom a connector is called, as far as its limits ask. */
export interface Calling {
  workspaceId: string;
  signal: AbortSignal;
  account?: Account | null;
  sourceId?: string;
  /** Default: reads. */
  does?: "reads" | "writes";
  /** Who takes turns with others of the same limits: a stream. Absent: it is a person's call. */
  who?: string;
  /** Not the first page of a walk. */
  isLater?: boolean;
  /** The reading of the past: it leaves half of each limit to others. */
  hasNoHaste?: boolean;
}

/** What a connector may touch during one call: the guarded fetch at the network's pace, the clock, uploaded files. */
export function toolsFor(
  connector: Pick<Connector, "network" | "limits">,
  ports: Pick<Ports, "http" | "now" | "blob" | "wait" | "mailbox" | "pace">,
  calling: Calling,
): Tools {
  const { workspaceId, signal } = calling;
  const turn = turnsFor(connector, ports, calling);
  return {
    async http(request) {
      await turn(request.url);
      const leave = ports.pace.enter(connector.network);
      return ports.http(request).finally(leave);
    },
    now: ports.now,
    async file(blob) {
      const isOurs = blob.startsWith(uploadFolder(workspaceId));
      const bytes = isOurs ? await ports.blob.get(blob) : null;
      if (!bytes)
        throw new Refusal("not-found", {
          ru: "Загруженного файла больше нет: загрузите его ещё раз.",
          en: "The uploaded file is no longer there: upload it once more.",
        });
      return bytes;
    },
    async mailbox(login) {
      await turn();
      const leave = ports.pace.enter(connector.network);
      return ports.mailbox(login).finally(leave);
    },
    signal,
  };
}

/** Waits for the next request's turn. @throws OutOfTurn when that takes too long */
function turnsFor(
  connector: Pick<Connector, "network" | "limits">,
  { pace, wait, now }: Pick<Ports, "pace" | "wait" | "now">,
  calling: Calling,
): (url?: string) => Promise<void> {
  const { signal, who, hasNoHaste = false, isLater = false } = calling;
  const begins: "page" | "walk" = isLater ? "page" : "walk";
  const all = limitsOf(connector, calling);
  const alone = keepPace({ now });
  let isFirst = true;
  return async (url) => {
    const limits = all.filter(({ at }) => isCounted(url, at)).map(({ limit }) => limit);
    // A call for nobody's source or account, such as a look at a pasted link, shares those limits with no other.
    const own = limits.filter(({ key }) => key.startsWith(nobodys));
    const shared = limits.filter(({ key }) => !key.startsWith(nobodys));
    const asking = {
      patienceMs: longestWaitMs,
      ...(who === undefined ? {} : { who }),
      ...(isFirst ? { begins } : {}),
      share: hasNoHaste ? 0.5 : 1,
    };
    let waitMs = 0;
    for (const [of, some] of [
      [alone, own],
      [pace, shared],
    ] as const) {
      if (some.length === 0) continue;
      const turn = await of.take(some, asking);
      if ("retryAt" in turn) throw new OutOfTurn(turn.retryAt);
      waitMs = Math.max(waitMs, turn.waitMs);
    }
    isFirst = false;
    if (waitMs > 0) await wait(waitMs, signal);
  };
}

const nobodys = ".";

/** The limits that a call counts against, each under the name of whom it is counted for. */
function limitsOf(
  { network, limits }: Pick<Connector, "network" | "limits">,
  { account, sourceId, does = "reads" }: Calling,
): { at: string | undefined; limit: PaceLimit }[] {
  const buckets = (account && limits.bucketsOf?.(account)) ?? limits.buckets;
  const clientId = account?.credentials.clientId;
  const ofWhom = {
    app: clientId ? digest([clientId]) : "",
    account: account?.id,
    source: sourceId ?? account?.id,
  };
  return buckets
    .filter(({ of }) => of === undefined || of === does)
    .map(({ per, of = "all", at, requests, seconds, burst }) => {
      const whose = ofWhom[per] === undefined ? [""] : [network, per, ofWhom[per]];
      const key = [...whose, of, `${requests}-${seconds}`, ...(at ? [at] : [])].join(".");
      return { at, limit: { key, requests, seconds, burst } };
    });
}

/** Whether a request counts against a limit of that host or path; below a sandbox the host is a part of the path. */
function isCounted(url: string | undefined, at: string | undefined): boolean {
  if (at === undefined) return true;
  const asked = url === undefined ? null : URL.parse(url);
  return (
    asked !== null &&
    (`${asked.hostname}${asked.pathname}`.startsWith(at) || asked.pathname.includes(`/${at}`))
  );
}
