import { type ContactKind, contactDetails } from "./contact-details.ts";
import { measure, type Unit } from "./measure.ts";
import { unfilledVariables } from "./template-variables.ts";

export type FindingCode =
  | "empty"
  | "too-short"
  | "too-long"
  | "unfilled-variable"
  | "forbidden-link"
  | "forbidden-phone"
  | "forbidden-email";

/** What is wrong with a reply; `block`: it must not be sent so, `warn`: a person should look at it once more. */
export interface Finding {
  level: "block" | "warn";
  code: FindingCode;
  /** For the sentence that tells it: `has`, `min`, `max` and `unit`, or `name`, or `text`. */
  params: Record<string, string | number>;
}

/** The part of a network's reply rules that a text can break. */
export interface TextRules {
  minLength?: number | undefined;
  maxLength?: number | undefined;
  unit?: Unit | undefined;
  forbids?: readonly ContactKind[] | undefined;
}

const forbiddenCode = {
  links: "forbidden-link",
  phones: "forbidden-phone",
  emails: "forbidden-email",
} as const satisfies Record<ContactKind, FindingCode>;

/**
 * All that speaks against sending this text under the network's rules; `null` where the network has none that we know.
 * Lengths are in the rules' unit, characters unless said; spaces at both ends do not count towards the shortest length.
 */
export function lintReply({ text, rules }: { text: string; rules: TextRules | null }): Finding[] {
  if (text.trim() === "") return [{ level: "block", code: "empty", params: {} }];
  return [...lengthFindings(text, rules ?? {}), ...variableFindings(text), ...contactFindings(text, rules)];
}

/** Nothing speaks against sending. Warnings alone do not stop a person. */
export const maySend = (findings: readonly Finding[]): boolean =>
  findings.every((finding) => finding.level !== "block");

function lengthFindings(text: string, { minLength, maxLength, unit = "characters" }: TextRules): Finding[] {
  const findings: Finding[] = [];
  const has = measure(text, unit);
  const hasTrimmed = measure(text.trim(), unit);
  if (minLength !== undefined && hasTrimmed < minLength) {
    findings.push({ level: "block", code: "too-short", params: { has: hasTrimmed, min: minLength, unit } });
  }
  if (maxLength !== undefined && has > maxLength) {
    findings.push({ level: "block", code: "too-long", params: { has, max: maxLength, unit } });
  }
  return findings;
}

function variableFindings(text: string): Finding[] {
  return unfilledVariables(text).map((name) => ({
    level: "block",
    code: "unfilled-variable",
    params: { name },
  }));
}

function contactFindings(text: string, rules: TextRules | null): Finding[] {
  const forbidden = rules?.forbids ?? [];
  if (forbidden.length === 0) return [];
  return contactDetails(text)
    .filter((detail) => forbidden.includes(detail.kind))
    .map((detail) => ({
      level: detail.certain ? "block" : "warn",
      code: forbiddenCode[detail.kind],
      params: { text: detail.text },
    }));
}
