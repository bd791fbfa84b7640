import type { NetworkView, RecognisedView } from "@otklik/core/api/views";
import type { InboxFrom } from "@otklik/core/source/source";
import { useState } from "react";
import { inTongue } from "../../in-tongue.ts";
import { Button } from "../../parts/button.tsx";
import { FieldNote, TextField } from "../../parts/field.tsx";
import { networkTitle } from "../../parts/network-title.ts";
import { Stars } from "../../parts/stars.tsx";
import { When } from "../../parts/when.tsx";
import { useSpeech } from "../../speech.tsx";
import { CredentialFields } from "../connect/credential-fields.tsx";
import { ColumnMap } from "./column-map.tsx";
import { InboxChoice } from "./inbox-choice.tsx";

interface RecognisedProps {
  seen: RecognisedView;
  network: NetworkView | undefined;
  isLooking: boolean;
  inboxFrom: InboxFrom;
  onInboxFrom(choice: InboxFrom): void;
  /** A person has corrected what was guessed. */
  onSettings(settings: unknown): void;
  onConnect(title: string, credentials?: Record<string, string>): void;
  isConnecting: boolean;
  error: string | undefined;
}

/** What a link or a file turned out to be, what of it enters the inbox, and the button. */
export function Recognised({ seen, network, ...rest }: RecognisedProps) {
  const { words } = useSpeech();
  const { start } = words;
  const [title, setTitle] = useState(seen.title);
  const [credentials, setCredentials] = useState<Record<string, string>>({});
  const account = network?.account.is === "token" ? network.account : null;
  return (
    <form
      aria-busy={rest.isLooking}
      className={`flex flex-col gap-6 ${rest.isLooking ? "opacity-60" : ""}`}
      onSubmit={(submit) => {
        submit.preventDefault();
        rest.onConnect(title.trim(), account ? credentials : undefined);
      }}
    >
      <Found seen={seen} networkName={networkTitle(seen.network, network?.title ?? seen.network, words)} />
      {account && <CredentialFields account={account} given={credentials} onChange={setCredentials} />}
      <InboxChoice counts={seen.inbox} chosen={rest.inboxFrom} onChoose={rest.onInboxFrom} />
      {seen.columns && (
        <ColumnMap
          columns={seen.columns}
          onChange={(mapping) => rest.onSettings({ ...(seen.settings as object), mapping })}
        />
      )}
      <Sample sample={seen.sample} />
      <Unreadable unreadable={seen.unreadable} />
      <TextField label={start.sourceTitle} value={title} onChange={setTitle} maxLength={200} required />
      <div className="sticky bottom-0 flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line bg-ground py-3">
        <Button
          type="submit"
          look="primary"
          className="min-h-10 px-6"
          disabled={rest.isConnecting || rest.isLooking || title.trim() === ""}
        >
          {rest.isConnecting ? start.connecting : start.connect}
        </Button>
        <FieldNote id="connect-note" error={rest.error} />
      </div>
    </form>
  );
}

function Found({ seen, networkName }: { seen: RecognisedView; networkName: string }) {
  const { words, formats } = useSpeech();
  const { start } = words;
  const { count, countIsAll, oldestAt, newestAt } = seen;
  const now = new Date();
  return (
    <div role="status">
      <p className="text-sm text-ink-soft">{networkName}</p>
      <h2 className="text-xl font-semibold break-words">{seen.title}</h2>
      {count > 0 && (
        <p className="mt-1">
          {countIsAll ? start.found(count) : start.foundFirst(count)}
          {oldestAt && newestAt && (
            <span className="text-ink-soft">
              {" "}
              {start.between(formats.day(new Date(oldestAt), now), formats.day(new Date(newestAt), now))}
            </span>
          )}
        </p>
      )}
    </div>
  );
}

function Sample({ sample }: Pick<RecognisedView, "sample">) {
  const { words } = useSpeech();
  if (sample.length === 0) return null;
  return (
    <section>
      <h3 className="font-semibold">{words.start.sample}</h3>
      <ul className="mt-1 divide-y divide-line border-y border-line">
        {sample.map(({ author, rating, text, postedAt }) => (
          <li key={`${postedAt}${author}${text}`} className="py-2">
            <p className="flex flex-wrap items-center gap-x-2">
              <span className="font-semibold">{author ?? words.labels.anonymous}</span>
              {rating && <Stars rating={rating} size={11} />}
              <span className="text-sm text-ink-soft">
                <When at={postedAt} />
              </span>
            </p>
            <p className="line-clamp-2 whitespace-pre-wrap">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Unreadable({ unreadable }: Pick<RecognisedView, "unreadable">) {
  const speech = useSpeech();
  const { words } = speech;
  const rows = unreadable.map(({ where = "", why, excerpt }) => ({
    where: inTongue(where, speech),
    why: inTongue(why, speech),
    excerpt,
  }));
  if (unreadable.length === 0) return null;
  return (
    <details className="rounded-md border border-line px-4 py-2">
      <summary className="text-urgent">{words.start.unreadable(unreadable.length)}</summary>
      <p className="mt-1 text-sm text-ink-soft">{words.start.unreadableHint}</p>
      <ul className="mt-2 max-h-60 divide-y divide-line overflow-y-auto text-sm">
        {rows.map(({ where, why, excerpt }) => (
          <li key={`${where}${why}${excerpt}`} className="py-1.5">
            <p>
              {where && <span className="font-semibold">{where}: </span>}
              {why}
            </p>
            <p className="truncate text-ink-soft">{excerpt}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
