// Comments that were seen: Instagram tells of none that it was taken away, only that there is one less.
import type { PlacedMention } from "@otklik/core/connector";
import type { Walk } from "./walk.ts";

type Remembered = Walk["comments"];
type Known = Remembered[string][number];
const most = 150; // comments in all, the newest of them; a cursor is a row that is paid for by its size

export interface Missing {
  id: string;
  at: Date;
  thread: string | undefined;
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

/** Of a media's comments those that were seen and are not among these, which are all that stand there now. */
export function missingFrom(
  remembered: Remembered,
  media: string,
  found: readonly PlacedMention[],
): Missing[] {
  const stand = new Set(found.map(({ externalId }) => externalId));
  const known = remembered[media] ?? [];
  return known
    .filter(([id]) => !stand.has(id))
    .map(([id, at, thread]) => ({ id, at: new Date(at * 1000), thread: thread || undefined }));
}

/** With what was found under a media, without what is gone. */
export function withFound(
  remembered: Remembered,
  { media, found, gone }: { media: string; found: readonly PlacedMention[]; gone: ReadonlySet<string> },
): Remembered {
  const before = (remembered[media] ?? []).filter(([id]) => !gone.has(id));
  const now = found.map(({ externalId, postedAt, threadId = "" }): [string, Known] => [
    externalId,
    [externalId, seconds(postedAt), threadId],
  ]);
  const merged = new Map([...before.map((one): [string, Known] => [one[0], one]), ...now]);
  const all = Object.entries({ ...remembered, [media]: [...merged.values()] });
  const newest = all
    .flatMap(([of, comments]) => comments.map((comment) => ({ of, comment })))
    .sort((a, b) => b.comment[1] - a.comment[1] || (a.comment[0] < b.comment[0] ? 1 : -1))
    .slice(0, most);
  const kept: Remembered = {};
  for (const { of, comment } of newest) kept[of] = [...(kept[of] ?? []), comment];
  return kept;
}
