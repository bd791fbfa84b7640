import type { SourceView } from "@otklik/core/api/views";
import type { Ref } from "react";
import { useLocation } from "wouter";
import { type Filter, isInbox, isNarrowed, pathOf } from "../../inbox/filter.ts";
import type { ListedCards } from "../../inbox/use-cards.ts";
import { Button } from "../../parts/button.tsx";
import { Empty, Failed, Skeleton } from "../../parts/faces.tsx";
import { useSpeech } from "../../speech.tsx";
import { CardList, type CardListHandle } from "./card-list.tsx";
import { ListHead } from "./list-head.tsx";
import { Progress, readingOf } from "./progress.tsx";

interface ListColumnProps {
  list: ListedCards;
  filter: Filter;
  selectedId: string | null;
  sources: readonly SourceView[];
  titleOf(network: string): string;
  onSelect(id: string): void;
  onStep(steps: number): void;
  onOpen(): void;
  onShowNew(): void;
  listed: Ref<CardListHandle>;
  searchField: Ref<HTMLInputElement>;
  /** CSS pixels; undefined: as wide as the telephone. */
  width: number | undefined;
  /** A conversation lies over it; it keeps its place for the way back. */
  isCovered: boolean;
}

/** The second column: search, the list, and what waits behind the pill. */
export function ListColumn({
  list,
  filter,
  selectedId,
  sources,
  titleOf,
  width,
  isCovered,
  ...rest
}: ListColumnProps) {
  const { words } = useSpeech();
  const [, navigate] = useLocation();
  const { cards } = list;
  return (
    <section
      aria-label={words.app[filter.view]}
      className={`flex min-w-0 shrink-0 flex-col bg-surface max-wide:w-full ${isCovered ? "invisible absolute inset-0" : "relative"}`}
      style={{ width }}
    >
      <ListHead
        filter={filter}
        searched={list.searched}
        waiting={cards?.waiting.length ?? 0}
        onShowNew={rest.onShowNew}
        searchField={rest.searchField}
        onSearch={(query) => navigate(pathOf({ ...filter, words: query }), { replace: filter.words !== "" })}
      />
      <Progress sources={sources} />
      <div className="flex min-h-0 flex-1 flex-col">
        {list.isPending ? (
          <Skeleton rows={10} />
        ) : !cards ? (
          <Failed what={words.inbox.failed} error={list.error} retry={list.retry} />
        ) : cards.shown.length === 0 ? (
          <EmptyList filter={filter} isReading={readingOf(sources).length > 0} />
        ) : (
          <CardList
            ref={rest.listed}
            cards={cards}
            selectedId={selectedId}
            hasDue={isInbox(filter)}
            titleOf={titleOf}
            onSelect={rest.onSelect}
            onStep={rest.onStep}
            onOpen={rest.onOpen}
            onEnd={list.more}
          />
        )}
      </div>
    </section>
  );
}

/** `isReading`: a source is still reading its past, the first ones are on their way. */
function EmptyList({ filter, isReading }: { filter: Filter; isReading: boolean }) {
  const { words } = useSpeech();
  const [, navigate] = useLocation();
  if (filter.words) return <Empty>{words.inbox.emptySearch(filter.words)}</Empty>;
  if (isNarrowed(filter))
    return (
      <Empty
        action={
          <Button onClick={() => navigate(pathOf({ ...filter, chosen: emptied }))}>
            {words.inbox.clearFilters}
          </Button>
        }
      >
        {words.inbox.emptyFilter}
      </Empty>
    );
  if (filter.view === "inbox" && isReading) return <Empty>{words.inbox.emptyReading}</Empty>;
  if (filter.view === "inbox")
    return (
      <Empty action={<Button onClick={() => navigate("/start")}>{words.inbox.emptyAction}</Button>}>
        {words.inbox.empty}
      </Empty>
    );
  const said = {
    snoozed: words.inbox.emptySnoozed,
    answered: words.inbox.emptyAnswered,
    closed: words.inbox.emptyClosed,
  };
  return <Empty>{said[filter.view]}</Empty>;
}

const emptied: Filter["chosen"] = { network: [], sentiment: [], priority: [], kind: [] };
