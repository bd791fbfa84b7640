// Google's discovery documents as OpenAPI ones, so that one judge reads both.
import { readFileSync } from "node:fs";

type Json = Record<string, unknown>;
const objectOf = (value: unknown): Json =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Json) : {};

interface Method {
  httpMethod: string;
  path: string;
  parameters?: Record<string, { location: string; required?: boolean; pattern?: string } & Json>;
  request?: { $ref: string };
  response?: { $ref: string };
}

/** @param file a discovery document, or its path */
export function openApiOf(file: string | Json): Json {
  const discovery = typeof file === "string" ? (JSON.parse(readFileSync(file, "utf8")) as Json) : file;
  const everywhere = Object.entries(objectOf(discovery.parameters));
  const paths: Record<string, Json> = {};
  for (const method of methodsOf(discovery)) {
    const path = `/${pathOf(method)}`;
    const own = Object.entries(method.parameters ?? {}).filter(([, { location }]) => location === "query");
    paths[path] = {
      ...paths[path],
      [method.httpMethod.toLowerCase()]: {
        parameters: [...everywhere, ...own].map(([name, parameter]) => ({
          name,
          in: "query",
          required: objectOf(parameter).required === true,
          schema: schemaOf(parameter),
        })),
        ...(method.request && { requestBody: { required: true, content: jsonOf(method.request) } }),
        responses: { 200: { content: method.response ? jsonOf(method.response) : {} } },
      },
    };
  }
  const schemas = Object.entries(objectOf(discovery.schemas)).map(([name, schema]) => [
    name,
    schemaOf(schema),
  ]);
  return { openapi: "3.0.0", paths, components: { schemas: Object.fromEntries(schemas) } };
}

const jsonOf = (schema: Json) => ({ "application/json": { schema: schemaOf(schema) } });

function methodsOf(resource: Json): Method[] {
  const own = Object.values(objectOf(resource.methods)) as Method[];
  return [...own, ...Object.values(objectOf(resource.resources)).flatMap((one) => methodsOf(objectOf(one)))];
}

/** A name that stands for several steps of a path is told as a pattern, such as ^accounts/[^/]+$. */
const pathOf = ({ path, parameters = {} }: Method): string =>
  path.replace(/\{\+(\w+)\}/g, (_, name: string) => {
    let step = 0;
    const pattern = parameters[name]?.pattern ?? "[^/]+";
    return pattern.replace(/^\^|\$$/g, "").replaceAll("[^/]+", () => `{${name}${step++}}`);
  });

/** Formats that JSON schema does not know are left aside, or written as those that it does. */
function schemaOf(given: unknown): Json {
  const { $ref, type, format, properties, items, additionalProperties, ...rest } = objectOf(given);
  if (typeof $ref === "string") return { $ref: `#/components/schemas/${$ref}` };
  return {
    ...(type !== "any" && { type }),
    ...(format === "google-datetime" && { format: "date-time" }),
    ...(Array.isArray(rest.enum) && { enum: rest.enum }),
    ...(properties !== undefined && {
      properties: Object.fromEntries(
        Object.entries(objectOf(properties)).map(([name, schema]) => [name, schemaOf(schema)]),
      ),
    }),
    ...(items !== undefined && { items: schemaOf(items) }),
    ...(additionalProperties !== undefined && { additionalProperties: schemaOf(additionalProperties) }),
  };
}
