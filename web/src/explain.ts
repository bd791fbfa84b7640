import { ApiError } from "./api.ts";
import { inTongue } from "./in-tongue.ts";
import type { Speech } from "./speech.tsx";

/**
 * What went wrong and what to do, in whole sentences of the person's language: the API's own, and ours where it said
 * nothing, as when it was not reached.
 */
export function explain(error: unknown, { language, words }: Pick<Speech, "language" | "words">): string {
  if (!(error instanceof ApiError)) return words.errors.unknown;
  if (error.said) return inTongue(error.said, { language });
  return isKnown(error.code, words.errors) ? words.errors[error.code] : words.errors.unknown;
}

const isKnown = <K extends string>(code: string, errors: Readonly<Record<K, string>>): code is K =>
  Object.hasOwn(errors, code);
