import { z } from "zod";
import { named } from "../kit/named.ts";

export const Settings = z.object({
  businessId: named(z.string().regex(/^\d{1,19}$/), {
    ru: "Номер кабинета (businessId)",
    en: "Number of the cabinet (businessId)",
  }),
});
export type Settings = z.infer<typeof Settings>;
