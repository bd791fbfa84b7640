import type { Key, Table } from "@otklik/core/ports";
import { z } from "zod";

/** What this installation began with: its demo and its own first workspace, and the person at the machine. */
const Anchor = z.object({ demo: z.string().optional(), own: z.string().optional() });
export type Anchor = z.infer<typeof Anchor>;

const key: Key = { pk: "#home", sk: "h" };
const addressKey: Key = { pk: "#home", sk: "url" };
const nameKey: Key = { pk: "#home", sk: "id" };

/** Whoever starts the service owns it; this address names them until they sign in under another. */
export const operator = "operator@otklik.local";

export async function readAnchor(table: Table): Promise<Anchor> {
  return Anchor.parse((await table.get(key))?.body ?? {});
}

export async function writeAnchor(table: Table, anchor: Anchor): Promise<void> {
  await table.commit([{ put: { ...key, body: JSON.parse(JSON.stringify(anchor)) } }]);
}

/** The name of this installation, made once: whoever asks an address learns by it who answers there. */
export async function installationOf(table: Table, newName: () => string): Promise<string> {
  await table.commit([{ put: { ...nameKey, body: { id: newName() } }, if: "absent" }]);
  return (await knownInstallation(table)) ?? "";
}

/** Null before the first start. */
export async function knownInstallation(table: Pick<Table, "get">): Promise<string | null> {
  const row = await table.get(nameKey);
  return row && String(row.body.id);
}

/** Where the service that runs here now, or ran last, is opened: a command beside it prints links that lead there. */
export async function readAddress(table: Table): Promise<string | null> {
  const row = await table.get(addressKey);
  return row && String(row.body.url);
}

/** Where it listens, or did last: the same, unless a proxy stands before it. */
export async function readListening(table: Table): Promise<string | null> {
  const row = await table.get(addressKey);
  return row?.body.listens ? String(row.body.listens) : null;
}

export async function writeAddress(table: Table, address: { url: string; listens: string }): Promise<void> {
  await table.commit([{ put: { ...addressKey, body: address } }]);
}
