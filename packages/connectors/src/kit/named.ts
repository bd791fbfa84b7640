import type { Said } from "@otklik/core/connector";
import type { ZodType } from "zod";

/** A field of a source's settings under the name that people see; the connect form is drawn from it. */
export const named = <T extends ZodType>(schema: T, title: Said): T =>
  schema.meta({ title: title as unknown as string }); // JSON Schema knows one language only
