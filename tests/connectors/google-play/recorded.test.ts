// What Google Play really sent, as far as anybody kept it: read whole where a copy of the file stands beside the checkout.
import { readFileSync } from "node:fs";
import { reviewMention } from "@otklik/connectors/google-play/map";
import { ReviewsPage } from "@otklik/connectors/google-play/wire";
import { readEach } from "@otklik/connectors/kit/lists";
import { describe, expect, it } from "vitest";
import { contractFiles } from "../../support/contract-files.ts";

const { folder, isThere, why } = contractFiles("google-play");

describe.skipIf(!isThere)(`Google Play's recorded answer${why}`, () => {
  it("is read whole, with its empty title, its nameless author and its seconds in a string", () => {
    const file = readFileSync(`${folder}samples/reviews.list.real.json`, "utf8");
    const page = ReviewsPage.parse(JSON.parse(file));
    const { found, unreadable } = readEach(page.reviews ?? [], reviewMention({ app: "com.example.app" }));
    expect(unreadable).toEqual([]);
    expect(found).toEqual([
      expect.objectContaining({
        author: { name: undefined },
        title: undefined,
        text: "會跳出來",
        language: "zh-Hant-TW",
        rating: { stars: 3, outOf: 5 },
        postedAt: new Date(1533601272883),
      }),
    ]);
  });
});
