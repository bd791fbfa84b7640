import { z } from "zod";
import { toJson } from "../json.ts";
import type { Key, Table, Write } from "../ports.ts";
import { ErrorTold, tellError } from "../tell-error.ts";
import { expiring } from "../wake.ts";

// A queue does not carry why a message failed, so its door notes it at the last attempt, outside any workspace: the
// message may be one that nobody can read.
const key = (messageId: string): Key => ({ pk: `#why.${messageId}`, sk: "w" });
const keptMs = 24 * 3600_000;

export const NotedWhy = z.object({ why: ErrorTold, attempts: z.number().int() });
export type NotedWhy = z.infer<typeof NotedWhy>;

/** Notes why a message failed at its `attempts`-th attempt, for a day. Nothing of the error's message is kept. */
export function noteWhy(message: { id: string; attempts: number }, error: unknown, now: Date): Write {
  const noted: NotedWhy = { why: tellError(error), attempts: message.attempts };
  const { pk, sk } = key(message.id);
  return { put: { pk, sk, body: toJson(noted), ...expiring(pk, new Date(now.getTime() + keptMs)) } };
}

/** What was noted of a message, with the key to forget it by; or null. */
export async function readWhy(table: Table, messageId: string): Promise<(NotedWhy & Key) | null> {
  const row = await table.get(key(messageId));
  return row && { ...NotedWhy.parse(row.body), pk: row.pk, sk: row.sk };
}

export const forgetWhy = ({ pk, sk }: Key): Write => ({ remove: { pk, sk } });
