// 2GIS's Places API as far as it tells ratings. Reviews themselves come by letter: see the sandbox's mailbox.
import { Hono } from "hono";
import { html } from "hono/html";
import { places } from "../email/places.ts";
import { misbehaviour } from "../kit/misbehaviour.ts";
import { langOf, layout } from "../layout.ts";
import type { SandboxEnv, SimulatedNetwork } from "../network.ts";

export const demoKey = "demo-key";

interface Branch {
  id: string;
  name: string;
  rating: number;
  count: number;
  withStars: number;
}

/** The same numbers as the mailbox's notices have. */
const branches: readonly Branch[] = places.map(({ name, twoGisId }, at) => ({
  id: twoGisId,
  name,
  rating: at === 0 ? 4.2 : 4.7,
  count: 180 + at * 40,
  withStars: 210 + at * 50,
}));

/** An error comes with 200, its status inside (from memory: no contract tells this envelope). */
const refused = (code: number, type: string, message: string) => ({
  meta: { code, error: { type, message } },
});

export function twoGis(): SimulatedNetwork {
  return {
    path: "/2gis",
    title: { ru: "2ГИС (рейтинг)", en: "2GIS (rating)" },
    open() {
      const faults = misbehaviour();
      const app = new Hono<SandboxEnv>();
      app.post("/__control", async (c) => c.json(faults.order(await c.req.json())));
      app.get("/catalog.api.2gis.com/3.0/items/byid", (c) => {
        const { down, expireToken, failStatus } = faults.orders();
        if (down || faults.takes("fail")) return c.text("", failStatus as 503);
        if (faults.takes("html")) return c.html("<!doctype html><title>2GIS</title>");
        const { key, id, fields = "" } = c.req.query();
        if (expireToken || key !== demoKey)
          return c.json(refused(403, "authError", "Authorization error: the key is blocked or unknown"));
        if (faults.takes("throttle")) return c.json(refused(429, "requestLimit", "Too many requests"));
        const branch = branches.find((one) => one.id === id);
        if (!branch) return c.json(refused(404, "itemNotFound", "Results not found"));
        return c.json({
          meta: { code: 200 },
          result: { items: [itemOf(branch, fields.split(","))], total: 1 },
        });
      });
      app.get("/", (c) => {
        const lang = langOf(c.req.query("lang"));
        const rows = branches.map(
          ({ id, name, rating, withStars }) =>
            html`<tr><td>${name}</td><td><code>${id}</code></td><td>${rating} ★ (${withStars})</td></tr>`,
        );
        const lead =
          lang === "ru"
            ? `Отзывы приходят письмами: см. «Почта». Ключ: ${demoKey}`
            : `Reviews come by letter: see “E-mail”. Key: ${demoKey}`;
        const body = html`<table><tbody>${rows}</tbody></table>`;
        return c.html(layout({ lang, title: lang === "ru" ? "2ГИС" : "2GIS", lead, body, isLive: false }));
      });
      return app;
    },
  };
}

/** Only the fields that were asked for come along. */
const itemOf = ({ id, name, rating, count, withStars }: Branch, fields: readonly string[]) => ({
  id,
  name,
  ...(fields.includes("items.org") && { org: { id: "70000000000000009" } }),
  ...(fields.includes("items.reviews") && {
    reviews: {
      general_rating: rating,
      general_review_count: count,
      general_review_count_with_stars: withStars,
      org_rating: 4.5,
      org_review_count: 400,
      org_review_count_with_stars: 470,
    },
  }),
});
