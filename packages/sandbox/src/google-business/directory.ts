// Which accounts and locations a sign-in reaches, and to which topic its accounts publish.
import { Hono } from "hono";
import { z } from "zod";
import type { Room } from "../kit/simulator.ts";
import type { SandboxEnv } from "../network.ts";
import { locationBody, locationFields } from "./body.ts";
import { accounts, owner, placesOn } from "./places.ts";
import { invalid, notFound } from "./refusals.ts";

/** What an account publishes, and where to. */
export const Setting = z.strictObject({
  name: z.string().optional(),
  pubsubTopic: z
    .string()
    .regex(/^(projects\/[^/]+\/topics\/[^/]+)?$/)
    .optional(),
  notificationTypes: z
    .array(
      z.literal([
        "GOOGLE_UPDATE",
        "NEW_REVIEW",
        "UPDATED_REVIEW",
        "NEW_CUSTOMER_MEDIA",
        "NEW_QUESTION",
        "UPDATED_QUESTION",
        "NEW_ANSWER",
        "UPDATED_ANSWER",
        "DUPLICATE_LOCATION",
        "VOICE_OF_MERCHANT_UPDATED",
      ]),
    )
    .optional(),
});
export type Setting = z.infer<typeof Setting>;

export const accountRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>().get("/v1/accounts", (c) => {
    const page = pageOf(accounts, c.req.query(), { usual: 20, most: 20 });
    if (!page) return invalid("Invalid page size or page token.");
    return c.json({
      accounts: page.entries.map((account) => ({
        ...account,
        role: "PRIMARY_OWNER",
        verificationState: account.type === "PERSONAL" ? "UNVERIFIED" : "VERIFIED",
        vettedState: "NOT_VETTED",
      })),
      ...(page.next && { nextPageToken: page.next }),
    });
  });

export function locationRoutes({ stage }: Room): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.get("/v1/accounts/:account/locations", (c) => {
    const account = accounts.find(({ name }) => name === `accounts/${c.req.param("account")}`);
    if (!account) return notFound();
    const readMask = maskOf(c.req.query("readMask"));
    if (!readMask) return invalid("Request contains an invalid argument: read_mask");
    // A personal account lists only what it owns directly.
    const places = account.name === owner ? placesOn(stage) : [];
    const page = pageOf(places, c.req.query(), { usual: 10, most: 100 });
    if (!page) return invalid("Invalid page size or page token.");
    return c.json({
      ...(page.entries.length > 0 && {
        locations: page.entries.map((place) => locationBody(place, readMask)),
      }),
      ...(page.next && { nextPageToken: page.next }),
    });
  });
  app.get("/v1/locations/:location", (c) => {
    const place = placesOn(stage).find(({ name }) => name === `locations/${c.req.param("location")}`);
    const readMask = maskOf(c.req.query("readMask"));
    if (!readMask) return invalid("Request contains an invalid argument: read_mask");
    return place ? c.json(locationBody(place, readMask)) : notFound();
  });
  return app;
}

export function notificationRoutes({ state }: Room): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  const path = "/v1/accounts/:account/notificationSetting";
  const isKnown = (account: string) => accounts.some(({ name }) => name === `accounts/${account}`);
  app.get(path, (c) => {
    const { account } = c.req.param();
    return isKnown(account) ? c.json(settingOf(state, account)) : notFound();
  });
  app.patch(path, async (c) => {
    const { account } = c.req.param();
    if (!isKnown(account)) return notFound();
    const mask = c.req.query("updateMask")?.split(",") ?? [];
    const sent = Setting.safeParse(await c.req.json().catch(() => null)).data;
    if (!sent || mask.length === 0) return invalid("Invalid notification setting or update_mask.");
    const isNamed = (field: string) => mask.includes(field) || mask.includes("notification_setting");
    const { pubsubTopic, notificationTypes } = sent;
    const setting = {
      ...settingOf(state, account),
      ...(isNamed("pubsubTopic") && { pubsubTopic: pubsubTopic ?? "" }),
      ...(isNamed("notificationTypes") && { notificationTypes: notificationTypes ?? [] }),
    };
    state.remember(`setting/${account}`, JSON.stringify(setting));
    return c.json(setting);
  });
  return app;
}

export function settingOf(state: Room["state"], account: string): Setting {
  const kept = state.fact(`setting/${account}`);
  return kept ? Setting.parse(JSON.parse(kept)) : { name: `accounts/${account}/notificationSetting` };
}

/** The fields of a mask; null where it names none, or one that there is not. */
function maskOf(given: string | undefined): ReadonlySet<string> | null {
  const fields = given?.split(",").map((field) => field.trim().split(".")[0] ?? "") ?? [];
  return fields.length > 0 && fields.every((field) => locationFields.has(field)) ? new Set(fields) : null;
}

function pageOf<T>(
  all: readonly T[],
  { pageSize, pageToken = "0" }: Record<string, string>,
  { usual, most }: { usual: number; most: number },
): { entries: readonly T[]; next: string | null } | null {
  if (!/^\d{1,5}$/.test(pageToken) || (pageSize !== undefined && !/^\d{1,5}$/.test(pageSize))) return null;
  const size = Math.min(Number(pageSize ?? usual) || usual, most);
  const from = Number(pageToken);
  const isMore = all.length > from + size;
  return { entries: all.slice(from, from + size), next: isMore ? String(from + size) : null };
}
