import type { CountsView } from "@otklik/core/api/views";
import { useQuery } from "@tanstack/react-query";
import { useLocation, useSearchParams } from "wouter";
import {
  type Facet,
  type Filter,
  facetsFor,
  filterFrom,
  isInbox,
  isNarrowed,
  pathOf,
  toggled,
  toView,
} from "../inbox/filter.ts";
import { networkTitle } from "../parts/network-title.ts";
import { moods, SentimentMark } from "../parts/sentiment.tsx";
import { countsQuery, networksQuery } from "../queries.ts";
import { useSpeech } from "../speech.tsx";
import { useWorkspace } from "../workspace.tsx";

const order: Record<Exclude<Facet, "network">, readonly string[]> = {
  sentiment: moods,
  priority: ["urgent", "high", "normal", "low"],
  kind: ["review", "question", "comment", "message"],
};
const countsOf = {
  network: "byNetwork",
  sentiment: "bySentiment",
  priority: "byPriority",
  kind: "byKind",
} as const satisfies Record<Facet, keyof CountsView>;

/** What narrows the list, with the number behind each; a value that nothing has is not offered. */
export function Facets() {
  const { words } = useSpeech();
  const { brand } = useWorkspace();
  const [path, navigate] = useLocation();
  const [search] = useSearchParams();
  const counts = useQuery(countsQuery(brand)).data;
  const networks = useQuery(networksQuery).data;
  if (!path.startsWith("/inbox") || !counts) return null;
  const filter = filterFrom(search);
  const choose = (next: Filter) => navigate(pathOf(next));
  const names: Record<Facet, Readonly<Record<string, string>>> = {
    network: Object.fromEntries(
      (networks ?? []).map(({ network, title }) => [network, networkTitle(network, title, words)]),
    ),
    sentiment: words.labels.sentiment,
    priority: words.labels.priority,
    kind: words.labels.kind,
  };
  const groups = facetsFor(filter).flatMap((facet) => {
    const numbers = counts[countsOf[facet]];
    const known = facet === "network" ? Object.keys(numbers).sort() : order[facet];
    const chosen = filter.chosen[facet];
    const values = known.filter((value) => numbers[value] || chosen.includes(value));
    // one value alone narrows nothing
    return values.length > 1 || chosen.length > 0 ? [{ facet, values, numbers, chosen }] : [];
  });
  if (groups.length === 0) return null;
  return (
    <div className="mt-2 border-t border-line pt-1">
      {groups.map(({ facet, values, numbers, chosen }) => (
        <FacetGroup
          key={facet}
          facet={facet}
          values={values}
          names={names[facet]}
          // the numbers speak of the inbox: beside a search they would lie
          numbers={isInbox(filter) ? numbers : {}}
          chosen={chosen}
          onToggle={(value) => choose(toggled(filter, facet, value))}
        />
      ))}
      {isNarrowed(filter) && (
        <button
          type="button"
          className="mt-2 min-h-8 px-2.5 text-sm text-accent underline underline-offset-2"
          onClick={() => choose({ ...toView(filter.view), words: filter.words })}
        >
          {words.inbox.clearFilters}
        </button>
      )}
    </div>
  );
}

interface FacetGroupProps {
  facet: Facet;
  values: readonly string[];
  names: Readonly<Record<string, string>>;
  numbers: Readonly<Record<string, number>>;
  chosen: readonly string[];
  onToggle(value: string): void;
}

function FacetGroup({ facet, values, names, numbers, chosen, onToggle }: FacetGroupProps) {
  const { words, formats } = useSpeech();
  return (
    <fieldset className="mt-2 min-w-0">
      <legend className="px-2.5 pb-0.5 text-xs text-ink-soft">{words.inbox[facet]}</legend>
      {values.map((value) => (
        <label
          key={value}
          className="flex min-h-7 cursor-pointer items-center gap-2 rounded-md px-2.5 text-sm hover:bg-hover has-checked:bg-wash has-checked:font-semibold"
        >
          <input
            type="checkbox"
            className="size-3.5 accent-accent"
            checked={chosen.includes(value)}
            onChange={() => onToggle(value)}
          />
          {facet === "sentiment" && <FacetMark value={value} />}
          <span className="flex-1 truncate" title={names[value]}>
            {names[value] ?? value}
          </span>
          <span className="font-normal text-ink-soft">
            {numbers[value] ? formats.number(numbers[value]) : ""}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function FacetMark({ value }: { value: string }) {
  const sentiment = moods.find((one) => one === value);
  return (
    sentiment && (
      <span aria-hidden="true">
        <SentimentMark sentiment={sentiment} />
      </span>
    )
  );
}
