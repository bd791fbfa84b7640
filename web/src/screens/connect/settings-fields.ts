import type { Told } from "@otklik/core/connector";

/** A setting that a person can type or choose, drawn from a network's JSON Schema. */
export interface SettingsField {
  name: string;
  title: Told;
  hint?: Told;
  is: "text" | "number" | "boolean" | "choice" | "list";
  /** The values of a choice, as text. */
  choices: { value: string; title: Told }[];
  isRequired: boolean;
  /** As it would be typed. */
  preset: string;
}

interface Property {
  type?: unknown;
  title?: unknown;
  description?: unknown;
  default?: unknown;
  enum?: unknown[];
  anyOf?: Property[];
  oneOf?: Property[];
  const?: unknown;
  items?: Property;
}

/** The settings that fit a field: words, numbers, yes or no, one of several, several words. */
export function settingsFields(schema: unknown): SettingsField[] {
  const { properties, required } = (schema ?? {}) as {
    properties?: Record<string, Property>;
    required?: string[];
  };
  return Object.entries(properties ?? {}).flatMap(([name, property]) => {
    const choices = choicesOf(property);
    const is = choices.length > 0 ? "choice" : kindOf(property);
    if (!is) return [];
    const hint = toldIn(property.description);
    return [
      {
        ...{ name, is, choices },
        title: toldIn(property.title) ?? name,
        isRequired: required?.includes(name) === true && property.default === undefined,
        preset: typedOf(property.default),
        ...(hint === undefined ? {} : { hint }),
      },
    ];
  });
}

function kindOf({ type, items }: Property): SettingsField["is"] | null {
  if (type === "string") return "text";
  if (type === "boolean") return "boolean";
  if (type === "integer" || type === "number") return "number";
  return type === "array" && items?.type === "string" ? "list" : null;
}

/** Values listed as such, or as alternatives that each name one value and may have a title. */
function choicesOf({ enum: values, anyOf, oneOf }: Property): SettingsField["choices"] {
  if (values) return values.map((value) => ({ value: String(value), title: String(value) }));
  const each = oneOf ?? anyOf ?? [];
  if (!each.every((one) => one.const !== undefined)) return [];
  return each.map((one) => ({ value: String(one.const), title: toldIn(one.title) ?? String(one.const) }));
}

function toldIn(title: unknown): Told | undefined {
  if (typeof title === "string") return title;
  const { ru, en } = (title ?? {}) as { ru?: unknown; en?: unknown };
  return typeof ru === "string" && typeof en === "string" ? { ru, en } : undefined;
}

const typedOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.join("\n");
  return value === undefined || typeof value === "object" ? "" : String(value);
};

type Setting = string | number | boolean | string[];

/** What was typed, as the schema wants it; what was left empty is left out. */
export function settingsOf(
  fields: readonly SettingsField[],
  typed: Readonly<Record<string, string>>,
): Record<string, Setting> {
  const settings: Record<string, Setting> = {};
  for (const { name, is, preset } of fields) {
    const text = (typed[name] ?? preset).trim();
    if (text !== "") settings[name] = settingOf(text, is);
  }
  return settings;
}

function settingOf(text: string, is: SettingsField["is"]): Setting {
  if (is === "number") return Number(text.replace(",", "."));
  if (is === "boolean") return text === "true";
  return is === "list" ? linesOf(text) : text;
}

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
