const prefix = /^(?:(?:re|fwd?|aw|wg|sv|отв(?:ет)?|на|пересл?|hа)\s*(?:\[\d+\]|\(\d+\))?\s*:\s*)+/iu;

/** A subject without "Re:" and its kin, for comparing. */
export const bareSubject = (subject: string): string =>
  subject.trim().replace(prefix, "").replace(/\s+/g, " ").trim().toLowerCase();

/** The subject says that it answers something. */
export const isAnswering = (subject: string): boolean => prefix.test(subject.trim());

/** The subject of an answer. */
export const answering = (subject: string | undefined): string => {
  const bare = subject?.trim() ?? "";
  if (bare === "") return "Re:";
  return /^re\s*:/i.test(bare) ? bare : `Re: ${bare}`;
};
