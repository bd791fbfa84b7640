import type { InboxCard, LabelView } from "@otklik/core/api/views";

interface Page {
  cards: readonly InboxCard[];
  next: string | null;
}

/** The list as a person sees it. Nothing in it moves by itself: what arrives waits, what others did turns pale. */
export interface Cards {
  shown: readonly InboxCard[];
  /** Where the next page begins; null at the end. */
  next: string | null;
  /** The first page as the server has it now. */
  head: Page;
  /** New ones of the first page, behind the pill. */
  waiting: readonly InboxCard[];
  /** Shown still, but no longer in the inbox: somebody else was here. */
  left: ReadonlySet<string>;
  /** What this person has dealt with and when (ms): the server may still list it for a moment. */
  done: Readonly<Record<string, number>>;
}

/** How long the server's list may lag behind what a person did, in ms. */
export const lagMs = 60_000;

export const begun = (page: Page, done: Cards["done"] = {}): Cards => ({
  shown: page.cards.filter((card) => !(card.id in done)),
  next: page.next,
  head: page,
  waiting: [],
  left: new Set(),
  done,
});

/** A further page at the end; what is there already is not said twice. */
export function withPage(cards: Cards, page: Page): Cards {
  const known = new Set(cards.shown.map((card) => card.id));
  const further = page.cards.filter((card) => !known.has(card.id) && !(card.id in cards.done));
  return { ...cards, shown: [...cards.shown, ...further], next: page.next };
}

/** The first page asked for again: cards change in their places, new ones wait, missing ones turn pale. */
export function withHead(cards: Cards, page: Page, now: number): Cards {
  const done = recent(cards.done, now);
  if (cards.shown.length === 0) return begun(page, done); // nothing is there that could jump
  const head = page.cards.filter((card) => !(card.id in done) || card.returned);
  const fresh = new Map(head.map((card) => [card.id, card]));
  const reaches = reachOf(page);
  const known = new Set(cards.shown.map((card) => card.id));
  return {
    ...cards,
    shown: cards.shown.map((card) => fresh.get(card.id) ?? card),
    head: { cards: head, next: page.next },
    waiting: head.filter((card) => !known.has(card.id)),
    left: new Set(
      cards.shown
        .filter((card) => !fresh.has(card.id) && (reaches(card) || cards.left.has(card.id)))
        .map((card) => card.id),
    ),
    done,
  };
}

const recent = (done: Cards["done"], now: number): Cards["done"] =>
  Object.fromEntries(Object.entries(done).filter(([, at]) => now - at < lagMs));

/** A search asked for again: it begins anew, unless a person has read on; then its first cards change in their places. */
export function withAnswer(cards: Cards, page: Page, now: number): Cards {
  const done = recent(cards.done, now);
  if (cards.shown.length <= page.cards.length) return begun(page, done);
  const fresh = new Map(page.cards.map((card) => [card.id, card]));
  return { ...cards, shown: cards.shown.map((card) => fresh.get(card.id) ?? card), head: page, done };
}

/** Whether a page is certain to hold a card of this rank; one that ties with its last may stand on the next. */
function reachOf({ cards, next }: Page): (card: InboxCard) => boolean {
  const last = cards.at(-1);
  if (next === null || !last) return () => next === null;
  return (card) => card.rankAt < last.rankAt;
}

/** The pill was pressed: the list begins anew with what the server has. */
export const withWaiting = (cards: Cards): Cards => begun(cards.head, cards.done);

/** A person has dealt with a card. */
export const without = (cards: Cards, id: string, now: number): Cards => ({
  ...cards,
  shown: cards.shown.filter((card) => card.id !== id),
  done: { ...cards.done, [id]: now },
});

/** What was done is undone: the card stands again where it stood. */
export function putBack(cards: Cards, card: InboxCard, index: number): Cards {
  const { [card.id]: _, ...done } = cards.done;
  const rest = cards.shown.filter((one) => one.id !== card.id);
  return { ...cards, shown: rest.toSpliced(Math.min(index, rest.length), 0, card), done };
}

/**
 * The card `steps` further (back when negative), pale ones not counted; null past either end. From a card that is not
 * there the way begins before the one that took its place, at `index`.
 */
export function stepFrom(
  { shown, left }: Pick<Cards, "shown" | "left">,
  { id, index }: { id: string | null; index: number },
  steps: number,
): InboxCard | null {
  const at = shown.findIndex((card) => card.id === id);
  const direction = Math.sign(steps);
  let position = at >= 0 ? at : direction > 0 ? index - 1 : index;
  let reached: InboxCard | null = null;
  for (let taken = 0; taken < Math.abs(steps); ) {
    position += direction;
    const card = shown[position];
    if (!card) break;
    if (left.has(card.id)) continue;
    reached = card;
    taken++;
  }
  return reached;
}

/** The cards that a person is likely to open next. */
export const ahead = (cards: Pick<Cards, "shown" | "left">, id: string, count: number): InboxCard[] => {
  const at = cards.shown.findIndex((card) => card.id === id);
  return cards.shown
    .slice(at + 1)
    .filter((card) => !cards.left.has(card.id))
    .slice(0, count);
};

/** A card under another label, in its place. */
export const relabelled = (cards: Cards, id: string, label: LabelView): Cards => ({
  ...cards,
  shown: cards.shown.map((card) => {
    if (card.id !== id) return card;
    const { urgency: _, ...rest } = card;
    const urgency = label.urgency[0]?.reason;
    const sentiment = label.unsure ? "unsure" : label.sentiment.is;
    return { ...rest, sentiment, ...(urgency && { urgency }) };
  }),
});

/** A card stays in its place, pale: dealt with, while a person still looks at it. */
export const paled = (cards: Cards, id: string, now: number): Cards => ({
  ...cards,
  left: new Set([...cards.left, id]),
  done: { ...cards.done, [id]: now },
});
