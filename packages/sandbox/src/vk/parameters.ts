// Parameters of a form as VK reads them: numbers within bounds, flags as 0 and 1, lists with commas.
import { z } from "zod";
import { communityId } from "./community.ts";
import { ApiError } from "./refusals.ts";
import type { Asked } from "./rooms.ts";

const whole = z
  .string()
  .regex(/^-?\d+$/)
  .transform(Number);
export const number = (least = Number.MIN_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER) =>
  whole.pipe(z.number().min(least).max(most));
export const flag = z.enum(["0", "1"]).transform((value) => value === "1");
export const words = (longest = 100_000) => z.string().max(longest);

/** @throws ApiError 100 naming the parameter */
export function read<T extends z.ZodRawShape>(asked: Asked, shape: T): z.infer<z.ZodObject<T>> {
  const { data, error } = z.object(shape).safeParse(asked.parameters);
  if (error) throw new ApiError(100, `${error.issues[0]?.path.join(".")} is invalid`);
  return data as z.infer<z.ZodObject<T>>;
}

/** The community itself is meant. @throws ApiError 203 or 15 as VK does of a strange one */
export function ours(id: number, code: 15 | 203 = 203): void {
  if (Math.abs(id) !== communityId) throw new ApiError(code);
}

/** Only who manages the community may. */
export function managing({ token }: Asked): void {
  if (token.kind === "user" && !token.manages) throw new ApiError(15);
}

/** A community's token needs this right for it. */
export function needing({ token }: Asked, right: string): void {
  if (token.kind === "group" && !token.rights.includes(right)) throw new ApiError(15);
}

/** A stretch of a list: from a row on, or after so many. */
export function stretch<T extends { id: number }>(
  rows: readonly T[],
  { start, offset = 0, count }: { start?: number | undefined; offset?: number | undefined; count: number },
): { rows: T[]; realOffset: number } {
  const at =
    start === undefined
      ? 0
      : Math.max(
          0,
          rows.findIndex(({ id }) => id === start),
        );
  const from = Math.max(0, at + offset);
  return { rows: rows.slice(from, from + count), realOffset: from };
}
