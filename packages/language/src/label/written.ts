import type { Labelled } from "@otklik/core/label/labeler";

const writes = ({ title, text, pros, cons }: Labelled, sign: RegExp): boolean =>
  [title, text, pros, cons].some((part) => part !== undefined && sign.test(part));

/** Whether there is anything to read: a letter, a figure or a sign such as an emoji. */
export const hasWords = (mention: Labelled): boolean => writes(mention, /[\p{L}\p{N}\p{S}]/u);
export const hasLetters = (mention: Labelled): boolean => writes(mention, /\p{L}/u);
