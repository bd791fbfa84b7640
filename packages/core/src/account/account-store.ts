import type { Account as OpenAccount } from "../connector.ts";
import { toJson } from "../json.ts";
import type { Key, NewRow, Secret } from "../ports.ts";
import { allRows } from "../table-paging.ts";
import type { ScopedTable } from "../table-scope.ts";
import { wakeKey } from "../wake.ts";
import { Account, nextWarningAt } from "./account.ts";

export type KeptAccount = Account & { version: number };
type Credentials = Record<string, string>;
type Vault = { table: ScopedTable; secret: Secret };

const key = (id: string): Key => ({ pk: "accounts", sk: id });

/** An account that ends stands in the wake index, so that sweep has that told in time. */
function rowOf({ id, ...body }: Account): NewRow {
  const row = { ...key(id), body: toJson(body) };
  const at = nextWarningAt(body);
  return at ? { ...row, index: { wake: wakeKey(id, at) }, card: { is: "account" } } : row;
}

/** Seals the credentials under the account's id and keeps them so. */
export async function saveAccount(
  { table, secret }: Vault,
  account: Omit<Account, "sealed" | "warnings"> & Partial<Pick<Account, "warnings">>,
  credentials: Credentials,
): Promise<void> {
  const sealed = await sealCredentials(secret, account.id, credentials);
  await table.commit([{ put: rowOf({ warnings: [], ...account, sealed }) }]);
}

export const sealCredentials = (secret: Secret, id: string, credentials: Credentials): Promise<string> =>
  secret.seal(JSON.stringify(credentials), id);

export async function unsealCredentials(
  secret: Secret,
  { id, sealed }: Pick<Account, "id" | "sealed">,
): Promise<Credentials> {
  return JSON.parse(await secret.open(sealed, id)) as Credentials;
}

/** The account with its credentials opened, for one call of a connector; null where there is none. */
export async function openAccount({ table, secret }: Vault, id: string): Promise<OpenAccount | null> {
  const account = await getAccount(table, id);
  return account && { id, credentials: await unsealCredentials(secret, account) };
}

export async function getAccount(table: ScopedTable, id: string): Promise<KeptAccount | null> {
  const row = await table.get(key(id));
  return row && { ...Account.parse({ ...row.body, id }), version: row.version };
}

export async function listAccounts(table: ScopedTable): Promise<Account[]> {
  const accounts: Account[] = [];
  for await (const { sk, body } of allRows(table, { pk: "accounts" }))
    accounts.push(Account.parse({ ...body, id: sk }));
  return accounts;
}

export async function removeAccount(table: ScopedTable, id: string): Promise<void> {
  await table.commit([{ remove: key(id) }]);
}

/** Only over the version read; null when somebody else has written meanwhile. */
export async function writeAccount(
  table: ScopedTable,
  { version, ...account }: KeptAccount,
): Promise<KeptAccount | null> {
  const [outcome] = await table.commit([{ put: rowOf(account), if: { version } }]);
  return outcome?.done ? { ...account, version: outcome.version } : null;
}

/** Changes the account as it stands, again where somebody was faster; null from `change`, or no account: nothing. */
export async function changeAccount(
  table: ScopedTable,
  id: string,
  change: (account: Account) => Account | null,
): Promise<void> {
  for (;;) {
    const read = await getAccount(table, id);
    const { version = 0, ...account } = read ?? {};
    const next = read && change(account as Account);
    if (!next || (await writeAccount(table, { ...next, version }))) return;
  }
}
