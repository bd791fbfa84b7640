import { Refusal } from "../../errors.ts";
import { newId } from "../../id.ts";
import { pastPulls, send } from "../../pipeline/jobs.ts";
import { lookAfter } from "../../source/backfill.ts";
import { getBackfill, putBackfill } from "../../source/backfill-store.ts";
import { getHealth } from "../../source/source-store.ts";
import { connectorOf } from "../connect-account.ts";
import type { Handlers } from "../context.ts";
import { refusePaused, sourceOr404, viewSource } from "./sources.ts";

const underway = () =>
  new Refusal("conflict", {
    ru: "Прошлое этого источника уже читается. Дождитесь конца или отмените.",
    en: "This source's past is being read already. Wait for it to end, or cancel it.",
  });

export const backfill: Handlers<"POST /api/sources/:id/backfill" | "POST /api/sources/:id/backfill/cancel"> =
  {
    async "POST /api/sources/:id/backfill"({ id, since, until }, context) {
      const { table, ports, session } = context;
      const source = await sourceOr404(context, id);
      refusePaused(source);
      const { backfill: canBackfill, title } = connectorOf(ports, source.network);
      if (!canBackfill)
        throw new Refusal("conflict", {
          ru: `${title} не отдаёт прошлое за выбранное время.`,
          en: `${title} does not show a chosen time of its past.`,
        });
      const now = ports.now();
      const range = { since: new Date(since), until: new Date(Math.min(Date.parse(until), now.getTime())) };
      if (range.since >= range.until)
        throw new Refusal("bad-input", {
          ru: "Начало должно быть раньше конца, а конец не позже сегодняшнего дня.",
          en: "The beginning must be before the end, and not in the future.",
        });
      // Before that, it is not known which of what is found is new and belongs into the inbox.
      const { caughtUp } = await getHealth(table, id);
      if (!caughtUp)
        throw new Refusal("conflict", {
          ru: "Источник ещё читается в первый раз. Загрузите прошлое, когда он дочитается.",
          en: "This source is still being read for the first time. Load its past once that is done.",
        });
      const before = await getBackfill(table, id);
      if (before?.state === "running") throw underway();
      const begun = {
        ...{ id: newId(ports.random, 12), sourceId: id, ...range, by: session.email, startedAt: now },
        ...{ cursor: null, state: "running" as const, found: 0, faults: 0, lookAt: lookAfter(now) },
      };
      const [outcome] = await table.commit([putBackfill(begun, before)]);
      if (!outcome?.done) throw underway();
      await send(ports, "pull", [pastPulls(table.workspaceId, source, begun.id)]);
      return viewSource(context, source);
    },

    async "POST /api/sources/:id/backfill/cancel"({ id }, context) {
      const { table } = context;
      const source = await sourceOr404(context, id);
      for (;;) {
        const running = await getBackfill(table, id);
        if (running?.state !== "running") break;
        const [outcome] = await table.commit([putBackfill({ ...running, state: "cancelled" }, running)]);
        if (outcome?.done) break;
      }
      return viewSource(context, source);
    },
  };
