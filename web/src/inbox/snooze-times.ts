export type SnoozeChoice = "hour" | "tomorrow" | "monday";
export const snoozeChoices: readonly SnoozeChoice[] = ["hour", "tomorrow", "monday"];

/** The instant that a choice means, on the clock of the person who chose. */
export function snoozeUntil(choice: SnoozeChoice, now: Date): Date {
  if (choice === "hour") return new Date(now.getTime() + 3600_000);
  const days = choice === "tomorrow" ? 1 : (8 - now.getDay()) % 7 || 7;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 9);
}
