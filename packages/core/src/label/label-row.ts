import { type JsonMap, toJson } from "../json.ts";
import { type Evidence, fields, Label } from "./label.ts";

// A row is billed by the kilobyte: what is empty is left out of it, and a place in the text is spelt as "text:0-12".
const spelt = ({ of, in: field, from, to }: Evidence): string => `${of} ${field}:${from}-${to}`;
const spelling = new RegExp(`^(\\S+) (${fields.join("|")}):(\\d+)-(\\d+)$`);

/** A label as it stands in a mention's row. */
export function packLabel({ complaint, flags, names, contacts, evidence, ...label }: Label): JsonMap {
  return toJson({
    ...label,
    ...(complaint && { complaint }),
    ...(flags.length > 0 && { flags }),
    ...(names.length > 0 && { names }),
    ...(contacts.length > 0 && { contacts }),
    ...(evidence.length > 0 && { evidence: evidence.map(spelt) }),
  });
}

/** @throws ZodError when the row holds no label. */
export function unpackLabel(packed: unknown): Label {
  const { evidence, ...label } = (packed ?? {}) as { evidence?: unknown };
  return Label.parse({ ...label, ...(Array.isArray(evidence) && { evidence: evidence.map(read) }) });
}

/** Rows of an earlier version hold the evidence as it is in memory. */
function read(evidence: unknown): unknown {
  const [, of, field, from, to] = (typeof evidence === "string" && spelling.exec(evidence)) || [];
  return of ? { of, in: field, from: Number(from), to: Number(to) } : evidence;
}
