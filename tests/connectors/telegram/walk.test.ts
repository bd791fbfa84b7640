import { albumsMerged, withoutUnfinished } from "@otklik/connectors/telegram/albums";
import { afterEntries, offsetOf, walkOf } from "@otklik/connectors/telegram/walk";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, group, mentionsIn, message } from "./updates.ts";

const now = new Date((at + 60) * 1000);
const update = (id: number, of = {}) => ({ update_id: id, message: message({ message_id: id, ...of }) });

describe("the cursor", () => {
  it("asks for the earliest update when there is none, and then for the one after the last", () => {
    const first = walkOf(null);
    const next = afterEntries(first, [update(10), update(11)], now);
    expect([offsetOf(first, now), offsetOf(next, now)]).toEqual([undefined, 12]);
  });

  it("stays where nothing was read", () => {
    const walk = walkOf(null);
    expect(afterEntries(walk, [], now)).toBe(walk);
    expect(afterEntries(walk, [{ update_id: "?" }], now)).toBe(walk);
  });

  it("asks for the earliest again after a quiet week, since numbers may have begun anew", () => {
    const walk = afterEntries(walkOf(null), [update(10)], now);
    expect(offsetOf(walk, new Date(now.getTime() + 5 * 86_400_000))).toBe(11);
    expect(offsetOf(walk, new Date(now.getTime() + 7 * 86_400_000))).toBeUndefined();
  });

  it("is not carried away by one garbled number, which would confirm what was never read", () => {
    const entries = [update(10), update(11), update(4_000_000_000_000)];
    expect(offsetOf(afterEntries(walkOf(null), entries, now), now)).toBe(12);
  });

  it("remembers under which number a group goes on", () => {
    const entries = [update(10, { chat: { ...group, type: "group", id: -5 }, migrate_to_chat_id: -1005 })];
    expect(afterEntries(walkOf(null), entries, now).moved).toEqual({ "-5": "-1005" });
  });

  it.each(["", "page 7", "{}", "null", '{"version":2,"offset":5}'])(
    "begins at the beginning with %j, which is none of ours",
    (cursor) => {
      expect(offsetOf(walkOf(cursor), now)).toBeUndefined();
    },
  );

  it("reads every update of a stream exactly in its order, whatever page sizes and crashes there are", () => {
    const steps = fc.array(fc.record({ take: fc.integer({ min: 1, max: 7 }), crashes: fc.boolean() }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), steps, (count, taken) => {
        let stream = Array.from({ length: count }, (_, n) => update(100 + n));
        let saved: string | null = null;
        const read = new Set<number>();
        for (const { take, crashes } of [...taken, ...stream.map(() => ({ take: 7, crashes: false }))]) {
          const walk = walkOf(saved);
          const offset = offsetOf(walk, now) ?? 0;
          stream = stream.filter(({ update_id }) => update_id >= offset); // asking confirms what came before
          const page = stream.slice(0, take);
          for (const { update_id } of page) read.add(update_id);
          saved = crashes ? saved : JSON.stringify(afterEntries(walk, page, now));
        }
        expect([...read].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, n) => 100 + n));
      }),
    );
  });
});

describe("an album", () => {
  const piece = (id: number, of = {}) =>
    update(id, {
      media_group_id: "album",
      text: undefined,
      photo: [{ file_id: `p${id}`, width: 800, height: 800 }],
      ...of,
    });
  const album = [piece(1, { caption: "Смотрите" }), piece(2), piece(3)];
  const later = { isFull: false, now: new Date((at + 60) * 1000) };

  it("is one mention with all of its pictures", () => {
    const found = albumsMerged(
      album.flatMap((one) => mentionsIn(one)),
      album,
    );
    expect(found).toMatchObject([
      { externalId: `${group.id}:1`, text: "Смотрите", media: [{ url: "telegram-file:p1" }, {}, {}] },
    ]);
  });

  it("leaves what stands beside it alone", () => {
    const entries = [update(8), ...album, update(9)];
    const found = albumsMerged(
      entries.flatMap((one) => mentionsIn(one)),
      entries,
    );
    expect(found.map(({ externalId }) => externalId)).toEqual([8, 1, 9].map((id) => `${group.id}:${id}`));
  });

  it("is left for the next time where its rest may still come", () => {
    const young = { isFull: false, now: new Date((at + 2) * 1000) };
    expect(withoutUnfinished([update(8), ...album], young)).toEqual([update(8)]);
    expect(withoutUnfinished([update(8), ...album], later)).toHaveLength(4);
  });

  it("is left for the next page where a full page ends in it", () => {
    expect(withoutUnfinished([update(8), ...album], { ...later, isFull: true })).toEqual([update(8)]);
  });

  it("is read as it came where it fills a page alone, so that reading goes on", () => {
    expect(withoutUnfinished(album, { ...later, isFull: true })).toEqual(album);
  });
});
