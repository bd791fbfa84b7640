// Where networks have their tokens.
import type { Context } from "hono";

/** After `Bearer` in the Authorization header; empty where there is none. */
export const bearerIn = (c: Context): string =>
  /^Bearer\s+(\S+)\s*$/i.exec(c.req.header("Authorization") ?? "")?.[1] ?? "";

/**
 * A parameter from the address or from a form in the body, whichever has it; empty where neither does. The body can
 * still be read afterwards.
 */
export async function parameterIn(c: Context, name: string): Promise<string> {
  const asked = c.req.query(name);
  if (asked !== undefined) return asked;
  if (
    !/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(c.req.header("Content-Type") ?? "")
  ) {
    return "";
  }
  const value = (await c.req.parseBody())[name];
  return typeof value === "string" ? value : "";
}
