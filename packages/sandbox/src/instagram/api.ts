// The Graph API, as far as an app needs it that reads comments and answers them.
import { type Context, Hono } from "hono";
import { parameterIn } from "../kit/credentials.ts";
import type { Pusher } from "../kit/push.ts";
import type { SandboxEnv } from "../network.ts";
import type { State } from "../state.ts";
import { type NextAddress, shown, shownEdge, wantedIn } from "./answer.ts";
import type { Wanted } from "./fields.ts";
import { app, page, pageToken, person, profile, scopes } from "./people.ts";
import { missing, Problem, told, wrong } from "./problems.ts";
import {
  commentThing,
  type Instagram,
  mentionedComment,
  othersMedia,
  ownMedia,
  type Spoken,
  spoken,
  type Thing,
  tagged,
  withMedia,
} from "./things.ts";

export const home = "/graph.facebook.com/v25.0";
const mostLetters = 300;

export interface Doors {
  instagram: Omit<Instagram, "origin">;
  push: Pusher;
  state: State;
  path: string;
}

/** Nobody goes there: it shows what must not be stored. */
const next: NextAddress = (path, after) =>
  `https://graph.facebook.com/v25.0/${path}?${new URLSearchParams({ access_token: "hidden-token", after })}`;

export function graphApi(doors: Doors): Hono<SandboxEnv> {
  const graph = new Hono<SandboxEnv>();
  graph.onError((error) => {
    if (error instanceof Problem) return told(error);
    throw error;
  });
  const at = (c: Context): Instagram => ({
    ...doors.instagram,
    origin: `${new URL(c.req.url).origin}${doors.path}`,
  });
  const wanted = (c: Context) => wantedIn(c.req.query("fields"));
  const list = (c: Context, things: readonly Thing[], path: string) =>
    c.json(shownEdge(things, { modifiers: c.req.query(), fields: wanted(c), path }, next));

  graph.get("/me", (c) => c.json(shown(me, wanted(c), next)));
  graph.get("/me/permissions", (c) =>
    c.json({ data: scopes.map((permission) => ({ permission, status: "granted" })) }),
  );
  graph.get("/me/accounts", (c) => list(c, [pageThing], "me/accounts"));

  graph.get(`/${profile.id}`, (c) => {
    const fields = wanted(c);
    const values = { ...profile, ...mentionedIn(at(c), fields) };
    return c.json(shown({ id: profile.id, fields: values, edges: {}, usual: ["id"] }, fields, next));
  });
  graph.get(`/${profile.id}/media`, (c) => {
    const all = spoken(at(c));
    return list(c, ownMedia(at(c), all).filter(within(c.req.query())), `${profile.id}/media`);
  });
  graph.get(`/${profile.id}/tags`, (c) => list(c, tagged(at(c)), `${profile.id}/tags`));
  graph.post(`/${profile.id}/mentions`, async (c) => {
    const id = await parameterIn(c, "comment_id");
    const message = await messageIn(c);
    if ((await parameterIn(c, "media_id")) === "") throw wrong("media_id", "is required");
    const answer = doors.instagram.elsewhere.answer({ id: id || "caption", text: message, through: "api" });
    if (!answer) throw missing(id, "post");
    return c.json({ id: answer.id });
  });

  graph.post(`/${app.id}/subscriptions`, async (c) => c.json(await subscribed(c, doors)));
  graph.post(`/${page.id}/subscribed_apps`, (c) => {
    doors.state.remember("pageSubscribed", "yes");
    return c.json({ success: true });
  });

  graph.get("/:id", (c) => c.json(shown(thingAt(at(c), c.req.param("id")), wanted(c), next)));
  graph.get("/:id/:edge", (c) => {
    const { id, edge } = c.req.param();
    const things = thingAt(at(c), id).edges[edge];
    if (!things) throw missing(`${id}/${edge}`);
    return list(c, things(), `${id}/${edge}`);
  });
  graph.post("/:id/replies", async (c) => {
    const id = c.req.param("id");
    const one = spoken(at(c)).find((comment) => comment.id === id);
    if (!one) throw missing(id, "post");
    const text = await messageIn(c);
    // Under a reply it comes to stand under the comment that began the thread.
    const answer = doors.instagram.comments.answer({ id: one.under ?? one.id, text, through: "api" });
    if (!answer) throw missing(id, "post");
    return c.json({ id: answer.id });
  });
  graph.delete("/:id", (c) => {
    const id = c.req.param("id");
    const { comments } = doors.instagram;
    if (!comments.remove(id) && !comments.removeAnswer(id, "api")) throw missing(id, "post");
    return c.json({ success: true });
  });
  graph.all("*", (c) => {
    throw missing(new URL(c.req.url).pathname.split("/").at(-1) ?? "");
  });
  return graph;
}

const me: Thing = { id: person.id, fields: { ...person }, edges: {}, usual: ["id", "name"] };
const pageThing: Thing = {
  id: page.id,
  fields: {
    ...{ ...page, access_token: pageToken },
    instagram_business_account: { id: profile.id, fields: { ...profile }, edges: {}, usual: ["id"] },
  },
  edges: {},
  usual: ["id", "name", "access_token"],
};

/** @throws Problem where there is none, or it is not to be seen */
function thingAt(instagram: Instagram, id: string): Thing {
  const all = spoken(instagram);
  const media = ownMedia(instagram, all);
  const own = media.find((one) => one.id === id);
  if (own) return own;
  const comment = all.find((one) => one.id === id);
  if (!comment) throw missing(id);
  const under = media.find((one) => standsUnder(one, comment));
  const thing = commentThing(comment, all);
  return under ? withMedia(thing, under) : thing;
}

const standsUnder = (media: Thing, { id, under }: Spoken): boolean =>
  media.edges.comments?.().some((comment) => comment.id === (under ?? id)) ?? false;

/** Posted at or after `since`, and at or before `until`, both in unix seconds. */
const within =
  ({ since, until }: Record<string, string | undefined>) =>
  ({ fields }: Thing): boolean => {
    const at = Date.parse(String(fields.timestamp).replace("+0000", "Z")) / 1000;
    return at >= Number(since ?? 0) && at <= Number(until ?? Number.POSITIVE_INFINITY);
  };

/** What was said of the account elsewhere is to be had only by its number, which a push has told. */
function mentionedIn(instagram: Instagram, fields: readonly Wanted[]): Record<string, unknown> {
  const told: Record<string, unknown> = {};
  for (const { name, modifiers } of fields) {
    if (name === "mentioned_comment") {
      const id = modifiers.comment_id ?? "";
      told[name] = mentionedComment(instagram, id);
      if (!told[name]) throw missing(id);
    }
    if (name === "mentioned_media") {
      const post = instagram.elsewhere.post(modifiers.media_id ?? "");
      if (!post || post.removedAt) throw missing(modifiers.media_id ?? "");
      told[name] = othersMedia(post, instagram.origin);
    }
  }
  return told;
}

async function messageIn(c: Context): Promise<string> {
  const message = await parameterIn(c, "message");
  if (message.trim() === "") throw wrong("message", "must be a non-empty string");
  if (message.length > mostLetters) throw wrong("message", `must be at most ${mostLetters} characters`);
  return message;
}

/** Meta asks the address whether it is meant before it sends anything there. */
async function subscribed(c: Context, { push }: Doors): Promise<{ success: true }> {
  const url = URL.parse(await parameterIn(c, "callback_url"));
  const token = await parameterIn(c, "verify_token");
  if (!url) throw wrong("callback_url", "must be a valid URL");
  const challenge = String(Math.abs(hashOf(url.href)));
  const asking = new URL(url);
  asking.searchParams.set("hub.mode", "subscribe");
  asking.searchParams.set("hub.challenge", challenge);
  asking.searchParams.set("hub.verify_token", token);
  const answer = await fetch(asking, { signal: AbortSignal.timeout(5000) }).catch(() => null);
  if (!answer?.ok || (await answer.text()) !== challenge)
    throw new Problem(
      2200,
      "(#2200) Callback verification failed with the following errors: the challenge did not come back",
    );
  push.subscribe({ id: app.id, url: url.href, secret: app.secret });
  return { success: true };
}

const hashOf = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);
