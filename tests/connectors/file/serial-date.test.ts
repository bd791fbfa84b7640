import { isDateFormat, serialText } from "@otklik/connectors/file/serial-date";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("serialText", () => {
  it.each([
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [60, "1900-02-29"],
    [61, "1900-03-01"],
    [45413, "2024-05-01"],
    [45413.5208333333, "2024-05-01T12:30:00"],
    [0.75, "18:00:00"],
    [-1, "-1"],
    [1e15, "1000000000000000"],
  ])("shows %d as Excel does: %s", (serial, text) => {
    expect(serialText(serial, false)).toBe(text);
  });

  it("counts from 1904 where the workbook does", () => {
    expect(serialText(43951.25, true)).toBe("2024-05-01T06:00:00");
  });

  it("is exact to the second on any day that a review can have", () => {
    const seconds = fc.integer({ min: 0, max: 4_102_444_800 });
    fc.assert(
      fc.property(seconds, (second) => {
        const serial = 25_569 + second / 86_400; // 25,569 is 1970-01-01
        const text = serialText(serial, false).padEnd(19, "T00:00:00");
        expect(new Date(`${text}Z`)).toEqual(new Date(second * 1000));
      }),
    );
  });
});

describe("isDateFormat", () => {
  it.each([
    [14, undefined, true],
    [22, undefined, true],
    [2, undefined, false],
    [164, "dd.mm.yyyy\\ hh:mm", true],
    [165, "[$-419]d mmm yyyy;@", true],
    [166, '#,##0.00" days"', false],
    [167, "[Red]0.00", false],
    [168, "General", false],
  ])("of %i %j says %j", (id, code, isDate) => {
    expect(isDateFormat(id, code)).toBe(isDate);
  });
});
