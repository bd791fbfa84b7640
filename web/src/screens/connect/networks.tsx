import type { NetworkView } from "@otklik/core/api/views";
import { useId, useState } from "react";
import { Link } from "wouter";
import { inTongue } from "../../in-tongue.ts";
import { fieldLook } from "../../parts/field.tsx";
import { fuzzyFind } from "../../parts/fuzzy.ts";
import { networkTitle } from "../../parts/network-title.ts";
import { useSpeech } from "../../speech.tsx";

/** From so many networks on, the list is searched rather than read. */
const fewEnough = 6;

/** All networks but a file, each with what is read there. */
export function Networks({ networks }: { networks: readonly NetworkView[] }) {
  const speech = useSpeech();
  const { words } = speech;
  const [query, setQuery] = useState("");
  const heading = useId();
  const all = networks
    .filter(({ every }) => every > 0)
    .map((network) => ({
      network: network.network,
      title: networkTitle(network.network, network.title, words),
      reads: inTongue(network.about.reads, speech),
    }))
    .sort((a, b) => a.title.localeCompare(b.title, speech.language));
  if (all.length === 0) return null;
  const found = fuzzyFind(all, query, ({ network, title, reads }) => ({
    names: [title, network],
    body: reads,
  }));
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="font-semibold">
        {words.connect.networks}
      </h2>
      <p className="text-sm text-ink-soft">{words.connect.networksHint}</p>
      {all.length > fewEnough && (
        <input
          type="search"
          aria-label={words.connect.search}
          placeholder={words.connect.search}
          className={`mt-2 ${fieldLook}`}
          value={query}
          onChange={(change) => setQuery(change.target.value)}
        />
      )}
      <ul className="mt-2 divide-y divide-line rounded-lg border border-line bg-surface">
        {found.map(({ network, title, reads }) => (
          <li key={network}>
            <Link
              to={`/start/${network}`}
              className="block min-h-14 content-center px-4 py-2 -outline-offset-2 hover:bg-hover"
            >
              <span className="block font-semibold">{title}</span>
              <span className="block text-sm text-ink-soft">{reads}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p role="status" className="mt-2 text-sm text-ink-soft">
        {found.length === 0 ? words.connect.noneFound : ""}
      </p>
    </section>
  );
}
