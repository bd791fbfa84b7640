// VK's own JSON schema as a judge: its `$ref`s are files beside one another, and a property says for itself that it is
// required, which is turned into the list that JSON Schema knows.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";

const folder = fileURLToPath(new URL("../../../../shared/contracts/vk/", import.meta.url));
export const isThere = existsSync(join(folder, "schema.json"));
export const why = isThere ? "" : ` (SKIPPED: no copy of it at ${folder})`;

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Tree = Record<string, Json>;
interface Parameter {
  name: string;
  required?: boolean;
  maximum?: number;
  maxLength?: number;
}
export interface SchemaMethod {
  name: string;
  access_token_type: string[];
  parameters?: Parameter[];
  responses: Record<string, { $ref: string }>;
}

const fileAt = (path: string): Tree => JSON.parse(readFileSync(join(folder, path), "utf8")) as Tree;

/** Methods by name, of the families that are asked. */
export function schemaMethods(): Map<string, SchemaMethod> {
  const families = ["wall", "board", "market", "messages", "groups", "users"];
  const all = families.flatMap(
    (family) => fileAt(`${family}/methods.json`).methods as unknown as SchemaMethod[],
  );
  return new Map(all.map((method) => [method.name, method]));
}

/** A judge by a reference such as "../wall/responses.json#/definitions/x", as a file of a family writes it. */
export function judges(): (reference: string) => (value: unknown) => string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const added = new Set<string>();
  const add = (path: string): void => {
    if (added.has(path)) return;
    added.add(path);
    const { definitions = {} } = fileAt(path);
    const wanted = new Set<string>();
    const schema = standard(definitions, path, wanted) as object;
    ajv.addSchema({ $id: `vk:/${path}`, definitions: schema });
    for (const other of wanted) add(other);
  };
  return (reference) => {
    const [file = "", pointer = ""] = reference.split("#");
    const path = normalize(join("family", file));
    add(path);
    const validate = ajv.compile({ $ref: `vk:/${path}#${pointer}` });
    return (value) =>
      validate(value) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
  };
}

/** As JSON Schema writes it. A `$ref` beside other words is joined to them, as VK means it. */
function standard(node: Json, at: string, wanted: Set<string>): Json {
  if (Array.isArray(node)) return node.map((member) => standard(member, at, wanted));
  if (node === null || typeof node !== "object") return node;
  const { $ref, required: _, properties, ...rest } = node;
  const out: Tree = Object.fromEntries(
    Object.entries(rest).map(([name, member]) => [name, standard(member, at, wanted)]),
  );
  if (properties && typeof properties === "object" && !Array.isArray(properties)) {
    out.properties = standard(properties, at, wanted);
    out.required = Object.entries(properties)
      .filter(([, member]) => (member as Tree).required === true)
      .map(([name]) => name);
  }
  if (typeof $ref !== "string") return out;
  const [file = "", pointer = ""] = $ref.split("#");
  const path = file ? normalize(join(dirname(at), file)) : at;
  wanted.add(path);
  return { allOf: [{ $ref: `vk:/${path}#${pointer}` }, out] };
}
