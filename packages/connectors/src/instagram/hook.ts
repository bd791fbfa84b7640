// Pushes. They are signed with the app's secret and tell little more than a number, so what they are about is fetched.
import type {
  Account,
  Hook,
  PlacedMention,
  Received,
  SourceRef,
  Tools,
  Unreadable,
} from "@otklik/core/connector";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import { z } from "zod";
import { parseJson } from "../kit/json.ts";
import { excerptOf, issuesOf, readEach } from "../kit/lists.ts";
import { hmacHex, isSameSecret } from "../kit/secrets.ts";
import { mentionedComment, mentionedMedia } from "./map.ts";
import { get, isMissing } from "./requests.ts";
import type { Settings } from "./settings.ts";
import { pagesOf } from "./standing.ts";
import { type Asking, threadOf } from "./threads.ts";
import { Change, commentFields, Mentioned, Push, tagFields } from "./wire.ts";

const fields = "comments,mentions";

/**
 * Gives the app our address, and subscribes the Page of each chosen account to it. One app has one address: another
 * sign-in with the same app takes its place.
 */
export async function listen({ account, sources, secret, url }: Hook<Settings>, tools: Tools): Promise<void> {
  const { clientId = "", clientSecret = "" } = account.credentials;
  const of = { object: "instagram", callback_url: url, verify_token: secret, fields };
  const path = `/${clientId}/subscriptions`;
  await done({ account, tools }, { path, form: of, token: `${clientId}|${clientSecret}` });
  const chosen = new Set(sources.map(({ settings }) => settings.account));
  for (const { id, access_token: token, instagram_business_account: profile } of await pagesOf(
    account,
    tools,
  )) {
    if (!profile || !token || !chosen.has(profile.id)) continue;
    await done(
      { account, tools },
      { path: `/${id}/subscribed_apps`, form: { subscribed_fields: "feed" }, token },
    );
  }
}

type Post = { path: string; form: Record<string, string>; token: string };
const done = ({ account, tools }: { account: Account; tools: Tools }, call: Post) =>
  get(account, tools, { ...call, method: "POST", shape: z.unknown() });

export async function receive(request: Request, hook: Hook<Settings>, tools: Tools): Promise<Received> {
  if (request.method === "GET") return verified(new URL(request.url), hook);
  const body = new Uint8Array(await request.arrayBuffer());
  const given = request.headers.get("x-hub-signature-256") ?? "";
  const due = hmacHex(hook.account.credentials.clientSecret ?? "", body);
  if (!hook.account.credentials.clientSecret || !isSameSecret(given, `sha256=${due}`)) throw notMeta;
  const come: Received = { answer: { status: 200 }, found: [], unreadable: [] };
  const push = Push.safeParse(jsonIn(body));
  if (!push.success) return { ...come, unreadable: [unreadable(new TextDecoder().decode(body), push.error)] };
  for (const { id, changes = [] } of push.data.entry) {
    const source = hook.sources.find(({ settings }) => settings.account === id);
    if (!source || push.data.object !== "instagram") continue;
    const read = await changesRead(changes, { account: hook.account, source, tools });
    come.found.push(...read.found);
    come.unreadable.push(...read.unreadable);
    if (read.isLeft) come.pull = [...(come.pull ?? []), id];
  }
  return come;
}

const notMeta = new Refusal("forbidden", {
  ru: "Подпись не сходится: запрос не от Instagram, или у приложения другой секрет.",
  en: "The signature is wrong: the request is not Instagram's, or the app has another secret.",
});

/** Meta asks once whether the address is meant. */
function verified({ searchParams: asked }: URL, { secret }: Hook<Settings>): Received {
  const isMeant =
    asked.get("hub.mode") === "subscribe" && isSameSecret(asked.get("hub.verify_token") ?? "", secret);
  if (!isMeant) throw notMeta;
  const headers = { "content-type": "text/plain" };
  const body = asked.get("hub.challenge") ?? "";
  return { answer: { status: 200, body, headers }, found: [], unreadable: [] };
}

function jsonIn(body: Uint8Array): unknown {
  try {
    return parseJson(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}

const unreadable = (entry: unknown, error: z.ZodError): Unreadable => ({
  excerpt: excerptOf(entry),
  why: issuesOf(error),
});

const mostFetched = 20; // of one push; what is more is read by the next pull

interface About {
  account: Account;
  source: SourceRef<Settings>;
  tools: Tools;
}

async function changesRead(
  changes: readonly unknown[],
  { account, source, tools }: About,
): Promise<{ found: PlacedMention[]; unreadable: Unreadable[]; isLeft: boolean }> {
  const asking: Asking = { account, tools, own: source.settings };
  const found: PlacedMention[] = [];
  const bad: Unreadable[] = [];
  const threads = new Set<string>();
  for (const entry of changes) {
    const field = z.object({ field: z.string() }).safeParse(entry).data?.field ?? "";
    const change = Change.safeParse(entry);
    if (!change.success) {
      if (["comments", "live_comments", "mentions", ""].includes(field))
        bad.push(unreadable(entry, change.error));
      continue;
    }
    if (change.data.field === "mentions") {
      const read = await mentionRead(asking, change.data.value);
      found.push(...read.found);
      bad.push(...read.unreadable);
    } else threads.add(change.data.value.parent_id ?? change.data.value.id);
  }
  const read = await threadsRead(asking, [...threads].slice(0, mostFetched));
  return {
    found: [...found, ...read.found],
    unreadable: [...bad, ...read.unreadable],
    isLeft: read.isLeft || threads.size > mostFetched,
  };
}

/** Whole threads: a reply of the owner's is an answer to what began one. */
async function threadsRead(asking: Asking, ids: readonly string[]) {
  const found: PlacedMention[] = [];
  const bad: Unreadable[] = [];
  let isLeft = false;
  for (const id of ids) {
    const { account, tools } = asking;
    const query = { fields: `${commentFields},media{id,caption,permalink}` };
    const thread = await get(account, tools, { path: `/${id}`, query, shape: z.unknown() }).catch(passing);
    if (thread === undefined) isLeft = true;
    if (!thread) continue;
    const read = await threadOf(asking, thread);
    found.push(...read.found);
    bad.push(...read.unreadable);
  }
  return { found, unreadable: bad, isLeft };
}

/** null: it is gone by now; undefined: it cannot be read just now, and is left to the next pull. */
function passing(error: unknown): null | undefined {
  if (!(error instanceof NetworkFault)) throw error;
  return isMissing(error.cause) ? null : undefined;
}

type MentionPush = Extract<Change, { field: "mentions" }>["value"];

/** No list shows mentions elsewhere: what cannot be fetched now must be pushed again, so its fault is passed on. */
async function mentionRead(
  { account, tools, own }: Asking,
  { media_id: media, comment_id: comment }: MentionPush,
): Promise<{ found: PlacedMention[]; unreadable: Unreadable[] }> {
  const edge = comment
    ? `mentioned_comment.comment_id(${comment}){id,text,timestamp,username,media{id,caption,permalink}}`
    : `mentioned_media.media_id(${media}){${tagFields}}`;
  const about = await get(account, tools, {
    path: `/${own.account}`,
    query: { fields: edge },
    shape: Mentioned,
  }).catch((error: unknown) => {
    if (error instanceof NetworkFault && isMissing(error.cause)) return null;
    throw error;
  });
  if (!about) return { found: [], unreadable: [] };
  const entry = comment ? about.mentioned_comment : about.mentioned_media;
  return readEach([entry], (one) =>
    comment ? mentionedComment(one, { own, media }) : mentionedMedia(one, own),
  );
}
