import type { NetworkView } from "@otklik/core/api/views";
import type { InboxFrom } from "@otklik/core/source/source";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { call } from "../../api.ts";
import { explain } from "../../explain.ts";
import { Button } from "../../parts/button.tsx";
import { FieldNote, TextField } from "../../parts/field.tsx";
import { useSpeech } from "../../speech.tsx";
import { InboxChoice } from "../start/inbox-choice.tsx";
import { useConnect } from "../start/use-connect.ts";
import { CredentialFields, type SignedInto } from "./credential-fields.tsx";
import { settingsFields, settingsOf } from "./settings-fields.ts";
import { SettingsForm } from "./settings-form.tsx";
import { Verdict } from "./verdict.tsx";

/** A token is asked for and tried; only once a person has read the network's verdict is anything kept. */
export function TokenForm({ network, account }: { network: NetworkView; account: SignedInto }) {
  const speech = useSpeech();
  const { connect: words } = speech.words;
  const [credentials, setCredentials] = useState<Record<string, string>>({});
  const [typed, setTyped] = useState<Record<string, string>>({});
  // What the network lists can be ticked afterwards; else the settings say which place is meant.
  const fields = network.can.includes("discover") ? [] : settingsFields(network.settings);
  const settings = settingsOf(fields, typed);
  const asked = { network: network.network, credentials, ...(fields.length > 0 ? { settings } : {}) };
  const check = useMutation({ mutationFn: () => call("POST /api/accounts", { ...asked, keep: false }) });
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(submit) => {
        submit.preventDefault();
        check.mutate();
      }}
      onChange={() => check.reset()}
    >
      <CredentialFields account={account} given={credentials} onChange={setCredentials} />
      <SettingsForm fields={fields} typed={typed} onType={setTyped} />
      {!check.data && (
        <div>
          <Button type="submit" look="primary" disabled={check.isPending}>
            {check.isPending ? words.checking : words.check}
          </Button>
          <FieldNote id="check-note" error={check.error ? explain(check.error, speech) : undefined} />
        </div>
      )}
      {check.data && (
        // The form ends where the button was: what came in its place is brought into sight.
        <div className="flex flex-col gap-5" ref={(shown) => shown?.scrollIntoView({ block: "nearest" })}>
          <Verdict standing={check.data.standing} />
          {network.can.includes("discover") ? (
            <KeepAccount
              isWeak={check.data.standing.warnings.length > 0}
              keep={() => call("POST /api/accounts", asked)}
            />
          ) : (
            <KeepSource network={network} credentials={credentials} settings={settings} />
          )}
        </div>
      )}
    </form>
  );
}

type Kept = Awaited<ReturnType<typeof call<"POST /api/accounts">>>;

function KeepAccount({ isWeak, keep: keeping }: { isWeak: boolean; keep(): Promise<Kept> }) {
  const speech = useSpeech();
  const { connect } = speech.words;
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const keep = useMutation({
    mutationFn: keeping,
    onSuccess: async ({ account }) => {
      await client.invalidateQueries({ queryKey: ["accounts"] });
      if (account) navigate(`/accounts/${account.id}`);
    },
  });
  return (
    <div>
      <Button look="primary" disabled={keep.isPending} onClick={() => keep.mutate()}>
        {isWeak ? connect.anyway : connect.choose}
      </Button>
      <FieldNote id="keep-note" error={keep.error ? explain(keep.error, speech) : undefined} />
    </div>
  );
}

function KeepSource(given: {
  network: NetworkView;
  credentials: Record<string, string>;
  settings: ReturnType<typeof settingsOf>;
}) {
  const speech = useSpeech();
  const { start } = speech.words;
  const { network, title: networkTitle } = given.network;
  const [title, setTitle] = useState(networkTitle);
  const [inboxFrom, setInboxFrom] = useState<InboxFrom>("30d");
  const [, navigate] = useLocation();
  const connect = useConnect();
  const { credentials, settings } = given;
  return (
    // A change here asks for no new verdict.
    <div className="flex flex-col gap-5" onChange={(change) => change.stopPropagation()}>
      <TextField label={start.sourceTitle} value={title} maxLength={200} onChange={setTitle} />
      <InboxChoice chosen={inboxFrom} onChoose={setInboxFrom} />
      <div>
        <Button
          look="primary"
          disabled={connect.isPending || title.trim() === ""}
          onClick={() =>
            connect.mutate(
              { network, title: title.trim(), settings, credentials, inboxFrom },
              { onSuccess: () => navigate("/inbox") },
            )
          }
        >
          {connect.isPending ? start.connecting : start.connect}
        </Button>
        <FieldNote id="connect-note" error={connect.error ? explain(connect.error, speech) : undefined} />
      </div>
    </div>
  );
}
