/** `{{name}}` or `{{name|fallback}}`; neither holds braces, so that one variable never swallows its neighbour. */
const variable = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g;

/**
 * Puts values in the place of a template's variables. Without a value the fallback stands there; without a fallback
 * `{{name}}` stays to be seen, and `lintReply` blocks it. What is put in is not read again for variables.
 */
export function fillTemplate(
  text: string,
  variables: Readonly<Record<string, string>>,
): { text: string; unfilled: string[] } {
  const unfilled = new Set<string>();
  const filled = text.replace(variable, (_, written: string, fallback: string | undefined) => {
    const name = written.trim();
    const value = Object.hasOwn(variables, name) ? variables[name]?.trim() : undefined;
    if (value) return value;
    if (fallback !== undefined) return fallback.trim();
    unfilled.add(name);
    return `{{${name}}}`;
  });
  return { text: filled, unfilled: [...unfilled] };
}

/** The variables that still stand in a text, each once, in their order. */
export function unfilledVariables(text: string): string[] {
  return [...new Set([...text.matchAll(variable)].map((match) => (match[1] ?? "").trim()))];
}
