import type { DatabaseSync } from "node:sqlite";

/** One step from a schema to the next: SQL, or a function where rows must be rewritten. */
export type Migration = string | ((db: DatabaseSync) => void);

/** The tables behind the Table port, and the outbox of its change feed. */
const tableRows = `
  -- body stands last, so that reading a card never walks the pages into which a long body overflows
  CREATE TABLE table_row (
    pk TEXT NOT NULL, sk TEXT NOT NULL, version INTEGER NOT NULL,
    inbox_pk TEXT, inbox_sk TEXT, wake_pk TEXT, wake_sk TEXT, author_pk TEXT, author_sk TEXT,
    card TEXT, body TEXT NOT NULL,
    PRIMARY KEY (pk, sk)
  ) STRICT;
  CREATE INDEX table_row_inbox ON table_row (inbox_pk, inbox_sk, pk, sk) WHERE inbox_pk IS NOT NULL;
  CREATE INDEX table_row_wake ON table_row (wake_pk, wake_sk, pk, sk) WHERE wake_pk IS NOT NULL;
  CREATE INDEX table_row_author ON table_row (author_pk, author_sk, pk, sk) WHERE author_pk IS NOT NULL;
  -- AUTOINCREMENT: a position already given out is never used for a later change
  CREATE TABLE change (position INTEGER PRIMARY KEY AUTOINCREMENT, pk TEXT NOT NULL, sk TEXT NOT NULL) STRICT;
`;

const messages = `
  -- the order of id is the order of sending; behind = 1: an earlier message of its group is still there
  CREATE TABLE message (
    id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, group_key TEXT, behind INTEGER NOT NULL,
    sent_at INTEGER NOT NULL, visible_at INTEGER NOT NULL, attempts INTEGER NOT NULL, in_flight INTEGER NOT NULL,
    interrupted INTEGER NOT NULL DEFAULT 0, why TEXT, body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX message_next ON message (queue, visible_at, id) WHERE behind = 0;
  CREATE INDEX message_group ON message (queue, group_key, id) WHERE group_key IS NOT NULL;
  CREATE TABLE message_key (
    queue TEXT NOT NULL, key TEXT NOT NULL, until INTEGER NOT NULL, PRIMARY KEY (queue, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX message_key_until ON message_key (until);
  CREATE TABLE dead_letter (
    id INTEGER PRIMARY KEY, queue TEXT NOT NULL, group_key TEXT, sent_at INTEGER NOT NULL,
    died_at INTEGER NOT NULL, attempts INTEGER NOT NULL, why TEXT NOT NULL, body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX dead_letter_queue ON dead_letter (queue, died_at, id);
`;

const searchEntries = `
  -- place: the instant of posting and a tie-breaker in one number (search.ts), and the rowid in search_word
  CREATE TABLE search_entry (
    place INTEGER PRIMARY KEY, workspace TEXT NOT NULL, id TEXT NOT NULL, UNIQUE (workspace, id)
  ) STRICT;
  CREATE VIRTUAL TABLE search_word USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
  );
`;

const schedules = `
  CREATE TABLE schedule (name TEXT PRIMARY KEY, fired_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

/** Unreadable entries stand in an index of their workspace, so that they are counted without being read. */
const unreadableCounted = `
  UPDATE table_row
    SET inbox_pk = substr(pk, 1, instr(pk, '/')) || 'un',
      inbox_sk = substr(pk, instr(pk, '/un.') + 4) || '~' || sk, card = '{}'
    WHERE pk LIKE '%/un.%' AND inbox_pk IS NULL;
`;

/**
 * What a mention adds to its day has grown: each is told again, as if its row had changed, and its day summed anew.
 * A conversation's row has no "~" in its sort key, that of a later mention of its thread has "~m~".
 */
const tellMentionsAgain = `
  INSERT INTO change (pk, sk)
    SELECT pk, sk FROM table_row WHERE pk GLOB '*/m.*' AND (instr(sk, '~') = 0 OR instr(sk, '~m~') > 0);
`;

/** Every schema there ever was, oldest first. A step that has been released is never edited; a new one is added. */
export const migrations: readonly Migration[] = [
  tableRows + messages + searchEntries + schedules,
  unreadableCounted,
  tellMentionsAgain,
];
