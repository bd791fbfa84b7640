import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { type Cards, stepFrom } from "../../inbox/cards.ts";
import { type Filter, pathOf } from "../../inbox/filter.ts";

/** Typed keys move faster than a browser lets the address follow. */
const addressPauseMs = 200;

export interface Selection {
  id: string | null;
  /** The way led past the last card. */
  isAtEnd: boolean;
  select(id: string | null): void;
  /** Moves over the list itself, not over the rows that happen to be drawn. */
  step(steps: number): void;
  /** To what follows a card that is about to leave; past the last one it ends, there is no way round. */
  advance(): void;
}

/** Which conversation is chosen: by its id, so that no refetch moves it. The address follows. */
export function useSelection(given: {
  id: string | null;
  filter: Filter;
  cards: Cards | undefined;
  isWide: boolean;
}): Selection {
  const { filter, cards, isWide } = given;
  const [, navigate] = useLocation();
  const [chosen, setChosen] = useState(given.id);
  const [isAtEnd, setAtEnd] = useState(false);
  const own = useRef(given.id);
  const index = useRef(0);
  const id = isWide ? chosen : given.id;

  useEffect(() => {
    if (given.id === own.current) return;
    own.current = given.id;
    setChosen(given.id);
    setAtEnd(false);
  }, [given.id]);

  useEffect(() => {
    if (!isWide || chosen === own.current) return;
    const timer = setTimeout(() => {
      // Somebody may have gone to another screen, which is still loading: the list lives on behind it until then.
      if (!location.pathname.startsWith("/inbox")) return;
      own.current = chosen;
      navigate(pathOf(filter, chosen), { replace: true });
    }, addressPauseMs);
    return () => clearTimeout(timer);
  }, [chosen, filter, isWide, navigate]);

  const first = cards?.shown.find((card) => !cards.left.has(card.id))?.id;
  useEffect(() => {
    if (isWide && chosen === null && !isAtEnd && first) setChosen(first);
  }, [isWide, chosen, isAtEnd, first]);

  useEffect(() => {
    const at = cards?.shown.findIndex((card) => card.id === id) ?? -1;
    if (at >= 0) index.current = at;
  }, [cards, id]);

  const go = (next: string | null, replace: boolean) => {
    if (isWide) setChosen(next);
    else navigate(pathOf(filter, next), { replace });
  };
  const after = (steps: number) =>
    (cards && stepFrom(cards, { id, index: index.current }, steps)?.id) ?? null;
  return {
    id,
    isAtEnd,
    select(next) {
      setAtEnd(false);
      go(next, next === null);
    },
    step(steps) {
      const next = after(steps);
      if (next === null) return;
      setAtEnd(false);
      go(next, true);
    },
    advance() {
      const next = after(1);
      setAtEnd(next === null);
      go(next, true);
    },
  };
}
