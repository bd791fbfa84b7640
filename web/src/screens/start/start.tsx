import type { InboxFrom } from "@otklik/core/source/source";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearch } from "wouter";
import { call } from "../../api.ts";
import { explain } from "../../explain.ts";
import { Failed } from "../../parts/faces.tsx";
import { networksQuery } from "../../queries.ts";
import { ScreenHead } from "../../shell/screen-head.tsx";
import { useSpeech } from "../../speech.tsx";
import { upload } from "../../upload.ts";
import { Networks } from "../connect/networks.tsx";
import { SignedIn } from "../connect/signed-in.tsx";
import { Connected } from "./connected.tsx";
import { GivenField } from "./given-field.tsx";
import { Recognised } from "./recognised.tsx";
import { useConnect } from "./use-connect.ts";
import { useFileDrop } from "./use-file-drop.ts";

/** A link pasted, or a file that has arrived. */
type Given = { link: string } | { file: { blob: string; name: string } };

/** The first step of every workspace; also where a network's own sign-in page sends people back to. */
export function Start() {
  const state = new URLSearchParams(useSearch()).get("sign-in");
  return state ? <SignedIn state={state} /> : <Beginning />;
}

/** One field for a link or a file, then one button; or a network to choose. */
function Beginning() {
  const speech = useSpeech();
  const { start } = speech.words;
  const networks = useQuery(networksQuery);
  const [link, setLink] = useState("");
  const [uploaded, setUploaded] = useState<number | null>(null);
  const [inboxFrom, setInboxFrom] = useState<InboxFrom | null>(null);
  const connect = useConnect();

  const look = useMutation({
    mutationFn: ({ given, settings }: { given: Given; settings?: unknown }) =>
      call("POST /api/recognise", { ...given, ...(settings === undefined ? {} : { settings }) }),
  });
  const receive = useMutation({
    mutationFn: (file: File) => upload(file, setUploaded),
    onSuccess: (file) => look.mutate({ given: { file } }),
    onSettled: () => setUploaded(null),
  });
  const take = (file: File) => {
    look.reset();
    connect.reset();
    setInboxFrom(null);
    setLink("");
    receive.mutate(file);
  };
  const isOver = useFileDrop(take);
  const seen = look.data;
  const failed = receive.error ?? look.error;
  const network = networks.data?.find((one) => one.network === seen?.network);

  if (connect.data) return <Connected warnings={connect.data.warnings} />;
  return (
    <>
      <ScreenHead title={speech.words.sources.add} />
      <div className="flex-1 scroll-pb-20 overflow-y-auto">
        <div className="mx-auto flex max-w-2xl flex-col gap-6 px-5 pt-8 pb-4">
          <GivenField
            link={link}
            onLink={(next) => {
              setLink(next);
              look.reset();
              receive.reset();
            }}
            onLook={() => {
              connect.reset();
              setInboxFrom(null);
              look.mutate({ given: { link: link.trim() } });
            }}
            onFile={take}
            isOver={isOver}
            isLooking={look.isPending}
            uploaded={uploaded}
            hasFound={seen !== undefined}
            error={failed && explain(failed, speech)}
          />
          {seen && look.variables && (
            <Recognised
              key={`${seen.network} ${link}`}
              seen={seen}
              network={network}
              isLooking={look.isPending}
              inboxFrom={inboxFrom ?? seen.advised}
              onInboxFrom={setInboxFrom}
              onSettings={(settings) => look.mutate({ ...look.variables, settings })}
              onConnect={(title, credentials) =>
                connect.mutate({
                  network: seen.network,
                  title,
                  settings: seen.settings,
                  inboxFrom: inboxFrom ?? seen.advised,
                  ...(credentials ? { credentials } : {}),
                })
              }
              isConnecting={connect.isPending}
              error={connect.error ? explain(connect.error, speech) : undefined}
            />
          )}
          {!seen && !look.isPending && !receive.isPending && (
            <>
              {networks.isError && (
                <Failed what={start.failed} error={networks.error} retry={() => networks.refetch()} />
              )}
              <Networks networks={networks.data ?? []} />
            </>
          )}
        </div>
      </div>
    </>
  );
}
