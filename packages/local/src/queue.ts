import type { DatabaseSync } from "node:sqlite";
import type { NewMessage, Queue, QueueName } from "@otklik/core/ports";
import { maxReceives as mostAttempts } from "@otklik/functions/triggers";
import { inTransaction, statementsOf } from "./database.ts";
import { type DeadLetters, deadLettersOf } from "./dead-letter.ts";

/** A message handed out; whoever has the receipt answers for it until the visibility runs out. */
export interface Received {
  id: string;
  receipt: string;
  body: string;
  /** 1 on the first time that it is handed out. */
  attempts: number;
  sentAt: Date;
}

/** What a poller needs beside `send`, in whichever home. */
export interface PolledQueue {
  /** Up to `max` messages, longest visible first; each comes again unless done within `visibilitySeconds`. */
  receive(queue: QueueName, take: { max: number; visibilitySeconds: number }): Promise<Received[]>;
  /** Done for good. A receipt whose message was handed out again since does nothing. */
  done(queue: QueueName, receipts: readonly string[]): Promise<void>;
  /**
   * Hands back what could not be done, to be seen again after the delay; after `maxReceives` it becomes a dead letter
   * instead, with the reason.
   */
  release(
    queue: QueueName,
    receipts: readonly string[],
    how?: { delaySeconds?: number | undefined; why?: string | undefined },
  ): Promise<void>;
  /** When the next message becomes visible, or did; null: there is none, or each waits for one before it. */
  nextAt(queue: QueueName): Promise<Date | null>;
  /** Calls after each send that left a message, once it is kept. Returns how to stop that. */
  onSend(listener: (queue: QueueName) => void): () => void;
}

export interface LocalQueue extends PolledQueue, DeadLetters {
  /** Makes visible at once all that was in flight. For a start after a crash, when no one can still be at work. */
  returnInFlight(): Promise<void>;
}

type StoredMessage = {
  id: number;
  group_key: string | null;
  sent_at: number;
  attempts: number;
  interrupted: number;
  why: string | null;
  body: string;
};

const dedupeWindow = 5 * 60_000; // milliseconds
const longestDelay = 900; // seconds
const mostInterrupted = 20;

/** The Queue port on SQLite: durable, at least once. Every message but the first of its group stands `behind`. */
export function localQueue(
  db: DatabaseSync,
  { now, maxReceives = mostAttempts }: { now: () => Date; maxReceives?: number | undefined },
): Queue & LocalQueue {
  const statement = statementsOf(db);
  const listeners = new Set<(queue: QueueName) => void>();

  const isRepeat = (queue: QueueName, key: string, at: number): boolean => {
    const claimed = statement(`INSERT INTO message_key (queue, key, until) VALUES (?, ?, ?)
      ON CONFLICT (queue, key) DO NOTHING RETURNING until`).get(queue, key, at + dedupeWindow);
    return claimed === undefined;
  };
  const insert = (queue: QueueName, message: NewMessage, at: number): boolean => {
    if (message.dedupe !== undefined && isRepeat(queue, message.dedupe, at)) return false;
    statement(`INSERT INTO message (queue, group_key, behind, sent_at, visible_at, attempts, in_flight, body)
      VALUES (?1, ?2, EXISTS (SELECT 1 FROM message WHERE queue = ?1 AND group_key = ?2), ?3, ?4, 0, 0, ?5)`).run(
      queue,
      message.group ?? null,
      at,
      later(at, message.delaySeconds ?? 0),
      message.body,
    );
    return true;
  };
  /** Takes a message out and lets the next of its group come forward. */
  const remove = (queue: QueueName, id: number, group: string | null): void => {
    statement("DELETE FROM message WHERE id = ?").run(id);
    if (group === null) return;
    statement(`UPDATE message SET behind = 0
      WHERE id = (SELECT min(id) FROM message WHERE queue = ? AND group_key = ?)`).run(queue, group);
  };
  const dead = deadLettersOf(db, { now });
  const bury = (queue: QueueName, message: StoredMessage, why: string | undefined): void => {
    const untold = `handed out ${message.attempts} times and never done`;
    dead.keep(queue, message, why ?? message.why ?? untold);
    remove(queue, message.id, message.group_key);
  };
  /** The message of a receipt; undefined when it is done, or was handed out again since. */
  const held = (queue: QueueName, receipt: string): StoredMessage | undefined => {
    const [id, attempts] = receipt.split("-").map(Number);
    if (!id || !attempts) throw new Error(`not a receipt: ${receipt}`);
    const found = statement("SELECT * FROM message WHERE id = ? AND queue = ? AND attempts = ?");
    return found.get(id, queue, attempts) as StoredMessage | undefined;
  };
  /** A kill in the middle is no failure of the message's; but one that kills the program each time is put aside too. */
  const mostReceives = ({ interrupted }: StoredMessage): number => maxReceives + interrupted;
  const tell = (queue: QueueName): void => {
    for (const listener of listeners) queueMicrotask(() => listener(queue));
  };

  return {
    async send(queue, messages) {
      for (const message of messages) checkMessage(message);
      const at = now().getTime();
      const sent = inTransaction(db, () => {
        statement("DELETE FROM message_key WHERE until <= ?").run(at);
        return messages.filter((message) => insert(queue, message, at)).length;
      });
      if (sent > 0) tell(queue);
    },
    async receive(queue, { max, visibilitySeconds }) {
      const at = now().getTime();
      const visible = statement(`SELECT * FROM message WHERE queue = ? AND behind = 0 AND visible_at <= ?
        ORDER BY visible_at, id LIMIT ?`);
      const take = statement(
        "UPDATE message SET attempts = attempts + 1, in_flight = 1, visible_at = ? WHERE id = ?",
      );
      return inTransaction(db, () => {
        const received: Received[] = [];
        while (received.length < max) {
          const found = visible.all(queue, at, max - received.length) as StoredMessage[];
          if (found.length === 0) break;
          for (const message of found) {
            if (message.attempts >= mostReceives(message)) {
              bury(queue, message, undefined);
              continue;
            }
            take.run(later(at, visibilitySeconds), message.id);
            received.push(receivedFrom(message));
          }
        }
        return received;
      });
    },
    async done(queue, receipts) {
      inTransaction(db, () => {
        for (const receipt of receipts) {
          const message = held(queue, receipt);
          if (message) remove(queue, message.id, message.group_key);
        }
      });
    },
    async release(queue, receipts, { delaySeconds = 0, why } = {}) {
      const visibleAt = later(now().getTime(), delaySeconds);
      const giveBack = statement(
        "UPDATE message SET in_flight = 0, visible_at = ?, why = coalesce(?, why) WHERE id = ?",
      );
      inTransaction(db, () => {
        for (const receipt of receipts) {
          const message = held(queue, receipt);
          if (!message) continue;
          if (message.attempts >= mostReceives(message)) bury(queue, message, why);
          else giveBack.run(visibleAt, why ?? null, message.id);
        }
      });
    },
    async nextAt(queue) {
      const sql = "SELECT min(visible_at) AS at FROM message WHERE queue = ? AND behind = 0";
      const { at } = statement(sql).get(queue) as { at: number | null };
      return at === null ? null : new Date(at);
    },
    async returnInFlight() {
      statement(`UPDATE message SET in_flight = 0, visible_at = ?, interrupted = min(interrupted + 1, ?)
        WHERE in_flight = 1`).run(now().getTime(), mostInterrupted);
    },
    onSend(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    deadLetters: dead.deadLetters,
    waitingLetters: dead.waitingLetters,
    discard: dead.discard,
  };
}

/** The instant that many seconds later, both in whole milliseconds. */
const later = (at: number, seconds: number): number => at + Math.round(seconds * 1000);

/** As it is once taken: the receipt names the attempt, so that a later one makes it stale. */
function receivedFrom({ id, attempts, body, sent_at }: StoredMessage): Received {
  const attempt = attempts + 1;
  return { id: String(id), receipt: `${id}-${attempt}`, body, attempts: attempt, sentAt: new Date(sent_at) };
}

function checkMessage({ delaySeconds = 0, group }: NewMessage): void {
  if (!(delaySeconds >= 0 && delaySeconds <= longestDelay))
    throw new Error(`a message is delayed by 0 to ${longestDelay} seconds, not by ${delaySeconds}`);
  if (delaySeconds > 0 && group !== undefined) throw new Error("a message of a group cannot be delayed");
}
