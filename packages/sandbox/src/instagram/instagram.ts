// A simulated Instagram: a cosmetics brand's professional account, its media with what people say under them, and the
// Graph API that shows it, with a sign-in by Facebook.
import { createHmac } from "node:crypto";
import { Hono } from "hono";
import { backstage } from "../kit/backstage.ts";
import { bearerIn, parameterIn } from "../kit/credentials.ts";
import { type GateRules, gate } from "../kit/gate.ts";
import type { Metered } from "../kit/meter.ts";
import { type OAuth, openOAuth } from "../kit/oauth.ts";
import { type PushForm, pusher } from "../kit/push.ts";
import { simulator } from "../kit/simulator.ts";
import { type Change, openStage, type StageSettings } from "../kit/stage.ts";
import type { SandboxEnv } from "../network.ts";
import type { State } from "../state.ts";
import { photograph } from "../wildberries/photo.ts";
import { graphApi, home } from "./api.ts";
import { app, demoToken, numberFor, pageToken, person, profile, scopes, userOf } from "./people.ts";
import { Problem, told } from "./problems.ts";
import { mediaOfMention } from "./things.ts";

const title = { ru: "Инстаграм", en: "Instagram" };
const settings: StageSettings = {
  ...{ world: "cosmetics", tone: "social", seed: "instagram", posts: 330, arrivalEveryMs: 7 * 60_000 },
  ...{ moderationMs: 0, forbids: () => null, idOf: ({ n }) => numberFor(n) },
  extraOf: (_, luck) => ({ hidesAuthor: luck.likely(0.04) }),
};
/** Pictures of others in which the account is tagged; of all that is said, this part. */
const taggedShare = 0.08;

export const instagram = simulator({
  path: "/instagram",
  title,
  page: {
    title: { ru: "Комментарии в Инстаграме", en: "Comments on Instagram" },
    lead: {
      ru: "Что пишут под публикациями марки, каким это видят подписчики.",
      en: "What people write under a brand's posts, as its followers see it.",
    },
  },
  settings,
  open({ stage: comments, faults, state, now, path }) {
    const elsewhere = openStage({
      ...{ state: state.of(`${path}/elsewhere`), now, faults },
      settings: {
        ...{ ...comments.settings, tone: "review", kinds: ["review"], silent: false },
        seed: `${comments.settings.seed}/elsewhere`,
        posts: Math.round(comments.settings.posts * taggedShare),
        arrivalEveryMs: comments.settings.arrivalEveryMs * 20,
        idOf: ({ n }) => numberFor(50_000_000 + n),
      },
    });
    const form = pushForm({ isSubscribed: () => state.fact("pageSubscribed") !== null });
    const push = pusher({ stage: comments, state, faults, form });
    elsewhere.onChange((change) => push.queue(change));
    const oauth = signIn(state, now);
    const openedAt = new Date(state.fact("openedAt") ?? now());
    const api = new Hono<SandboxEnv>();
    api.use(async (_, next) => {
      elsewhere.letIn();
      await next();
    });
    api.route("/", oauth.routes);
    api.route("/elsewhere", backstage({ stage: elsewhere, faults, afterwards: async () => push.flush() }));
    api.get("/__picture/:name", (c) => {
      const turn = Number(/\d{1,6}(?=\.png$)/.exec(c.req.param("name"))?.[0] ?? 0);
      const picture = photograph({ tint: [214, 160, 170], turn, size: { width: 320, height: 400 } });
      return c.body(new Uint8Array(picture), 200, { "Content-Type": "image/png" });
    });
    api.use(`${home}/*`, gate({ now, faults }, rulesFor(oauth)));
    api.route(home, graphApi({ instagram: { comments, elsewhere, openedAt }, push, state, path }));
    return { api, push };
  },
});

const day = 86_400; // seconds

const signIn = (state: State, now: () => Date): OAuth =>
  openOAuth({
    ...{ state, now, title, clients: [app], people: [person], scopes, scopeSeparator: "," },
    paths: { authorize: "/www.facebook.com/v25.0/dialog/oauth", token: [`${home}/oauth/access_token`] },
    ...{ accessSeconds: 2 * 3600, prefix: "EAAD", requiresPkce: false },
    exchanges: {
      fb_exchange_token: { parameter: "fb_exchange_token", needsClient: true, seconds: 60 * day },
    },
    refuse: ({ description }) => told(new Problem(100, description)),
  });

/** Our own words come back as well as customers'; that something was taken away is told to nobody. */
const pushForm = ({ isSubscribed }: { isSubscribed(): boolean }): PushForm => ({
  body(change) {
    if (!isSubscribed() || (change.is !== "added" && change.is !== "answered")) return null;
    const entry = {
      id: profile.id,
      time: Math.floor(change.at.getTime() / 1000),
      changes: [changeFor(change)],
    };
    return JSON.stringify({ object: "instagram", entry: [entry] });
  },
  headers: ({ body, to }) => ({
    "X-Hub-Signature-256": `sha256=${createHmac("sha256", to.secret).update(body).digest("hex")}`,
  }),
  retryAfterMs: [30_000, 300_000, 3_600_000, 6 * 3_600_000],
});

function changeFor({ post, answer }: Change): Record<string, unknown> {
  if (post.kind === "review") return { field: "mentions", value: { media_id: post.id } };
  if (post.extra.media !== undefined)
    return { field: "mentions", value: { comment_id: post.id, media_id: mediaOfMention(post) } };
  const { id, text } = answer ?? post;
  const { id: userId, username } = answer ? profile : userOf(post.author);
  const under = answer || post.threadId !== post.id ? { parent_id: post.threadId } : {};
  const media = { id: post.about, media_product_type: "FEED" };
  return { field: "comments", value: { id, text, from: { id: userId, username }, media, ...under } };
}

const usage = ({ left, allowance }: Metered): Record<string, string> => {
  const used = Math.round((1 - left / allowance.requests) * 100);
  return { "X-App-Usage": JSON.stringify({ call_count: used, total_time: used, total_cputime: used }) };
};

const rulesFor = (oauth: OAuth): GateRules => ({
  async admit(c) {
    const token = bearerIn(c) || (await parameterIn(c, "access_token"));
    if (token === demoToken || token === pageToken || token === `${app.id}|${app.secret}`)
      return { who: token };
    const worth = oauth.bearer(token);
    return worth.is === "accepted" ? { who: worth.who } : { refused: told(deadToken(worth.why)) };
  },
  counts: (_, who) => [{ by: who, requests: 200, seconds: 3600, burst: 200 }],
  says: {
    expired: () => told(deadToken("expired")),
    throttled(_, seconds) {
      const minutes = seconds === null ? 0 : Math.ceil(seconds / 60);
      const problem = new Problem(4, "(#4) Application request limit reached", { status: 403 });
      const use = { type: "instagram", call_count: 100, total_cputime: 40, total_time: 40 };
      const told4 = { [profile.id]: [{ ...use, estimated_time_to_regain_access: minutes }] };
      return told(problem, { "X-Business-Use-Case-Usage": JSON.stringify(told4) });
    },
    failed: (_, status) =>
      told(new Problem(2, "An unexpected error has occurred. Please retry your request later.", { status })),
  },
  headers: usage,
  otherNames: { data: "entries", timestamp: "created_at" },
});

function deadToken(why: "missing" | "unknown" | "expired" | "revoked"): Problem {
  if (why === "missing")
    return new Problem(
      2500,
      "An active access token must be used to query information about the current user.",
    );
  const subcode = why === "expired" ? 463 : why === "revoked" ? 458 : undefined;
  const said =
    why === "unknown"
      ? "Invalid OAuth access token - Cannot parse access token"
      : "Error validating access token: Session has expired or the user has not authorized application.";
  return new Problem(190, said, { status: 401, ...(subcode !== undefined && { subcode }) });
}
