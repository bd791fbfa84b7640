import type { AccountView } from "@otklik/core/api/routes/accounts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { call } from "../../api.ts";
import { useNow } from "../../clock.ts";
import { explain } from "../../explain.ts";
import { inTongue } from "../../in-tongue.ts";
import { say } from "../../notices.ts";
import { Button } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { networkTitle } from "../../parts/network-title.ts";
import { accountsQuery } from "../../queries.ts";
import { useSpeech } from "../../speech.tsx";
import { wantsRenewal } from "./wants-renewal.ts";

/** The sign-ins behind the sources: those that a person must renew, or all others. */
export function Accounts({ of }: { of: "attention" | "rest" }) {
  const { words } = useSpeech();
  const now = useNow();
  const accounts = useQuery(accountsQuery);
  const shown = accounts.data?.filter((one) => wantsRenewal(one, now) === (of === "attention")) ?? [];
  if (shown.length === 0) return null;
  return (
    <section className="border-b border-line">
      <h2 className="px-5 pt-5 font-semibold text-ink-soft">{words.connect.accounts}</h2>
      <ul className="divide-y divide-line">
        {shown.map((account) => (
          <AccountRow key={account.id} account={account} isWanting={of === "attention"} />
        ))}
      </ul>
    </section>
  );
}

function AccountRow({ account, isWanting }: { account: AccountView; isWanting: boolean }) {
  const speech = useSpeech();
  const { words, formats } = speech;
  const { connect } = words;
  const now = useNow();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const { id, title, kind, ended, expiresAt, warnings, sources } = account;
  const remove = useMutation({
    mutationFn: () => call("DELETE /api/accounts/:id", { id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["accounts"] }),
    onError: (error) => say({ text: words.composer.notDone(explain(error, speech)) }),
  });
  const facts = [
    networkTitle(account.network, account.networkTitle, words),
    ...(kind ? [inTongue(kind, speech)] : []),
    connect.usedBy(sources),
    ...(expiresAt && !ended ? [connect.ends(formats.day(new Date(expiresAt), now))] : []),
  ];
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-3 px-5 py-4">
      <div className="min-w-0 flex-1 basis-72">
        <h3 className="font-semibold break-words">{title}</h3>
        {ended && (
          <p className="mt-1 flex gap-2 text-urgent">
            <Icon name="warning" className="mt-0.5" />
            <span>{connect.ended}</span>
          </p>
        )}
        {warnings.map((warning) => (
          <p key={warning.en} className="mt-1 flex gap-2 text-sm">
            <Icon name="warning" className="mt-0.5 text-mixed" />
            <span>{inTongue(warning, speech)}</span>
          </p>
        ))}
        <p className={`mt-0.5 text-sm ${isWanting && !ended ? "text-mixed" : "text-ink-soft"}`}>
          {facts.join(" · ")}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {!ended && <Button onClick={() => navigate(`/accounts/${id}`)}>{connect.addPlaces}</Button>}
        <Button look={isWanting ? "primary" : "plain"} onClick={() => navigate(`/accounts/${id}/renew`)}>
          {account.is === "oauth" || ended ? connect.reconnect : connect.renew}
        </Button>
        {sources === 0 && (
          <Button disabled={remove.isPending} onClick={() => remove.mutate()}>
            {connect.remove}
          </Button>
        )}
      </div>
    </li>
  );
}
