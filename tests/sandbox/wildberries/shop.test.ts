import { openState } from "@otklik/sandbox/state";
import { fingerprint } from "@otklik/sandbox/wildberries/prose/said";
import { demoShop, openShop } from "@otklik/sandbox/wildberries/shop";
import { wordsOf } from "@otklik/sandbox/wildberries/world";
import { describe, expect, it } from "vitest";

const opening = Date.parse("2026-07-24T12:00:00Z");
const HOUR_MS = 3_600_000;

describe("a shop that is opened again", () => {
  it("is not populated anew, and those who come later still repeat nobody", () => {
    const state = openState(":memory:");
    const openAt = (time: number) => openShop({ state, now: () => new Date(time), settings: demoShop });
    const first = openAt(opening);
    const second = openAt(opening + HOUR_MS);
    expect(second.reviews()).toEqual(first.reviews());
    second.letIn();
    const third = openAt(opening + 2 * HOUR_MS);
    third.letIn();
    const said = [...third.reviews().map(wordsOf), ...third.questions().map(({ text }) => text)]
      .filter((text) => text !== "")
      .map(fingerprint);
    expect(third.reviews().length).toBeGreaterThan(second.settings.reviews + 15);
    expect(new Set(said).size).toBe(said.length);
  });

  it("brings the same visitors whether it is looked at often or once", () => {
    const visitors = (looks: number[]) => {
      const state = openState(":memory:");
      for (const time of [0, ...looks]) {
        openShop({ state, now: () => new Date(opening + time), settings: demoShop }).letIn();
      }
      return openShop({ state, now: () => new Date(opening), settings: demoShop }).reviews();
    };
    expect(visitors([10, 20, 30, 40, 50, 60].map((minutes) => minutes * 60_000))).toEqual(
      visitors([HOUR_MS]),
    );
  });
});
