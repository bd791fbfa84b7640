/** A setting that a person can type or choose, drawn from a network's JSON Schema. */
export interface SettingsField {
  name: string;
  title: string;
  isNumber: boolean;
}

interface Property {
  type?: unknown;
  title?: unknown;
  description?: unknown;

  default?: unknown;
}

/** The settings without which a source cannot be: required, without a default, and plain enough for a field. */
export function settingsFields(schema: unknown): SettingsField[] {
  const { properties, required } = (schema ?? {}) as {
    properties?: Record<string, Property>;
    required?: string[];
  };
  return Object.entries(properties ?? {}).flatMap(([name, property]) => {
    const isNumber = property.type === "integer" || property.type === "number";
    const isPlain = isNumber || property.type === "string";
    if (!required?.includes(name) || property.default !== undefined || !isPlain) return [];
    const title = [property.title, property.description].find((text) => typeof text === "string") ?? name;

    return [{ name, title, isNumber }];
  });
}

/** What was typed, as the schema wants it. */
export const settingsOf = (
  fields: readonly SettingsField[],
  typed: Readonly<Record<string, string>>,
): Record<string, string | number> =>
  Object.fromEntries(
    fields.map(({ name, isNumber }) => [name, isNumber ? Number(typed[name]) : (typed[name] ?? "").trim()]),
  );
