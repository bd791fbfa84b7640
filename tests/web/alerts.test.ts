import { describe, expect, it } from "vitest";
import {
  isSame,
  type Settings,
  tellingFirst,
  withoutGone,
  withRule,
} from "../../web/src/screens/alerts/settings.ts";

const digest = { id: "digest", kind: "digest", on: true, to: ["a1", "b1"], at: "09:00" } as const;
const settings: Settings = {
  language: "ru",
  timeZone: "Europe/Moscow",
  quietHours: null,
  rules: [{ ...digest, to: [...digest.to] }],
};
const told = ({ rules }: Settings): string[][] => rules.map(({ to }) => to);

describe("settings being written", () => {
  it("tell no channel that is gone", () => {
    expect(told(withoutGone(settings, [{ id: "b1" }]))).toEqual([["b1"]]);
    expect(isSame(withoutGone(settings, [{ id: "a1" }, { id: "b1" }]), settings)).toBe(true);
  });

  it("tell the first channel all, and leave the next ones to be chosen", () => {
    expect(told(tellingFirst(withoutGone(settings, []), [{ id: "c1" }]))).toEqual([["c1"]]);
    expect(tellingFirst(settings, [{ id: "a1" }, { id: "b1" }, { id: "c1" }])).toBe(settings);
  });

  it("change one rule and leave what was read as it is", () => {
    const changed = withRule(settings, { ...digest, to: [], at: "07:45" });
    expect(changed.rules).toEqual([{ ...digest, to: [], at: "07:45" }]);
    expect(told(settings)).toEqual([["a1", "b1"]]);
  });
});
