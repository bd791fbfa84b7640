import { z } from "zod";

export const Settings = z.object({
  businessId: z
    .string()
    .regex(/^\d{1,19}$/)
    .meta({ title: "ID кабинета (businessId)" }),
});
export type Settings = z.infer<typeof Settings>;
