import type { DatabaseSync } from "node:sqlite";
import type { NewMessage, QueueName } from "@otklik/core/ports";
import { inTransaction, statementsOf } from "./database.ts";

/** A message given up after too many attempts, kept until someone redrives or discards it. */
export interface DeadLetter {
  id: string;
  queue: QueueName;
  body: string;
  attempts: number;
  sentAt: Date;
  diedAt: Date;
  /** Why the last attempt failed, as it was told. */
  why: string;
}

export interface DeadLetters {
  /** The latest first. */
  deadLetters(queue: QueueName, page: { limit: number }): Promise<DeadLetter[]>;
  /** Sends it once more, as the last of its group, with all its attempts before it. False: there is none such. */
  redrive(id: string): Promise<boolean>;
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

/** The dead letters of all queues. `keep` and `resend` run within a transaction of their caller. */
export function deadLettersOf(
  db: DatabaseSync,
  tools: {
    now: () => Date;
    resend: (queue: QueueName, message: NewMessage, at: number) => unknown;
    onResent: (queue: QueueName) => void;
  },
): DeadLetters & {
  keep(queue: QueueName, message: Omit<StoredLetter, "queue" | "died_at" | "why">, why: string): void;
} {
  const statement = statementsOf(db);
  const takeOut = (id: string): StoredLetter | undefined =>
    statement("DELETE FROM dead_letter WHERE id = ? RETURNING *").get(Number(id)) as StoredLetter | undefined;
  return {
    keep(queue, { id, group_key, sent_at, attempts, body }, why) {
      statement(`INSERT INTO dead_letter (id, queue, group_key, sent_at, died_at, attempts, why, body)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)`).run(
        ...[id, queue, group_key, sent_at, tools.now().getTime(), attempts, why, body],
      );
    },
    async deadLetters(queue, { limit }) {
      const sql = "SELECT * FROM dead_letter WHERE queue = ? ORDER BY died_at DESC, id DESC LIMIT ?";
      return (statement(sql).all(queue, limit) as StoredLetter[]).map(letterFrom);
    },
    async redrive(id) {
      const letter = inTransaction(db, () => {
        const found = takeOut(id);
        if (found)
          tools.resend(
            found.queue,
            { body: found.body, ...(found.group_key === null ? {} : { group: found.group_key }) },
            tools.now().getTime(),
          );
        return found;
      });
      if (letter) tools.onResent(letter.queue);
      return letter !== undefined;
    },
    async discard(id) {
      return takeOut(id) !== undefined;
    },
  };
}

const letterFrom = ({ id, queue, body, attempts, sent_at, died_at, why }: StoredLetter): DeadLetter => ({
  id: String(id),
  queue,
  body,
  attempts,
  sentAt: new Date(sent_at),
  diedAt: new Date(died_at),
  why,
});
