import { afterEach, describe, expect, it } from "vitest";
import { openVk, tokens, type VkBench } from "./bench.ts";

const benches: VkBench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});
async function standingOf(
  credentials: Record<string, string>,
  part: "wall" | "board" | "market" | "messages" = "wall",
) {
  const bench = await openVk({ posts: 0, credentials, part });
  benches.push(bench);
  return bench.connector.check?.(bench.account, bench.settings, bench.tools);
}
const warned = async (...given: Parameters<typeof standingOf>) =>
  ((await standingOf(...given))?.warnings ?? []).map(({ ru }) => ru).join("\n");

describe("the test call", () => {
  it("names the community and the tokens, and warns of nothing where all are there", async () => {
    expect(await standingOf(tokens.all)).toEqual({
      name: "Кофейня «Ромашка и зерно» (демо)",
      kind: {
        ru: "ключ сообщества + сервисный ключ приложения + токен руководителя",
        en: "community token + service key of an application + a manager's user token",
      },
      warnings: [],
    });
  });

  it.each([
    ["wall", tokens.community, /Без сервисного ключа/],
    ["wall", { serviceKey: "demo-service-key" }, /только читает/],
    ["board", tokens.reading, /Отвечать в обсуждениях может только токен руководителя/],
    ["market", tokens.reading, /Без токена руководителя/],
    ["messages", { serviceKey: "demo-service-key" }, /не видны/],
    ["messages", { token: "demo-community-bare" }, /нет права на сообщения/],
    ["wall", { ...tokens.all, token: "demo-community-bare" }, /нет права на управление/],
  ] as const)("says for the %s what %j cannot do", async (part, credentials, words) => {
    expect(await warned(credentials, part)).toMatch(words);
  });

  it.each([
    [
      { token: "demo-manager-token" },
      /В поле «ключ сообщества» вставлен другой токен: это токен руководителя/,
    ],
    [
      { ...tokens.community, serviceKey: "demo-community-token-2" },
      /В поле «сервисный ключ приложения».*ключ сообщества/,
    ],
    [{ ...tokens.community, userToken: "demo-service-key" }, /В поле «токен руководителя».*сервисный ключ/],
  ])("tells which token stands in the wrong field: %j", async (credentials, words) => {
    expect(await warned(credentials)).toMatch(words);
  });

  it.each<Record<string, string>>([{}, { token: "nonsense" }, { token: "demo-community-expired" }])(
    "refuses %j",
    async (credentials) => {
      await expect(standingOf(credentials)).rejects.toMatchObject({ kind: "unauthorized" });
    },
  );
});

describe("what the sign-in reaches", () => {
  it.each([tokens.community, tokens.all, { userToken: "demo-manager-token" }])(
    "is each part of each community, with what cannot be done there: %j",
    async (credentials) => {
      const bench = await openVk({ posts: 0, credentials });
      benches.push(bench);
      const found = (await bench.connector.discover?.(bench.account, bench.tools)) ?? [];
      expect(found.map(({ detail }) => detail)).toEqual([
        "vk.com/wall-222333444",
        "vk.com/board222333444",
        "vk.com/market-222333444",
        "vk.com/gim222333444",
      ]);
      expect(found[2]?.warnings === undefined).toBe("userToken" in credentials);
    },
  );

  it.each<[Record<string, string>, RegExp]>([
    [{}, /не дан ни один токен/],
    [{ token: "demo-manager-token" }, /В поле «ключ сообщества»/],
    [{ token: "demo-community-token", userToken: "demo-service-key" }, /В поле «токен руководителя»/],
  ])("is not asked with %j, and the person is told why", async (credentials, words) => {
    const bench = await openVk({ posts: 0, credentials });
    benches.push(bench);
    await expect(bench.connector.discover?.(bench.account, bench.tools)).rejects.toMatchObject({
      kind: "unauthorized",
      said: { ru: expect.stringMatching(words) },
    });
  });

  it("is nothing for a user who manages no community", async () => {
    const bench = await openVk({ posts: 0, credentials: { userToken: "demo-user-token" } });
    benches.push(bench);
    expect(await bench.connector.discover?.(bench.account, bench.tools)).toEqual([]);
  });
});
