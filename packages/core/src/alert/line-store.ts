import { toJson } from "../json.ts";
import type { Key, Row, Write } from "../ports.ts";
import { unchanged } from "../ports.ts";
import { allRows } from "../table-paging.ts";
import type { ScopedTable } from "../table-scope.ts";
import { wakeKey } from "../wake.ts";
import type { Alerting, AlertRule } from "./alerting.ts";
import { dueAt, emptyLine, Line, type LineName } from "./line.ts";

const partition = (brandId: string): string => `alert.${brandId}`;
const lineKey = ({ brandId, rule, channel }: LineName): Key => ({
  pk: partition(brandId),
  sk: `${rule}~${channel}`,
});

/** Sweep looks at a line only when the message that should have woken it is this late. */
const graceMs = 30_000;

/** The line that a row's full key names, workspace included or not. */
export function lineOfKey({ pk, sk }: Key): LineName {
  const [rule = "", channel = ""] = sk.split("~");
  return { brandId: pk.slice(pk.indexOf("alert.") + "alert.".length), rule, channel };
}

const lineFrom = (row: Row): Line => Line.parse(row.body);

export async function getLine(table: ScopedTable, name: LineName): Promise<Line | null> {
  const row = await table.get(lineKey(name));
  return row && lineFrom(row);
}

export async function listLines(
  table: ScopedTable,
  brandId: string,
): Promise<{ name: LineName; line: Line }[]> {
  const lines: { name: LineName; line: Line }[] = [];
  for await (const row of allRows(table, { pk: partition(brandId) }))
    lines.push({ name: lineOfKey(row), line: lineFrom(row) });
  return lines;
}

function putLine(
  name: LineName,
  line: Line,
  { read, rule, alerting }: { read: Row | null; rule: AlertRule | undefined; alerting: Alerting },
): Write {
  const due = rule ? dueAt(line, rule, alerting) : null;
  const waits = due && {
    index: {
      wake: wakeKey(`${name.brandId}~${name.rule}~${name.channel}`, new Date(due.getTime() + graceMs)),
    },
    card: { is: "line" },
  };
  return { put: { ...lineKey(name), body: toJson(line), ...waits }, if: unchanged(read) };
}

/**
 * Reads, changes by the rule, writes over the version read, and begins again when someone was faster. `change` returns
 * null to leave it, and so does this. The line stands in the wake index while it waits for a time.
 */
export async function changeLine<Next extends Line>(
  table: ScopedTable,
  name: LineName,
  { alerting, change }: { alerting: Alerting; change: (line: Line) => Next | null },
): Promise<Next | null> {
  const rule = alerting.rules.find(({ id }) => id === name.rule);
  for (;;) {
    const read = await table.get(lineKey(name));
    const next = change(read ? lineFrom(read) : emptyLine);
    if (!next) return null;
    const [outcome] = await table.commit([putLine(name, next, { read, rule, alerting })]);
    if (outcome?.done) return next;
  }
}

export async function removeLine(table: ScopedTable, name: LineName): Promise<void> {
  await table.commit([{ remove: lineKey(name) }]);
}
