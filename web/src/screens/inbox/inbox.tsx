import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Suspense, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { flushSync } from "react-dom";
import { Redirect, useSearchParams } from "wouter";
import { useCommands, useSettled } from "../../commands/commands.ts";
import { inFrame, type Steps } from "../../commands/in-frame.ts";
import { ahead } from "../../inbox/cards.ts";
import { filterFrom } from "../../inbox/filter.ts";
import { useCards } from "../../inbox/use-cards.ts";
import { lazily } from "../../lazily.ts";
import { useIsWide } from "../../media.ts";
import { Empty, Skeleton } from "../../parts/faces.tsx";
import { networkTitle } from "../../parts/network-title.ts";
import { usePreferences } from "../../preferences.ts";
import { conversationQuery, networksQuery, sourcesQuery } from "../../queries.ts";
import { useSpeech } from "../../speech.tsx";
import { useWorkspace } from "../../workspace.tsx";
import type { Wanted } from "../conversation/conversation.tsx";
import type { CardListHandle } from "./card-list.tsx";
import { ListColumn } from "./list-column.tsx";
import { ResizeHandle } from "./resize-handle.tsx";
import { useActions } from "./use-actions.ts";
import { useSelection } from "./use-selection.ts";

// Asked for at once, drawn when it is there: the list need not wait for the composer's code.
const conversation = import("../conversation/conversation.tsx");
const Conversation = lazily(() => conversation.then((m) => m.Conversation));

/** The list beside the conversation; on a telephone one after the other. */
export function Inbox({ id }: { id: string | null }) {
  const { words } = useSpeech();
  const { me, brand } = useWorkspace();
  const { listWidth } = usePreferences();
  const isWide = useIsWide();
  const [search] = useSearchParams();
  const address = search.toString();
  const filter = useMemo(() => filterFrom(new URLSearchParams(address)), [address]);
  const list = useCards(brand, filter);
  const selection = useSelection({ id, filter, cards: list.cards, isWide });
  const actions = useActions(list, selection);
  const networks = useQuery(networksQuery).data;
  const sources = useQuery(sourcesQuery).data;
  const listed = useRef<CardListHandle>(null);
  const searchField = useRef<HTMLInputElement>(null);
  usePrefetch(list.cards, selection.id);

  const step = useSteps(selection.step);
  const toList = () => {
    if (isWide) listed.current?.focus();
    else selection.select(null);
  };
  const open = () => document.getElementById("thread")?.focus();
  const showNew = () => {
    list.showWaiting();
    listed.current?.toTop();
    if (selection.id === null) selection.select(null); // the first of them opens
  };
  // The list moves at once; the conversation follows when the browser has time for it. A verb pressed in between is
  // meant for the one that is chosen, not for the one that is still shown.
  const shownId = useDeferredValue(selection.id);
  const isBehind = isWide && shownId !== selection.id;
  const wants = useRef<Wanted | null>(null);
  /** The focus goes back to the list, so that the next key is a verb again. */
  const afterwards = (act: () => void) => {
    act();
    if (isWide) listed.current?.focus();
  };
  const { id: chosenId } = selection;
  /** Until the conversation is there and takes the verb itself. */
  const want = (verb: Wanted["verb"]) =>
    chosenId === null
      ? undefined
      : () => {
          wants.current = { id: chosenId, verb };
        };
  useCommands({
    reply: want("reply"),
    label: want("label"),
    close: isBehind && chosenId !== null ? () => afterwards(() => actions.close(chosenId)) : undefined,
    next: () => step(1),
    previous: () => step(-1),
    open,
    back: toList,
    search: () => searchField.current?.focus(),
    showNew: list.cards?.waiting.length ? showNew : undefined,
  });

  if (me.workspace.kind === "own" && sources?.length === 0) return <Redirect to="/start" replace />;
  const isListCovered = !isWide && selection.id !== null;
  return (
    <div className="relative flex min-h-0 flex-1">
      <ListColumn
        list={list}
        filter={filter}
        selectedId={selection.id}
        sources={sources ?? []}
        titleOf={(network) =>
          networkTitle(network, networks?.find((one) => one.network === network)?.title ?? network, words)
        }
        onSelect={selection.select}
        onStep={step}
        onOpen={open}
        onShowNew={showNew}
        listed={listed}
        searchField={searchField}
        width={isWide ? listWidth : undefined}
        isCovered={isListCovered}
      />
      {isWide && <ResizeHandle />}
      {(isWide || selection.id !== null) && (
        <div className="flex min-w-0 flex-1 bg-surface">
          <Suspense fallback={<Skeleton rows={3} className="h-24" />}>
            {shownId === null || selection.id === null ? (
              <Empty>
                {selection.isAtEnd
                  ? words.inbox.end
                  : list.cards?.shown.length
                    ? words.conversation.pick
                    : null}
              </Empty>
            ) : (
              <Conversation
                id={isWide ? shownId : selection.id}
                isWide={isWide}
                isBehind={isBehind}
                wants={wants}
                actions={{
                  ...actions,
                  send: (written, then) => {
                    if (then === "stay") actions.send(written, then);
                    else afterwards(() => actions.send(written, then));
                  },
                  markAnswered: (written) => afterwards(() => actions.markAnswered(written)),
                  close: (closed) => afterwards(() => actions.close(closed)),
                  snooze: (snoozed, until) => afterwards(() => actions.snooze(snoozed, until)),
                }}
                onNext={() => step(1)}
                onBack={toList}
              />
            )}
          </Suspense>
        </div>
      )}
    </div>
  );
}

/** Steps of one frame are taken together; the latest list counts, not the one at the time of the key. */
function useSteps(step: (steps: number) => void): Steps {
  const latest = useRef(step);
  useLayoutEffect(() => {
    latest.current = step;
  });
  // Drawn at once: the next key is meant for where the steps lead.
  const steps = useMemo(() => inFrame((sum) => flushSync(() => latest.current(sum))), []);
  useSettled(steps.flush);
  return steps;
}

/** The next three are fetched ahead, so that moving on waits for nothing. */
function usePrefetch(cards: Parameters<typeof ahead>[0] | undefined, id: string | null): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!cards || id === null) return;
    for (const card of ahead(cards, id, 3)) void client.prefetchQuery(conversationQuery(card.id));
  }, [cards, client, id]);
}
