// What is wanted of an object: "id,replies.limit(5).after(x){id,text}", as the Graph API reads it.

export interface Wanted {
  name: string;
  /** Such as `limit`. */
  modifiers: Readonly<Record<string, string>>;
  fields: readonly Wanted[];
}

/** null: it is not written as it should be. */
export function fieldsIn(text: string): Wanted[] | null {
  const reader = { text, at: 0 };
  const fields = list(reader);
  return fields && reader.at === text.length ? fields : null;
}

interface Reader {
  text: string;
  at: number;
}

function list(reader: Reader): Wanted[] | null {
  const fields: Wanted[] = [];
  do {
    const field = one(reader);
    if (!field) return null;
    fields.push(field);
  } while (takes(reader, /,/y));
  return fields;
}

function one(reader: Reader): Wanted | null {
  const name = takes(reader, /[a-z_][a-z0-9_]*/y);
  if (!name) return null;
  const modifiers: Record<string, string> = {};
  for (;;) {
    const modifier = takes(reader, /\.[a-z_]+\([^()]*\)/y);
    if (!modifier) break;
    const [, key = "", value = ""] = /^\.([a-z_]+)\((.*)\)$/.exec(modifier) ?? [];
    modifiers[key] = value;
  }
  if (!takes(reader, /\{/y)) return { name, modifiers, fields: [] };
  const fields = list(reader);
  return fields && takes(reader, /\}/y) ? { name, modifiers, fields } : null;
}

function takes(reader: Reader, what: RegExp): string | null {
  what.lastIndex = reader.at;
  const found = what.exec(reader.text)?.[0] ?? null;
  reader.at += found?.length ?? 0;
  return found;
}
