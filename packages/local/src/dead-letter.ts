import type { DatabaseSync } from "node:sqlite";
import type { QueueName } from "@otklik/core/ports";
import { statementsOf } from "./database.ts";

/** A message given up after too many attempts, until the room of dead letters has kept it. */
export interface DeadLetter {
  id: string;
  queue: QueueName;
  body: string;
  group: string | undefined;
  attempts: number;
  sentAt: Date;
  diedAt: Date;
  /** Why the last attempt failed, as it was told. */
  why: string;
}

export interface DeadLetters {
  /** The latest first. */
  deadLetters(queue: QueueName, page: { limit: number }): Promise<DeadLetter[]>;
  /** The oldest first, of all queues, those behind `after`. */
  waitingLetters(page: { after?: string | undefined; limit: number }): Promise<DeadLetter[]>;
  /** Forgets it. False: there is none such. */
  discard(id: string): Promise<boolean>;
}

type StoredLetter = {
  id: number;
  queue: QueueName;
  group_key: string | null;
  sent_at: number;
  died_at: number;
  attempts: number;
  why: string;
  body: string;
};

/** The dead-letter queues of all queues. `keep` runs within a transaction of its caller. */
export function deadLettersOf(
  db: DatabaseSync,
  { now }: { now: () => Date },
): DeadLetters & {
  keep(queue: QueueName, message: Omit<StoredLetter, "queue" | "died_at" | "why">, why: string): void;
} {
  const statement = statementsOf(db);
  return {
    keep(queue, { id, group_key, sent_at, attempts, body }, why) {
      statement(`INSERT INTO dead_letter (id, queue, group_key, sent_at, died_at, attempts, why, body)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)`).run(
        ...[id, queue, group_key, sent_at, now().getTime(), attempts, why, body],
      );
    },
    async deadLetters(queue, { limit }) {
      const sql = "SELECT * FROM dead_letter WHERE queue = ? ORDER BY died_at DESC, id DESC LIMIT ?";
      return (statement(sql).all(queue, limit) as StoredLetter[]).map(letterFrom);
    },
    async waitingLetters({ after = "0", limit }) {
      const sql = "SELECT * FROM dead_letter WHERE id > ? ORDER BY id LIMIT ?";
      return (statement(sql).all(Number(after), limit) as StoredLetter[]).map(letterFrom);
    },
    async discard(id) {
      return statement("DELETE FROM dead_letter WHERE id = ?").run(Number(id)).changes === 1;
    },
  };
}

const letterFrom = ({
  id,
  queue,
  body,
  group_key,
  attempts,
  sent_at,
  died_at,
  why,
}: StoredLetter): DeadLetter => ({
  id: String(id),
  queue,
  body,
  group: group_key ?? undefined,
  attempts,
  sentAt: new Date(sent_at),
  diedAt: new Date(died_at),
  why,
});
