import { ApiError } from "./api.ts";
import type { Speech } from "./speech.tsx";

/**
 * What went wrong, in the person's language. The API speaks English; where its words carry what ours cannot, such as
 * which line of a file is broken, they follow ours.
 */
export function explain(error: unknown, { language, words }: Pick<Speech, "language" | "words">): string {
  if (!(error instanceof ApiError)) return words.errors.unknown;
  const ours = isKnown(error.code, words.errors) ? words.errors[error.code] : words.errors.unknown;
  if (!error.message || error.code === "offline") return ours;
  const theirs = error.message.replace(/\.$/, "");
  if (language === "en") return theirs;
  return ["unreadable", "bad-input", "conflict"].includes(error.code) ? `${ours} (${theirs})` : ours;
}

const isKnown = <K extends string>(code: string, errors: Readonly<Record<K, string>>): code is K =>
  Object.hasOwn(errors, code);
