/** One thing that was looked at. `act`: somebody must do what `todo` says; `note`: good to know. */
export type Finding = { about: string; found: string } & (
  | { is: "fine" }
  | { is: "note"; todo?: string }
  | { is: "act"; todo: string }
);

/** Findings about one thing. */
export const about = (subject: string) => ({
  fine: (found: string): Finding => ({ about: subject, is: "fine", found }),
  note: (found: string, todo?: string): Finding => ({
    about: subject,
    is: "note",
    found,
    ...(todo ? { todo } : {}),
  }),
  act: (found: string, todo: string): Finding => ({ about: subject, is: "act", found, todo }),
});

/** What an error says, which in this house holds what to do as well. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Such as "3 days": the largest unit of which there is at least one. */
export function spanOf(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  if (minutes < 120) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1440)} days`;
}
