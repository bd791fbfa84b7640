import { z } from "zod";

const Health = z.object({ ok: z.literal(true), version: z.string(), installation: z.string().optional() });

/** What a service says of itself; null when something else answered. */
export async function healthIn(response: Response): Promise<z.infer<typeof Health> | null> {
  const said: unknown = await response.json().catch(() => null);
  return Health.safeParse(said).data ?? null;
}
