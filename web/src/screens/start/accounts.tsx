import type { NetworkView } from "@otklik/core/api/views";
import type { InboxFrom } from "@otklik/core/source/source";
import { useState } from "react";
import { explain } from "../../explain.ts";
import { Button } from "../../parts/button.tsx";
import { FieldNote, TextField } from "../../parts/field.tsx";
import { useSpeech } from "../../speech.tsx";
import { CredentialFields, type TokenAccount } from "./credential-fields.tsx";
import { InboxChoice } from "./inbox-choice.tsx";
import { settingsFields, settingsOf } from "./settings-fields.ts";
import type { Connect } from "./use-connect.ts";

/** The networks that let us in by a token, each behind its name. */
export function Accounts({ networks, connect }: { networks: readonly NetworkView[]; connect: Connect }) {
  const { words } = useSpeech();
  const wanted = networks.filter((network) => network.account.is === "token");
  if (wanted.length === 0) return null;
  return (
    <section>
      <h2 className="font-semibold">{words.start.accounts}</h2>
      <p className="text-sm text-ink-soft">{words.start.accountsHint}</p>
      <div className="mt-2 divide-y divide-line rounded-lg border border-line bg-surface">
        {wanted.map((network) => (
          <details key={network.network} name="account" className="group px-4">
            <summary className="min-h-11 content-center font-semibold">{network.title}</summary>
            {network.account.is === "token" && (
              <AccountForm network={network} account={network.account} connect={connect} />
            )}
          </details>
        ))}
      </div>
    </section>
  );
}

interface AccountFormProps {
  network: NetworkView;
  account: TokenAccount;
  connect: Connect;
}

function AccountForm({ network, account, connect }: AccountFormProps) {
  const speech = useSpeech();
  const { start } = speech.words;
  const [credentials, setCredentials] = useState<Record<string, string>>({});
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [inboxFrom, setInboxFrom] = useState<InboxFrom>("30d");
  const error = connect.variables?.network === network.network ? connect.error : null;
  const fields = settingsFields(network.settings);
  return (
    <form
      className="flex flex-col gap-4 pt-1 pb-4"
      onSubmit={(submit) => {
        submit.preventDefault();
        connect.mutate({
          network: network.network,
          title: network.title,
          settings: settingsOf(fields, typed),
          credentials,
          inboxFrom,
        });
      }}
    >
      <CredentialFields account={account} given={credentials} onChange={setCredentials} />
      {fields.map(({ name, title, isNumber }) => (
        <TextField
          key={name}
          label={title}
          inputMode={isNumber ? "numeric" : "text"}
          required
          value={typed[name] ?? ""}
          onChange={(value) => setTyped({ ...typed, [name]: value })}
        />
      ))}
      <InboxChoice chosen={inboxFrom} onChoose={setInboxFrom} />
      <div>
        <Button type="submit" look="primary" disabled={connect.isPending}>
          {connect.isPending ? start.connecting : start.connect}
        </Button>
        <FieldNote id={`${network.network}-note`} error={error ? explain(error, speech) : undefined} />
      </div>
    </form>
  );
}
