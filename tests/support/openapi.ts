// Holds requests and answers against an OpenAPI 3.0 or 3.1 file: the judge between a simulator and its network's contract.
import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";

type Json = Record<string, unknown>;

interface Asked {
  method: string;
  /** As it was asked, below the server's address, such as "/v1/reviews/7". */
  path: string;
  query?: URLSearchParams;
  headers?: Headers;
  /** Parsed; a form as an object of its fields. */
  body?: unknown;
}
interface Answered {
  method: string;
  path: string;
  status: number;
  /** Parsed; undefined where there is none. */
  body?: unknown;
}
/** An example of an answer, as the file gives it. */
interface Example {
  method: string;
  /** The template, such as "/v1/reviews/{id}". */
  path: string;
  status: string;
  name: string;
  value: unknown;
}

export interface OpenApi {
  /** Each operation as "GET /v1/reviews/{id}". */
  operations(): string[];
  /** What the file forbids in a request, in words; empty: nothing. */
  faultsOfRequest(asked: Asked): string[];
  /** Likewise of an answer, judged by its status. */
  faultsOfAnswer(answered: Answered): string[];
  /** Both, of a request and its answer, whose bodies stay unread. `below`: what stands before the file's own paths. */
  faultsOf(request: Request, response: Response, below?: string): Promise<string[]>;
  examples(): Example[];
}

/**
 * @param source a file's path, or the document itself
 * @param options `isOpen`: fields that the file does not name are no fault
 */
export function openApi(source: string | Json, options: { isOpen?: boolean } = {}): OpenApi {
  const document = typeof source === "string" ? (JSON.parse(readFileSync(source, "utf8")) as Json) : source;
  const { isOpen = false } = options;
  const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true, logger: false });
  // Both are CommonJS, whose default is a module to TypeScript and the function itself to Node.
  (formats as unknown as (to: Ajv2020) => void)(ajv);
  ajv.addFormat("uint64", { type: "number", validate: (value) => Number.isInteger(value) && value >= 0 });
  const read = reader(document, isOpen);
  const { components = {} } = document as { components?: { schemas?: Json } };
  ajv.addSchema({ $id: "openapi", components: { schemas: mapped(components.schemas ?? {}, read.plain) } });
  const compiled = new Map<unknown, ValidateFunction>();

  const faults = (schema: unknown, value: unknown, where: string): string[] => {
    const validate = compiled.get(schema) ?? ajv.compile(read.whole(schema));
    compiled.set(schema, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${where}${instancePath}: ${message} ${JSON.stringify(params)}`,
    );
  };

  const paths = Object.entries(objectOf(document.paths)).map(([template, members]) => ({
    template,
    members: objectOf(read.resolved(members)),
    fits: patternOf(template),
  }));
  const found = (method: string, path: string) => {
    const name = method.toLowerCase();
    const fitting = paths.filter(({ fits, members }) => fits.test(path) && name in members);
    // A path without braces wins over a template that it happens to fit.
    const hit = fitting.find(({ template }) => template === path) ?? fitting[0];
    if (!hit) return null;
    const operation = objectOf(hit.members[name]);
    const parameters = [hit.members.parameters, operation.parameters].flatMap((list) => listOf(list));
    return { ...operation, parameters: parameters.map((one) => objectOf(read.resolved(one))) } as Operation;
  };

  const api: OpenApi = {
    operations: () =>
      paths.flatMap(({ template, members }) =>
        methods.filter((name) => name in members).map((name) => `${name.toUpperCase()} ${template}`),
      ),
    faultsOfRequest({ method, path, query = new URLSearchParams(), headers, body }) {
      const operation = found(method, path);
      if (!operation) return [`${method} ${path}: the file knows no such method`];
      const named = operation.parameters;
      const inQuery = named.filter((one) => one.in === "query");
      const unknown = [...query.keys()].filter((key) => !inQuery.some(({ name }) => fitsName(name, key)));
      const requestBody = objectOf(read.resolved(operation.requestBody));
      const media = jsonMedia(requestBody.content);
      return [
        ...(isOpen ? [] : unknown.map((key) => `query: the file knows no "${key}"`)),
        ...inQuery.flatMap((one) => {
          const given = query.getAll(one.name);
          if (given.length === 0) return one.required ? [`query: "${one.name}" is missing`] : [];
          return faults(one.schema, parameterValue(given, read.resolved(one.schema)), `query ${one.name}`);
        }),
        ...named.flatMap(({ in: place, name, required }) =>
          place === "header" && required && headers && !headers.has(name)
            ? [`header: "${name}" is missing`]
            : [],
        ),
        ...(body === undefined
          ? requestBody.required
            ? ["body: is missing"]
            : []
          : media
            ? faults(media.schema, body, "body")
            : ["body: the file knows of none"]),
      ];
    },
    faultsOfAnswer({ method, path, status, body }) {
      const operation = found(method, path);
      if (!operation) return [`${method} ${path}: the file knows no such method`];
      const answers = objectOf(operation.responses);
      const answer = answers[status] ?? answers[`${Math.floor(status / 100)}XX`] ?? answers.default;
      if (answer === undefined) return [`${method} ${path}: the file knows no status ${status}`];
      const media = jsonMedia(objectOf(read.resolved(answer)).content);
      if (!media?.schema) return [];
      return body === undefined ? ["answer: has no body"] : faults(media.schema, body, `answer ${status}`);
    },
    async faultsOf(request, response, below = "") {
      const { pathname, searchParams: query } = new URL(request.url);
      const { method, headers } = request;
      const at = { method, path: pathname.slice(below.length) };
      return [
        ...api.faultsOfRequest({ ...at, query, headers, body: await bodyOf(request.clone()) }),
        ...api.faultsOfAnswer({ ...at, status: response.status, body: await bodyOf(response.clone()) }),
      ];
    },
    examples: () =>
      paths.flatMap(({ template, members }) =>
        methods
          .filter((name) => name in members)
          .flatMap((name) => {
            const { responses } = objectOf(members[name]);
            return Object.entries(objectOf(responses)).flatMap(([status, answer]) =>
              examplesIn(jsonMedia(objectOf(read.resolved(answer)).content), read.resolved).map((one) => ({
                ...{ method: name.toUpperCase(), path: template, status },
                ...one,
              })),
            );
          }),
      ),
  };
  return api;
}

const methods = ["get", "post", "put", "patch", "delete", "head", "options"];

interface Operation extends Json {
  parameters: { in: string; name: string; required?: boolean; schema?: unknown }[];
}

const objectOf = (value: unknown): Json =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Json) : {};
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const mapped = (fields: Json, by: (value: unknown) => unknown): Json =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, by(value)]));

const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[^}]+\}/g, "[^/]+")}/?$`);

/** A parameter written as "fields[apps]" is one name; "ids[]" stands for "ids" too. */
const fitsName = (name: string, key: string): boolean => name === key || `${name}[]` === key;

/** Turns the file's schemas into JSON schemas of the draft that ajv reads. */
function reader(document: Json, isOpen: boolean) {
  const at = (reference: string): unknown =>
    reference
      .slice(2)
      .split("/")
      .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
      .reduce<unknown>((place, step) => objectOf(place)[step], document);
  const resolved = (value: unknown): unknown => {
    const { $ref } = objectOf(value);
    return typeof $ref === "string" ? resolved(at($ref)) : value;
  };

  /** Somewhere in it fields are named, so that others can be told to be unknown. */
  const namesFields = (schema: unknown, depth = 0): boolean => {
    const known = objectOf(resolved(schema));
    const members = ["allOf", "oneOf", "anyOf"].flatMap((keyword) => listOf(known[keyword]));
    const ownFields = Object.keys(objectOf(known.properties)).length > 0;
    return ownFields || (depth < 8 && members.some((member) => namesFields(member, depth + 1)));
  };

  /** A schema as part of another, or under its name: open, since others may add fields to it. */
  const plain = (schema: unknown): unknown => {
    if (schema === null || typeof schema !== "object" || Array.isArray(schema)) return schema;
    const { nullable, $ref, example: _one, examples: _more, ...rest } = schema as Json;
    if (typeof $ref === "string") {
      const target = { $ref: `openapi${$ref}` };
      return nullable === true ? { anyOf: [target, { type: "null" }] } : target;
    }
    const own: Json = { ...rest };
    if (rest.properties) own.properties = mapped(objectOf(rest.properties), whole);
    for (const keyword of ["items", "additionalProperties", "not"])
      if (typeof rest[keyword] === "object") own[keyword] = whole(rest[keyword]);
    for (const keyword of ["allOf", "oneOf", "anyOf"])
      if (Array.isArray(rest[keyword])) own[keyword] = listOf(rest[keyword]).map(plain);
    // 3.0 writes an exclusive bound as a flag beside it.
    for (const [flag, bound] of [
      ["exclusiveMinimum", "minimum"],
      ["exclusiveMaximum", "maximum"],
    ] as const) {
      if (typeof rest[flag] !== "boolean") continue;
      delete own[flag];
      if (rest[flag]) own[flag] = rest[bound];
    }
    return nullable === true ? { anyOf: [own, { type: "null" }] } : own;
  };

  /** A schema where a value stands. */
  const whole = (schema: unknown): Json | boolean => {
    if (typeof schema === "boolean") return schema;
    const own = objectOf(plain(schema));
    const isMap = objectOf(resolved(schema)).additionalProperties !== undefined;
    return isOpen || isMap || !namesFields(schema) ? own : { ...own, unevaluatedProperties: false };
  };
  return { resolved, plain, whole };
}

function jsonMedia(content: unknown): { schema?: unknown; example?: unknown; examples?: unknown } | null {
  const known = Object.entries(objectOf(content));
  const json =
    known.find(([type]) => /\bjson\b|^\*\/\*$/.test(type)) ?? known.find(([type]) => /form/.test(type));
  return json ? objectOf(json[1]) : null;
}

function examplesIn(
  media: ReturnType<typeof jsonMedia>,
  resolved: (value: unknown) => unknown,
): { name: string; value: unknown }[] {
  if (!media) return [];
  const one = media.example === undefined ? [] : [{ name: "", value: media.example }];
  const named = Object.entries(objectOf(media.examples));
  return [...one, ...named.map(([name, entry]) => ({ name, value: objectOf(resolved(entry)).value }))];
}

/** A query's text as the type that its schema names, so far as it is one. */
function parameterValue(given: string[], schema: unknown): unknown {
  const { type, items } = objectOf(schema);
  if (type === "array")
    return given.flatMap((text) => text.split(",")).map((text) => parameterValue([text], items));
  const [text = ""] = given;
  if (type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  return (type === "integer" || type === "number") && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** What was sent, parsed: JSON, or a form as an object of its texts; undefined: nothing, or none of both. */
async function bodyOf(sent: Request | Response): Promise<unknown> {
  const type = sent.headers.get("content-type") ?? "";
  if (/form/.test(type)) return Object.fromEntries([...(await sent.formData()).entries()]);
  const text = await sent.text();
  return /json/.test(type) && text !== "" ? JSON.parse(text) : undefined;
}
