// Samples beside the contract: PROVENANCE says that they were assembled from VK's schema, and that none was recorded.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { communityOf, readEvent } from "@otklik/connectors/vk/events";
import { faultIn } from "@otklik/connectors/vk/faults";
import { Fault } from "@otklik/connectors/vk/wire";
import { describe, expect, it } from "vitest";

const file = fileURLToPath(
  new URL("../../../../shared/contracts/vk/samples-assembled.json", import.meta.url),
);
const isThere = existsSync(file);
const why = isThere ? "" : ` (SKIPPED: no copy of them at ${file})`;
type Samples = Record<string, { type?: string; error?: unknown }>;
const samples = (isThere ? JSON.parse(readFileSync(file, "utf8")) : {}) as Samples;
const now = new Date("2026-11-20T09:00:00Z");
const reading = { now, names: new Map<string, string>(), mayAnswer: () => true };

describe.skipIf(!isThere)(`VK's samples${why}`, () => {
  const events = Object.values(samples).filter((sample) => communityOf(sample) !== null);

  it("hold events that are all read, none of them unreadable", () => {
    const read = events.map((event) => readEvent(event, reading));
    expect(events.map(({ type }) => type)).toEqual([
      "wall_reply_new",
      "wall_reply_delete",
      "market_comment_new",
      "board_post_new",
    ]);
    expect(read.flatMap(({ unreadable }) => unreadable)).toEqual([]);
    expect(
      read.flatMap(({ found }) => found.map(({ externalId, text, removed }) => [externalId, text, removed])),
    ).toEqual([
      ["wall-123456_55_77", "Где мой заказ?", undefined],
      ["wall-123456_55_77", "", true],
      ["product-123456_4242_12", "Есть размер M?", undefined],
      ["topic-123456_31_9", "Отзыв", undefined],
    ]);
  });

  it("hold errors whose kinds are known", () => {
    const kinds = ["error_too_many", "error_captcha"].map(
      (name) => faultIn(Fault.parse(samples[name]?.error), "wall.getComments", now).kind,
    );
    expect(kinds).toEqual(["throttled", "unauthorized"]);
  });
});
