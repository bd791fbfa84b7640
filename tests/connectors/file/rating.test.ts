import { guessOutOf, readRating } from "@otklik/connectors/file/rating";
import { describe, expect, it } from "vitest";

describe("readRating", () => {
  it.each([
    ["4", { stars: 4 }],
    ["4,5", { stars: 4.5 }],
    ["4.50", { stars: 4.5 }],
    ["5/5", { stars: 5, outOf: 5 }],
    ["4 из 5", { stars: 4, outOf: 5 }],
    ["4 из 5 звёзд", { stars: 4, outOf: 5 }],
    ["Rated 4.0 out of 5 stars", { stars: 4, outOf: 5 }],
    ["7/10", { stars: 7, outOf: 10 }],
    ["5 звёзд", { stars: 5 }],
    ["1 звезда", { stars: 1 }],
    ["3 stars", { stars: 3 }],
    ["2-star", { stars: 2 }],
    ["5★", { stars: 5 }],
    ["Оценка: 3", { stars: 3 }],
    ["80%", { stars: 80, outOf: 100 }],
    ["★★★★", { stars: 4 }],
    ["★★★☆☆", { stars: 3, outOf: 5 }],
    ["⭐⭐⭐⭐⭐", { stars: 5 }],
    ["⭐️⭐️", { stars: 2 }],
    ["FIVE", { stars: 5 }],
    ["0", { stars: 0 }],
  ])("reads %s", (cell, rating) => {
    expect(readRating(cell)).toEqual(rating);
  });

  it.each(["", "много", "-3", "5 6", "4/0", "12.03.2024", "five stars or so", "1e3"])(
    "refuses %j",
    (cell) => {
      expect(readRating(cell)).toBeNull();
    },
  );
});

describe("guessOutOf", () => {
  it.each([
    [["5", "1", ""], 5],
    [["5", "8"], 10],
    [["87", "5"], 100],
    [["4 из 10", "3"], 5],
    [[], 5],
  ])("of %j says %i", (cells, outOf) => {
    expect(guessOutOf(cells)).toBe(outOf);
  });

  it("does not stretch the scale of hundreds of ratings for one slip of the pen", () => {
    expect(guessOutOf([...Array<string>(300).fill("5"), "55"])).toBe(5);
    expect(guessOutOf([...Array<string>(20).fill("5"), "55"])).toBe(5);
    expect(guessOutOf(["5", "4", "9000"])).toBe(5);
  });
});
