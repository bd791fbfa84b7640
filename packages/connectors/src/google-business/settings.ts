import { z } from "zod";
import { named } from "../kit/named.ts";

/** One location: under which account it is managed, and how it is called. */
export const Settings = z.object({
  account: named(z.string().regex(/^(?:accounts\/)?[^/\s]+$/), {
    ru: "Аккаунт (accounts/…)",
    en: "Account (accounts/…)",
  }),
  location: named(z.string().regex(/^(?:locations\/)?[^/\s]+$/), {
    ru: "Точка (locations/…)",
    en: "Location (locations/…)",
  }),
  name: named(z.string().optional(), { ru: "Название", en: "Name" }),
  url: named(z.url({ protocol: /^https?$/ }).optional(), { ru: "Ссылка на карту", en: "Link to the map" }),
  verified: named(z.boolean().optional(), {
    ru: "Подтверждена в Google (только тогда на отзывы можно отвечать)",
    en: "Verified at Google (only then can reviews be answered)",
  }),
});
export type Settings = z.infer<typeof Settings>;

/** Google's names of both, also where only their numbers were given. */
export const accountOf = ({ account }: Settings): string => account.replace(/^(?!accounts\/)/, "accounts/");
export const locationOf = ({ location }: Settings): string =>
  location.replace(/^(?!locations\/)/, "locations/");

/** The resource name under which v4 knows the location. */
export const resourceOf = (settings: Settings): string => `${accountOf(settings)}/${locationOf(settings)}`;
