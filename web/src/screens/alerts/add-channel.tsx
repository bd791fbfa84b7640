import type { AlertingView } from "@otklik/core/api/routes/alerting";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { explain } from "../../explain.ts";
import { Button } from "../../parts/button.tsx";
import { TextField } from "../../parts/field.tsx";
import { isPage } from "../../parts/outward.tsx";
import { useSpeech } from "../../speech.tsx";
import { MailNote } from "./channels.tsx";

export type ChannelKind = "slack" | "email";

interface AddChannelProps {
  brand: string;
  kind: ChannelKind;
  alerting: AlertingView;
  onAdded(view: AlertingView): void;
  onLeave(): void;
}

/** A new channel: what was typed stays when it is refused. */
export function AddChannel({ brand, kind, alerting, onAdded, onLeave }: AddChannelProps) {
  const speech = useSpeech();
  const { alerts, actions } = speech.words;
  const [title, setTitle] = useState("");
  const [target, setTarget] = useState("");
  const add = useMutation({
    mutationFn: () =>
      call("POST /api/alerting/channels", {
        brand,
        channel:
          kind === "slack"
            ? { is: "slack", title, webhook: target.trim() }
            : { is: "email", address: target.trim() },
      }),
    onSuccess: (view) => {
      onAdded(view);
      onLeave();
    },
  });
  const [isWrong, setWrong] = useState(false);
  const refused = add.error ? explain(add.error, speech) : undefined;
  const error = isWrong ? alerts.webhookWrong : refused;
  return (
    <form
      className="flex max-w-xl flex-col gap-4 border-l-2 border-line py-1 pl-4"
      onSubmit={(submit) => {
        submit.preventDefault();
        const isAddress = kind === "email" || isPage(target.trim());
        setWrong(!isAddress);
        if (isAddress) add.mutate();
      }}
    >
      {kind === "slack" ? (
        <>
          <TextField
            label={alerts.slackTitle}
            hint={alerts.slackTitleHint}
            value={title}
            onChange={setTitle}
            maxLength={80}
            required
            autoFocus
          />
          <TextField
            label={alerts.webhook}
            hint={alerts.webhookHint}
            error={error}
            value={target}
            onChange={setTarget}
            type="url"
            autoComplete="off"
            spellCheck={false}
            maxLength={500}
            placeholder="https://hooks.slack.com/services/…"
            required
          />
        </>
      ) : (
        <TextField
          label={alerts.address}
          error={error}
          value={target}
          onChange={setTarget}
          type="email"
          autoComplete="email"
          maxLength={254}
          required
          autoFocus
        />
      )}
      <p className="text-ink-soft">{alerting.channels.length === 0 ? alerts.firstHint : alerts.nextHint}</p>
      {kind === "email" && !alerting.sendsMail && <MailNote />}
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={add.isPending}>
          {alerts.add}
        </Button>
        <Button onClick={onLeave}>{actions.cancel}</Button>
      </div>
    </form>
  );
}
