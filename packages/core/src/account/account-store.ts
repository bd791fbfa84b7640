import { toJson } from "../json.ts";
import type { Key, NewRow } from "../ports.ts";
import { allRows } from "../table-paging.ts";
import type { ScopedTable } from "../table-scope.ts";
import { wakeKey } from "../wake.ts";
import { Account, nextWarningAt } from "./account.ts";

export type KeptAccount = Account & { version: number };

const key = (id: string): Key => ({ pk: "accounts", sk: id });

/** An account that ends stands in the wake index, so that sweep has that told in time. */
export function accountRow({ id, ...body }: Account): NewRow {
  const row = { ...key(id), body: toJson(body) };
  const at = nextWarningAt(body);
  return at ? { ...row, index: { wake: wakeKey(id, at) }, card: { is: "account" } } : row;
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
  const [outcome] = await table.commit([{ put: accountRow(account), if: { version } }]);
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
