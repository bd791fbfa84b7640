import { z } from "zod";
import { Instant } from "../json.ts";

export const Language = z.enum(["ru", "en"]);
export type Language = z.infer<typeof Language>;

/** The team that signs in. A demo holds made-up mentions and says so on every screen. */
export const Workspace = z.object({
  id: z.string(),
  name: z.string().trim().min(1).max(120),
  kind: z.enum(["demo", "own"]),
  createdAt: Instant,
  /** Where a demo's networks live: the sandbox's front page. */
  sandboxUrl: z.string().optional(),
});
export type Workspace = z.infer<typeof Workspace>;

/** A person who may sign in, with the workspaces that are theirs. */
export const User = z.object({
  id: z.string(),
  email: z.email().transform((email) => email.toLowerCase()),
  workspaces: z.array(z.string()),
});
export type User = z.infer<typeof User>;

/** Kept under a hash of its token: who holds the table holds no session. */
export const Session = z.object({
  userId: z.string(),
  email: z.string(),
  workspaceId: z.string(),
  expiresAt: Instant,
});
export type Session = z.infer<typeof Session>;

export const sessionDays = 30;
/** How long a sign-in link works, in minutes; it works once. */
export const linkMinutes = 24 * 60;
