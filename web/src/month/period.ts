import type { GroupBy } from "@otklik/core/trend/report-view";

export const spans = [1, 3, 12, 24] as const;
type Span = (typeof spans)[number];
export const groupings = ["network", "product", "location"] as const satisfies readonly GroupBy[];

/** What the page shows; it lives in the address, so that a reload and a link keep it. */
export interface Period {
  /** Its last month, "2026-11". */
  month: string;
  /** How many months, that one included. */
  span: Span;
  by: GroupBy;
}

export const monthOf = (date: Date): string => date.toISOString().slice(0, 7);

/** `?month=2026-11&span=12&by=product`; a month that is not one, or has not begun, is the running one. */
export function periodFrom(search: URLSearchParams, now: Date): Period {
  const running = monthOf(now);
  const asked = search.get("month") ?? "";
  return {
    month: /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) && asked <= running ? asked : running,
    span: spans.find((span) => String(span) === search.get("span")) ?? 1,
    by: groupings.find((by) => by === search.get("by")) ?? "network",
  };
}

/** The address of a period; what goes without saying is left out. */
export function pathOfPeriod({ month, span, by }: Period, now: Date): string {
  const search = new URLSearchParams();
  if (month !== monthOf(now)) search.set("month", month);
  if (span !== 1) search.set("span", String(span));
  if (by !== "network") search.set("by", by);
  return search.size > 0 ? `/month?${search}` : "/month";
}

/** A month that many months later, or earlier. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return monthOf(new Date(Date.UTC(year, number - 1 + months, 1)));
}

/** The days of a period, as ISO dates; the last may lie ahead. */
export function daysOf({ month, span }: Pick<Period, "month" | "span">): { from: string; to: string } {
  const next = Date.parse(`${monthAfter(month, 1)}-01T00:00:00Z`);
  return {
    from: `${monthAfter(month, 1 - span)}-01`,
    to: new Date(next - 86_400_000).toISOString().slice(0, 10),
  };
}

/** The months that may be chosen, the latest first: five years, and the chosen one wherever it lies. */
export function monthsToChoose(chosen: string, now: Date): string[] {
  const months = Array.from({ length: 60 }, (_, at) => monthAfter(monthOf(now), -at));
  return months.includes(chosen) ? months : [...months, chosen];
}
