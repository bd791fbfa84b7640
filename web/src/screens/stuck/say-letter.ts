import type { LetterView } from "@otklik/core/api/routes/dead-letters";
import type { Words } from "@otklik/words";

/** The step on which a letter died, as a person understands it. */
export function sayStep(queue: string, { stuck }: Words): string {
  const known: Readonly<Record<string, string>> = stuck.step;
  return known[queue] ?? stuck.step.other;
}

/** Why it died, in a sentence. */
export function sayWhy({ why }: Pick<LetterView, "why">, { stuck, sources }: Words): string {
  const { error, field, kind } = why;
  if (error === "NoAnswer" || error === "SyntaxError") return stuck.why[error];
  if (error === "ZodError") return stuck.why.ZodError(field || "JSON");
  if (error !== "NetworkFault") return stuck.why.other(error);
  const faults: Readonly<Record<string, string>> = sources.fault;
  return faults[kind ?? ""] ?? stuck.why.NetworkFault;
}
