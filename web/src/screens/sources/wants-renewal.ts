import type { AccountView } from "@otklik/core/api/routes/accounts";

/** As the first warning that people are sent. */
const soonMs = 14 * 24 * 3600_000;

/** Somebody must sign in again, now or within two weeks. An account that no source uses is nobody's worry. */
export function wantsRenewal(
  { ended, expiresAt, sources }: Pick<AccountView, "ended" | "expiresAt" | "sources">,
  now: Date,
): boolean {
  if (sources === 0) return false;
  return ended !== undefined || (expiresAt !== undefined && Date.parse(expiresAt) - now.getTime() <= soonMs);
}
