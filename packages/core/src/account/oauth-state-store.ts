import { z } from "zod";
import { digest } from "../id.ts";
import { Instant, toJson } from "../json.ts";
import type { Key, Table } from "../ports.ts";
import { Said } from "../said.ts";
import { expiring } from "../wake.ts";

/** How long a person may take at the network. */
export const oauthMinutes = 15;

/** One dance, from the first click until its outcome has been shown. Only the hash of its `state` is kept. */
const Dance = z.object({
  workspaceId: z.string(),
  email: z.string(),
  network: z.string(),
  /** The account that is signed in to again; absent: a new one. */
  account: z.string().optional(),
  returnTo: z.string(),
  expiresAt: Instant,
  is: z.discriminatedUnion("is", [
    /** `sealed`: the verifier and the application's fields. */
    z.object({ is: z.literal("waiting"), sealed: z.string() }),
    /** The person is back, and the code is on its way. */
    z.object({ is: z.literal("taken") }),
    z.object({ is: z.literal("connected"), account: z.string() }),
    z.object({ is: z.literal("failed"), said: Said }),
  ]),
});
export type Dance = z.infer<typeof Dance>;
export type KeptDance = Dance & { version: number };

/** What a dance's sealed part is sealed for. */
export const danceContext = (state: string): string => `oauth.${digest([state], 32)}`;
const key = (state: string): Key => ({ pk: `#${danceContext(state)}`, sk: "o" });

/** Null where there is none, or its time is over. */
export async function getDance(
  { table, now }: { table: Table; now: Date },
  state: string,
): Promise<KeptDance | null> {
  const row = await table.get(key(state));
  const dance = row && { ...Dance.parse(row.body), version: row.version };
  return dance && dance.expiresAt > now ? dance : null;
}

/** Keeps it, over the version read where it has one; null when somebody was faster. */
export async function putDance(
  table: Table,
  state: string,
  { version, ...dance }: Dance & { version?: number },
): Promise<KeptDance | null> {
  const { pk, sk } = key(state);
  const put = { pk, sk, body: toJson(dance), ...expiring(pk, dance.expiresAt) };
  const [outcome] = await table.commit([
    { put, if: version === undefined ? ("absent" as const) : { version } },
  ]);
  return outcome?.done ? { ...dance, version: outcome.version } : null;
}
