import { createServer } from "node:net";
import { z } from "zod";
import { reachable } from "../address.ts";
import { knownInstallation, readListening } from "../anchor.ts";
import type { Config } from "../config.ts";
import { version } from "../version.ts";
import type { SeenDate } from "./clock.ts";
import { about, type Finding } from "./finding.ts";
import { ask, type LookAround } from "./look-around.ts";

const Health = z.object({ ok: z.literal(true), version: z.string(), installation: z.string().optional() });

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
  const health = await healthAt(url);
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

/** What links begin with, and who answers there. */
export async function examinePublicUrl({
  config: { publicUrl },
  table,
  offline,
  now,
}: Pick<LookAround, "config" | "table" | "offline" | "now">): Promise<{
  findings: Finding[];
  dates: SeenDate[];
}> {
  const { fine, note, act } = about("public address");
  if (!publicUrl) {
    const without =
      "without it there are no webhooks, no signing in at networks by OAuth, and no links in Slack and e-mail that others can open; networks are polled";
    return {
      findings: [
        note(
          `OTKLIK_PUBLIC_URL is not set: ${without}`,
          "Put an HTTPS proxy before the service and set it: docs/operating.md",
        ),
      ],
      dates: [],
    };
  }
  const { protocol, hostname } = new URL(publicUrl);
  const findings: Finding[] = [];
  if (protocol !== "https:" && !["localhost", "127.0.0.1"].includes(hostname))
    findings.push(
      act(
        `${publicUrl} is not HTTPS: whoever is on the way reads sessions and texts`,
        "Put an HTTPS proxy before the service: docs/operating.md",
      ),
    );
  if (offline) return { findings: [...findings, note(`${publicUrl} was not asked`)], dates: [] };
  const response = await ask(`${publicUrl}/health`);
  const health = response && (await readHealth(response));
  const itself = await knownInstallation(table);
  if (!response)
    findings.push(
      act(
        `nothing answers at ${publicUrl}`,
        "See that its name leads here and that the proxy runs: docs/operating.md",
      ),
    );
  else if (!health || health.installation !== itself)
    findings.push(
      act(
        `at ${publicUrl} answers something else than this installation`,
        "Point the proxy to this service's port, or correct OTKLIK_PUBLIC_URL",
      ),
    );
  else findings.push(fine(`${publicUrl} leads here`));
  const date = Date.parse(response?.headers.get("date") ?? "");
  return { findings, dates: Number.isNaN(date) ? [] : [{ date: new Date(date), at: now(), who: publicUrl }] };
}

/** Ports that the next start wants; only while no service has them. */
export async function examinePorts({
  host,
  port,
  sandboxPort,
}: Pick<Config, "host" | "port" | "sandboxPort">): Promise<Finding[]> {
  const { fine, act } = about("ports");
  const wanted = [
    { number: port, on: host, option: "--port (OTKLIK_PORT)" },
    { number: sandboxPort, on: "127.0.0.1", option: "--sandbox-port (OTKLIK_SANDBOX_PORT)" },
  ];
  const findings: Finding[] = [];
  for (const { number, on, option } of wanted)
    if (!(await isFree(number, on)))
      findings.push(
        act(`port ${number} is taken by another program`, `End that one, or choose another with ${option}`),
      );
  return findings.length > 0 ? findings : [fine(`${port} and ${sandboxPort} are free`)];
}

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });

const healthAt = async (url: string) => {
  const response = await ask(`${url}/health`);
  return response && readHealth(response);
};

async function readHealth(response: Response): Promise<z.infer<typeof Health> | null> {
  const said: unknown = await response.json().catch(() => null);
  return Health.safeParse(said).data ?? null;
}
