// What a fault means for those who share a stream: for all of them, or for the sources of one place.
import type { Page } from "../connector.ts";
import { type NetworkFault, OutOfTurn } from "../errors.ts";
import type { Ports } from "../ports.ts";
import type { Health } from "./source.ts";
import { getHealth, putHealth } from "./source-store.ts";
import { hearersAt, type Stream } from "./stream.ts";
import { type Around, consequenceOf, healthAfter, noteTrouble } from "./trouble.ts";

/** A fault of the whole: whoever reads it waits, or is paused. That our own turn has not come is none. */
export async function noteFaultOfStream(
  { stream, health }: { stream: Stream; health: Health },
  fault: NetworkFault,
  around: Around,
): Promise<void> {
  const { table, ports } = around;
  const of = stream.isShared ? "stream" : "source";
  if (fault instanceof OutOfTurn) {
    await table.commit([putHealth(stream.id, { ...health, notBefore: fault.retryAt }, of)]);
    return;
  }
  const follows = consequenceOf(fault, health, ports);
  const isPaused = follows.does !== "wait";
  const notBefore = follows.does === "wait" ? follows.until : undefined;
  logFault(stream, { fault, count: (health.fault?.count ?? 0) + 1 }, ports);
  if (!stream.isShared)
    return noteTrouble({ source: stream.lead.source, health }, { fault, isPaused, notBefore }, around);
  for (const { source } of stream.hearers) {
    if (source.state.is === "paused") continue;
    const { version: _, ...ofSource } = await getHealth(table, source.id);
    await noteTrouble({ source, health: ofSource }, { fault, isPaused }, around);
  }
  const noted: Health = { ...healthAfter(health, fault, ports.now()), notBefore };
  await table.commit([putHealth(stream.id, noted, of)]);
}

/** Of places that can no longer be read, while the others of their stream can: their sources are paused, and no others. */
export async function noteFaultsOfPlaces(
  { stream }: { stream: Stream },
  faults: NonNullable<Page["faults"]>,
  around: Around,
): Promise<void> {
  const { table, ports } = around;
  for (const { place, fault } of faults)
    for (const { source } of hearersAt(stream, { place })) {
      if (source.state.is === "paused") continue;
      const { version: _, ...health } = await getHealth(table, source.id);
      const isPaused = consequenceOf(fault, health, ports).does !== "wait";
      logFault(stream, { fault, count: 1 }, ports);
      if (isPaused) await noteTrouble({ source, health }, { fault, isPaused }, around);
    }
}

function logFault(
  { id, lead }: Stream,
  { fault, count }: { fault: NetworkFault; count: number },
  { log }: Ports,
): void {
  log.warn("pull.fault", { source: id, network: lead.source.network, kind: fault.kind, count });
}
