// The public feed's shapes, as recorded answers of 2018 to 2023 show them: no document describes it. Each value stands in
// a `label`; dates are there in some years' feeds and not in others.
import { z } from "zod";
import { readDate } from "../kit/dates.ts";
import { tidy } from "../kit/text.ts";

const spare = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);
const Label = <T extends z.ZodType>(schema: T) => z.object({ label: schema });
const Prose = z.string().transform((text) => tidy(text) || undefined);
const Id = z.union([z.string().min(1), z.number()]).transform(String);

export const Entry = z.object({
  id: Label(Id),
  author: spare(z.object({ name: spare(Label(Prose)), uri: spare(Label(z.string())) })),
  title: spare(Label(Prose)),
  content: Label(Prose),
  "im:rating": Label(z.union([z.string(), z.number()]).transform(Number).pipe(z.int().min(1).max(5))),
  "im:version": spare(Label(Prose)),
  updated: spare(Label(z.unknown().transform((value) => readDate(value) ?? undefined))),
});

/** The app itself stands among its reviews in older feeds, as the first. */
export const AppEntry = z.object({ "im:name": Label(Prose), "im:rating": z.undefined().optional() });

/** One review comes alone and not in a list, and without any there is no member `entry`. */
export const FeedPage = z.object({
  feed: z.looseObject({
    entry: z.union([z.array(z.unknown()), z.looseObject({}).transform((one) => [one])]).optional(),
  }),
});
