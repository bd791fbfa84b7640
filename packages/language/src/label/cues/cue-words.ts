/** How one part of the label is told by words. */
export interface CueWords {
  /** Words by the class they belong to: patterns of `wordIndex` with spaces between them, "(a|b)" for either of two. */
  classes: Readonly<Record<string, string>>;
  /**
   * Classes that tell it where they stand close together, such as "hurt body". A negation of the first takes it away.
   * "~" before a rule: only where the writer does not plainly praise.
   */
  rules: readonly string[];
}
