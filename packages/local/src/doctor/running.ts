import { z } from "zod";
import { reachable } from "../address.ts";
import { knownInstallation, readListening } from "../anchor.ts";
import { version } from "../version.ts";
import { about, type Finding } from "./finding.ts";
import { healthIn } from "./health.ts";
import { ask, type LookAround } from "./look-around.ts";

export interface Running {
  findings: Finding[];
  isRunning: boolean;
}

/** Whether this home's service answers, and whether it does its work. */
export async function examineService({
  config,
  table,
}: Pick<LookAround, "config" | "table">): Promise<Running> {
  const { fine, act } = about("service");
  const usual = `http://${reachable(config.host)}:${config.port}`;
  const url = (await readListening(table)) ?? usual;
  const response = await ask(`${url}/health`);
  const health = response && (await healthIn(response));
  if (!health || health.installation !== (await knownInstallation(table))) {
    const found = health ? `another installation answers at ${url}` : `nothing answers at ${url}`;
    return { findings: [act(found, "Start it: npm start (or: systemctl start otklik)")], isRunning: false };
  }
  const findings = [fine(`answers at ${url}, version ${health.version}`)];
  if (health.version !== version)
    findings.push(
      act(
        `it runs ${health.version}, this program is ${version}`,
        "Restart the service, so that the new version runs",
      ),
    );
  findings.push(...(await unready(url)));
  return { findings, isRunning: true };
}

async function unready(url: string): Promise<Finding[]> {
  const { fine, act } = about("readiness");
  const said: unknown = await (await ask(`${url}/ready`))?.json().catch(() => null);
  const parts = z.record(z.string(), z.boolean()).safeParse(said).data ?? { answer: false };
  const failing = Object.entries(parts).filter(([part, works]) => part !== "ready" && !works);
  if (failing.length === 0) return [fine("database, schedules, pollers and change feed work")];
  return failing.map(([part]) => act(`does not work: ${part}`, remedies[part] ?? restart));
}

const restart = "Restart the service; if it stays so, start it with --log and read its errors";
const remedies: Record<string, string> = {
  database:
    "Nothing can be written: see the disk and the rights of the data folder above, then restart the service",
};
