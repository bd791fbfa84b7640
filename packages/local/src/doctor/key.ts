import { existsSync } from "node:fs";
import { openAccount } from "@otklik/core/account/credentials";
import { scopedTable } from "@otklik/core/table-scope";
import { homeKey, isSealed } from "../home-key.ts";
import { localSecret } from "../secret.ts";
import { loadKey } from "../secret-key.ts";
import { about, type Finding, messageOf } from "./finding.ts";
import type { LookAround } from "./look-around.ts";

/** The key, and whether it opens what was sealed. Makes none. */
export async function examineKey({
  config,
  table,
  db,
}: LookAround): Promise<{ findings: Finding[]; key: Uint8Array | null }> {
  const { fine, note, act } = about("key");
  const wasUsed = await isSealed(table);
  const isNew = !wasUsed && !config.key.environment && !existsSync(config.key.file);
  if (isNew) return { findings: [note(`${config.key.file} is made on the first start`)], key: null };
  try {
    const unused = { ...config.key, dataFolder: config.dataFolder, mayCreate: false };
    const { key, from } = wasUsed ? await homeKey(table, config) : loadKey(unused);
    const secret = localSecret(key);
    const accounts = db.prepare("SELECT pk, sk FROM table_row WHERE pk LIKE '%/accounts'").all();
    for (const { pk, sk } of accounts)
      await openAccount({ table: scopedTable(table, String(pk).split("/")[0] ?? ""), secret }, String(sk));
    const where = from === "environment" ? "OTKLIK_KEY" : config.key.file;
    return {
      findings: [fine(`${where} opens all ${accounts.length} credentials; keep a copy of it elsewhere`)],
      key,
    };
  } catch (error) {
    const [found, ...todo] = messageOf(error).split(". ");
    return {
      findings: [act(found ?? "", todo.join(". ") || "Put the right key back from its copy")],
      key: null,
    };
  }
}
