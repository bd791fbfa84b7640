import type { Language } from "./language.ts";

/** A noun's forms by CLDR category: English needs one and other, Russian one, few and many. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & ({ other: string } | { many: string });

const space = "\u00a0";

/**
 * `plural("ru")(5, { one: "отзыв", few: "отзыва", many: "отзывов" })` is "5 отзывов", the number grouped and bound to
 * its noun. A form that is not given is
 * that of the next larger count; a fraction takes `other`, or the form of two to four.
 */
export function plural(language: Language): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (count, forms) => {
    const { other, few = forms.many ?? other, many = few } = forms;
    const form = forms[rules.select(count)] ?? other ?? (Number.isInteger(count) ? many : few) ?? "";
    return `${number.format(count)}${space}${form}`;
  };
}
