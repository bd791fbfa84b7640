// Who is read together: a source alone, or all sources of an account where the network gives it one stream.
import type { Connector, PlacedMention, SourceRef } from "../connector.ts";
import type { ScopedTable } from "../table-scope.ts";
import type { Source } from "./source.ts";
import { listAccountSources } from "./source-store.ts";

/** A source with its settings read and the place that it stands on. */
export interface PlacedSource {
  source: Source;
  settings: unknown;
  place: string | undefined;
}

export interface Stream {
  /** Names its cursor and health: the source's id, or the account's. */
  id: string;
  isShared: boolean;
  /** Stands for the whole: what names no place is its own. */
  lead: PlacedSource;
  /** Those who are to hear what is found, the lead among them. */
  hearers: readonly PlacedSource[];
}

export const isPausedByPerson = ({ state }: Source): boolean =>
  state.is === "paused" && state.by !== "otklik";

/** @throws ZodError when the settings are none of this connector's */
export function placeSource(connector: Connector, source: Source): PlacedSource {
  const settings = connector.settings.parse(source.settings);
  return { source, settings, place: connector.place?.(settings) };
}

/** The stream that serves an active source. */
export async function openStream(table: ScopedTable, connector: Connector, source: Source): Promise<Stream> {
  const { accountId } = source;
  const asked = placeSource(connector, source);
  if (connector.feed !== "account" || !accountId)
    return { id: source.id, isShared: false, lead: asked, hearers: [asked] };
  const hearers = await hearersOf(table, connector, accountId);
  const lead = hearers.find((one) => one.source.state.is === "active") ?? asked;
  return { id: accountId, isShared: true, lead, hearers };
}

/**
 * The sources of an account that want to hear what is found, in the order of their ids. One that a person has paused
 * does not; one that we have paused does: what comes for it shows that it can be read again. One whose settings
 * cannot be read leaves the others alone.
 */
export async function hearersOf(
  table: ScopedTable,
  connector: Connector,
  accountId: string,
): Promise<PlacedSource[]> {
  const all = await listAccountSources(table, accountId);
  return all.flatMap((source) => {
    const settings = connector.settings.safeParse(source.settings);
    if (source.network !== connector.network || isPausedByPerson(source) || !settings.success) return [];
    return [{ source, settings: settings.data, place: connector.place?.(settings.data) }];
  });
}

/** What a connector is told of them. */
export const activeRefs = (hearers: readonly PlacedSource[]): SourceRef<unknown>[] =>
  hearers
    .filter(({ source }) => source.state.is === "active")
    .map(({ source, settings }) => ({ sourceId: source.id, settings }));

/** Those on whose place something was found: several brands may stand on one. Of a place that nobody connected: none. */
export function hearersAt(
  { isShared, lead, hearers }: Pick<Stream, "isShared" | "lead" | "hearers">,
  { place }: { place?: string | undefined },
): readonly PlacedSource[] {
  if (!isShared || place === undefined) return [lead];
  return hearers.filter((one) => one.place === place);
}

/** What was found, by who is to hear it, without the names of places. */
export function dealOut<Found extends PlacedMention>(
  stream: Pick<Stream, "isShared" | "lead" | "hearers">,
  found: readonly Found[],
): Map<PlacedSource, Omit<Found, "place">[]> {
  const dealt = new Map<PlacedSource, Omit<Found, "place">[]>();
  for (const { place, ...mention } of found)
    for (const hearer of hearersAt(stream, { place }))
      dealt.set(hearer, [...(dealt.get(hearer) ?? []), mention]);
  return dealt;
}
