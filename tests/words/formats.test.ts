import { formatsOf } from "@otklik/words";
import { describe, expect, it } from "vitest";

const now = new Date("2024-05-15T12:00:00Z");
const at = (iso: string) => new Date(iso);
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");
const ru = formatsOf("ru", "UTC");
const en = formatsOf("en", "UTC");

describe("dollars", () => {
  it.each([
    [12.5, "12,50 $", "$12.50"],
    [0.1, "0,10 $", "$0.10"],
    [0.0029, "0,0029 $", "$0.0029"],
    [0, "0,00 $", "$0.00"],
  ])("says %d, and below ten cents as much as it needs", (value, russian, english) => {
    expect([plain(ru.dollars(value)), plain(en.dollars(value))]).toEqual([russian, english]);
  });
});

describe("month", () => {
  it("names the month and its year, of UTC", () => {
    const first = at("2024-05-01T00:00:00Z");
    expect([plain(ru.month(first)), plain(formatsOf("en", "America/New_York").month(first))]).toEqual([
      "май 2024 г.",
      "May 2024",
    ]);
  });
});

describe("relative", () => {
  it.each([
    ["2024-05-15T12:40:00Z", "через 40 мин", "in 40 min"],
    ["2024-05-15T11:58:00Z", "2 мин назад", "2 min ago"],
    ["2024-05-15T11:59:40Z", "только что", "just now"],
    ["2024-05-15T12:00:20Z", "сейчас", "now"],
    ["2024-05-15T09:00:00Z", "3 ч назад", "3 hr ago"],
    ["2024-05-15T04:05:00Z", "сегодня в 4:05", "today at 4:05 AM"],
    ["2024-05-14T18:20:00Z", "вчера в 18:20", "yesterday at 6:20 PM"],
    ["2024-05-16T09:00:00Z", "завтра в 9:00", "tomorrow at 9:00 AM"],
    ["2024-05-11T18:20:00Z", "сб, 11 мая в 18:20", "Sat, May 11 at 6:20 PM"],
    ["2024-02-01T18:20:00Z", "1 февр.", "Feb 1"],
    ["2021-02-01T18:20:00Z", "1 февр. 2021", "Feb 1, 2021"],
  ])("says %s as a person does", (iso, russian, english) => {
    expect([plain(ru.relative(at(iso), now)), plain(en.relative(at(iso), now))]).toEqual([russian, english]);
  });

  it("counts days by the clock on the wall, not by 24 hours", () => {
    const moscow = formatsOf("ru", "Europe/Moscow");
    expect(plain(moscow.relative(at("2024-05-14T20:59:00Z"), at("2024-05-15T05:00:00Z")))).toBe(
      "вчера в 23:59",
    );
  });
});

describe("brief", () => {
  it.each([
    ["2024-05-15T11:20:00Z", "40 мин"],
    ["2024-05-15T08:20:00Z", "8:20"],
    ["2024-05-14T08:20:00Z", "вчера"],
    ["2024-05-01T08:20:00Z", "1 мая"],
  ])("says %s in a few letters", (iso, said) => {
    expect(plain(ru.brief(at(iso), now))).toBe(said);
  });
});

describe("duration", () => {
  it("says the largest unit, rounded down, and never nothing", () => {
    const minute = 60_000;
    const said = [0, 59 * minute, 90 * minute, 47 * 60 * minute, 50 * 60 * minute].map((ms) =>
      plain(ru.duration(ms)),
    );
    expect(said).toEqual(["1 мин", "59 мин", "1 ч", "47 ч", "2 дн."]);
  });
});

describe("the rest", () => {
  it("groups numbers and keeps at most one decimal", () => {
    expect([plain(ru.number(12500)), ru.number(4.34), en.number(12500)]).toEqual(["12 500", "4,3", "12,500"]);
  });

  it("quotes as the language does", () => {
    expect([ru.quote("да"), en.quote("yes")]).toEqual(["«да»", "“yes”"]);
  });

  it("names a language, and gives back what names none", () => {
    expect([ru.languageName("de"), ru.languageName("no such tag")]).toEqual(["немецкий", "no such tag"]);
  });

  it("tells the whole truth on the hover", () => {
    expect(plain(ru.exact(now))).toBe("среда, 15 мая 2024 г. в 12:00:00 UTC");
  });
});
