// An account's credentials, which lie sealed in its row. Apart from the row itself: whoever only reads that needs no key.
import type { Account as OpenAccount } from "../connector.ts";
import type { Secret } from "../ports.ts";
import type { ScopedTable } from "../table-scope.ts";
import type { Account } from "./account.ts";
import { accountRow, getAccount } from "./account-store.ts";

type Credentials = Record<string, string>;
type Vault = { table: ScopedTable; secret: Secret };

/** Seals the credentials under the account's id and keeps them so. */
export async function saveAccount(
  { table, secret }: Vault,
  account: Omit<Account, "sealed" | "warnings"> & Partial<Pick<Account, "warnings">>,
  credentials: Credentials,
): Promise<void> {
  const sealed = await sealCredentials(secret, account.id, credentials);
  await table.commit([{ put: accountRow({ warnings: [], ...account, sealed }) }]);
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
