import type { Context } from "hono";
import { z } from "zod";
import { refusedByPlan } from "./access.ts";
import { refusal } from "./answers.ts";

/** Lists of reviews and comments: from 20 to 100. */
export const Limit = z.int().min(20).max(100);
export const LastId = z.string().default("");
/** `int64` and `uint64` come as numbers or as strings of digits. */
export const Digits = z.union([z.int().min(0), z.string().regex(/^\d{1,20}$/)]).transform(String);

/** A route over a body of this shape: first the request is looked at, then the shop's plan. */
export const asking =
  <T>(schema: z.ZodType<T>, answer: (body: T, c: Context) => Response) =>
  async (c: Context): Promise<Response> => {
    const body = schema.safeParse(await jsonOf(c));
    if (!body.success) {
      const { path = [], message = "" } = body.error.issues[0] ?? {};
      return refusal(400, `Request validation error: ${path.map(String).join(".") || "body"}: ${message}`);
    }
    return refusedByPlan(c) ?? answer(body.data, c);
  };

/** Whole numbers past 2^53 come as the digits that stand there. */
async function jsonOf(c: Context): Promise<unknown> {
  const text = await c.req.text();
  if (text === "") return {};
  try {
    return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
      typeof value === "number" && !Number.isSafeInteger(value) && /^\d+$/.test(context?.source ?? "")
        ? context?.source
        : value,
    );
  } catch {
    return undefined;
  }
}

/** What follows the entry of this id, of a list in any order; null: there is none of it. */
export function after<T extends { id: string }>(list: readonly T[], lastId: string): readonly T[] | null {
  if (lastId === "") return list;
  const at = list.findIndex(({ id }) => id === lastId);
  return at < 0 ? null : list.slice(at + 1);
}
