import type { AccountView } from "@otklik/core/api/routes/accounts";
import type { NetworkView } from "@otklik/core/api/views";
import type { InboxFrom } from "@otklik/core/source/source";
import { useState } from "react";
import { useLocation } from "wouter";
import { explain } from "../../explain.ts";
import { Button } from "../../parts/button.tsx";
import { FieldNote, TextField } from "../../parts/field.tsx";
import { useSpeech } from "../../speech.tsx";
import { InboxChoice } from "../start/inbox-choice.tsx";
import { useConnect } from "../start/use-connect.ts";
import { settingsFields, settingsOf } from "./settings-fields.ts";
import { SettingsForm } from "./settings-form.tsx";

/** A further source under a sign-in whose network lists no places: its settings say which one is meant. */
export function SourceUnder({ account, network }: { account: AccountView; network: NetworkView }) {
  const speech = useSpeech();
  const { start } = speech.words;
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [title, setTitle] = useState(account.title);
  const [inboxFrom, setInboxFrom] = useState<InboxFrom>("30d");
  const [, navigate] = useLocation();
  const connect = useConnect();
  const fields = settingsFields(network.settings);
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(submit) => {
        submit.preventDefault();
        connect.mutate(
          {
            network: network.network,
            account: account.id,
            title: title.trim(),
            settings: settingsOf(fields, typed),
            inboxFrom,
          },
          { onSuccess: () => navigate("/inbox") },
        );
      }}
    >
      <TextField label={start.sourceTitle} value={title} maxLength={200} required onChange={setTitle} />
      <SettingsForm fields={fields} typed={typed} onType={setTyped} />
      <InboxChoice chosen={inboxFrom} onChoose={setInboxFrom} />
      <div>
        <Button type="submit" look="primary" disabled={connect.isPending || title.trim() === ""}>
          {connect.isPending ? start.connecting : start.connect}
        </Button>
        <FieldNote id="connect-note" error={connect.error ? explain(connect.error, speech) : undefined} />
      </div>
    </form>
  );
}
