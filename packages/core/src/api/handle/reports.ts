import { Refusal } from "../../errors.ts";
import { listOutages } from "../../source/outage-store.ts";
import { listSources } from "../../source/source-store.ts";
import { daysIn, instantsOf, type Range, rangeBefore } from "../../trend/calendar.ts";
import { countedDay } from "../../trend/counted.ts";
import { reportOf } from "../../trend/report.ts";
import { dayOf } from "../../trend/trend.ts";
import { listReportDays } from "../../trend/trend-store.ts";
import { ownTitles } from "../../vocabulary/vocabulary.ts";
import { getVocabulary } from "../../vocabulary/vocabulary-store.ts";
import type { Handlers } from "../context.ts";
import type { OutageView } from "../routes/reports.ts";

const mostDays = 3 * 366;

export const reports: Handlers<"GET /api/reports"> = {
  async "GET /api/reports"({ brand, by, ...asked }, { table, ports }) {
    const now = ports.now();
    const range = upToToday(asked, dayOf(now));
    const needed = { from: rangeBefore(range).from, to: range.to };
    const [read, outages, all, { vocabulary }] = await Promise.all([
      listReportDays(table, brand, needed),
      listOutages(table, brand, instantsOf(range)),
      listSources(table),
      getVocabulary(table, brand),
    ]);
    const days = read.map((day) => countedDay(day, vocabulary));
    const sources = all.map(({ source }) => source).filter(({ brandId }) => brandId === brand);
    const listening = sources.filter(({ every }) => every > 0).map(({ id }) => id);
    return {
      ...reportOf({ range, by, days, outages, listening, now }),
      topicTitles: ownTitles(vocabulary),
      outages: outages.map(({ sourceId, from, until }): OutageView => {
        const source = sources.find(({ id }) => id === sourceId);
        return {
          source: source?.title ?? sourceId,
          network: source?.network ?? "",
          from: from.toISOString(),
          ...(until ? { until: until.toISOString() } : {}),
        };
      }),
    };
  },
};

/** @throws Refusal bad-input */
function upToToday({ from, to }: Range, today: string): Range {
  if (from > to)
    throw new Refusal("bad-input", {
      ru: "Период кончается раньше, чем начинается.",
      en: "The period ends before it begins.",
    });
  if (from > today)
    throw new Refusal("bad-input", {
      ru: "Этот период ещё не начался.",
      en: "This period has not begun yet.",
    });
  if (daysIn({ from, to }) > mostDays)
    throw new Refusal("bad-input", {
      ru: "За один раз можно посмотреть не больше трёх лет. Выберите период короче.",
      en: "A report covers three years at most. Choose a shorter period.",
    });
  return { from, to: to > today ? today : to };
}
