import type { Conversation } from "@otklik/core/conversation/conversation";
import { conversationFromRow } from "@otklik/core/conversation/conversation-store";
import { rowKind } from "@otklik/core/mention/mention-store";
import type { Row } from "@otklik/core/ports";
import { type Bucket, contributionOf, dayOf, sumBucket } from "@otklik/core/trend/trend";
import { localArchive } from "@otklik/local/archive";
import type { Home } from "@otklik/local/home";

/** All that stands in a home's table. */
export const rowsOf = (home: Home): Promise<Row[]> => Array.fromAsync(localArchive(home).rows());

export const conversationsIn = (rows: readonly Row[]): Conversation[] =>
  rows.filter((row) => rowKind(row) === "conversation").map(conversationFromRow);

/** The trend as it must be, counted from the conversations themselves. */
export function recount(rows: readonly Row[]): Bucket[] {
  const all = conversationsIn(rows).map((one) => ({
    day: dayOf(one.mention?.postedAt ?? new Date(0)),
    adds: contributionOf(one),
  }));
  return [...Map.groupBy(all, ({ day }) => day)]
    .map(([day, ofDay]) =>
      sumBucket(
        day,
        ofDay.map(({ adds }) => adds).filter((one) => one !== null),
      ),
    )
    .sort((a, b) => a.day.localeCompare(b.day));
}
