import { Refusal } from "../../errors.ts";
import { send } from "../../pipeline/jobs.ts";
import { getBackfill, listBackfills } from "../../source/backfill-store.ts";
import { freshHealth, type Health, type Source } from "../../source/source.ts";
import { forgetFault, getHealth, getSource, listSources, saveSource } from "../../source/source-store.ts";
import { countUnreadable, listUnreadable, type UnreadableCounts } from "../../source/unreadable-store.ts";
import { mentionsBySource } from "../../trend/trend-store.ts";
import { connectSource } from "../connect.ts";
import type { Context, Handlers } from "../context.ts";
import { showSource } from "../show.ts";
import type { SourceView } from "../views.ts";

const ofNetwork = ({ ports }: Context, network: string): { title: string; canBackfill: boolean } => {
  const connector = ports.connectors.find((one) => one.network === network);
  return { title: connector?.title ?? network, canBackfill: connector?.backfill !== undefined };
};

/** @throws Refusal not-found */
export async function sourceOr404({ table }: Context, id: string): Promise<Source> {
  const read = await getSource(table, id);
  if (!read)
    throw new Refusal("not-found", {
      ru: "Такого источника на этом рабочем месте нет.",
      en: "There is no such source in this workspace.",
    });
  const { version: _, ...source } = read;
  return source;
}

/** What is kept; where that is too much to count, what was received. */
const unreadableOf = (id: string, health: Health, { bySource, isAll }: UnreadableCounts): number =>
  isAll ? (bySource.get(id) ?? 0) : health.unreadable;

/** A source as it stands now. */
export async function viewSource(context: Context, source: Source): Promise<SourceView> {
  const { version: _, ...health } = await getHealth(context.table, source.id);
  const mentions = (await mentionsBySource(context.table, source.brandId)).get(source.id) ?? 0;
  const unreadable = unreadableOf(source.id, health, await countUnreadable(context.table));
  const backfill = await getBackfill(context.table, source.id);
  return showSource({ source, health, mentions, unreadable, backfill }, ofNetwork(context, source.network));
}

/** @throws Refusal conflict */
export function refusePaused({ state }: Source): void {
  if (state.is === "paused")
    throw new Refusal("conflict", {
      ru: "Источник приостановлен. Сначала возобновите его.",
      en: "This source is paused. Resume it first.",
    });
}

/** Pulls a source as soon as a worker is free. */
export const askForPull = ({ ports, table }: Context, source: Source): Promise<void> =>
  send(ports, "pull", [
    {
      job: { workspaceId: table.workspaceId, sourceId: source.id },
      group: source.accountId ?? source.id,
    },
  ]);

async function setState(context: Context, source: Source, state: Source["state"]): Promise<Source> {
  const next = { ...source, state };
  await saveSource({ scoped: context.table, all: context.ports.table }, next);
  return next;
}

export const sources: Handlers<
  | "GET /api/sources"
  | "POST /api/sources"
  | "POST /api/sources/:id/pull"
  | "POST /api/sources/:id/pause"
  | "POST /api/sources/:id/resume"
  | "GET /api/sources/:id/unreadable"
> = {
  async "GET /api/sources"(_, context) {
    const all = await listSources(context.table);
    all.sort((a, b) => a.source.title.localeCompare(b.source.title));
    const brands = new Set(all.map(({ source }) => source.brandId));
    const counts = await Promise.all([...brands].map((brand) => mentionsBySource(context.table, brand)));
    const countOf = (id: string): number => counts.reduce((sum, of) => sum + (of.get(id) ?? 0), 0);
    const counted = await countUnreadable(context.table);
    const past = await listBackfills(context.table);
    return all.map(({ source, health }) =>
      showSource(
        {
          source,
          health,
          mentions: countOf(source.id),
          unreadable: unreadableOf(source.id, health, counted),
          backfill: past.get(source.id) ?? null,
        },
        ofNetwork(context, source.network),
      ),
    );
  },

  async "POST /api/sources"(input, context) {
    const { source, warnings } = await connectSource(input, context);
    await askForPull(context, source);
    return {
      source: showSource(
        { source, health: freshHealth, mentions: 0, unreadable: 0, backfill: null },
        ofNetwork(context, source.network),
      ),
      warnings,
    };
  },

  async "POST /api/sources/:id/pull"({ id }, context) {
    const source = await sourceOr404(context, id);
    refusePaused(source);
    await forgetFault(context.table, source);
    await askForPull(context, source);
    return viewSource(context, source);
  },

  async "POST /api/sources/:id/pause"({ id }, context) {
    const source = await sourceOr404(context, id);
    const paused = await setState(context, source, { is: "paused", by: context.session.email });
    return viewSource(context, paused);
  },

  async "POST /api/sources/:id/resume"({ id }, context) {
    const source = await sourceOr404(context, id);
    const active = await setState(context, source, { is: "active" });
    await forgetFault(context.table, source);
    await askForPull(context, active);
    return viewSource(context, active);
  },

  async "GET /api/sources/:id/unreadable"({ id, after }, { table }) {
    const page = await listUnreadable(table, id, after);
    return {
      unreadable: page.unreadable.map((one) => ({ ...one, at: one.at.toISOString() })),
      next: page.next,
    };
  },
};
