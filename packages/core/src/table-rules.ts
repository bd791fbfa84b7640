import { Refusal } from "./errors.ts";
import type { Query, Write } from "./ports.ts";

/** What both homes' tables refuse alike, so that what works in one works in the other. */

const mostBytes = { pk: 2048, sk: 1024 } as const; // DynamoDB's own bounds

/** The order in which SQLite and DynamoDB sort texts; JavaScript's own differs beyond the basic plane. */
export const compareBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** @throws Error on a part of a key that a table cannot keep, and on a commit that writes one key twice */
export function checkWrites(writes: readonly Write[]): void {
  const seen = new Set<string>();
  for (const each of writes) {
    const key = "put" in each ? each.put : each.remove;
    const places = "put" in each ? Object.values(each.put.index ?? {}) : [];
    for (const { pk, sk } of [key, ...places])
      if (!isKeyPart(pk, mostBytes.pk) || !isKeyPart(sk, mostBytes.sk))
        throw new Error(
          `not a key: ${JSON.stringify([pk, sk])}; its parts are well-formed texts, not empty, ` +
            `of at most ${mostBytes.pk} and ${mostBytes.sk} bytes`,
        );
    const name = JSON.stringify([key.pk, key.sk]);
    if (seen.has(name)) throw new Error(`one commit writes ${name} twice; its writes have no order`);
    seen.add(name);
  }
}

const isKeyPart = (part: string, most: number): boolean =>
  part !== "" && part.isWellFormed() && Buffer.byteLength(part) <= most;

/** @throws Error on a query that the port does not allow */
export function checkQuery({ prefix, from, to, limit }: Query): void {
  if (!Number.isInteger(limit) || limit < 1) throw new Error(`a page cannot have ${limit} rows`);
  if (prefix !== undefined && (from ?? to) !== undefined)
    throw new Error("a query by prefix has neither from nor to");
}

/** Names the place behind this key, in a form that passes through addresses unharmed. */
export const writeCursor = (key: readonly string[]): string =>
  Buffer.from(JSON.stringify(key)).toString("base64url");

/** @throws Refusal (bad-input) when it is no cursor over that many parts, or stands outside what the query asks for */
export function readCursor(cursor: string, length: number, query: Query): string[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (isKey(key, length) && isWithin(key[0] as string, query)) return key;
  } catch {
    // Not JSON: falls through to the refusal below.
  }
  throw lostPage();
}

/** Of a place to go on from that is none of ours. */
export const lostPage = (): Refusal =>
  new Refusal("bad-input", {
    ru: "Эту страницу не найти снова. Начните с первой.",
    en: "This page cannot be found again. Begin from the first one.",
  });

const isKey = (key: unknown, length: number): key is string[] =>
  Array.isArray(key) &&
  key.length === length &&
  key.every((part) => typeof part === "string" && isKeyPart(part, mostBytes.pk));

function isWithin(sk: string, { prefix = "", from, to }: Query): boolean {
  if (from !== undefined && compareBytes(sk, from) < 0) return false;
  if (to !== undefined && compareBytes(sk, to) > 0) return false;
  return sk.startsWith(prefix);
}
