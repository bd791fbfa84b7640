import { sandboxRoutes } from "@otklik/sandbox/main";
import { openState, type State } from "@otklik/sandbox/state";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const Posts = z.object({
  posts: z.array(
    z.object({
      ...{ id: z.string(), at: z.coerce.date(), text: z.string(), parentId: z.string().optional() },
      ...{ author: z.object({ key: z.string() }), answers: z.array(z.unknown()), plot: z.string() },
      editedAt: z.coerce.date().optional(),
    }),
  ),
});
const Updates = z.object({ result: z.array(z.record(z.string(), z.unknown())) });

const Dated = z.object({ date: z.int() });

const now = new Date("2026-11-20T09:00:00Z");
const opened = (state: State) => {
  const app = sandboxRoutes({ state, now: () => now }, { arrivalEveryMs: 0 });
  const get = async (path: string) => (await app.request(`http://sandbox.test/telegram${path}`)).json();
  return {
    posts: async () => Posts.parse(await get("/__posts")).posts,
    updates: async () =>
      Updates.parse(await get("/api.telegram.org/bot990000001:demo-telegram-token/getUpdates")).result,
  };
};

describe("the simulated Telegram's world", () => {
  it("holds 60 days of a discussion, with threads, edits, answers and people who come back", async () => {
    const posts = await opened(openState(":memory:")).posts();
    const oldest = Math.min(...posts.map(({ at }) => at.getTime()));
    expect(posts.length).toBeGreaterThanOrEqual(300);
    expect(now.getTime() - oldest).toBeGreaterThan(50 * 86_400_000);
    expect(new Set(posts.map(({ text }) => text)).size).toBe(posts.length);
    expect(new Set(posts.map(({ author }) => author.key)).size).toBeLessThan(posts.length);
    expect(posts.filter(({ parentId }) => parentId !== undefined).length).toBeGreaterThan(20);
    expect(posts.filter(({ editedAt }) => editedAt !== undefined).length).toBeGreaterThan(2);
    expect(posts.filter(({ answers }) => answers.length > 0).length).toBeGreaterThan(20);
    expect(posts.map(({ plot }) => plot)).toEqual(expect.arrayContaining(["incident", "spam"]));
  });

  it("gives the bot what was said in the last day only, beginning with its own coming", async () => {
    const [added, connected, ...said] = await opened(openState(":memory:")).updates();
    expect([added, connected]).toMatchObject([{ my_chat_member: {} }, { business_connection: {} }]);
    const dates = said.map((update) => Dated.parse(Object.values(update).at(-1)).date * 1000);
    expect(said.length).toBeGreaterThan(0);
    expect(Math.min(...dates)).toBeGreaterThan(now.getTime() - 86_400_000);
  });

  it("is the same after a restart, updates that wait included", async () => {
    const state = openState(":memory:");
    const before = await opened(state).updates();
    expect(await opened(state).updates()).toEqual(before);
  });
});
