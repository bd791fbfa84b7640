import { z } from "zod";
import { Instant } from "../json.ts";

/** One sign-in at a network. The credentials are sealed, with the account's id as context. */
export const Account = z.object({
  id: z.string(),
  network: z.string(),
  title: z.string(),
  sealed: z.string(),
  expiresAt: Instant.optional(),
  connectedAt: Instant,
});
export type Account = z.infer<typeof Account>;
