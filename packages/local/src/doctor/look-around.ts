import type { DatabaseSync } from "node:sqlite";
import type { Table } from "@otklik/core/ports";
import type { Config } from "../config.ts";

/** What an examination may ask of the world. */
export interface Surroundings {
  environment: Record<string, string | undefined>;
  now(): Date;
  /** No network, no mail server, no public address is asked. */
  offline: boolean;
  /** Bytes left on the disk of that folder. */
  freeBytes(folder: string): Promise<number>;
}

/** A home that is looked at and not touched; a service may be at work in it. */
export interface LookAround extends Surroundings {
  config: Config;
  db: DatabaseSync;
  table: Table;
}

/** The whole numbers that a question with one column answers. */
export const numberOf = (db: DatabaseSync, sql: string, ...values: (string | number)[]): number | null => {
  const [found] = Object.values(db.prepare(sql).get(...values) ?? {});
  return typeof found === "number" ? found : null;
};

/** An address's answer, or why there is none; asks for a few seconds only. */
export async function ask(url: string): Promise<Response | null> {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(5000), redirect: "manual" });
  } catch {
    return null;
  }
}
