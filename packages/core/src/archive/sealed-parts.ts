import { hookContext } from "../account/hook-store.ts";
import { webhookContext } from "../alert/recipient.ts";
import type { Json, JsonMap } from "../json.ts";
import type { Key } from "../ports.ts";

type Keeping = Key & { body: JsonMap };
/** A place in a row's body that holds a sealed text, and what it is sealed for. */
interface SealedPart {
  path: readonly (string | number)[];
  context: string;
}

export const withinWorkspace = (pk: string): string => pk.slice(pk.indexOf("/") + 1);

/** All that a row holds sealed. Whoever keeps another sealed text names its place here. */
export function sealedParts({ pk, sk, body }: Keeping): SealedPart[] {
  const partition = withinWorkspace(pk);
  if (partition === "accounts") return [{ path: ["sealed"], context: sk }];
  if (partition === "hooks") return [{ path: ["s"], context: hookContext(sk) }];
  if (partition !== "alerting") return [];
  return channelsOf(body).flatMap(({ is, id }, at) =>
    is === "slack" ? [{ path: ["channels", at, "webhook"], context: webhookContext(String(id)) }] : [],
  );
}

/** The row with each sealed text replaced by what `change` makes of it. */
export async function changeSeals<R extends Keeping>(
  row: R,
  change: (sealed: string, context: string) => string | Promise<string>,
): Promise<R> {
  const parts = sealedParts(row);
  if (parts.length === 0) return row;
  const changed = await Promise.all(
    parts.map(({ path, context }) => change(String(path.reduce(stepInto, row.body)), context)),
  );
  return withSeals(row, changed);
}

/** The row without any sealed text: each home seals under its own key, so none is part of what a home adds up to. */
export const withoutSeals = <R extends Keeping>(row: R): R =>
  withSeals(
    row,
    sealedParts(row).map(() => ""),
  );

/** The channels of a brand's alerting, as they lie in its row. */
export const channelsOf = (body: JsonMap): JsonMap[] => (body.channels ?? []) as JsonMap[];

function withSeals<R extends Keeping>(row: R, texts: readonly string[]): R {
  const body = structuredClone(row.body);
  for (const [at, { path }] of sealedParts(row).entries()) {
    const holder = path.slice(0, -1).reduce(stepInto, body as Json) as JsonMap;
    holder[String(path.at(-1))] = texts[at] ?? "";
  }
  return { ...row, body };
}

const stepInto = (into: Json, step: string | number): Json =>
  (into as Record<string | number, Json>)[step] ?? null;
