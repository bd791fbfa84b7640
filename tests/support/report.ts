import type { ReportView } from "@otklik/core/api/routes/reports";
import type { Figures } from "@otklik/core/trend/report-view";

export const figures = (change: Partial<Figures> = {}): Figures => ({
  mentions: 100,
  rated: 80,
  average: { is: 4.2, low: 4, high: 4.4 },
  answered: 50,
  answeredShare: 0.5,
  replied: 50,
  replyMinutes: 90,
  bySentiment: { negative: 20, mixed: 10, neutral: 10, positive: 60, unsure: 0 },
  ...change,
});

/** A report as full as one gets: three topics a side, long quotes, twenty long names, outages. */
export function fullReport(change: Partial<ReportView> = {}): ReportView {
  const long = "Очень длинное название того, что говорят и продают";
  const topics = ["delivery", "packaging", "authenticity", "quality", "cleanliness", "price"] as const;
  const moves = topics.map((topic, at) => ({
    topic,
    share: 0.2,
    shareBefore: 0.1,
    mentions: 20,
    negativeShare: 0.5,
    quotes: [1, 2].map((n) => ({
      conversation: `b1-${at}-${n}`,
      words: `${"Ждали курьера неделю, коробка помята, ".repeat(4).slice(0, 139)}…`,
    })),
  }));
  const day = (at: number): string => `2026-10-${String(at + 1).padStart(2, "0")}`;
  return {
    range: { from: "2026-10-01", to: "2026-10-31" },
    before: { from: "2026-09-01", to: "2026-09-30" },
    now: figures(),
    past: figures({ mentions: 60, average: { is: 4.5, low: 4.4, high: 4.6 } }),
    moves: { rating: "down", volume: "up", answered: "down", reply: "level" },
    because: "authenticity",
    step: "day",
    points: Array.from({ length: 31 }, (_, at) => ({
      from: day(at),
      to: day(at),
      mentions: at,
      rated: at,
      average: at === 0 ? null : { is: 4, low: 3, high: 5 },
      bySentiment: { negative: at, mixed: 0, neutral: 0, positive: 0, unsure: 0 },
      blind: at === 9,
    })),
    topics: { up: moves.slice(0, 3), down: moves.slice(3) },
    by: "product",
    groups: Array.from({ length: 20 }, (_, at) => ({
      key: `p${at}`,
      name: `${long} ${at}`,
      now: figures(),
      before: figures(),
    })),
    otherGroups: figures(),
    topicTitles: {},
    outages: Array.from({ length: 5 }, (_, at) => ({
      source: long,
      network: "wildberries",
      from: `2026-10-${10 + at}T08:00:00.000Z`,
      until: `2026-10-${10 + at}T20:00:00.000Z`,
    })),
    ...change,
  };
}
