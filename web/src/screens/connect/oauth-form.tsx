import type { NetworkView } from "@otklik/core/api/views";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { explain } from "../../explain.ts";
import { Button } from "../../parts/button.tsx";
import { FieldNote } from "../../parts/field.tsx";
import { useSpeech } from "../../speech.tsx";
import { CredentialFields } from "./credential-fields.tsx";

interface OAuthFormProps {
  network: NetworkView;
  account: Extract<NetworkView["account"], { is: "oauth" }>;
  title: string;
  /** The account that is signed in to again. */
  again?: string;
}

/** The operator's application is named, then the person goes to the network's own page and comes back. */
export function OAuthForm({ network, account, title, again }: OAuthFormProps) {
  const speech = useSpeech();
  const { connect } = speech.words;
  const [credentials, setCredentials] = useState<Record<string, string>>({});
  const begin = useMutation({
    mutationFn: () =>
      call("POST /api/accounts/oauth/begin", {
        network: network.network,
        credentials,
        ...(again === undefined ? {} : { account: again }),
      }),
    onSuccess: ({ url }) => location.assign(url),
  });
  const isLeaving = begin.isPending || begin.isSuccess;
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(submit) => {
        submit.preventDefault();
        begin.mutate();
      }}
    >
      <CredentialFields
        account={account}
        given={credentials}
        onChange={setCredentials}
        isKept={again !== undefined}
      />
      {account.returnTo !== undefined && <ReturnTo address={account.returnTo} />}
      <div>
        <p className="mb-2 text-ink-soft">{connect.signInHint}</p>
        <Button type="submit" look="primary" disabled={isLeaving}>
          {isLeaving ? connect.going : connect.signInAt(title)}
        </Button>
        <FieldNote id="begin-note" error={begin.error ? explain(begin.error, speech) : undefined} />
      </div>
    </form>
  );
}

/** What the application at the network must allow, to be carried there. */
function ReturnTo({ address }: { address: string }) {
  const { words } = useSpeech();
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="flex flex-col gap-1">
      <p className="font-semibold">{words.connect.returnTo}</p>
      <div className="flex flex-wrap items-center gap-2">
        <code className="min-w-0 rounded-md border border-line bg-surface px-2 py-1 text-sm break-all">
          {address}
        </code>
        <Button onClick={() => navigator.clipboard.writeText(address).then(() => setCopied(true))}>
          <span aria-live="polite">{isCopied ? words.connect.copied : words.connect.copy}</span>
        </Button>
      </div>
      <p className="text-sm text-ink-soft">{words.connect.returnToHint}</p>
    </div>
  );
}
