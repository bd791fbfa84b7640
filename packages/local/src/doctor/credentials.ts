import { getAccount } from "@otklik/core/account/account-store";
import { openAccount } from "@otklik/core/account/credentials";
import { NetworkFault } from "@otklik/core/errors";
import { keepPace } from "@otklik/core/pace/pace";
import type { Ports } from "@otklik/core/ports";
import { inTongue } from "@otklik/core/said";
import { toolsFor } from "@otklik/core/tools";
import type { SeenDate } from "./clock.ts";
import { about, type Finding, messageOf, spanOf } from "./finding.ts";
import { hasConsentPage, signInAgain } from "./remedy.ts";
import type { Placed } from "./sources.ts";

const soonMs = 14 * 24 * 3600_000;

export interface Told {
  findings: Finding[];
  dates: SeenDate[];
}

/** What a test call may use. */
export type Outside = Pick<Ports, "connectors" | "now" | "secret" | "wait" | "http" | "mailbox">;

const noFiles: Ports["blob"] = {
  put: () => Promise.reject(new Error("a test call writes nothing")),
  get: async () => null,
  remove: () => Promise.reject(new Error("a test call writes nothing")),
};

/** How long each account still opens. */
export async function examineEnds(sources: readonly Placed[], now: Date): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { source, table } of sources) {
    if (!source.accountId || source.state.is !== "active") continue;
    const end = (await getAccount(table, source.accountId))?.expiresAt;
    const left = end ? end.getTime() - now.getTime() : Infinity;
    if (left > soonMs) continue;
    const words = left < 0 ? `ended ${spanOf(left)} ago` : `ends in ${spanOf(left)}`;
    const todo = hasConsentPage(source)
      ? signInAgain(source)
      : `Make a new one in ${source.network}'s own cabinet, then: ${signInAgain(source)}`;
    findings.push(about(`credential of ${source.title}`).act(words, todo));
  }
  return findings;
}

/** One test call with each account that is in use: does it still open, and what time is it there? */
export async function tryAccounts(sources: readonly Placed[], ports: Outside): Promise<Told> {
  const told: Told = { findings: [], dates: [] };
  const inUse = sources.filter(({ source }) => source.accountId && source.state.is === "active");
  const accounts = Map.groupBy(inUse, ({ source, table }) => `${table.workspaceId}/${source.accountId}`);
  for (const [first] of accounts.values()) if (first) await tryAccount(first, ports, told);
  return told;
}

async function tryAccount({ source, table }: Placed, ports: Outside, told: Told): Promise<void> {
  const connector = ports.connectors.find(({ network }) => network === source.network);
  if (!connector?.check || !source.accountId) return;
  const { fine, act } = about(`credential of ${source.title}`);
  const http: Ports["http"] = async (request) => {
    const response = await ports.http(request);
    const date = Date.parse(response.headers.get("date") ?? "");
    if (!Number.isNaN(date)) told.dates.push({ date: new Date(date), at: ports.now(), who: connector.title });
    return response;
  };
  try {
    const account = await openAccount({ table, secret: ports.secret }, source.accountId);
    if (!account) throw new Error("its credential is missing");
    const { access, ended } = (await getAccount(table, source.accountId)) ?? {};
    if (ended)
      throw new Error(`${connector.title} no longer knows the sign-in: ${inTongue(ended.why, "en")}`);
    if (access?.until && access.until <= ports.now())
      return void told.findings.push(fine("its token has ended, and the next pull renews it"));
    const signal = AbortSignal.timeout(15_000);
    const tools = toolsFor(
      connector,
      { ...ports, http, blob: noFiles, pace: keepPace(ports) },
      { workspaceId: table.workspaceId, signal, account },
    );
    await connector.check(account, connector.settings.parse(source.settings), tools);
    told.findings.push(fine(`${connector.title} accepts it`));
  } catch (error) {
    const again = hasConsentPage(source) ? signInAgain(source) : `Give it again: ${signInAgain(source)}`;
    const isWrong = !(error instanceof NetworkFault) || error.kind === "unauthorized";
    told.findings.push(
      act(messageOf(error), isWrong ? again : "Look again in a while; nothing is lost meanwhile"),
    );
  }
}
