// What may be asked of the lists: the parameters that the specification names, within its bounds.
import { z } from "zod";
import { refusal } from "./refusals.ts";

const Flag = z.enum(["true", "false"]).transform((value) => value === "true");
const whole = (max: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .pipe(z.number().max(max));
const Order = z.enum(["dateAsc", "dateDesc"]).default("dateDesc");
const UnixSeconds = z.preprocess((value) => (value === "" ? undefined : value), whole(1e11).optional());

const Period = z.object({ dateFrom: UnixSeconds, dateTo: UnixSeconds });
export const Listing = Period.extend({
  isAnswered: Flag,
  nmId: whole(1e12).optional(),
  order: Order,
  take: whole(5000).refine((take) => take > 0),
  skip: whole(199_990),
});
export const QuestionListing = Listing.extend({
  take: whole(10_000).refine((take) => take > 0),
  skip: whole(10_000),
}).refine(({ take, skip }) => take + skip <= 10_000);
export const ArchiveListing = Listing.omit({ isAnswered: true, dateFrom: true, dateTo: true });
export const Count = Period.extend({ isAnswered: Flag.default(true) });

/** The fields whose refusal the specification words; the rest get its general one. */
const complaintAbout: Record<string, string> = {
  isAnswered: "Плохой формат isAnswered",
  dateFrom: "Плохой формат dateFrom",
  dateTo: "Плохой формат dateTo",
};

/** Both ends of a period belong to it; the network counts in whole seconds. */
export function isWithin(at: Date, { dateFrom, dateTo }: { dateFrom?: number; dateTo?: number }): boolean {
  const seconds = Math.floor(at.getTime() / 1000);
  return seconds >= (dateFrom ?? 0) && seconds <= (dateTo ?? Number.POSITIVE_INFINITY);
}

interface Paging {
  nmId?: number;
  order: "dateAsc" | "dateDesc";
  take: number;
  skip: number;
  dateFrom?: number;
  dateTo?: number;
}

/** What of the list, oldest first, the caller asked for. */
export function page<T extends { nmId: number; createdAt: Date }>(oldestFirst: T[], asked: Paging): T[] {
  const wanted = oldestFirst.filter(
    ({ nmId, createdAt }) => (asked.nmId ?? nmId) === nmId && isWithin(createdAt, asked),
  );
  const ordered = asked.order === "dateAsc" ? wanted : wanted.reverse();
  return ordered.slice(asked.skip, asked.skip + asked.take);
}

export function badQuery(error: z.ZodError): Response {
  const field = String(error.issues[0]?.path[0] ?? "");
  return refusal(400, complaintAbout[field] ?? "Something went wrong");
}
