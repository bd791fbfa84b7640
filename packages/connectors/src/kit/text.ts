// Soft hyphens and zero-width marks, but not the joiner that makes one emoji of several.
const unseen =
  /[\u00AD\u200B\u200C\u2060\uFEFF]|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: to remove them is the point
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

/**
 * Text as a person would read it: NFC, no invisible marks, single spaces, and `\n` between lines. It is taken for no
 * HTML: "<" and "&amp;" stay as they are.
 */
export function tidy(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(control, " ")
    .replace(unseen, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
