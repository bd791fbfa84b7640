import { z } from "zod";
import { named } from "../kit/named.ts";

const packageName = /^[a-zA-Z]\w*(?:\.[a-zA-Z]\w*)+$/;
const storeLink = /^https?:\/\/\S*[?&]id=[a-zA-Z]\w*(?:\.[a-zA-Z]\w*)+(?:[&#]\S*)?$/;

export const Settings = z.object({
  app: named(z.string().regex(new RegExp(`${packageName.source}|${storeLink.source}`)), {
    ru: "Имя пакета (com.example.app) или ссылка на приложение в Google Play",
    en: "Package name (com.example.app), or the app's link in Google Play",
  }),
  name: named(z.string().optional(), { ru: "Название", en: "Name" }),
});
export type Settings = z.infer<typeof Settings>;

/** The package name, out of whatever was given. */
export const packageOf = ({ app }: Settings): string =>
  packageName.test(app) ? app : (URL.parse(app)?.searchParams.get("id") ?? app);

/** The app that a link of Google Play leads to; null: no such link. */
export function appOfLink(link: URL): string | null {
  if (link.hostname !== "play.google.com" || !link.pathname.startsWith("/store/apps/details")) return null;
  const id = link.searchParams.get("id") ?? "";
  return packageName.test(id) ? id : null;
}
