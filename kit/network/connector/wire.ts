// Example Reviews' own shapes. Strict in what would falsify a review (its id, time and stars), lenient in all else.
import { readDate } from "@otklik/connectors/kit/dates";
import { tidy } from "@otklik/connectors/kit/text";
import { z } from "zod";

/** What a review can do without: in another form than expected it counts as not given. */
const spare = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);

const Prose = z
  .string()
  .nullish()
  .transform((text) => tidy(text ?? "") || undefined);
const At = z.unknown().transform((value, context) => {
  const at = readDate(value);
  if (at) return at;
  context.addIssue({ code: "custom", message: "is no date" });
  return z.NEVER;
});
const Id = z.union([z.string().min(1), z.number()]).transform(String);

export const Review = z.object({
  id: Id,
  author: spare(z.object({ id: spare(Id), name: spare(Prose) })),
  stars: z.number().min(1).max(5).nullish(),
  text: Prose,
  created_at: At,
  updated_at: At,
  product: spare(z.object({ id: Id, name: spare(Prose) })),
  reply: z.object({ text: z.string(), state: z.enum(["review", "published", "rejected"]) }).nullish(),
});
export type Review = z.infer<typeof Review>;

export const ReviewPage = z.object({ reviews: z.array(z.unknown()), next_cursor: z.string().nullish() });
export const Shop = z.object({ id: Id, name: z.string() });
export const Trouble = z.object({ error: z.object({ message: z.string() }) });
