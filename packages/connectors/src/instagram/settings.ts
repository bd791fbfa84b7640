import { z } from "zod";
import { named } from "../kit/named.ts";

export const Settings = z.object({
  account: named(z.string().regex(/^\d{1,30}$/), {
    ru: "Номер профессионального аккаунта Instagram",
    en: "The Instagram professional account's number",
  }),
  username: named(
    z
      .string()
      .trim()
      .max(60)
      .overwrite((name) => name.replace(/^@/, "").toLowerCase())
      .optional(),
    { ru: "Его имя, без @", en: "Its name, without @" },
  ),
  page: named(
    z
      .string()
      .regex(/^\d{1,30}$/)
      .optional(),
    {
      ru: "Номер страницы Facebook, к которой он привязан",
      en: "The number of the Facebook Page that it is linked to",
    },
  ),
});
export type Settings = z.infer<typeof Settings>;
