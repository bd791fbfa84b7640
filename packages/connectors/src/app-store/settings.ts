import { z } from "zod";
import { named } from "../kit/named.ts";

export const Settings = z.object({
  app: named(z.string().regex(/^(?:\d{1,20}|https?:\/\/\S*\/id\d{1,20}\S*)$/), {
    ru: "Apple ID приложения или ссылка на него в App Store",
    en: "Apple ID of the app, or its link in the App Store",
  }),
  name: named(z.string().optional(), { ru: "Название", en: "Name" }),
  territories: named(
    z
      .array(z.string().regex(/^[A-Z]{3}$/))
      .max(175)
      .optional(),
    { ru: "Страны, трёхбуквенные коды (пусто: все)", en: "Territories, three-letter codes (empty: all)" },
  ),
});
export type Settings = z.infer<typeof Settings>;

/** The numeric Apple id, out of whatever was given. */
export const appOf = ({ app }: Settings): string => /\/id(\d+)/.exec(app)?.[1] ?? app;
