import { z } from "zod";
import { addressField } from "../kit/address.ts";
import { named } from "../kit/named.ts";

/** What the feed of an app takes: its id, and the countries whose stores are read. */
export const Settings = z.object({
  app: named(z.string().regex(/^\d{1,20}$/), { ru: "Apple ID приложения", en: "Apple ID of the app" }),
  storefronts: named(
    z
      .array(z.string().regex(/^[a-z]{2}$/))
      .min(1)
      .max(30)
      .default(["us"]),
    { ru: "Страны магазина, двухбуквенные коды", en: "Countries of the store, two-letter codes" },
  ),
  name: named(z.string().optional(), { ru: "Название", en: "Name" }),
  address: named(z.url({ protocol: /^https?$/ }).optional(), addressField.title),
});
export type Settings = z.infer<typeof Settings>;

const shops = ["apps.apple.com", "itunes.apple.com"];

/** The app that a link of the App Store leads to, also one below a sandbox's address; null: no such link. */
export function appOfLink(link: URL): (Settings & { name: string | undefined }) | null {
  const hostFirst = /^(?<before>(?:\/[\w.-]+)*)\/(?<host>apps\.apple\.com|itunes\.apple\.com)(?<path>\/.*)$/;
  const below = hostFirst.exec(link.pathname)?.groups;
  const path = shops.includes(link.hostname) ? link.pathname : below?.path;
  const app = /\/app\/(?:[^/]+\/)?id(?<id>\d{3,20})(?:\/|$)/.exec(path ?? "")?.groups?.id;
  if (!path || !app) return null;
  const country = /^\/(?<country>[a-z]{2})\//i.exec(path)?.groups?.country?.toLowerCase();
  const slug = /\/app\/(?<slug>[^/]+)\/id/.exec(path)?.groups?.slug;
  return {
    app,
    storefronts: [country ?? "us"],
    name: slug ? nameOf(slug) : undefined,
    ...(below && { address: link.origin + below.before }),
  };
}

/** A link names the app in words joined by hyphens. */
function nameOf(slug: string): string {
  try {
    return decodeURIComponent(slug).replaceAll("-", " ");
  } catch {
    return slug;
  }
}
