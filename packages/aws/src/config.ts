import { queueNames } from "@otklik/core/ports";
import { WrittenPrices } from "@otklik/language/label/budget";
import { z } from "zod";

const Queues = z.record(z.enum(queueNames), z.url("it should be the address of a queue"));

/** All that a function reads from its environment; the stack sets it (stacks/rooms.ts), and AWS its region. */
const Environment = z.object({
  OTKLIK_TABLE: z.string(),
  OTKLIK_BUCKET: z.string(),
  OTKLIK_KMS_KEY: z.string(),
  OTKLIK_QUEUES: z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue("it should be JSON: the address of each queue by its name");
        return z.NEVER;
      }
    })
    .pipe(Queues),
  OTKLIK_PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  OTKLIK_MAIL_FROM: z.string().optional(),
  /** What the names of the operator's parameters begin with. */
  OTKLIK_SSM: z.string(),
});
export type Environment = z.infer<typeof Environment>;

/** @throws Error that names the variable and what is wrong with it */
export function readEnvironment(given: Record<string, string | undefined>): Environment {
  const parsed = Environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const { path = [], message } = parsed.error.issues[0] ?? {};
  throw new Error(
    `The environment variable ${path.join(".")} cannot be used: ${message}. The stack sets it; was this function deployed by another?`,
  );
}

/** What an operator may set beside the stack, each a SecureString below its prefix. */
const Parameters = z.object({
  "openai-key": z.string().min(1).optional(),
  /** Of a server that speaks OpenAI's protocol, if it is not OpenAI's own. */
  "openai-base-url": z.url({ protocol: /^https?$/ }).optional(),
  "openai-model": z.string().min(1).optional(),
  "openai-prices": WrittenPrices.optional(),
  /** US dollars a month for each workspace. */
  "openai-budget": z.coerce.number().min(0).default(20),
});
export type Parameters = z.infer<typeof Parameters>;

/** @throws Error that names the parameter, and never what it holds */
export function readSettings(given: ReadonlyMap<string, string>): Parameters {
  const parsed = Parameters.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  throw new Error(`The parameter ${parsed.error.issues[0]?.path.join(".")} cannot be used.`);
}
