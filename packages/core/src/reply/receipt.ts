import { z } from "zod";
import { Told } from "../said.ts";

export const ReceiptState = z.enum([
  "published",
  "in-review",
  "delivered",
  "read",
  "rejected",
  "bounced",
  "unknown",
]);

/** What the network said of a reply. */
export type Receipt =
  | { state: "published" | "in-review" | "delivered" | "read"; externalId?: string | undefined }
  | { state: "rejected" | "bounced"; why: Told }
  | { state: "unknown" };

/** As it travels through a queue. */
export const Receipt: z.ZodType<Receipt> = z.discriminatedUnion("state", [
  z.object({
    state: z.enum(["published", "in-review", "delivered", "read"]),
    externalId: z.string().optional(),
  }),
  z.object({ state: z.enum(["rejected", "bounced"]), why: Told }),
  z.object({ state: z.literal("unknown") }),
]);
