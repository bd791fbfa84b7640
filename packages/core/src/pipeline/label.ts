import { unlabelled } from "../label/label.ts";
import { scopedTable } from "../table-scope.ts";
import { getVocabulary } from "../vocabulary/vocabulary-store.ts";
import { isPast, LabelJob, send } from "./jobs.ts";
import { eachAlone } from "./room.ts";

const mostAttempts = 3;

/** Labels mentions, many to a model's call, and sends each to the response queue. Writes nothing. */
export const label = eachAlone(LabelJob, async (job, ports, { signal }) => {
  const { found, attempt, ...origin } = job;
  const { vocabulary } = await getVocabulary(scopedTable(ports.table, job.workspaceId), job.brandId);
  const outcomes = await ports.labeler.label(
    found.map(({ mention }) => mention),
    { workspaceId: job.workspaceId, signal, vocabulary },
  );
  const last = attempt + 1 >= mostAttempts;
  const labelled = found.flatMap((one, at) => {
    const outcome = outcomes[at];
    if (outcome && "label" in outcome) return [{ job: { ...origin, ...one, label: outcome.label } }];
    return last ? [{ job: { ...origin, ...one, label: unlabelled } }] : [];
  });
  await send(
    ports,
    "pastResponse",
    labelled.filter(({ job: of }) => isPast(of.mention, of)),
  );
  await send(
    ports,
    "response",
    labelled.filter(({ job: of }) => !isPast(of.mention, of)),
  );
  if (labelled.length === found.length) return;
  const failed = found.filter((_, at) => !("label" in (outcomes[at] ?? {})));
  ports.log.warn("label.failed", { source: job.sourceId, count: failed.length, attempt });
  const lane = failed.every(({ mention }) => isPast(mention, job)) ? "pastLabel" : "label";
  await send(ports, lane, [
    { job: { ...origin, found: failed, attempt: attempt + 1 }, delaySeconds: 30 * (attempt + 1) },
  ]);
});
