import * as cheerio from "cheerio";
import { describe, expect, it } from "vitest";
import { MINUTE, openToy } from "./toy.ts";

const posts = async (toy: ReturnType<typeof openToy>, query = "") =>
  ((await (await toy.call(`/__posts${query}`)).json()) as { posts: unknown[] }).posts;

describe("the stage hands' entrance of any network", () => {
  it("adds posts and shows what stands there", async () => {
    const toy = openToy({ posts: 0 });
    const added = await toy.post("/__posts", [
      {
        id: "1",
        text: "Вкусно",
        stars: 4,
        author: { name: "Анна" },
        about: "lesnaya",
        extra: { territory: "RUS" },
      },
      { text: "И мне", parentId: "1", kind: "comment", answer: { text: "Спасибо!" } },
    ]);
    expect(added.status).toBe(201);
    expect(await posts(toy)).toMatchObject([
      { id: "1", text: "Вкусно", stars: 4, author: { name: "Анна" }, extra: { territory: "RUS" } },
      { text: "И мне", parentId: "1", threadId: "1", answers: [{ text: "Спасибо!", through: "cabinet" }] },
    ]);
    expect(await posts(toy, "?id=1")).toHaveLength(1);
  });

  it("refuses what posts do not have, and what is not there", async () => {
    const toy = openToy({ posts: 0 });
    const refused = await toy.post("/__posts", [{ productValuation: 5 }]);
    expect([refused.status, await refused.json()]).toEqual([
      400,
      { error: expect.stringContaining("productValuation") },
    ]);
    const missing = [
      await toy.post("/__edit", { id: "none", text: "x" }),
      await toy.post("/__remove", { id: "none" }),
      await toy.post("/__answer", { id: "none", text: "x" }),
      await toy.post("/__edit-answer", { answerId: "none", text: "x" }),
    ];
    expect(missing.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  it("orders moderation to reject", async () => {
    const toy = openToy({ posts: 0 });
    await toy.post("/__posts", [{ id: "1", text: "Вкусно" }]);
    await toy.post("/__reject", { rejects: true });
    await toy.post("/api/answer", { id: "1", text: "Спасибо!" });
    toy.move(MINUTE);
    expect(await posts(toy)).toMatchObject([{ answers: [{ state: "rejected", why: "ordered" }] }]);
  });
});

describe("the page of any network", () => {
  it.each([
    ["ru", "Ответ владельца", "отклонён площадкой", "Игрушка"],
    ["en", "Owner's answer", "rejected by the network", "Toy"],
  ])(
    "shows in %s what was said, what was answered and what became of it",
    async (lang, owner, rejected, title) => {
      const toy = openToy({ posts: 0 });
      await toy.post("/__posts", [
        { id: "a/1", text: "Вкусно", stars: 4, author: { name: "Анна" }, about: "lesnaya" },
      ]);
      await toy.post("/__reject", { rejects: true });
      await toy.post("/api/answer", { id: "a/1", text: "Спасибо!" });
      toy.move(MINUTE);
      const page = cheerio.load(await (await toy.call(`/?lang=${lang}`)).text());
      expect(page("h1").text()).toBe(title);
      expect(page("article").text()).toContain("Анна");
      expect(page("blockquote").text()).toContain(owner);
      expect(page("blockquote").text()).toContain(rejected);
      const link = page("article header a").attr("href") ?? "";
      const one = await toy.call(link.replace("/toy", ""));
      expect(one.status).toBe(200);
      expect(await one.text()).toContain("Вкусно");
      expect((await toy.call("/posts/nobody")).status).toBe(404);
    },
  );
});
