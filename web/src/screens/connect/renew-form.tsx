import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { call } from "../../api.ts";
import { explain } from "../../explain.ts";
import { say } from "../../notices.ts";
import { Button } from "../../parts/button.tsx";
import { FieldNote } from "../../parts/field.tsx";
import { useSpeech } from "../../speech.tsx";
import { CredentialFields, type SignedInto } from "./credential-fields.tsx";

/** New credentials in the place of those that end; the network is asked before they are kept. */
export function RenewForm({ id, account }: { id: string; account: SignedInto }) {
  const speech = useSpeech();
  const { connect } = speech.words;
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [credentials, setCredentials] = useState<Record<string, string>>({});
  const renew = useMutation({
    mutationFn: () => call("POST /api/accounts/:id/credentials", { id, credentials }),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ["accounts"] }),
        client.invalidateQueries({ queryKey: ["sources"], refetchType: "all" }),
      ]);
      say({ text: connect.renewed });
      navigate("/sources");
    },
  });
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(submit) => {
        submit.preventDefault();
        renew.mutate();
      }}
    >
      <CredentialFields account={account} given={credentials} onChange={setCredentials} />
      <div>
        <Button type="submit" look="primary" disabled={renew.isPending}>
          {renew.isPending ? connect.checking : connect.saveNew}
        </Button>
        <FieldNote id="renew-note" error={renew.error ? explain(renew.error, speech) : undefined} />
      </div>
    </form>
  );
}
