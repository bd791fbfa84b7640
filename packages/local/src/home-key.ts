import type { Key, Table } from "@otklik/core/ports";
import type { Config } from "./config.ts";
import { localSecret } from "./secret.ts";
import { type LoadedKey, loadKey } from "./secret-key.ts";

const proofKey: Key = { pk: "#home", sk: "key" };
const context = "home-key";

/** Whether credentials were ever sealed here, so that only their key will do. */
export const isSealed = async (table: Pick<Table, "get">): Promise<boolean> =>
  (await table.get(proofKey)) !== null;

/**
 * The key of this folder's credentials. The first one that comes seals a word beside them, and each later one must
 * open it: otherwise a lost or a wrong key would show itself only as networks that refuse to sign in.
 * @throws Error, saying what to do, when the key is missing, unusable or another one
 */
export async function homeKey(
  table: Table,
  { key, dataFolder }: Pick<Config, "key" | "dataFolder">,
): Promise<LoadedKey> {
  const proof = await table.get(proofKey);
  const loaded = loadKey({ ...key, dataFolder, mayCreate: proof === null });
  const secret = localSecret(loaded.key);
  if (proof === null) {
    const sealed = await secret.seal(context, context);
    await table.commit([{ put: { ...proofKey, body: { sealed } }, if: "absent" }]);
    return loaded;
  }
  await secret.open(String(proof.body.sealed), context).catch((cause: unknown) => {
    const where = loaded.from === "environment" ? "in OTKLIK_KEY" : `in ${key.file}`;
    throw new Error(
      `The key ${where} is not the one that sealed the credentials in ${dataFolder}. ` +
        "Put that one back from its copy; without it each network must be connected anew in a new folder.",
      { cause },
    );
  });
  return loaded;
}
