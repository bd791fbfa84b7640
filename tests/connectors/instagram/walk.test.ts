import { missingFrom, withFound } from "@otklik/connectors/instagram/remembered";
import {
  afterComments,
  afterMedia,
  afterTags,
  askOf,
  type Listed,
  mediaPage,
  mostMedia,
  pullEveryMinutes,
  underway,
  type Walk,
  Walk as WalkShape,
  walkOf,
} from "@otklik/connectors/instagram/walk";
import type { PlacedMention } from "@otklik/core/connector";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const start = new Date("2026-11-20T09:00:00Z");
const at = (cycle: number) => new Date(start.getTime() + cycle * pullEveryMinutes * 60_000);

/** An account's media as the connector reads them, with what a cycle reads of them. */
function cycle(
  walk: Walk,
  media: readonly Listed[],
  now: Date,
): { read: string[]; next: Walk; asked: number } {
  const read: string[] = [];
  let next = underway(walk, now) as Walk;
  let asked = 0;
  while (next.began !== null) {
    const going = underway(next, now);
    const ask = askOf(going);
    asked++;
    if (ask.is === "comments") {
      read.push(ask.item.id);
      next = afterComments(going, 1, undefined);
    } else if (ask.is === "tags") next = afterTags(going, undefined);
    else {
      const list = media.filter((one) => ask.until === undefined || one.at <= ask.until);
      const from = Number(ask.after ?? 0);
      const page = list.slice(from, from + mediaPage);
      next = afterMedia(going, page, from + mediaPage < list.length ? String(from + mediaPage) : undefined);
    }
    expect(WalkShape.parse(JSON.parse(JSON.stringify(next)))).toEqual(JSON.parse(JSON.stringify(next)));
  }
  return { read, next, asked };
}

const mediaOf = (count: number): Listed[] =>
  Array.from({ length: count }, (_, n) => ({ id: String(1000 + n), count: 3, at: 1_700_000_000 - n * 3600 }));

describe("a walk through an account", () => {
  it("reads the comments of all its newest media first", () => {
    const media = mediaOf(mostMedia + 40);
    const { read, next } = cycle(walkOf(null), media, start);
    expect(read).toEqual(media.slice(0, mostMedia).map(({ id }) => id));
    expect(next).toMatchObject({ isWhole: true, began: null, queue: [] });
  });

  it("then asks for little where nothing has changed", () => {
    const media = mediaOf(mostMedia);
    const { next } = cycle(walkOf(null), media, start);
    const { read, asked } = cycle(next, media, at(1));
    expect({ read: read.length, asked }).toEqual({ read: 1, asked: 4 });
  });

  it("reads what has changed among the newest at once, and of the older ones within two hours", () => {
    const media = mediaOf(mostMedia);
    let { next } = cycle(walkOf(null), media, start);
    const changed = media.map((one, n) => (n === 2 || n === mostMedia - 1 ? { ...one, count: 9 } : one));
    const read: string[][] = [];
    for (let turn = 1; turn <= 8; turn++) {
      const went = cycle(next, changed, at(turn));
      read.push(went.read);
      next = went.next;
    }
    expect(read[0]).toContain("1002");
    expect(read.flat()).toContain(String(1000 + mostMedia - 1));
  });

  it("looks at each of the newest in turn, although its number has not changed, also where no cursor was saved", () => {
    const media = mediaOf(10);
    const { next } = cycle(walkOf(null), media, start);
    const read = Array.from({ length: 10 }, (_, turn) => cycle(next, media, at(turn + 1)).read).flat();
    expect(new Set(read).size).toBe(10);
  });

  it("always ends, and never leaves a changed media among the newest unread", () => {
    const counts = fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(counts, counts, (before, after) => {
        const listed = (numbers: number[]) =>
          mediaOf(numbers.length).map((one, n) => ({ ...one, count: numbers[n] ?? 0 }));
        const { next } = cycle(walkOf(null), listed(before), start);
        const { read } = cycle(next, listed(after), at(1));
        const changed = listed(after)
          .slice(0, mediaPage)
          .filter(({ count }, n) => count !== (before[n] ?? 0));
        expect(read).toEqual(expect.arrayContaining(changed.map(({ id }) => id)));
      }),
    );
  });
});

describe("what is remembered of comments", () => {
  const found = (...ids: number[]): PlacedMention[] =>
    ids.map((id) => ({
      ...{ kind: "comment", externalId: String(id), url: "", author: {}, text: "", canReply: true },
      postedAt: new Date(id * 1000),
    }));
  const none = new Set<string>();

  it("tells which are not there any more", () => {
    const known = withFound({}, { media: "m", found: found(1, 2, 3), gone: none });
    expect(missingFrom(known, "m", found(1, 3)).map(({ id }) => id)).toEqual(["2"]);
    expect(missingFrom(known, "other", [])).toEqual([]);
  });

  it("forgets what is gone", () => {
    const known = withFound({}, { media: "m", found: found(1, 2), gone: none });
    const after = withFound(known, { media: "m", found: found(1), gone: new Set(["2"]) });
    expect(missingFrom(after, "m", [])).toHaveLength(1);
  });

  it("stays small, whatever is found", () => {
    let known = {};
    for (let media = 0; media < 20; media++) {
      const ids = Array.from({ length: 60 }, (_, n) => media * 100 + n + 1);
      known = withFound(known, { media: `m${media}`, found: found(...ids), gone: none });
    }
    expect(JSON.stringify(known).length).toBeLessThan(5000);
    expect(missingFrom(known, "m19", [])).toHaveLength(60);
  });
});
