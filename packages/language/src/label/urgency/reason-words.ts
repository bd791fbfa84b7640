/** How one reason of urgency is told. */
export interface ReasonWords {
  /** Words by the class they belong to, as patterns of `wordIndex` with spaces between them. */
  classes: Readonly<Record<string, string>>;
  /**
   * Classes that tell the reason where they stand close together, such as "hurt body". A negation of the first takes it
   * away. "~" before a rule: only where the writer does not plainly praise.
   */
  rules: readonly string[];
}
