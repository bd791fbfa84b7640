import type { Move } from "@otklik/core/trend/report-view";
import { loadMonthWords, loadWords } from "@otklik/words";
import { describe, expect, it } from "vitest";
import { monthFormatsOf } from "../../web/src/month/formats.ts";
import { sayRating, sayVolume } from "../../web/src/month/say.ts";
import { figures, fullReport } from "../support/report.ts";

const now = new Date("2026-11-01T00:00:00Z");
const voiceIn = async (language: "ru" | "en") => ({
  month: await loadMonthWords(language),
  labels: (await loadWords(language)).labels,
  formats: monthFormatsOf(language, now),
});
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

describe("the sentence above a chart", () => {
  it("names how far the rating moved, and why", async () => {
    const report = fullReport({ because: "delivery" });
    expect(plain(sayRating(report, await voiceIn("ru")))).toBe("Средняя оценка упала на 0,30: доставка");
    expect(plain(sayRating(report, await voiceIn("en")))).toBe("The average rating fell by 0.30: delivery");
  });

  it.each<[Move, string]>([
    ["level", "Средняя оценка 4,20, заметно не изменилась"],
    ["unknown", "Средняя оценка 4,20, сравнить не с чем"],
    ["up", "Средняя оценка выросла на 0,30"],
  ])("claims no more than is known when the rating is %s", async (rating, said) => {
    const report = fullReport({ because: null, moves: { ...fullReport().moves, rating } });
    expect(plain(sayRating(report, await voiceIn("ru")))).toBe(said);
  });

  it("says that nobody rated", async () => {
    const report = fullReport({ now: figures({ average: null, rated: 0 }) });
    expect(plain(sayRating(report, await voiceIn("ru")))).toBe("Оценок никто не поставил");
  });

  it("compares volume by the day and names the share of complaints", async () => {
    const bySentiment = { negative: 6, mixed: 0, neutral: 0, positive: 54, unsure: 0 };
    const report = fullReport({ past: figures({ mentions: 60, bySentiment }) });
    expect(plain(sayVolume(report, await voiceIn("ru")))).toBe(
      "Пишут чаще: 3,2 в день вместо 2; негатива 20 %, было 10 %",
    );
  });

  it("compares complaints with nothing where nothing was said before", async () => {
    const past = figures({ mentions: 0, average: null });
    const report = fullReport({ past, moves: { ...fullReport().moves, volume: "unknown" } });
    expect(plain(sayVolume(report, await voiceIn("en")))).toBe("3.2 mentions a day; 20% negative");
  });
});

describe("the days of the page", () => {
  it("are those of UTC, wherever the reader sits, and stand as one line", () => {
    const { days, month, months, day } = monthFormatsOf("ru", now);
    expect(plain(days({ from: "2026-11-01", to: "2026-11-22" }))).toBe("1–22 нояб. 2026");
    expect(plain(days({ from: "2024-12-01", to: "2026-11-22" }))).toBe("1 дек. 2024 – 22 нояб. 2026");
    expect([month("2026-11"), months("2024-12", "2026-11"), day("2026-11-05")].map(plain)).toEqual([
      "Ноябрь 2026",
      "Дек. 2024 – нояб. 2026",
      "5 нояб.",
    ]);
  });
});
