import type { Finding } from "@otklik/lint";
import type { Words } from "@otklik/words";

/** A finding as a sentence that says what to do. */
export function sayFinding({ code, params }: Finding, { composer }: Words): string {
  const { findings, units } = composer;
  const unit = params.unit === "bytes" || params.unit === "graphemes" ? params.unit : "characters";
  switch (code) {
    case "empty":
      return findings.empty;
    case "too-short":
      return findings.tooShort(units[unit](Number(params.min)));
    case "too-long":
      return findings.tooLong(units[unit](Number(params.max)));
    case "unfilled-variable":
      return findings.unfilledVariable(String(params.name));
    case "forbidden-link":
      return findings.forbiddenLink(String(params.text));
    case "forbidden-phone":
      return findings.forbiddenPhone(String(params.text));
    case "forbidden-email":
      return findings.forbiddenEmail(String(params.text));
  }
}
