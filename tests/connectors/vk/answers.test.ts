import { randomId } from "@otklik/connectors/vk/writes";
import type { Answer, FoundMention, Receipt, Tools } from "@otklik/core/connector";
import { afterEach, describe, expect, it } from "vitest";
import { answerTo, lastOf, walk } from "../../contracts/connector-bench.ts";
import { openVk, tokens, type VkBench } from "./bench.ts";

const benches: VkBench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

async function asked(world: Parameters<typeof openVk>[0], text = "Демо: когда откроетесь?") {
  const bench = await openVk({ posts: 0, ...world });
  benches.push(bench);
  const id = await bench.addMention(text);
  const mention = lastOf((await walk(bench, null)).found, id) as FoundMention;
  return { bench, mention, answer: answerTo(bench, mention, "Демо: в девять.") };
}
const said = (bench: VkBench, answer: Answer, tools: Tools = bench.tools) =>
  bench.connector.reply?.(answer, tools) as Promise<Receipt>;
/** Tools by which VK refuses the first write with this error. */
const refusing = (bench: VkBench, code: number): Tools => ({
  ...bench.tools,
  http: async (request) =>
    bench.isWrite?.(request)
      ? Response.json({ error: { error_code: code, error_msg: "no" } })
      : bench.tools.http(request),
});

describe.each(["wall", "board", "market", "messages"] as const)("an answer in the %s", (part) => {
  it("stands there as the community's own, is found again, and becomes the mention's answer", async () => {
    const { bench, mention, answer } = await asked({ part });
    const receipt = await said(bench, answer);
    const stands = await bench.connector.receipt?.(answer, bench.tools);
    bench.clock.now = new Date(bench.clock.now.getTime() + 60_000);
    const { found } = await walk(bench, null);
    expect(receipt.state).toBe("published");
    expect(stands).toMatchObject({
      state: "published",
      externalId: expect.stringMatching(/^\w+-222333444_/),
    });
    expect(lastOf(found, mention.externalId)?.ownerReply).toMatchObject({ text: "Демо: в девять." });
    expect(found).toHaveLength(1);
  });

  it("is changed where it stands", async () => {
    const { bench, mention, answer } = await asked({ part });
    const receipt = await said(bench, answer);
    const externalId = "externalId" in receipt ? receipt.externalId : undefined;
    const change = { ...answer, text: "Демо: в десять.", standing: { externalId, text: answer.text } };
    const changed = await bench.connector.edit?.(change, bench.tools);
    const { found } = await walk(bench, null);
    expect(changed?.state).toBe("published");
    expect(lastOf(found, mention.externalId)?.ownerReply?.text).toBe("Демо: в десять.");
  });

  it("is not changed where nothing of ours stands", async () => {
    const { bench, answer } = await asked({ part });
    const change = { ...answer, text: "Демо: в десять.", standing: { text: "Демо: в девять." } };
    expect(await bench.connector.edit?.(change, bench.tools)).toMatchObject({ state: "rejected" });
  });

  it("is published once by the network's own guard, even where nobody looks first", async () => {
    const { bench, mention, answer } = await asked({ part });
    await said(bench, answer);
    await said(bench, answer);
    expect(await bench.publishedTexts(mention.externalId)).toEqual(["Демо: в девять."]);
  });
});

describe("what VK refuses", () => {
  it.each([
    [222, "wall", /ссылк/],
    [223, "wall", /много ответов/],
    [213, "wall", /комментарии закрыты/],
    [1401, "market", /товар/],
    [901, "messages", /не разрешил/],
    [902, "messages", /приватност/],
    [914, "messages", /длинное/],
    [950, "messages", /Время для ответа/],
  ] as const)("with error %i is handed back, saying why", async (code, part, why) => {
    const { bench, answer } = await asked({ part });
    expect(await said(bench, answer, refusing(bench, code))).toEqual({
      state: "rejected",
      why: { ru: expect.stringMatching(why), en: expect.stringMatching(/./) },
    });
  });

  it("with a captcha stops, and tells a person where to go", async () => {
    const { bench, answer } = await asked({});
    await expect(said(bench, answer, refusing(bench, 14))).rejects.toMatchObject({
      kind: "unauthorized",
      said: { ru: expect.stringContaining("капчу"), en: expect.stringContaining("captcha") },
    });
  });

  it("with flood control waits ten minutes", async () => {
    const { bench, answer } = await asked({});
    const retryAt = new Date(bench.clock.now.getTime() + 600_000);
    await expect(said(bench, answer, refusing(bench, 9))).rejects.toMatchObject({
      kind: "throttled",
      retryAt,
    });
  });
});

describe("tokens", () => {
  it.each(["board", "market"] as const)(
    "of a community alone do not answer in the %s, and the mention says so",
    async (part) => {
      const { bench, mention, answer } = await asked({ part });
      const poor = bench.with({ credentials: tokens.community });
      const pushed = await poor.connector.receive?.(
        await poor.push(mention.externalId),
        poor.hook,
        poor.tools,
      );
      const refused = await said(poor, { ...answer, account: poor.account });
      expect(pushed?.found.map(({ canReply }) => canReply)).toEqual([false]);
      expect(refused).toMatchObject({
        state: "rejected",
        why: { ru: expect.stringContaining("токен руководителя") },
      });
    },
  );

  it("of a community answer on the wall, where a service key reads", async () => {
    const { bench, mention, answer } = await asked({ credentials: tokens.reading });
    await said(bench, answer);
    expect(await bench.publishedTexts(mention.externalId)).toEqual(["Демо: в девять."]);
    expect(bench.asked).toContain("wall.createComment");
  });

  it("of a manager stand in where the community's is refused", async () => {
    const { bench, mention, answer } = await asked({
      credentials: { ...tokens.all, token: "demo-community-bare" },
      part: "messages",
    });
    await said(bench, answer);
    expect(await bench.publishedTexts(mention.externalId)).toEqual(["Демо: в девять."]);
  });

  it("do not edit on the wall without a manager's", async () => {
    const { bench, answer } = await asked({ credentials: tokens.reading });
    await said(bench, answer);
    const change = { ...answer, text: "Демо: в десять.", standing: { text: answer.text } };
    expect(await bench.connector.edit?.(change, bench.tools)).toMatchObject({ state: "rejected" });
  });
});

it("sends a number of 31 bits that is never 0, the same for the same reply", () => {
  const numbers = Array.from({ length: 200 }, (_, at) => randomId(`reply-${at}`));
  expect(Math.min(...numbers)).toBeGreaterThan(0);
  expect(Math.max(...numbers)).toBeLessThanOrEqual(2 ** 31);
  expect(randomId("reply-1")).toBe(randomId("reply-1"));
  expect(new Set(numbers).size).toBe(200);
});
