// A small network behind OAuth: what was said there comes only with a living token. Its sign-in is the sandbox's own.
import type { Connector, OAuthKind, Receipt } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import type { Ports } from "@otklik/core/ports";
import { type OAuth, type OAuthSettings, openOAuth } from "@otklik/sandbox/kit/oauth";
import { openState } from "@otklik/sandbox/state";
import { z } from "zod";
import { found } from "./mentions.ts";

const said = (text: string) => ({ ru: text, en: text });
const exchanges = {
  renew_token: { parameter: "token", needsClient: true, seconds: 60 * 86_400 },
};

export interface Guild {
  connector: Connector<{ hall: string }>;
  oauth: OAuth;
  /** The outside: the halls at https://api.guild.example, the sign-in at https://id.guild.example or below an address. */
  http: Ports["http"];
  /** Requests by "method host/path", in their order. */
  asked: string[];
  /** Happens before the next answer of the token endpoint reaches whoever asked. */
  beforeTokens: (() => Promise<void> | void)[];
  /** The same for the next requests to the halls. */
  beforeHalls: (() => Response | undefined)[];
}

const application = { id: "app-1", secret: "app-secret", name: "Otklik" };
export const guildApplication = { clientId: application.id, clientSecret: application.secret };

/** @param around.by how a sign-in lives on there */
export function guild(around: {
  now(): Date;
  by?: "refresh-token" | "exchange";
  settings?: Partial<OAuthSettings>;
}): Guild {
  const { now, by = "refresh-token", settings } = around;
  const oauth = openOAuth({
    state: openState(":memory:"),
    now,
    title: { ru: "Гильдия", en: "Guild" },
    clients: [application],
    people: [
      { id: "master", name: "The master" },
      { id: "other", name: "Another master" },
    ],
    scopes: ["read", "reply"],
    paths: { authorize: "/authorize", token: ["/token"] },
    accessSeconds: 3600,
    givesRefresh: () => by === "refresh-token",
    ...(by === "exchange" ? { exchanges } : {}),
    ...settings,
  });
  const there: Guild = {
    connector: connectorOf(by),
    oauth,
    asked: [],
    beforeTokens: [],
    beforeHalls: [],
    async http(request) {
      const url = new URL(request.url);
      there.asked.push(`${request.method} ${url.host}${url.pathname}`);
      if (url.host === "api.guild.example")
        return there.beforeHalls.shift()?.() ?? halls(oauth, url, request.headers);
      const path = `${url.pathname.replace(/^.*\/id\.guild\.example/, "")}${url.search}`;
      const answer = await oauth.routes.request(path, request);
      await there.beforeTokens.shift()?.();
      return answer;
    },
  };
  return there;
}

function halls(oauth: OAuth, { pathname }: URL, headers: Headers): Response {
  const bearer = oauth.bearer(headers.get("authorization") ?? "");
  if (bearer.is === "refused") return Response.json({ error: bearer.why }, { status: 401 });
  if (pathname === "/me") return Response.json({ name: `Guild of ${bearer.who}`, scopes: bearer.scopes });
  if (pathname === "/halls") return Response.json(["great", "small"]);
  const hall = pathname.slice(1);
  return Response.json([{ id: `${hall}-1`, text: `Said in the ${hall} hall` }]);
}

function connectorOf(by: "refresh-token" | "exchange"): Connector<{ hall: string }> {
  const exchange = {
    url: "https://id.guild.example/token",
    grantType: "renew_token",
    parameter: "token",
    withClient: true,
  };
  const account: OAuthKind = {
    is: "oauth",
    fields: [
      { name: "clientId", title: said("Client ID"), secret: false },
      { name: "clientSecret", title: said("Client secret"), secret: true },
      { name: "address", title: said("Address"), secret: false, optional: true },
    ],
    help: said("Ask the guild for an application."),
    authorizeUrl: "https://id.guild.example/authorize",
    tokenUrl: "https://id.guild.example/token",
    scopes: ["read", "reply"],
    parameters: { prompt: "consent" },
    renewal: by === "exchange" ? { by, first: exchange, again: exchange } : { by },
  };
  const ask = async (path: string, credentials: Record<string, string> | undefined, http: Ports["http"]) => {
    const request = new Request(`https://api.guild.example/${path}`, {
      headers: { authorization: `Bearer ${credentials?.accessToken}` },
    });
    const response = await http(request);
    if (!response.ok)
      throw new NetworkFault(
        response.status === 401 ? "unauthorized" : "unavailable",
        said("The guild says no."),
      );
    return response.json();
  };
  return {
    network: "guild",
    title: "Guild",
    about: { reads: said("talks"), needs: said("an application") },
    account,
    settings: z.object({ hall: z.string().meta({ title: "Hall" }) }),
    limits: { buckets: [], reply: { once: "replace", edits: "any", moderated: false } },
    every: 5,
    place: ({ hall }) => hall,
    async check({ credentials }, _, { http }) {
      const { name, scopes } = z
        .object({ name: z.string(), scopes: z.array(z.string()) })
        .parse(await ask("me", credentials, http));
      const isWeak = !scopes.includes("reply");
      return { name, kind: said("master"), warnings: isWeak ? [said("It may not reply.")] : [] };
    },
    async discover({ credentials }, { http }) {
      const names = z.array(z.string()).parse(await ask("halls", credentials, http));
      return names.map((hall) => ({
        title: `The ${hall} hall`,
        is: "location" as const,
        settings: { hall },
      }));
    },
    async pull({ settings, account: opened }, _, { http, now }) {
      const told = z
        .array(z.object({ id: z.string(), text: z.string() }))
        .parse(await ask(settings.hall, opened?.credentials, http));
      const mentions = told.map(({ id, text }) => found({ externalId: id, text, postedAt: now() }));
      return { found: mentions, unreadable: [], next: "seen", more: false };
    },
    async reply({ account: opened }, { http }): Promise<Receipt> {
      await ask("replies", opened?.credentials, http);
      return { state: "published" };
    },
  };
}
