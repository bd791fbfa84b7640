// Theirs to ours: pure.
import type { FoundMention } from "@otklik/core/connector";
import type { Settings } from "./settings.ts";
import { AppEntry, Entry } from "./wire.ts";

/** Where a developer answers; the feed itself takes no reply. From memory. */
const cabinetOf = (app: string): string =>
  `https://appstoreconnect.apple.com/apps/${app}/distribution/activity/ios/ratingsResponses`;

export interface Seen {
  settings: Settings;
  storefront: string;
  /** The time of a review for which the feed gives none. */
  undatedAt: Date;
}

/** Reads a review of this app and storefront. The function throws a ZodError when the entry is none. */
export const reviewMention =
  ({ settings, storefront, undatedAt }: Seen) =>
  (given: unknown): FoundMention => {
    const entry = Entry.parse(given);
    const author = entry.author?.uri?.label;
    return {
      kind: "review",
      externalId: entry.id.label,
      url: cabinetOf(settings.app),
      author: {
        id: /\/id(\d+)/.exec(author ?? "")?.[1],
        name: entry.author?.name?.label,
        url: author && /^https?:\/\//.test(author) ? author : undefined,
      },
      title: entry.title?.label,
      text: entry.content.label ?? "",
      rating: { stars: entry["im:rating"].label, outOf: 5 },
      product: {
        id: settings.app,
        name: settings.name,
        variant: entry["im:version"]?.label,
        url: `https://apps.apple.com/${storefront}/app/id${settings.app}`,
      },
      tags: [storefront.toUpperCase()],
      postedAt: entry.updated?.label ?? undatedAt,
      canReply: false,
    };
  };

export const isApp = (entry: unknown): boolean => AppEntry.safeParse(entry).success;
export const appNameOf = (entry: unknown): string | undefined =>
  AppEntry.safeParse(entry).data?.["im:name"].label;

/** The ids of a page, of whatever form the rest of an entry is. */
export const idsOf = (entries: readonly unknown[]): string[] =>
  entries.flatMap((entry) => Entry.pick({ id: true }).safeParse(entry).data?.id.label ?? []);
