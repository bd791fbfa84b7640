// The Bot API's machine-readable description as JSON schemas: whole types and the parameters of methods, each without
// any field that it does not name.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv, type ValidateFunction } from "ajv";
import { z } from "zod";

const folder = fileURLToPath(new URL("../../../../shared/contracts/telegram/", import.meta.url));
const file = `${folder}bot-api-10.1.json`;
export const isThere = existsSync(file);
export const why = isThere ? "" : ` (SKIPPED: no copy of it at ${folder})`;

const Field = z.object({ name: z.string(), types: z.array(z.string()), required: z.boolean().optional() });
type Field = z.infer<typeof Field>;
const Type = z.object({ fields: z.array(Field).optional(), subtypes: z.array(z.string()).optional() });
const Method = z.object({ fields: z.array(Field).optional(), returns: z.array(z.string()) });
const Spec = z.object({ types: z.record(z.string(), Type), methods: z.record(z.string(), Method) });

const simple: Readonly<Record<string, object>> = {
  Integer: { type: "integer" },
  Float: { type: "number" },
  String: { type: "string" },
  Boolean: { type: "boolean" },
};

function schemaFor(type: string): object {
  const members = /^Array of (.+)$/.exec(type)?.[1];
  if (members) return { type: "array", items: schemaFor(members) };
  return simple[type] ?? { $ref: `bot-api#/definitions/${type}` };
}
const anyOf = (types: readonly string[]): object => ({ anyOf: types.map(schemaFor) });

const objectOf = (fields: readonly Field[]): object => ({
  type: "object",
  properties: Object.fromEntries(fields.map(({ name, types }) => [name, anyOf(types)])),
  required: fields.filter(({ required }) => required).map(({ name }) => name),
  additionalProperties: false,
});

export interface BotApi {
  /** Of what a method answers. */
  result(method: string): ValidateFunction;
  /** Of what it is asked with. */
  parameters(method: string): ValidateFunction;
}

/** Reads the description; only where `isThere`. */
export function botApi(): BotApi {
  const { types, methods } = Spec.parse(JSON.parse(readFileSync(file, "utf8")));
  const definitions = Object.fromEntries(
    Object.entries(types).map(([name, { fields = [], subtypes }]) => [
      name,
      subtypes ? anyOf(subtypes) : objectOf(fields),
    ]),
  );
  // Types name one another in circles: put in place of their names they would be compiled again and again.
  const ajv = new Ajv({ strict: false, inlineRefs: false, validateSchema: false });
  ajv.addSchema({ $id: "bot-api", definitions });
  const compiled = (schema: object) => ajv.compile(schema);
  const methodNamed = (name: string) => Method.parse(methods[name]);
  return {
    result: (method) => compiled(anyOf(methodNamed(method).returns)),
    parameters: (method) => compiled(objectOf(methodNamed(method).fields ?? [])),
  };
}
