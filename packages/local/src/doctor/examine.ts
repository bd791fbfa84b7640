import { setTimeout } from "node:timers/promises";
import { connectors } from "@otklik/connectors";
import { guardedHttp } from "@otklik/connectors/kit/guarded-http";
import { guardedMailbox } from "@otklik/connectors/kit/guarded-mailbox";
import { readConfig } from "../config.ts";
import { localSecret } from "../secret.ts";
import { localTable } from "../table.ts";
import { examineClock } from "./clock.ts";
import { examineModel, examineProgram, examineVariables } from "./configuration.ts";
import { examineEnds, type Outside, type Told, tryAccounts } from "./credentials.ts";
import { about, type Finding, messageOf } from "./finding.ts";
import { examineFolder } from "./folder.ts";
import { examineKey } from "./key.ts";
import type { LookAround, Surroundings } from "./look-around.ts";
import { examinePorts } from "./ports.ts";
import { examinePublicAddress } from "./public-address.ts";
import { examineQueues } from "./queues.ts";
import { examineService } from "./running.ts";
import { examineSandbox, sandboxOf } from "./sandbox.ts";
import { allSources, examineSources } from "./sources.ts";
import { examineTelling } from "./telling.ts";

/** Looks at all that an installation needs, and changes nothing. The service may run or not. */
export async function examine(around: Surroundings): Promise<Finding[]> {
  const { environment } = around;
  const findings = [...examineProgram(process.versions.node), ...examineVariables(environment)];
  const config = configIn(environment);
  if ("is" in config) return [...findings, config];
  const { findings: ofFolder, db } = await examineFolder(config.dataFolder, around);
  findings.push(...ofFolder);
  if (!db) return [...findings, examineModel(config), ...(await examinePorts(config))];
  try {
    const home: LookAround = { ...around, config, db, table: localTable(db) };
    return [...findings, ...(await examineHome(home)), examineModel(config)];
  } finally {
    db.close();
  }
}

function configIn(environment: Surroundings["environment"]): ReturnType<typeof readConfig> | Finding {
  try {
    return readConfig(environment);
  } catch (error) {
    return about("configuration").act(
      messageOf(error),
      "Correct it, or take it away for its default; then ask the doctor again",
    );
  }
}

/** What a test call goes through: the service's own way out, and nothing that could be written to. */
function outside({ config, now }: LookAround, key: Uint8Array, sandbox: string | null): Outside {
  const reach = { allowHosts: [...config.allowHosts, ...(sandbox ? [new URL(sandbox).host] : [])] };
  return {
    connectors,
    now,
    secret: localSecret(key),
    wait: (milliseconds, signal) => setTimeout(milliseconds, undefined, signal ? { signal } : {}),
    http: guardedHttp(reach),
    // The demo's mailbox has ports of its own, on the same machine.
    mailbox: guardedMailbox({
      allowHosts: [...reach.allowHosts, ...(sandbox ? [new URL(sandbox).hostname] : [])],
    }),
  };
}

async function examineHome(home: LookAround): Promise<Finding[]> {
  const now = home.now();
  const sandbox = await sandboxOf(home);
  const { findings: ofKey, key } = await examineKey(home);
  const service = await examineService(home);
  const address = await examinePublicAddress(home);
  const sources = await allSources(home);
  const mayAsk = key && !home.offline && service.isRunning;
  const tried: Told = mayAsk
    ? await tryAccounts(sources, outside(home, key, sandbox))
    : { findings: [], dates: [] };
  return [
    ...ofKey,
    ...examineClock(home, [...address.dates, ...tried.dates]),
    ...service.findings,
    ...(service.isRunning ? [] : await examinePorts(home.config)),
    ...address.findings,
    ...examineSources(sources, now),
    ...(await examineEnds(sources, now)),
    ...tried.findings,
    ...examineQueues(home),
    ...(await examineTelling(home)),
    ...(await examineSandbox(sandbox, service.isRunning)),
  ];
}
