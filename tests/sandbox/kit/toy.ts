// A network that there is not, with all that the kit offers, called without a server.
import { bearerIn, parameterIn } from "@otklik/sandbox/kit/credentials";
import { type GateRules, gate } from "@otklik/sandbox/kit/gate";
import { type PushForm, pusher } from "@otklik/sandbox/kit/push";
import { simulator, type WorldWish } from "@otklik/sandbox/kit/simulator";
import type { StageSettings } from "@otklik/sandbox/kit/stage";
import type { SandboxEnv } from "@otklik/sandbox/network";
import { openState, type State } from "@otklik/sandbox/state";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const toySettings: StageSettings = {
  ...{ world: "cafe", tone: "review", seed: "toy", posts: 40, arrivalEveryMs: 0, moderationMs: MINUTE },
};

const rules: GateRules = {
  async admit(c) {
    const token = bearerIn(c) || (await parameterIn(c, "token"));
    return token === "" ? { refused: Response.json({ error: "who?" }, { status: 401 }) } : { who: token };
  },
  counts: (_, who) => [{ by: `all/${who}`, requests: 60, seconds: 60, burst: 3 }],
  says: {
    expired: () => Response.json({ error: "expired" }, { status: 401 }),
    throttled: (_, retrySeconds) => Response.json({ error: 6, retrySeconds }, { status: 200 }),
    failed: (_, status) => Response.json({ error: "broken" }, { status }),
  },
  headers: ({ left }) => ({ "X-Left": String(left) }),
  otherNames: { posts: "entries" },
};

const pushes: PushForm = {
  body: ({ is, post }, _, id) => JSON.stringify({ id, is, post: post.id }),
  headers: ({ to, attempt }) => ({ "X-Secret": to.secret, "X-Attempt": String(attempt) }),
  retryAfterMs: [MINUTE, HOUR],
};

export interface Toy {
  call(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  control(orders: object): Promise<unknown>;
  move(milliseconds: number): void;
  clock: { now: Date };
  state: State;
  /** How many connections the network has cut. */
  cuts(): number;
  /** What was pushed, and how the subscriber answers from now on. */
  pushed: { body: { id: string; is: string; post: string }; attempt: string | null }[];
  answersPush(status: number): void;
}

export function openToy(
  wish: WorldWish = {},
  state = openState(":memory:"),
  at = new Date("2026-07-24T12:00:00Z"),
): Toy {
  const clock = { now: at };
  const pushed: Toy["pushed"] = [];
  let status = 200;
  let cuts = 0;
  const destroy = () => {
    cuts += 1;
  };
  const connection = { incoming: { socket: { destroy } } } as unknown as SandboxEnv["Bindings"];
  const send = async (request: Request) => {
    pushed.push({
      body: (await request.json()) as Toy["pushed"][number]["body"],
      attempt: request.headers.get("X-Attempt"),
    });
    return new Response(null, { status });
  };
  const network = simulator({
    path: "/toy",
    title: { ru: "Игрушка", en: "Toy" },
    page: { title: { ru: "Игрушка", en: "Toy" }, lead: { ru: "Её нет.", en: "There is none." } },
    settings: toySettings,
    open({ stage, faults, state, now, api }) {
      const push = pusher({ stage, state, faults, form: pushes, send });
      push.subscribe({ id: "us", url: "https://us.example/hook", secret: "s" });
      api.use("/api/*", gate({ now, faults }, rules));
      api.get("/api/posts", (c) => c.json({ posts: stage.posts() }));
      api.post("/api/answer", async (c) => {
        const { id, text } = (await c.req.json()) as { id: string; text: string };
        return c.json({ answer: stage.answer({ id, text, through: "api" }) });
      });
      api.post("/api/form", async (c) => c.json(await c.req.parseBody()));
      return { api, push };
    },
  })(wish);
  const app = network.open({ state, now: () => clock.now });
  const call: Toy["call"] = async (path, init = {}) =>
    app.request(
      `http://sandbox.test${path}`,
      { headers: { Authorization: "Bearer t" }, ...init },
      connection,
    );
  const post: Toy["post"] = (path, body, headers = {}) =>
    call(path, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { Authorization: "Bearer t", "Content-Type": "application/json", ...headers },
    });
  return {
    ...{ call, post, clock, state, pushed, cuts: () => cuts },
    control: async (orders) => (await post("/__control", orders)).json(),
    move: (milliseconds) => {
      clock.now = new Date(clock.now.getTime() + milliseconds);
    },
    answersPush: (wanted) => {
      status = wanted;
    },
  };
}
