import type { IndexCard, Key, NewRow, Outcome, Query, Row, Table, Write } from "@otklik/core/ports";

/** The Table port at its plainest, in memory and without pages: what a real one is compared with. */
export function modelTable(): Table {
  const rows = new Map<string, Row>();
  const name = (key: Key): string => JSON.stringify([key.pk, key.sk]);
  const write = (each: Write): Outcome => {
    const key = "put" in each ? each.put : each.remove;
    const current = rows.get(name(key)) ?? null;
    if (!isAllowed(each.if, current)) return { done: false, current };
    if (!("put" in each)) {
      rows.delete(name(key));
      return { done: true, version: current?.version ?? 0 };
    }
    const version = (current?.version ?? 0) + 1;
    rows.set(name(key), rowOf(each.put, version));
    return { done: true, version };
  };
  return {
    async get(key) {
      return rows.get(name(key)) ?? null;
    },
    async query(query) {
      const asked = [...rows.values()]
        .filter((row) => isAskedFor(row, query))
        .sort(byBytes(({ sk }) => [sk]));
      return { rows: query.newestFirst ? asked.reverse() : asked, next: null };
    },
    async queryIndex(index, query) {
      const cards = [...rows.values()].flatMap(({ pk, sk, version, card, index: places }): IndexCard[] => {
        const at = places?.[index];
        return at && isAskedFor(at, query) ? [{ pk, sk, at, version, card: card ?? {} }] : [];
      });
      cards.sort(byBytes(({ at, pk, sk }) => [at.sk, pk, sk]));
      return { cards: query.newestFirst ? cards.reverse() : cards, next: null };
    },
    async commit(writes) {
      return writes.map(write);
    },
  };
}

const rowOf = (row: NewRow, version: number): Row => structuredClone({ ...row, version });

function isAllowed(condition: Write["if"], current: Row | null): boolean {
  if (condition === undefined) return true;
  if (condition === "absent") return current === null;
  return current?.version === condition.version;
}

function isAskedFor({ pk, sk }: Key, { pk: asked, prefix = "", from, to }: Query): boolean {
  const bytes = Buffer.from(sk);
  if (from !== undefined && Buffer.compare(bytes, Buffer.from(from)) < 0) return false;
  if (to !== undefined && Buffer.compare(bytes, Buffer.from(to)) > 0) return false;
  return pk === asked && sk.startsWith(prefix);
}

/** Compares by the bytes of each text in turn. */
export const byBytes =
  <T>(texts: (each: T) => string[]) =>
  (a: T, b: T): number => {
    const others = texts(b);
    const orders = texts(a).map((text, at) =>
      Buffer.compare(Buffer.from(text), Buffer.from(others[at] as string)),
    );
    return orders.find((order) => order !== 0) ?? 0;
  };
