// What a call brings along: in the address, as a form or as JSON, where lists and objects may also be JSON in a text.
import type { Context } from "hono";

/** A refusal in the Bot API's words. */
export class Complaint extends Error {
  readonly status: number;
  constructor(status: number, description: string) {
    super(description);
    this.name = "Complaint";
    this.status = status;
  }
}
export const bad = (what: string): Complaint => new Complaint(400, `Bad Request: ${what}`);

export interface Parameters {
  text(name: string): string | undefined;
  whole(name: string): number | undefined;
  needed(name: string): number;
  flag(name: string): boolean | undefined;
  /** A chat's number, or its @name. */
  id(name: string): string | undefined;
  list(name: string): string[] | undefined;
  part(name: string): Parameters | undefined;
}

export async function parametersOf(c: Context): Promise<Parameters> {
  const type = c.req.header("Content-Type") ?? "";
  const query = c.req.query();
  if (type.startsWith("application/json")) return among({ ...query, ...(await jsonIn(c)) });
  const isForm = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)/.test(type);
  return among(isForm ? { ...query, ...(await c.req.parseBody()) } : query);
}

async function jsonIn(c: Context): Promise<Record<string, unknown>> {
  const body: unknown = await c.req.json().catch(() => null);
  if (body === null || typeof body !== "object" || Array.isArray(body))
    throw bad("object expected as parameters");
  return body as Record<string, unknown>;
}

function among(given: Record<string, unknown>): Parameters {
  const parsed = (name: string): unknown => {
    const value = given[name];
    if (typeof value !== "string") return value ?? undefined;
    try {
      return JSON.parse(value);
    } catch {
      throw bad(`can't parse ${name}`);
    }
  };
  const whole = (name: string): number | undefined => {
    const value = given[name];
    if (value === undefined || value === null) return undefined;
    const number = typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
    if (!Number.isSafeInteger(number)) throw bad(`field "${name}" must be a Number`);
    return number as number;
  };
  return {
    whole,
    text(name) {
      const value = given[name];
      if (value === undefined || value === null) return undefined;
      if (typeof value === "object") throw bad(`field "${name}" must be of type String`);
      return String(value);
    },
    needed(name) {
      const number = whole(name);
      if (number === undefined) throw bad(`${name} is empty`);
      return number;
    },
    flag(name) {
      const value = given[name];
      return value === undefined ? undefined : value === true || value === "true" || value === "1";
    },
    id(name) {
      const value = given[name];
      return typeof value === "number" || typeof value === "string" ? String(value) : undefined;
    },
    list(name) {
      const value = parsed(name);
      if (value === undefined) return undefined;
      if (!Array.isArray(value) || value.some((one) => typeof one !== "string"))
        throw bad(`can't parse ${name}`);
      return value as string[];
    },
    part(name) {
      const value = parsed(name);
      if (value === undefined) return undefined;
      if (value === null || typeof value !== "object" || Array.isArray(value))
        throw bad(`can't parse ${name}`);
      return among(value as Record<string, unknown>);
    },
  };
}
