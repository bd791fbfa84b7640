import { z } from "zod";
import { NetworkFault } from "./errors.ts";

/** What may be said of an error: its name, its kind and its place in our code. Its message could quote a customer. */
export const ErrorTold = z.object({
  /** The error's name, such as "TypeError". */
  error: z.string(),
  /** Of a network's fault. */
  kind: z.string().optional(),
  /** Of an error that the system or a refusal gave a code. */
  code: z.string().optional(),
  /** Which field did not fit, as a path. */
  field: z.string().optional(),
  /** The first frame in our own code. */
  place: z.string().optional(),
});
export type ErrorTold = z.infer<typeof ErrorTold>;

/** Tells of an error without a word of its message. */
export function tellError(error: unknown): ErrorTold {
  if (!(error instanceof Error)) return { error: typeof error };
  const place = placeOf(error);
  return {
    error: wordOr(error.name, "Error"),
    ...(error instanceof NetworkFault ? { kind: error.kind } : {}),
    ...(error instanceof z.ZodError ? { field: fieldOf(error) } : {}),
    ...("code" in error ? { code: wordOr(error.code, "?") } : {}),
    ...(place ? { place } : {}),
  };
}

/** A name that a program gave. What else stands where one is expected may be anybody's words. */
const wordOr = (given: unknown, otherwise: string): string =>
  /^[\w-]{1,40}$/.test(String(given)) ? String(given) : otherwise;

/** A record's keys may come from outside as well. */
const fieldOf = ({ issues }: z.ZodError): string =>
  (issues[0]?.path ?? []).map((part) => wordOr(part, "?")).join(".");

/** The first frame in our own code. The stack begins with the message, whose lines may look like frames, so it is cut off. */
function placeOf({ message, stack = "" }: Error): string | undefined {
  const head = stack.indexOf(message);
  if (head < 0) return undefined;
  const frame = stack
    .slice(head + message.length)
    .split("\n")
    .find((line) => /^ +at .*\.[jt]s:\d+:\d+\)?$/.test(line) && !line.includes("node_modules"));
  return frame
    ?.trim()
    .replace(/^at /, "")
    .replace(/[^\s(]*\/(packages|functions|tests)\//, "$1/");
}
