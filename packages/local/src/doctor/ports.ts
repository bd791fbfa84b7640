import { createServer } from "node:net";
import type { Config } from "../config.ts";
import { about, type Finding } from "./finding.ts";

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
