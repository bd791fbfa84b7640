// VK's API as its schema words it: `POST /method/NAME` at any of its hosts, and the Long Poll server.
import { type Context, Hono } from "hono";
import { bearerIn, parameterIn } from "../kit/credentials.ts";
import { type GateRules, gate } from "../kit/gate.ts";
import type { Room } from "../kit/simulator.ts";
import type { SandboxEnv } from "../network.ts";
import { board } from "./board.ts";
import { groups, users } from "./groups.ts";
import { market } from "./market.ts";
import { messages } from "./messages.ts";
import { ApiError, refusal } from "./refusals.ts";
import type { Method, Rooms } from "./rooms.ts";
import { tokenFrom } from "./token.ts";
import { wall } from "./wall.ts";

export const methods: Readonly<Record<string, Method>> = {
  ...wall,
  ...board,
  ...market,
  ...messages,
  ...groups,
  ...users,
};

type Asked = Context<SandboxEnv>;

const tokenOf = async (c: Asked): Promise<string> => (await parameterIn(c, "access_token")) || bearerIn(c);

async function parametersOf(c: Asked): Promise<Record<string, string>> {
  const form = c.req.method === "POST" ? await c.req.parseBody() : {};
  const texts = Object.entries(form).filter((one): one is [string, string] => typeof one[1] === "string");
  return { ...c.req.query(), ...Object.fromEntries(texts) };
}

const named = (c: Asked): Record<string, string> => ({
  method: c.req.path.split("/").at(-1) ?? "",
  ...c.req.query(),
});
const perSecond = { user: 3, service: 3, group: 20 };

const rules: GateRules = {
  async admit(c) {
    const who = await tokenOf(c);
    return tokenFrom(who)
      ? { who }
      : { refused: refusal(new ApiError(5, "invalid access_token (4)."), named(c)) };
  },
  counts(_, who) {
    const requests = perSecond[tokenFrom(who)?.kind ?? "user"];
    return [{ by: who, requests, seconds: 1 }];
  },
  says: {
    expired: (c) => refusal(new ApiError(5, "access_token has expired."), named(c)),
    throttled: (c) => refusal(new ApiError(6), named(c)),
    failed: (_, status) => new Response("<html><body>Service unavailable</body></html>", { status }),
  },
  isWrite: (c) => /\.(createComment|editComment|send|edit)$/.test(c.req.path),
  isGranted: async (response) => !("error" in ((await response.json()) as object)),
  otherNames: { items: "entries", updates: "events", from_id: "author_id" },
};

export function api({ now, faults, path }: Room, rooms: Rooms): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.use("/:host/method/*", gate({ now, faults }, rules));
  app.on(["GET", "POST"], "/:host/method/:name", async (c) => {
    const parameters = await parametersOf(c);
    const asked = { method: c.req.param("name"), ...parameters };
    try {
      const response = answered(c.req.param("name"), parameters, {
        token: await tokenOf(c),
        base: new URL(c.req.url).origin + path,
        rooms,
      });
      return c.json({ response });
    } catch (error) {
      if (error instanceof ApiError) return refusal(error, asked);
      throw error;
    }
  });
  // A simulator's clock is not that of its callers: instead of holding the line, it answers at once.
  app.get("/:host/whp/:community", (c) => {
    const { ts = "", key = "" } = c.req.query();
    if (faults.orders().down) return new Response("", { status: faults.orders().failStatus });
    return c.json(rooms.log.since(ts, key) as object);
  });
  return app;
}

function answered(
  name: string,
  parameters: Record<string, string>,
  { token: text, base, rooms }: { token: string; base: string; rooms: Rooms },
): unknown {
  const method = methods[name];
  if (!method) throw new ApiError(3);
  if (!parameters.v) throw new ApiError(8, "v (version) is required");
  const token = tokenFrom(text);
  if (!token) throw new ApiError(5);
  if (!method.callers.includes(token.kind)) throw wrongKind(token.kind);
  return method.answer({ parameters, token, base }, rooms);
}

const wrongKind = (kind: string): ApiError => {
  if (kind === "group") return new ApiError(27, "method is unavailable with group auth.");
  return kind === "service"
    ? new ApiError(28, "method is unavailable with service token.")
    : new ApiError(15);
};
