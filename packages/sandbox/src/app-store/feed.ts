// The store's public feed of an app's reviews, by its recorded answers: every value in a label, and two ages of it.
import { Hono } from "hono";
import type { Post } from "../kit/post.ts";
import type { Room } from "../kit/simulator.ts";
import type { SandboxEnv } from "../network.ts";
import { app, appleTime, changedAt, feedIdOf, type Storefront, storefrontOf, storefronts } from "./app.ts";

const pageSize = 50;
const mostPages = 10;

/** What the feed does to order. */
export interface FeedQuirks {
  /** So many next pages come empty, as they do for hours now and then. */
  emptyFeed: number;
}

const label = (text: string) => ({ label: text });

const reviewEntry = (post: Post, { country, isOld }: Storefront) => ({
  author: {
    uri: label(`https://itunes.apple.com/${country}/reviews/id${Number(feedIdOf(post)) % 1_000_000_000}`),
    name: label(post.author.name || "demo"),
    label: "",
  },
  ...(!isOld && { updated: label(appleTime(changedAt(post))) }),
  "im:rating": label(String(post.stars ?? 5)),
  "im:version": label(post.version ?? "4.2.1"),
  id: label(feedIdOf(post)),
  title: label(post.title ?? ""),
  content: { ...label(post.text), attributes: { type: "text" } },
  link: {
    attributes: {
      rel: "related",
      href: `https://itunes.apple.com/${country}/review?id=${app.id}&type=Purple%20Software`,
    },
  },
  "im:voteSum": label("0"),
  "im:contentType": { attributes: { term: "Application", label: "Application" } },
  "im:voteCount": label("0"),
});

const appEntry = ({ country }: Storefront) => ({
  "im:name": label(app.name),
  rights: label("© Basketful (demo)"),
  "im:price": { ...label("Get"), attributes: { amount: "0.00000", currency: "USD" } },
  title: label(`${app.name} - Basketful Five (demo)`),
  link: {
    attributes: {
      rel: "alternate",
      type: "text/html",
      href: `https://itunes.apple.com/${country}/app/id${app.id}`,
    },
  },
  id: {
    ...label(`https://itunes.apple.com/${country}/app/id${app.id}`),
    attributes: { "im:id": app.id, "im:bundleId": app.bundleId },
  },
  "im:contentType": { attributes: { term: "Application", label: "Application" } },
});

/** The routes, relative to the store's host. */
export function feedRoutes({ stage }: Room, quirks: FeedQuirks): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/:country/rss/customerreviews/:page/:id/sortby=mostrecent/json", (c) => {
    const { country, page, id } = c.req.param();
    const storefront = storefronts.find((one) => one.country === country);
    const number = Number(/^page=(\d{1,3})$/.exec(page)?.[1]);
    const wanted = /^id=(\d+)$/.exec(id)?.[1];
    if (!storefront || !wanted || !(number >= 1 && number <= mostPages))
      return c.text("CustomerReviews RSS page depth is limited to 10", 400);
    const isEmpty = wanted !== app.id || quirks.emptyFeed > 0;
    if (quirks.emptyFeed > 0) quirks.emptyFeed -= 1;
    const all = stage
      .posts()
      .filter((post) => storefrontOf(post) === storefront && post.text !== "")
      .sort((one, other) => changedAt(other).getTime() - changedAt(one).getTime());
    const posts = isEmpty ? [] : all.slice((number - 1) * pageSize, number * pageSize);
    const entries = [
      ...(storefront.isOld && number === 1 && !isEmpty ? [appEntry(storefront)] : []),
      ...posts.map((post) => reviewEntry(post, storefront)),
    ];
    return c.json({
      feed: {
        author: { name: label("iTunes Store"), uri: label("http://www.apple.com/itunes/") },
        // One comes alone and not in a list, and without any the member is not there.
        ...(entries.length > 0 && { entry: entries.length === 1 ? entries[0] : entries }),
        updated: label(appleTime(stage.now())),
        rights: label("Copyright (demo)"),
        title: label("iTunes Store: Customer Reviews"),
        link: [{ attributes: { rel: "self", href: c.req.url } }],
        id: label(c.req.url),
      },
    });
  });
  return routes;
}
