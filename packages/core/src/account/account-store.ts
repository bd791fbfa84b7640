import type { Account as OpenAccount } from "../connector.ts";
import { toJson } from "../json.ts";
import type { Key, Secret } from "../ports.ts";
import type { ScopedTable } from "../table-scope.ts";
import { Account } from "./account.ts";

const key = (id: string): Key => ({ pk: "accounts", sk: id });

/** Seals the credentials under the account's id and keeps them so. */
export async function saveAccount(
  { table, secret }: { table: ScopedTable; secret: Secret },
  account: Omit<Account, "sealed">,
  credentials: Record<string, string>,
): Promise<void> {
  const { id, ...rest } = account;
  const sealed = await secret.seal(JSON.stringify(credentials), id);
  await table.commit([{ put: { ...key(id), body: toJson({ ...rest, sealed }) } }]);
}

/** The account with its credentials opened, for one call of a connector; null where there is none. */
export async function openAccount(
  { table, secret }: { table: ScopedTable; secret: Secret },
  id: string,
): Promise<OpenAccount | null> {
  const row = await table.get(key(id));
  if (!row) return null;
  const { sealed } = Account.parse({ ...row.body, id });
  return { id, credentials: JSON.parse(await secret.open(sealed, id)) as Record<string, string> };
}
