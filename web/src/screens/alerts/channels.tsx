import type { AlertingView } from "@otklik/core/api/routes/alerting";
import { useState } from "react";
import { Button } from "../../parts/button.tsx";
import { useSpeech } from "../../speech.tsx";
import { AddChannel, type ChannelKind } from "./add-channel.tsx";
import { ChannelRow } from "./channel-row.tsx";

interface ChannelsProps {
  brand: string;
  alerting: AlertingView;
  onChange(view: AlertingView): void;
  onAdded(view: AlertingView): void;
}

/** Where a brand's people are told, how it goes there, and two ways to add one. */
export function Channels({ brand, alerting, onChange, onAdded }: ChannelsProps) {
  const { alerts } = useSpeech().words;
  const [adding, setAdding] = useState<ChannelKind | null>(null);
  const [wasAdding, setWasAdding] = useState<ChannelKind | null>(null);
  const begin = (kind: ChannelKind) => {
    setAdding(kind);
    setWasAdding(kind);
  };
  const { channels, sendsMail, publicUrl } = alerting;
  const keepsLetters = !sendsMail && channels.some(({ is }) => is === "email");
  return (
    <section className="pt-6">
      <h2 className="pb-2 font-semibold">{alerts.channels}</h2>
      {channels.length === 0 ? (
        <p className="pb-3 text-ink-soft">{alerts.noChannels}</p>
      ) : (
        <ul className="mb-3 divide-y divide-line border-y border-line">
          {channels.map((channel) => (
            <ChannelRow
              key={channel.id}
              brand={brand}
              channel={channel}
              isKept={channel.is === "email" && !sendsMail}
              onChange={onChange}
            />
          ))}
        </ul>
      )}
      {adding ? (
        <AddChannel
          key={adding}
          brand={brand}
          kind={adding}
          alerting={alerting}
          onAdded={onAdded}
          onLeave={() => setAdding(null)}
        />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button
            look={channels.length === 0 ? "primary" : "plain"}
            icon="plus"
            autoFocus={wasAdding === "slack"}
            onClick={() => begin("slack")}
          >
            {alerts.addSlack}
          </Button>
          <Button icon="plus" autoFocus={wasAdding === "email"} onClick={() => begin("email")}>
            {alerts.addMail}
          </Button>
        </div>
      )}
      <div className="flex flex-col gap-3 pt-3 empty:hidden">
        {keepsLetters && adding !== "email" && <MailNote />}
        {publicUrl === null && channels.length > 0 && (
          <p className="text-sm text-ink-soft">{alerts.noPublicUrl}</p>
        )}
      </div>
    </section>
  );
}

/** Letters stay here, and who can change that. */
export function MailNote() {
  const { alerts } = useSpeech().words;
  return (
    <p className="text-sm text-ink-soft">
      {alerts.mailIsKept} {alerts.mailForWhom}
    </p>
  );
}
