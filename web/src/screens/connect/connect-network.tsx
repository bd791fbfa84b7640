import type { AccountView } from "@otklik/core/api/routes/accounts";
import type { NetworkView } from "@otklik/core/api/views";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { Button } from "../../parts/button.tsx";
import { Empty, Failed, Skeleton } from "../../parts/faces.tsx";
import { networkTitle } from "../../parts/network-title.ts";
import { accountsQuery, networksQuery } from "../../queries.ts";
import { ScreenHead } from "../../shell/screen-head.tsx";
import { useSpeech } from "../../speech.tsx";
import { AboutNetwork } from "./about-network.tsx";
import { OAuthForm } from "./oauth-form.tsx";
import { RenewForm } from "./renew-form.tsx";
import { TokenForm } from "./token-form.tsx";

/** Connecting one network: what to expect of it, then its own way of signing in. */
export function ConnectNetwork({ network: wanted }: { network: string }) {
  const { words } = useSpeech();
  const networks = useQuery(networksQuery);
  const network = networks.data?.find((one) => one.network === wanted);
  const title = network ? networkTitle(wanted, network.title, words) : "";
  return (
    <Frame title={network ? words.connect.title(title) : words.sources.add}>
      {networks.isPending ? (
        <Skeleton rows={5} />
      ) : networks.isError ? (
        <Failed what={words.start.failed} error={networks.error} retry={() => networks.refetch()} />
      ) : network ? (
        <>
          <AboutNetwork about={network.about} />
          <SigningIn network={network} title={title} />
        </>
      ) : (
        <NoSuch>{words.connect.noneFound}</NoSuch>
      )}
    </Frame>
  );
}

function SigningIn({ network, title }: { network: NetworkView; title: string }) {
  const { words } = useSpeech();
  const [, navigate] = useLocation();
  const { account } = network;
  if (account.is === "none")
    return (
      <div className="flex flex-col items-start gap-3">
        <p>{words.connect.byLink}</p>
        <Button look="primary" onClick={() => navigate("/start")}>
          {words.connect.pasteLink}
        </Button>
      </div>
    );
  return (
    <>
      <Known network={network.network} />
      {account.is === "oauth" ? (
        <OAuthForm network={network} account={account} title={title} />
      ) : (
        <TokenForm network={network} account={account} />
      )}
    </>
  );
}

/** Those whom the network knows already: their places can be connected without signing in again. */
function Known({ network }: { network: string }) {
  const { words } = useSpeech();
  const accounts = useQuery(accountsQuery);
  const theirs = accounts.data?.filter((one) => one.network === network && !one.ended) ?? [];
  if (theirs.length === 0) return null;
  return (
    <section>
      <h2 className="font-semibold">{words.connect.known}</h2>
      <p className="text-sm text-ink-soft">{words.connect.knownHint}</p>
      <ul className="mt-2 divide-y divide-line rounded-lg border border-line bg-surface">
        {theirs.map(({ id, title, sources }) => (
          <li key={id}>
            <Link
              to={`/accounts/${id}`}
              className="block min-h-11 content-center px-4 py-1.5 -outline-offset-2 hover:bg-hover"
            >
              <span className="font-semibold">{title}</span>
              <span className="text-sm text-ink-soft"> · {words.connect.usedBy(sources)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A sign-in that is over, or soon will be, made good again; its sources stay as they are. */
export function RenewAccount({ id }: { id: string }) {
  const { words } = useSpeech();
  const networks = useQuery(networksQuery);
  const accounts = useQuery(accountsQuery);
  const account = accounts.data?.find((one) => one.id === id);
  const network = networks.data?.find((one) => one.network === account?.network);
  const error = accounts.error ?? networks.error;
  const retry = () => Promise.all([accounts.refetch(), networks.refetch()]);
  const title = account ? networkTitle(account.network, account.networkTitle, words) : "";
  return (
    <Frame title={account ? words.connect.renewTitle(title) : words.connect.accounts}>
      {accounts.isPending || networks.isPending ? (
        <Skeleton rows={4} />
      ) : error ? (
        <Failed what={words.start.failed} error={error} retry={retry} />
      ) : account && network && network.account.is !== "none" ? (
        <Renewing account={account} network={network} kind={network.account} title={title} />
      ) : (
        <NoSuch>{words.sources.empty}</NoSuch>
      )}
    </Frame>
  );
}

function Renewing({
  account,
  network,
  kind,
  title,
}: {
  account: AccountView;
  network: NetworkView;
  kind: Exclude<NetworkView["account"], { is: "none" }>;
  title: string;
}) {
  return (
    <>
      <p className="font-semibold">{account.title}</p>
      {kind.is === "oauth" ? (
        <OAuthForm network={network} account={kind} title={title} again={account.id} />
      ) : (
        <RenewForm id={account.id} account={kind} />
      )}
    </>
  );
}

function NoSuch({ children }: { children: string }) {
  const { words } = useSpeech();
  const [, navigate] = useLocation();
  return (
    <Empty action={<Button onClick={() => navigate("/start")}>{words.sources.add}</Button>}>{children}</Empty>
  );
}

/** A screen of one column under its title. */
export function Frame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <ScreenHead title={title} />
      <div className="flex-1 scroll-pb-20 overflow-y-auto">
        <div className="mx-auto flex max-w-2xl flex-col gap-6 px-5 pt-6 pb-10">{children}</div>
      </div>
    </>
  );
}
