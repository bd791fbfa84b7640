/** The languages the product speaks; customers may write in any. */
export const languages = ["ru", "en"] as const;
export type Language = (typeof languages)[number];

/** The first of a person's languages (BCP 47) that we speak, English when there is none. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find((language) => tag.toLowerCase().split("-")[0] === language);
    if (found) return found;
  }
  return "en";
}
