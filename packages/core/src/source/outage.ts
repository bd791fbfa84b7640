import { z } from "zod";
import { Instant } from "../json.ts";

/** A time in which a source could not be read, so that its silence there is not calm. */
export const Outage = z.object({
  sourceId: z.string(),
  from: Instant,
  /** Absent: it lasts. */
  until: Instant.optional(),
});
export type Outage = z.infer<typeof Outage>;

/** A shorter one is caught up by the next pulls and is not worth a row. */
export const shortestOutage = 30 * 60_000;
