import { backfillNewestFirst, type NewestFirst, pullNewestFirst } from "@otklik/connectors/kit/newest-first";
import type { FoundMention } from "@otklik/core/connector";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const hour = 3600_000;
const start = Date.parse("2026-11-01T00:00:00Z");

interface Entry {
  id: string;
  at: number;
  version: number;
  answered: boolean;
}

/** A network's list that people write to while it is read. Marks name the entry that a page ended with. */
function aList(size: number) {
  const entries = new Map<string, Entry>();
  let now = start;
  let born = 0;
  let lost = 0;
  let empty = 0;
  const sorted = () => [...entries.values()].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  const pick = (at: number): Entry | undefined => [...entries.values()][at % Math.max(entries.size, 1)];
  const list: NewestFirst = {
    network: "Toy",
    size,
    async read(mark) {
      if (mark !== null && lost > 0) {
        lost -= 1;
        return null;
      }
      if (mark !== null && empty > 0) {
        empty -= 1;
        return { entries: [], next: null };
      }
      const [at, id] =
        mark === null ? [Number.POSITIVE_INFINITY, ""] : (JSON.parse(mark) as [number, string]);
      const rest = sorted().filter((one) => one.at < at || (one.at === at && one.id < id));
      const page = rest.slice(0, size);
      const last = page.at(-1);
      return { entries: page, next: last && rest.length > size ? JSON.stringify([last.at, last.id]) : null };
    },
    map(entry) {
      const { id, at, version, answered } = entry as Entry;
      return {
        ...{ externalId: id, kind: "review", url: "https://toy.example", author: {}, text: `${version}` },
        ...{ postedAt: new Date(at), canReply: !answered },
      };
    },
  };
  return {
    list,
    sorted,
    now: () => new Date(now),
    pass: (hours: number) => {
      now += hours * hour;
    },
    loseMarks: (times: number) => {
      lost = times;
    },
    emptyPages: (times: number) => {
      empty = times;
    },
    write: () => {
      const id = `e${born++}`;
      entries.set(id, { id, at: now, version: 0, answered: false });
      return id;
    },
    edit: (at: number) => {
      const entry = pick(at);
      if (entry) entries.set(entry.id, { ...entry, at: now, version: entry.version + 1 });
    },
    remove: (at: number) => void entries.delete(pick(at)?.id ?? ""),
    answer: (id: string) => {
      const entry = entries.get(id);
      if (entry) entries.set(id, { ...entry, answered: true });
    },
  };
}
type List = ReturnType<typeof aList>;

/** What was found of each, last, with the number of pages; `between` happens before each page. */
async function pulled(toy: List, from: string | null, between: () => void = () => {}) {
  const seen = new Map<string, FoundMention>();
  let cursor = from;
  for (let pages = 1; pages < 500; pages++) {
    between();
    const page = await pullNewestFirst(toy.list, { from: cursor, now: toy.now() });
    for (const mention of page.found) seen.set(mention.externalId, mention);
    cursor = page.next;
    if (!page.more) return { seen, next: cursor, pages };
  }
  throw new Error("does not catch up");
}

const happening = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ is: "write" as const, at: 0 }) },
  fc.record({ is: fc.constantFrom("edit" as const, "remove" as const, "pass" as const), at: fc.nat(200) }),
  fc.record({ is: fc.constant("lose" as const), at: fc.integer({ min: 1, max: 2 }) }),
);
function happen(
  toy: List,
  { is, at }: { is: "write" | "edit" | "remove" | "pass" | "lose"; at: number },
): void {
  const does = {
    write: () => void toy.write(),
    edit: () => toy.edit(at),
    remove: () => toy.remove(at),
    pass: () => toy.pass(at % 80),
    lose: () => toy.loseMarks(at),
  };
  does[is]();
  toy.pass(0.01);
}

describe("a list that comes newest first", () => {
  it("is read so that nothing that is there is missed, whatever is written meanwhile", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 7 }),
        fc.nat(60),
        fc.array(happening, { maxLength: 60 }),
        async (size, before, happenings) => {
          const toy = aList(size);
          for (let n = 0; n < before; n++) happen(toy, { is: "write", at: 0 });
          const told = new Map<string, string>();
          const hear = ({ seen }: { seen: Map<string, FoundMention> }) => {
            for (const [id, { text }] of seen) told.set(id, text);
          };
          let cursor: string | null = null;
          while (happenings.length > 0) {
            const read = await pulled(toy, cursor, () => {
              const next = happenings.shift();
              if (next) happen(toy, next);
            });
            hear(read);
            cursor = read.next;
          }
          toy.loseMarks(0);
          for (const _ of [1, 2]) {
            const read = await pulled(toy, cursor);
            hear(read);
            cursor = read.next;
          }
          expect(toy.sorted().filter(({ id, version }) => told.get(id) !== String(version))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("costs two pages once it has been read whole: the newest, and one by turns", async () => {
    const toy = aList(10);
    for (let n = 0; n < 200; n++) {
      toy.write();
      toy.pass(24);
    }
    const first = await pulled(toy, null);
    const second = await pulled(toy, first.next);
    expect([first.pages, second.pages]).toEqual([20, 2]);
  });

  it("comes by every page of the newest thousand, for answers that move nothing to the top", async () => {
    const toy = aList(50);
    const ids = Array.from({ length: 600 }, () => {
      toy.pass(24);
      return toy.write();
    });
    let { next: cursor } = await pulled(toy, null);
    for (const id of ids) toy.answer(id);
    const answered = new Set<string>();
    for (let cycle = 0; cycle < 12; cycle++) {
      const read = await pulled(toy, cursor);
      cursor = read.next;
      for (const { externalId, canReply } of read.seen.values()) if (!canReply) answered.add(externalId);
    }
    expect(answered.size).toBe(600);
  });

  it("takes an empty page behind a mark for a hiccup, and for the end when it stays so", async () => {
    const toy = aList(3);
    for (let n = 0; n < 7; n++) toy.write();
    toy.emptyPages(2);
    const counts: number[] = [];
    let cursor: string | null = null;
    for (let cycle = 0; cycle < 3; cycle++) {
      const read = await pulled(toy, cursor);
      counts.push(read.seen.size);
      cursor = read.next;
    }
    expect(counts).toEqual([3, 3, 7]);
    toy.emptyPages(1000);
    const last = [await pulled(toy, cursor)];
    for (const _ of [1, 2]) last.push(await pulled(toy, last.at(-1)?.next ?? null));
    expect(last.map(({ next }) => JSON.parse(next).empty?.times)).toEqual([1, 2, undefined]);
  });

  it("is not blinded by a date in the future", async () => {
    const toy = aList(2);
    toy.pass(24 * 400);
    toy.write();
    toy.pass(-24 * 400);
    const first = await pulled(toy, null);
    const written = Array.from({ length: 7 }, () => {
      toy.pass(1);
      return toy.write();
    });
    const { seen } = await pulled(toy, first.next);
    expect([...seen.keys()]).toEqual(expect.arrayContaining(written));
  });

  it("keeps each page's watermark under the thousand that it is among", async () => {
    const toy = aList(100);
    for (let n = 0; n < 2500; n++) {
      toy.pass(0.1);
      toy.write();
    }
    const lists: (string | undefined)[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < 25; page++) {
      const read = await pullNewestFirst(toy.list, { from: cursor, now: toy.now() });
      lists.push(read.list);
      cursor = read.next;
    }
    expect(lists.map(Number)).toEqual([...Array(10).fill(0), ...Array(10).fill(1), ...Array(5).fill(2)]);
  });

  it.each(["", "page 7", "{}", '{"version":2}', '{"version":1,"cycle":"today"}', "null"])(
    "begins at the top with the cursor %j, which is none of ours",
    async (cursor) => {
      const toy = aList(5);
      const id = toy.write();
      expect([...(await pulled(toy, cursor)).seen.keys()]).toEqual([id]);
    },
  );

  it("begins at the top when something else is to be read", async () => {
    const toy = aList(5);
    toy.write();
    const { next } = await pulled(toy, null);
    const other = await pullNewestFirst(toy.list, { from: next, scope: "other", now: toy.now() });
    expect(other.progress).toEqual({ done: 1, of: undefined });
  });
});

describe("a backfill", () => {
  async function filled(toy: List, range: { since: Date; until: Date }) {
    const found: FoundMention[] = [];
    let cursor: string | null = null;
    for (let pages = 1; pages < 500; pages++) {
      const page = await backfillNewestFirst(toy.list, { from: cursor, range });
      found.push(...page.found);
      cursor = page.next;
      if (!page.more) return { found, pages };
    }
    throw new Error("does not end");
  }

  it("tells what was posted in the range, each once, and nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(
        ...[fc.integer({ min: 1, max: 7 }), fc.nat(50), fc.nat(60), fc.nat(60)],
        async (size, count, one, other) => {
          const toy = aList(size);
          for (let n = 0; n < count; n++) {
            toy.write();
            toy.pass(1);
          }
          const [from = 0, to = 0] = [one, other].sort((a, b) => a - b);
          const range = { since: new Date(start + from * hour), until: new Date(start + to * hour) };
          const { found } = await filled(toy, range);
          const due = toy
            .sorted()
            .filter(({ at }) => at >= range.since.getTime() && at < range.until.getTime());
          expect(found.map(({ externalId }) => externalId)).toEqual(due.map(({ id }) => id));
        },
      ),
      { numRuns: 100 },
    );
  });

  it("stops where the range begins", async () => {
    const toy = aList(10);
    for (let n = 0; n < 300; n++) {
      toy.write();
      toy.pass(24);
    }
    const { pages } = await filled(toy, { since: new Date(start + 280 * 24 * hour), until: toy.now() });
    expect(pages).toBe(3);
  });

  it("begins again when a mark is lost, and gives up when they always are", async () => {
    const toy = aList(2);
    for (let n = 0; n < 6; n++) toy.write();
    const range = { since: new Date(0), until: new Date(start + hour) };
    toy.loseMarks(2);
    const { found } = await filled(toy, range);
    expect(new Set(found.map(({ externalId }) => externalId)).size).toBe(6);
    toy.loseMarks(1000);
    await expect(filled(toy, range)).rejects.toMatchObject({ kind: "changed" });
  });
});
