import { z } from "zod";
import type { Renewal } from "../connector.ts";
import { Instant } from "../json.ts";
import { Said } from "../said.ts";

/** How long an access token lives. */
const Access = z.object({ from: Instant, until: Instant.optional() });
type Access = z.infer<typeof Access>;

/** One sign-in at a network. The credentials are sealed, with the account's id as context. */
export const Account = z.object({
  id: z.string(),
  network: z.string(),
  title: z.string(),
  sealed: z.string(),
  /** Its kind and plan, as the last test call told them. */
  kind: Said.optional(),
  /** What it is too weak for, likewise. */
  warnings: z.array(Said).default([]),
  /** When it ends unless a person does something; what is renewed without them has no such time. */
  expiresAt: Instant.optional(),
  /** That this is near has been told for all times up to this one. */
  warnedTo: Instant.optional(),
  connectedAt: Instant,
  access: Access.optional(),
  /** One worker renews the sign-in, until then at the latest. */
  lease: z.object({ by: z.string(), until: Instant }).optional(),
  /** The network no longer knows the sign-in: only a person can sign in again. */
  ended: z.object({ at: Instant, why: Said }).optional(),
});
export type Account = z.infer<typeof Account>;

const minute = 60_000;
const day = 24 * 60 * minute;

/** A token is renewed so long before its end, or a quarter of its life where only a living one can be changed. */
const renewalLead = 5 * minute;

/** From when an access token should be renewed; null: it does not end. */
export function renewFrom({ from, until }: Access, { by }: Renewal): Date | null {
  if (!until) return null;
  const life = until.getTime() - from.getTime();
  const lead = by === "exchange" ? life / 4 : Math.min(renewalLead, life / 4);
  return new Date(until.getTime() - lead);
}

/** Days before its end at which people are told, once each. */
export const warnDaysBefore = [14, 7, 1] as const;

/** When an account's end must be told next; null: it does not end, or all has been told. */
export function nextWarningAt({
  expiresAt,
  connectedAt,
  warnedTo,
}: Pick<Account, "expiresAt" | "connectedAt" | "warnedTo">): Date | null {
  if (!expiresAt) return null;
  const after = Math.max(connectedAt.getTime(), warnedTo?.getTime() ?? 0);
  const times = warnDaysBefore.map((days) => expiresAt.getTime() - days * day);
  const next = times.find((at) => at > after);
  return next === undefined ? null : new Date(next);
}

/** Of the times at which its end is told, how many days before it the last one was; null: none has come yet. */
export function warnedDaysBefore({ expiresAt }: Pick<Account, "expiresAt">, now: Date): number | null {
  if (!expiresAt) return null;
  const left = expiresAt.getTime() - now.getTime();
  return warnDaysBefore.findLast((days) => left <= days * day) ?? null;
}
