import type { AccountView, PlaceView } from "@otklik/core/api/routes/accounts";
import type { InboxFrom } from "@otklik/core/source/source";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { call } from "../../api.ts";
import { explain } from "../../explain.ts";
import { inTongue } from "../../in-tongue.ts";
import { Button } from "../../parts/button.tsx";
import { Empty, Failed, Skeleton } from "../../parts/faces.tsx";
import { FieldNote, fieldLook, TickField } from "../../parts/field.tsx";
import { fuzzyFind } from "../../parts/fuzzy.ts";
import { networkTitle } from "../../parts/network-title.ts";
import { accountsQuery, networksQuery } from "../../queries.ts";
import { useSpeech } from "../../speech.tsx";
import { useWorkspace } from "../../workspace.tsx";
import { InboxChoice } from "../start/inbox-choice.tsx";
import { Frame } from "./connect-network.tsx";
import { PlaceRow } from "./place-row.tsx";
import { SourceUnder } from "./source-under.tsx";
import { Verdict } from "./verdict.tsx";

/** What a sign-in opens, to be ticked; where the network lists nothing, the settings of one source. */
export function Places({ id }: { id: string }) {
  const { words } = useSpeech();
  const accounts = useQuery(accountsQuery);
  const networks = useQuery(networksQuery);
  const account = accounts.data?.find((one) => one.id === id);
  const network = networks.data?.find((one) => one.network === account?.network);
  const error = accounts.error ?? networks.error;
  const retry = () => Promise.all([accounts.refetch(), networks.refetch()]);
  return (
    <Frame
      title={account ? networkTitle(account.network, account.networkTitle, words) : words.connect.accounts}
    >
      {accounts.isPending || networks.isPending ? (
        <Skeleton rows={5} />
      ) : error ? (
        <Failed what={words.connect.placesFailed} error={error} retry={retry} />
      ) : !account || !network ? (
        <Empty>{words.sources.empty}</Empty>
      ) : (
        <>
          <Verdict standing={{ ...account, name: account.title }} />
          {network.can.includes("discover") ? (
            <Choosing account={account} />
          ) : (
            <SourceUnder account={account} network={network} />
          )}
        </>
      )}
    </Frame>
  );
}

/** From so many places on, the list is searched rather than read. */
const fewEnough = 8;

/** A place as a person has ticked it. */
export interface Ticked {
  title: string;
  brand: string;
}

function Choosing({ account }: { account: AccountView }) {
  const speech = useSpeech();
  const { connect } = speech.words;
  const [, navigate] = useLocation();
  const places = useQuery({
    queryKey: ["places", account.id],
    queryFn: ({ signal }) => call("GET /api/accounts/:id/places", { id: account.id }, { signal }),
  });
  const renew = (
    <Button onClick={() => navigate(`/accounts/${account.id}/renew`)}>{connect.reconnect}</Button>
  );
  if (places.isPending) return <Skeleton rows={5} />;
  if (places.isError)
    return (
      <>
        <Failed what={connect.placesFailed} error={places.error} retry={() => places.refetch()} />
        <div className="self-center">{renew}</div>
      </>
    );
  if (places.data.length === 0) return <Empty action={renew}>{connect.noPlaces}</Empty>;
  return <PlaceList account={account} places={places.data} />;
}

/** What a source of it is called at first: its title, and what tells it from others of the same title. */
function nameFor({ title, detail }: PlaceView, all: readonly PlaceView[]): string {
  const isShared = all.filter((one) => one.title === title).length > 1;
  return (isShared && detail ? `${title}, ${detail}` : title).slice(0, 200);
}

function PlaceList({ account, places }: { account: AccountView; places: readonly PlaceView[] }) {
  const speech = useSpeech();
  const { connect, start } = speech.words;
  const { brand } = useWorkspace();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [query, setQuery] = useState("");
  const [ticked, setTicked] = useState<ReadonlyMap<string, Ticked>>(new Map());
  const [inboxFrom, setInboxFrom] = useState<InboxFrom>("30d");
  const isFree = ({ connected }: PlaceView) => connected.length === 0;
  const found = fuzzyFind([...places], query, ({ title, detail = "" }) => ({ names: [title, detail] }));
  const free = found.filter(isFree);
  const tick = (of: readonly PlaceView[], as: Ticked | null) => {
    const next = new Map(ticked);
    for (const place of of)
      if (as) next.set(place.key, { brand: as.brand, title: as.title || nameFor(place, places) });
      else next.delete(place.key);
    setTicked(next);
  };
  const add = useMutation({
    mutationFn: () =>
      call("POST /api/accounts/:id/sources", {
        id: account.id,
        inboxFrom,
        places: places.flatMap(({ key, settings }) => {
          const as = ticked.get(key);
          return as ? [{ ...as, title: as.title.trim(), settings }] : [];
        }),
      }),
    onSuccess: async ({ results }) => {
      for (const key of ["sources", "accounts"])
        await client.invalidateQueries({ queryKey: [key], refetchType: "all" });
      client.removeQueries({ queryKey: ["cards"] });
      setTicked(new Map());
      if (!results.some(({ is }) => is === "refused")) return navigate("/inbox");
      await client.invalidateQueries({ queryKey: ["places", account.id] });
    },
  });
  const refused = add.data?.results.filter(({ is }) => is === "refused") ?? [];
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(submit) => {
        submit.preventDefault();
        add.mutate();
      }}
    >
      <fieldset>
        <legend className="text-xl font-semibold">{connect.places}</legend>
        {places.length > fewEnough && (
          <input
            type="search"
            aria-label={connect.findPlace}
            placeholder={connect.findPlace}
            className={`mt-2 ${fieldLook}`}
            value={query}
            onChange={(change) => setQuery(change.target.value)}
          />
        )}
        {free.length > 1 && (
          <div className="mt-2 px-4">
            <TickField
              label={connect.all}
              isTicked={free.every(({ key }) => ticked.has(key))}
              onTick={(isTicked) => tick(free, isTicked ? { brand, title: "" } : null)}
            />
          </div>
        )}
        <ul className="mt-2 divide-y divide-line rounded-lg border border-line bg-surface">
          {found.map((place) => (
            <PlaceRow
              key={place.key}
              place={place}
              known={account.warnings}
              ticked={ticked.get(place.key) ?? null}
              onTick={(as) => tick([place], as)}
              onChange={(as) => setTicked(new Map(ticked).set(place.key, as))}
            />
          ))}
        </ul>
      </fieldset>
      {refused.length > 0 && (
        <div role="alert" className="flex flex-col gap-1 text-urgent">
          <p className="font-semibold">{connect.notAll}</p>
          {refused.map(({ title, why }) => (
            <p key={title}>
              {title}: {why && inTongue(why, speech)}
            </p>
          ))}
        </div>
      )}
      <InboxChoice chosen={inboxFrom} onChoose={setInboxFrom} />
      <div>
        <Button
          type="submit"
          look="primary"
          disabled={
            add.isPending || ticked.size === 0 || [...ticked.values()].some(({ title }) => !title.trim())
          }
        >
          {add.isPending
            ? start.connecting
            : ticked.size === 0
              ? connect.pickSome
              : connect.connectPlaces(ticked.size)}
        </Button>
        <FieldNote id="places-note" error={add.error ? explain(add.error, speech) : undefined} />
      </div>
    </form>
  );
}
