// An account's address for pushes: an id that cannot be guessed and a secret that the network knows, both sealed.
import { digest, newId } from "../id.ts";
import { Instant, toJson } from "../json.ts";
import type { Key, Ports, Table } from "../ports.ts";
import type { ScopedTable } from "../table-scope.ts";

export interface KeptHook {
  /** Part of the address. */
  id: string;
  secret: string;
  /** Since when the network was told by us to push. */
  listeningAt?: Date | undefined;
  /** When the first push came that was one. */
  heardAt?: Date | undefined;
}

const hookKey = (accountId: string): Key => ({ pk: "hooks", sk: accountId });
/** Whose address it is, in all workspaces. By a digest: how long a look takes tells nothing of the ids that are there. */
const addressKey = (id: string): Key => ({ pk: `#hook.${digest([id])}`, sk: "h" });
export const hookContext = (accountId: string): string => `hook.${accountId}`;

/** What an address looks like; anything else is nobody's. */
export const hookId = /^[0-9a-z]{32}$/;

interface Stores {
  table: ScopedTable;
  all: Table;
  secret: Ports["secret"];
}

export async function getHook(
  { table, secret }: Pick<Stores, "table" | "secret">,
  accountId: string,
): Promise<KeptHook | null> {
  const row = await table.get(hookKey(accountId));
  if (!row) return null;
  const opened: unknown = JSON.parse(await secret.open(String(row.body.s), hookContext(accountId)));
  const { id, secret: shared } = opened as { id: string; secret: string };
  return {
    id,
    secret: shared,
    listeningAt: Instant.optional().parse(row.body.on),
    heardAt: Instant.optional().parse(row.body.heard),
  };
}

/** The account's address, made where there is none. The way to it first, so that one that is told is always found. */
export async function makeHook(
  { table, all, secret }: Stores,
  { accountId, network, random }: { accountId: string; network: string; random: Ports["random"] },
): Promise<KeptHook> {
  const there = await getHook({ table, secret }, accountId);
  if (there) return there;
  const made = { id: newId(random, 32), secret: newId(random, 32) };
  await all.commit([
    {
      put: { ...addressKey(made.id), body: { w: table.workspaceId, a: accountId, n: network } },
      if: "absent",
    },
  ]);
  const sealed = await secret.seal(JSON.stringify(made), hookContext(accountId));
  await table.commit([{ put: { ...hookKey(accountId), body: { s: sealed } }, if: "absent" }]);
  return (await getHook({ table, secret }, accountId)) ?? made;
}

/** Pushes are on from now: because we switched them on, or because one came. */
export async function noteHook(
  table: ScopedTable,
  accountId: string,
  what: { listeningAt: Date } | { heardAt: Date },
): Promise<void> {
  const row = await table.get(hookKey(accountId));
  if (!row) return;
  const { version, ...kept } = row;
  const noted = "heardAt" in what ? { heard: what.heardAt } : { on: what.listeningAt };
  await table.commit([{ put: { ...kept, body: { ...kept.body, ...toJson(noted) } }, if: { version } }]);
}

/** Nothing is taken at the address any more, and pulls ask for all again. */
export async function dropHook({ table, all, secret }: Stores, accountId: string): Promise<void> {
  const hook = await getHook({ table, secret }, accountId);
  if (!hook) return;
  await all.commit([{ remove: addressKey(hook.id) }]);
  await table.commit([{ remove: hookKey(accountId) }]);
}

/** Whose address this is; null: nobody's. */
export async function findHook(
  all: Table,
  id: string,
): Promise<{ workspaceId: string; accountId: string; network: string } | null> {
  const row = await all.get(addressKey(id));
  if (!row) return null;
  const { w, a, n } = row.body;
  return { workspaceId: String(w), accountId: String(a), network: String(n) };
}

/** Whether pushes are on, without opening anything. */
export async function isListening(table: ScopedTable, accountId: string): Promise<boolean> {
  const row = await table.get(hookKey(accountId));
  return row !== null && (row.body.on ?? row.body.heard) !== undefined;
}

export const hookUrl = (publicUrl: string, network: string, id: string): string =>
  `${publicUrl.replace(/\/+$/, "")}/hooks/${network}/${id}`;
