import type { ReportView } from "@otklik/core/api/routes/reports";
import type { GroupRow } from "@otklik/core/trend/report-view";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { useLocation, useSearchParams } from "wouter";
import { call } from "../../api.ts";
import { useNow } from "../../clock.ts";
import { lazily } from "../../lazily.ts";
import { daysOf, monthAfter, type Period, pathOfPeriod, periodFrom } from "../../month/period.ts";
import { reportCsv } from "../../month/report-csv.ts";
import { sayRating, sayVolume } from "../../month/say.ts";
import { useVoice, type Voice } from "../../month/use-voice.ts";
import { Button } from "../../parts/button.tsx";
import { Empty, Failed, Skeleton } from "../../parts/faces.tsx";
import { networkTitle } from "../../parts/network-title.ts";
import { networksQuery } from "../../queries.ts";
import { ScreenHead } from "../../shell/screen-head.tsx";
import { useSpeech } from "../../speech.tsx";
import { useWorkspace } from "../../workspace.tsx";
import { Figures } from "./figures.tsx";
import { Groups } from "./groups.tsx";
import "./month.css";
import { saveFile } from "../../save-file.ts";
import { RatingNumbers, VolumeNumbers } from "./numbers.tsx";
import { Outages } from "./outages.tsx";
import { PeriodBar } from "./period-bar.tsx";
import { Proof } from "./proof.tsx";
import { Topics } from "./topics.tsx";

const RatingChart = lazily(() => import("./charts.tsx").then((m) => m.RatingChart));
const VolumeChart = lazily(() => import("./charts.tsx").then((m) => m.VolumeChart));

const reportQuery = (brand: string, { by, ...period }: Period) =>
  queryOptions({
    queryKey: ["report", brand, period.month, period.span, by],
    queryFn: ({ signal }) => call("GET /api/reports", { brand, by, ...daysOf(period) }, { signal }),
    placeholderData: keepPreviousData,
  });

/** The marketer's page: what was said in a month against the month before. */
export function Month() {
  const voice = useVoice();
  const now = useNow();
  const { brand } = useWorkspace();
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const period = periodFrom(search, now);
  const report = useQuery(reportQuery(brand, period));
  const nameOf = useGroupNames(voice);
  const show = (next: Period) => navigate(pathOfPeriod(next, now), { replace: true });
  const { data } = report;
  const said = data && data.now.mentions + data.past.mentions + data.outages.length > 0 ? data : undefined;
  return (
    <>
      <ScreenHead title={titleOf(period, voice)} />
      <div className="flex-1 overflow-y-auto bg-surface">
        <div className="mx-auto flex max-w-4xl flex-col gap-5 p-5 max-wide:px-4 print:max-w-none print:gap-2 print:p-0">
          <PeriodBar
            period={period}
            now={now}
            voice={voice}
            onChange={show}
            onCsv={
              said &&
              (() =>
                saveFile(
                  `${voice.month.file}-${said.range.from}-${said.range.to}.csv`,
                  reportCsv(said, { ...voice, nameOf }),
                ))
            }
          />
          {report.isPending ? (
            <Skeleton rows={6} className="h-20" />
          ) : report.isError && !data ? (
            <Failed what={voice.month.failed} error={report.error} retry={() => report.refetch()} />
          ) : said ? (
            <Told
              report={said}
              voice={voice}
              by={period.by}
              onBy={(by) => show({ ...period, by })}
              nameOf={nameOf}
            />
          ) : (
            <Empty
              action={
                <Button look="primary" icon="plus" onClick={() => navigate("/start")}>
                  {voice.month.connect}
                </Button>
              }
            >
              {voice.month.empty}
            </Empty>
          )}
        </div>
      </div>
    </>
  );
}

const titleOf = ({ month, span }: Period, { formats }: Voice): string =>
  span === 1 ? formats.month(month) : formats.months(monthAfter(month, 1 - span), month);

/** A network as people write it; a product or a location as it was named. */
function useGroupNames({ month }: Voice): (group: GroupRow) => string {
  const { words } = useSpeech();
  const networks = useQuery(networksQuery).data;
  return ({ key, name }) => {
    if (!key) return month.unnamed;
    const network = networks?.find((one) => one.network === key);
    return network ? networkTitle(network.network, network.title, words) : name;
  };
}

interface ToldProps {
  report: ReportView;
  voice: Voice;
  by: Period["by"];
  onBy(by: Period["by"]): void;
  nameOf(group: GroupRow): string;
}

function Told({ report, voice, by, onBy, nameOf }: ToldProps) {
  const { month, formats } = voice;
  const rating = sayRating(report, voice);
  const volume = sayVolume(report, voice);
  const isByDay = report.step === "day";
  const isAlone = report.past.mentions === 0;
  return (
    <>
      <p className="text-sm text-ink-soft">
        {isAlone
          ? month.alone(formats.days(report.range))
          : month.against(formats.days(report.range), formats.days(report.before))}
      </p>
      <Figures report={report} voice={voice} />
      <Outages report={report} voice={voice} />
      <Proof
        sentence={rating}
        caption={isByDay ? month.ratingChart : month.ratingChartWeekly}
        toNumbers={month.showNumbers}
        numbers={<RatingNumbers report={report} voice={voice} caption={rating} />}
      >
        <Suspense fallback={<div className="h-50" />}>
          <RatingChart report={report} voice={voice} label={rating} />
        </Suspense>
      </Proof>
      <Proof
        sentence={volume}
        caption={isByDay ? month.volumeChart : month.volumeChartWeekly}
        toNumbers={month.showNumbers}
        numbers={<VolumeNumbers report={report} voice={voice} caption={volume} />}
      >
        <Suspense fallback={<div className="h-45" />}>
          <VolumeChart report={report} voice={voice} label={volume} />
        </Suspense>
      </Proof>
      {!isAlone && <Topics report={report} voice={voice} />}
      <Groups report={report} voice={voice} by={by} onBy={onBy} nameOf={nameOf} />
    </>
  );
}
