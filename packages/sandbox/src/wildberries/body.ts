import type { Context } from "hono";
import type { z } from "zod";
import { badRequest } from "./refusals.ts";

/** Reads a JSON body as the service does: content type first, then syntax, then its fields. */
export async function readBody<T>(
  c: Context,
  schema: z.ZodType<T>,
): Promise<{ value: T } | { response: Response }> {
  const type = c.req.header("Content-Type");
  if (!type) return { response: badRequest("content-type header not specified") };
  if (!/^[\w.+-]+\/[\w.+-]+/.test(type)) {
    return { response: badRequest(`content-type is not a valid mime-type: ${type}`) };
  }
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    return { response: badRequest(`not a json content-type: ${type}`) };
  }
  const text = await c.req.text();
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return { value: parsed.data };
    return { response: badRequest(`validation failed: ${parsed.error.issues[0]?.path.join(".") || "body"}`) };
  } catch {
    return { response: badRequest("Неверный синтаксис JSON") };
  }
}
