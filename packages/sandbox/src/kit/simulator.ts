// Puts a network together: its stage, its faults, its API behind its own gate, the backstage and the page for people.
import { Hono } from "hono";
import type { SandboxEnv, SimulatedNetwork } from "../network.ts";
import type { State } from "../state.ts";
import { backstage } from "./backstage.ts";
import { type Misbehaviour, misbehaviour } from "./misbehaviour.ts";
import { type PageHead, pages } from "./page.ts";
import type { Pusher } from "./push.ts";
import { openStage, type Stage, type StageSettings } from "./stage.ts";

/** What a network's API is built from. */
export interface Room {
  stage: Stage;
  faults: Misbehaviour;
  state: State;
  now(): Date;
  /** An empty app, for a network that needs no other. */
  api: Hono<SandboxEnv>;
  /** The network's own path in the sandbox. */
  path: string;
}

/** What may be asked of every world from outside. */
export type WorldWish = Partial<Pick<StageSettings, "seed" | "posts" | "arrivalEveryMs" | "moderationMs">>;

/** A network over a stage. `settings` are the demo's; a wish of the same name takes their place. */
export function simulator(of: {
  path: string;
  title: { ru: string; en: string };
  page: PageHead;
  settings: StageSettings;
  /** The API with its gate, and whatever else this network has. */
  open(room: Room): { api: Hono<SandboxEnv>; push?: Pusher };
}): (wish?: WorldWish) => SimulatedNetwork {
  const { path, title, page, settings, open } = of;
  return (wish = {}) => ({
    path,
    title,
    open({ state, now }) {
      const faults = misbehaviour();
      const stage = openStage({ state, now, faults, settings: wishedFor(settings, wish) });
      const { api, push } = open({ stage, faults, state, now, path, api: new Hono<SandboxEnv>() });
      const app = new Hono<SandboxEnv>();
      app.use(async (_, next) => {
        stage.letIn();
        // Not waited for: whoever receives it may ask this very API before it answers. What a closing sandbox
        // cannot note any more is still in the queue when it opens again.
        push?.flush().catch(() => {});
        await next();
      });
      app.route("/", backstage({ stage, faults, afterwards: async () => push?.flush() }));
      app.route("/", pages(stage, path, page));
      app.route("/", api);
      return app;
    },
  });
}

function wishedFor(settings: StageSettings, wish: WorldWish): StageSettings {
  const { seed = settings.seed, posts = settings.posts, arrivalEveryMs = settings.arrivalEveryMs } = wish;
  // A network that does not moderate does not begin to.
  const moderationMs = settings.moderationMs > 0 ? (wish.moderationMs ?? settings.moderationMs) : 0;
  return { ...settings, seed, posts, arrivalEveryMs, moderationMs };
}
