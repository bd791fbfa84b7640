import type { Container } from "@otklik/connectors/vk/containers";
import {
  afterPage,
  firstWalk,
  isAfter,
  isDeep,
  planned,
  visiting,
  type Walk,
  walkFrom,
} from "@otklik/connectors/vk/walk";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const now = 1_763_600_000;
const day = 86_400;
const deep = { part: "wall" as const, now, deep: true };
const shallow = { ...deep, deep: false };
const came = { isFull: false, next: {}, long: [], told: [], isFarEnough: false };
const visits = ({ todo }: Walk) => todo.map(({ c }) => c);

/** A walk that has read these once. */
const readOnce = (containers: Container[]): Walk => {
  let walk = planned(firstWalk("x"), containers, deep);
  for (let at = 0; walk.todo.length > 0 && at < 1000; at++) walk = afterPage(walk, { ...came, ids: ["100"] });
  return walk;
};

describe("a cycle", () => {
  const posts = [
    { id: "3", at: now - 40 * day, count: 2 },
    { id: "2", at: now - 50 * day, count: 0 },
    { id: "1", at: now - 60 * day, count: 7 },
  ];

  it("visits at first all that has comments", () => {
    expect(visits(planned(firstWalk("x"), posts, deep))).toEqual(["3", "1"]);
  });

  it("visits later what has another count, down to what was known", () => {
    const more = posts.map((one) => (one.id === "1" ? { ...one, count: 9 } : one));
    expect(planned(readOnce(posts), more, shallow).todo).toEqual([
      { c: "1", count: 9, until: "100", need: 2, shut: undefined },
    ]);
  });

  it("visits what has lost its only comment, for the row that is left of it", () => {
    const emptied = posts.map((one) => (one.id === "1" ? { ...one, count: 0 } : one));
    expect(visits(planned(readOnce(posts), emptied, shallow))).toEqual(["1"]);
  });

  it("when deep reads again what is young, and another old one each time, whole", () => {
    const all = [{ id: "9", at: now - day, count: 1 }, ...posts];
    const first = planned(readOnce(all), all, deep);
    const second = planned({ ...first, todo: [] }, all, deep);
    expect(visits(first)).toEqual(["9"]);
    expect(first.todo[0]).not.toHaveProperty("until");
    expect(visits(second)).toEqual(["9", "3"]);
  });

  it("visits a market item that is new, and takes the others in turn, since they have no count", () => {
    const items = Array.from({ length: 50 }, (_, at) => ({ id: String(at + 1) }));
    const rules = { part: "market" as const, now, deep: true };
    const known = readOnce(items);
    expect(visits(planned(known, [...items, { id: "99" }], { ...rules, deep: false }))).toEqual(["99"]);
    const first = planned(known, items, rules);
    const second = planned({ ...first, todo: [] }, items, rules);
    const third = planned({ ...second, todo: [] }, items, rules);
    expect(new Set([first, second, third].flatMap(visits)).size).toBe(50);
  });

  it("is deep at first, after lost events, where no events come, and once an hour", () => {
    const walk = { ...firstWalk("x"), deepAt: now - 60 };
    expect(isDeep(firstWalk("x"), { now, eventsCome: true })).toBe(true);
    expect(isDeep(walk, { now, eventsCome: true })).toBe(false);
    expect(isDeep(walk, { now, eventsCome: false })).toBe(true);
    expect(isDeep({ ...walk, lost: true }, { now, eventsCome: true })).toBe(true);
    expect(isDeep({ ...walk, deepAt: now - 3600 }, { now, eventsCome: true })).toBe(true);
  });
});

describe("a visit", () => {
  const at = (visit: object): Walk => ({ ...firstWalk("x"), todo: [{ c: "1", count: 9, ...visit }] });
  const full = { ...came, isFull: true, next: { from: "50", offset: 10 } };

  it("goes on while pages are full, and ends with one that is not", () => {
    expect(afterPage(at({}), { ...full, ids: ["60", "50"] }).todo).toMatchObject([
      { c: "1", from: "50", offset: 10 },
    ]);
    expect(afterPage(at({}), { ...came, ids: ["60", "50"] }).todo).toEqual([]);
  });

  it("ends at what was known once as many new ones came as were counted", () => {
    const known = { until: "55", need: 1 };
    expect(afterPage(at(known), { ...full, ids: ["60", "50"] }).todo).toEqual([]);
    expect(afterPage(at({ ...known, need: 2 }), { ...full, ids: ["60", "50"] }).todo).toMatchObject([
      { need: 1 },
    ]);
  });

  it("puts long threads before its next page", () => {
    const { todo } = afterPage(at({}), { ...full, ids: ["60"], long: ["60"] });
    expect(todo).toMatchObject([
      { c: "1", root: "60" },
      { c: "1", from: "50" },
    ]);
  });

  it("remembers the count that was planned with, so that what came meanwhile is visited again", () => {
    expect(afterPage(at({}), { ...came, ids: ["60", "9"] }).seen).toEqual({
      "1": { count: 9, newest: "60" },
    });
  });
});

it("a container is not taken for counted where an event asked for the visit", () => {
  const known = readOnce([{ id: "1", at: now - 40 * day, count: 7 }]);
  const asked = afterPage(visiting(known, "1"), { ...came, ids: ["200"] });
  expect(asked.seen).toEqual(known.seen);
});

describe("the cursor", () => {
  it.each([null, "", "{}", "null", "[1]", '{"version":2}', JSON.stringify(firstWalk("another"))])(
    "%j is none of ours, and begins at the beginning",
    (cursor) => {
      expect(walkFrom(cursor, "x")).toEqual(firstWalk("x"));
    },
  );

  it("comes back as it was stored", () => {
    const walk = visiting(readOnce([{ id: "1", count: 1 }]), "77");
    expect(walkFrom(JSON.stringify(walk), "x")).toEqual(walk);
  });
});

it("orders ids as numbers, however long they are", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 2n ** 80n }),
      fc.bigInt({ min: 0n, max: 2n ** 80n }),
      (one, other) => {
        expect(isAfter(String(one), String(other))).toBe(one > other);
      },
    ),
  );
});

it("finds every comment, whatever is written where between the cycles", () => {
  const size = 4;
  const writing = fc.record({ post: fc.nat(4), under: fc.nat(30), nested: fc.boolean() });
  fc.assert(
    fc.property(fc.array(fc.array(writing, { maxLength: 12 }), { minLength: 1, maxLength: 6 }), (rounds) => {
      const wall = new Map<string, { id: number; root?: number }[]>();
      const found = new Set<number>();
      let walk = firstWalk("x");
      let last = 0;
      const read = () => {
        const containers = [...wall].map(([id, all]) => ({ id, count: all.length, at: now - 30 * day }));
        walk = planned(walk, containers, walk.deepAt === null ? deep : shallow);
        for (let page = 0; walk.todo.length > 0 && page < 500; page++) {
          const visit = walk.todo[0] as Walk["todo"][number];
          const all = wall.get(visit.c) ?? [];
          const roots = all.filter(({ root }) => root === undefined).reverse();
          const shown = roots.slice(visit.offset ?? 0, (visit.offset ?? 0) + size);
          const ids = all
            .filter(({ id, root }) => shown.some((one) => one.id === (root ?? id)))
            .map(({ id }) => id);
          for (const id of ids) found.add(id);
          const next = { offset: (visit.offset ?? 0) + size };
          walk = afterPage(walk, { ...came, isFull: shown.length === size, ids: ids.map(String), next });
        }
      };
      for (const round of rounds) {
        for (const { post, under, nested } of round) {
          const all = wall.get(String(post)) ?? [];
          const roots = all.filter(({ root }) => root === undefined);
          const root = nested && roots.length > 0 ? roots[under % roots.length]?.id : undefined;
          wall.set(String(post), [...all, { id: ++last, ...(root !== undefined && { root }) }]);
        }
        read();
        expect(found.size).toBe(last);
      }
    }),
    { numRuns: 60 },
  );
});
