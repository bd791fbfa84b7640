import { z } from "zod";
import type { Told } from "../said.ts";

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
  | { state: "published" | "in-review" | "delivered" | "read"; externalId?: string }
  | { state: "rejected" | "bounced"; why: Told }
  | { state: "unknown" };
