import type { PushesView } from "@otklik/core/api/routes/pushes";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../api.ts";
import { explain } from "../../explain.ts";
import { inTongue } from "../../in-tongue.ts";
import { say } from "../../notices.ts";
import { Button } from "../../parts/button.tsx";
import { Failed } from "../../parts/faces.tsx";
import { pushesQuery } from "../../queries.ts";
import { useSpeech } from "../../speech.tsx";

/** The sign-ins whose networks can tell at once what is new, and whether they do. Nothing where none can. */
export function Pushes() {
  const { pushes } = useSpeech().words.sources;
  const all = useQuery(pushesQuery);
  if (all.isError && !all.data)
    return <Failed what={pushes.failed} error={all.error} retry={() => all.refetch()} />;
  if (!all.data?.length) return null;
  return (
    <section aria-labelledby="pushes" className="px-5 py-4">
      <h2 id="pushes" className="font-semibold">
        {pushes.title}
      </h2>
      <p className="max-w-[70ch] text-sm text-ink-soft">{pushes.hint}</p>
      <ul className="mt-2 divide-y divide-line">
        {all.data.map((one) => (
          <Row key={one.accountId} of={one} />
        ))}
      </ul>
    </section>
  );
}

function Row({ of }: { of: PushesView }) {
  const speech = useSpeech();
  const { pushes } = speech.words.sources;
  const client = useQueryClient();
  const turn = useMutation({
    mutationFn: (verb: "POST" | "DELETE") => call(`${verb} /api/accounts/:id/listen`, { id: of.accountId }),
    onSuccess: (changed) =>
      client.setQueryData(pushesQuery.queryKey, (known) =>
        known?.map((one) => (one.accountId === changed.accountId ? changed : one)),
      ),
  });
  const isOff = of.state === "off";
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-60 break-words">
          <span className="font-semibold">{of.networkTitle}</span>{" "}
          <span className="text-ink-soft">{of.sources.map(({ title }) => title).join(", ")}</span>
          <br />
          <span className={of.state === "waiting" ? "text-mixed" : "text-ink-soft"}>{pushes[of.state]}</span>
        </p>
        <Button disabled={turn.isPending} onClick={() => turn.mutate(isOff ? "POST" : "DELETE")}>
          {isOff ? (of.switchedOnBy === "otklik" ? pushes.switchOn : pushes.makeAddress) : pushes.switchOff}
        </Button>
      </div>
      {turn.error && (
        <p role="alert" className="mt-1 max-w-[70ch] text-sm text-urgent">
          {explain(turn.error, speech)}
        </p>
      )}
      {!isOff && of.switchedOnBy === "person" && (
        <div className="mt-2 flex flex-col gap-1 text-sm">
          {of.help && <p className="max-w-[70ch]">{inTongue(of.help, speech)}</p>}
          {of.url && <Copied label={pushes.address} text={of.url} />}
          {of.secret && <Copied label={pushes.secret} text={of.secret} />}
        </div>
      )}
    </li>
  );
}

/** A text that goes into another page's field. */
function Copied({ label, text }: { label: string; text: string }) {
  const { pushes } = useSpeech().words.sources;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    say({ text: pushes.copied });
  };
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span className="text-ink-soft">{label}</span>
      <code className="min-w-0 break-all">{text}</code>
      <Button look="quiet" aria-label={`${pushes.copy}: ${label}`} onClick={() => void copy()}>
        {pushes.copy}
      </Button>
    </p>
  );
}
