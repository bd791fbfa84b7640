import type { AlertKind, AlertRule } from "@otklik/core/alert/alerting";
import type { RehearsalView } from "@otklik/core/api/routes/alerting";
import { formatsOf } from "@otklik/words";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { call } from "../../api.ts";
import { useNow } from "../../clock.ts";
import { explain } from "../../explain.ts";
import { Button } from "../../parts/button.tsx";
import { Skeleton } from "../../parts/faces.tsx";
import { useSpeech } from "../../speech.tsx";
import type { Settings } from "./settings.ts";

interface RehearsalProps {
  brand: string;
  rule: AlertRule;
  settings: Settings;
}

/** What a rule would have sent in the last seven days, as it stands in the form, saved or not. */
export function Rehearsal({ brand, rule, settings }: RehearsalProps) {
  const speech = useSpeech();
  const { alerts } = speech.words;
  const { timeZone, quietHours } = settings;
  // Whether it is on, and whom it tells, changes nothing of what it would say.
  const asked = { brand, rule: { ...rule, on: true }, timeZone, quietHours };
  const query = useQuery({
    queryKey: ["rehearsal", asked],
    queryFn: ({ signal }) => call("POST /api/alerting/rehearsal", asked, { signal }),
    placeholderData: keepPreviousData,
  });
  if (query.isPending) return <Skeleton rows={2} />;
  if (query.isError)
    return (
      <div role="alert" className="flex flex-wrap items-center gap-x-4 gap-y-2 py-1">
        <p>
          {alerts.rehearsalFailed}. {explain(query.error, speech)}
        </p>
        <Button onClick={() => query.refetch()}>{speech.words.actions.retry}</Button>
      </div>
    );
  return (
    <div className={query.isPlaceholderData ? "opacity-60" : ""} aria-busy={query.isPlaceholderData}>
      <Week week={query.data} kind={rule.kind} timeZone={timeZone} />
    </div>
  );
}

const shownAtFirst = 5;

interface WeekProps {
  week: RehearsalView;
  kind: AlertKind;
  timeZone: string;
}

function Week({ week: { messages, alerts: happened, partial }, kind, timeZone }: WeekProps) {
  const { alerts } = useSpeech().words;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? messages : messages.slice(0, shownAtFirst);
  const hidden = messages.length - shown.length;
  if (messages.length === 0) return <p className="py-1 text-ink-soft">{alerts.rehearsalNone}</p>;
  return (
    <div className="pt-1">
      <p>
        {alerts.rehearsal(messages.length)}
        {kind !== "digest" && ` ${alerts.rehearsalOf(happened)}`}.{partial && ` ${alerts.rehearsalPartial}`}
      </p>
      <ol className="mt-2 divide-y divide-line border-y border-line text-sm">
        {shown.map((message) => (
          <Message key={`${message.at} ${message.top[0]?.path}`} message={message} timeZone={timeZone} />
        ))}
      </ol>
      {hidden > 0 && (
        <Button look="quiet" className="mt-1 -ml-2" onClick={() => setWhole(true)}>
          {alerts.rehearsalHidden(hidden)}
        </Button>
      )}
    </div>
  );
}

interface MessageProps {
  message: RehearsalView["messages"][number];
  timeZone: string;
}

/** One message: when it would have come, by the clock of the rules, and what it would have shown. */
function Message({ message: { at, count, top }, timeZone }: MessageProps) {
  const { words, formats, language } = useSpeech();
  const now = useNow();
  const there = formatsOf(language, timeZone);
  const date = new Date(at);
  const more = count - top.length;
  return (
    <li className="flex flex-col gap-x-4 py-2 wide:flex-row">
      <time dateTime={at} title={there.exact(date)} className="shrink-0 text-ink-soft wide:w-36">
        {there.moment(date, now)}
      </time>
      <div className="min-w-0 flex-1">
        {top.map(({ path, title, text }) => (
          <p key={path + title} className="flex flex-col gap-x-3 wide:flex-row">
            <Link
              to={path}
              className="max-w-full shrink-0 truncate text-accent underline underline-offset-2 wide:max-w-56"
            >
              {title}
            </Link>
            <span className="min-w-0 flex-1 truncate">{text}</span>
          </p>
        ))}
        {top.length === 0 ? (
          <p>{words.notices.mentions(count)}</p>
        ) : (
          more > 0 && <p className="text-ink-soft">{words.alerts.rehearsalMore(formats.number(more))}</p>
        )}
      </div>
    </li>
  );
}
