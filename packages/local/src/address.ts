import type { Table } from "@otklik/core/ports";
import { readAddress } from "./anchor.ts";
import type { Config } from "./config.ts";

/** What every link begins with, for a command: the public address, else where the service was opened last. */
export async function linkBase(
  table: Table,
  { publicUrl, host, port }: Pick<Config, "publicUrl" | "host" | "port">,
): Promise<string> {
  return publicUrl ?? (await readAddress(table)) ?? `http://${reachable(host)}:${port}`;
}

/** The token stands behind the "#", so that no server and no log ever sees it. */
export const signInLink = (base: string, token: string): string => `${base}/sign-in#token=${token}`;

/** The host as a browser at this machine calls it. */
export function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
