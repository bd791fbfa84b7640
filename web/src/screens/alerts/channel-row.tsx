import type { AlertingView, ChannelView } from "@otklik/core/api/routes/alerting";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { useNow } from "../../clock.ts";
import { explain } from "../../explain.ts";
import { inTongue } from "../../in-tongue.ts";
import { say } from "../../notices.ts";
import { Button } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { alertingQuery } from "../../queries.ts";
import { useSpeech } from "../../speech.tsx";
import { lettersKey } from "./letters.tsx";

interface ChannelRowProps {
  brand: string;
  channel: ChannelView;
  /** Its letters do not leave: they are kept here. */
  isKept: boolean;
  onChange(view: AlertingView): void;
}

/** One channel: how it goes there, a trial, and the way out. */
export function ChannelRow({ brand, channel, isKept, onChange }: ChannelRowProps) {
  const speech = useSpeech();
  const { words, formats } = speech;
  const { alerts, actions } = words;
  const client = useQueryClient();
  const now = useNow();
  const [isLeaving, setLeaving] = useState<boolean | null>(null);
  // what was just told may be ahead of a clock that ticks every half minute
  const said = (at: string) => formats.relative(new Date(Math.min(Date.parse(at), now.getTime())), now);
  const { id, title, is, broken, lastToldAt, waiting } = channel;
  const trial = useMutation({
    mutationFn: () => call("POST /api/alerting/channels/:id/trial", { brand, id }),
    onSuccess: (view) => {
      onChange(view);
      if (isKept) void client.invalidateQueries({ queryKey: lettersKey });
      say({ text: isKept ? alerts.trialKept : alerts.trialSent(title) });
    },
    onError: (error) => {
      say({ text: words.composer.notDone(explain(error, speech)) });
      void client.invalidateQueries({ queryKey: alertingQuery(brand).queryKey });
    },
  });
  const remove = useMutation({
    mutationFn: () => call("DELETE /api/alerting/channels/:id", { brand, id }),
    onSuccess: (view) => {
      onChange(view);
      say({ text: alerts.removed });
    },
    onError: (error) => say({ text: words.composer.notDone(explain(error, speech)) }),
  });
  const facts = [
    alerts.kind[is],
    lastToldAt ? alerts.told(said(lastToldAt)) : alerts.neverTold,
    ...(waiting > 0 ? [alerts.waiting(waiting)] : []),
  ];
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <h3 className="font-semibold break-words">{title}</h3>
        <p className="text-sm text-ink-soft">{facts.join(" · ")}</p>
        {broken && (
          <div className="mt-1" role="status">
            <p className="flex gap-2 text-urgent">
              <Icon name="warning" className="mt-0.5" />
              <span>
                {alerts.broken} {alerts.brokenSince(formats.moment(new Date(broken.at), now))}
              </span>
            </p>
            <p className="ml-6 text-sm">{inTongue(broken.why, speech)}</p>
          </div>
        )}
      </div>
      {isLeaving ? (
        <div className="flex flex-wrap items-center gap-2">
          <p className="text-sm">{alerts.removeAsk}</p>
          <Button autoFocus disabled={remove.isPending} onClick={() => remove.mutate()}>
            {alerts.remove}
          </Button>
          <Button look="quiet" onClick={() => setLeaving(false)}>
            {actions.cancel}
          </Button>
        </div>
      ) : (
        <div className="flex gap-2">
          <Button disabled={trial.isPending} onClick={() => trial.mutate()}>
            {alerts.trial}
          </Button>
          <Button look="quiet" autoFocus={isLeaving === false} onClick={() => setLeaving(true)}>
            {alerts.remove}
          </Button>
        </div>
      )}
    </li>
  );
}
