// Answering in public: once, whatever is lost on the way, and no claim that cannot be kept.
import type { Answer, Receipt } from "@otklik/core/connector";
import { beforeEach, describe, expect, it, type TestContext } from "vitest";
import {
  type At,
  answering,
  answerTo,
  attemptAgain,
  detoured,
  fault,
  firstWrite,
  lastOf,
  lostOnTheWay,
  lostOnTheWayBack,
  needs,
  offered,
  status,
  suffering,
  walk,
} from "./connector-bench.ts";

const standsThere: readonly Receipt["state"][] = ["published", "in-review", "delivered", "read"];

export function describeReply<Settings>(at: At<Settings>): void {
  const text = "Contract: thank you, we read this.";

  /** Somebody writes, the connector finds it, and this is our reply to it. */
  async function aReply(test: TestContext): Promise<Answer> {
    const id = await offered(test, at(), "addMention")("Contract: please answer.");
    const mention = lastOf((await walk(at(), null)).found, id);
    expect(mention?.canReply).toBe(true);
    return answerTo(at(), mention as NonNullable<typeof mention>, text);
  }

  describe("replying", () => {
    beforeEach((test) => needs(test, at().connector.reply !== undefined, "is answered on its own page only"));

    it("says how a second publication is avoided", () => {
      expect(at().connector.limits.reply?.once).toBeTypeOf("string");
    });

    it("publishes the text, and says so", async (test) => {
      const publishedTexts = offered(test, at(), "publishedTexts");
      const answer = await aReply(test);
      const receipt = await offered(test, at().connector, "reply")(answer, at().tools);
      expect(standsThere).toContain(receipt.state);
      expect(await publishedTexts(answer.mention.externalId)).toEqual([text]);
    });

    describe("once, whatever happens", () => {
      beforeEach((test) => needs(test, at().connector.limits.reply?.once !== "none", "cannot tell a repeat"));

      it("publishes once when asked twice with the same key", async (test) => {
        const publishedTexts = offered(test, at(), "publishedTexts");
        const answer = await aReply(test);
        await offered(test, at().connector, "reply")(answer, at().tools);
        const again = await attemptAgain(at(), answer);
        expect(standsThere).toContain(again.state);
        expect(await publishedTexts(answer.mention.externalId)).toEqual([text]);
      });

      it("publishes once when the answer to the first attempt was lost", async (test) => {
        const publishedTexts = offered(test, at(), "publishedTexts");
        const answer = await aReply(test);
        const onTheWayBack = firstWrite(at(), lostOnTheWayBack);
        const { tools } = await suffering(at(), "write lost on the way back", onTheWayBack);
        const first = await offered(test, at().connector, "reply")(answer, tools);
        const again = await attemptAgain(at(), answer);
        expect(first).toEqual({ state: "unknown" });
        expect(standsThere).toContain(again.state);
        expect(await publishedTexts(answer.mention.externalId)).toEqual([text]);
      });

      it("publishes once when the first attempt never arrived", async (test) => {
        const publishedTexts = offered(test, at(), "publishedTexts");
        const answer = await aReply(test);
        const onTheWay = firstWrite(at(), lostOnTheWay);
        const { tools } = await suffering(at(), "write lost on the way", onTheWay);
        const first = await offered(test, at().connector, "reply")(answer, tools);
        const again = await attemptAgain(at(), answer);
        expect(first).toEqual({ state: "unknown" });
        expect(standsThere).toContain(again.state);
        expect(await publishedTexts(answer.mention.externalId)).toEqual([text]);
      });

      it.for([500, 502, 503, 504])(
        "does not know what became of a first attempt that was answered with %i",
        async (code, test) => {
          needs(test, at().suffer === undefined, "is not asked by HTTP");
          const answer = await aReply(test);
          const { tools } = detoured(at(), firstWrite(at(), answering(status(code))));
          const first = await offered(test, at().connector, "reply")(answer, tools);
          expect(first).toEqual({ state: "unknown" });
        },
      );
    });

    it.for([
      { code: 401, kind: "unauthorized", mishap: "sign-in refused" as const },
      { code: 429, kind: "throttled", mishap: "told to wait" as const },
    ])("says $kind on $code, since then nothing was published", async ({ code, kind, mishap }, test) => {
      const answer = await aReply(test);
      const { tools } = await suffering(at(), mishap, firstWrite(at(), answering(status(code))));
      const reply = offered(test, at().connector, "reply");
      await expect(reply(answer, tools)).rejects.toMatchObject(fault(kind));
    });

    it("tells that nothing of ours stands there yet", async (test) => {
      const receipt = offered(test, at().connector, "receipt");
      const answer = await aReply(test);
      expect(await receipt(answer, at().tools)).toBeNull();
    });

    it("tells that our reply stands there", async (test) => {
      const receipt = offered(test, at().connector, "receipt");
      const answer = await aReply(test);
      await offered(test, at().connector, "reply")(answer, at().tools);
      expect(standsThere).toContain((await receipt(answer, at().tools))?.state);
    });

    it("does not take another's answer for ours", async (test) => {
      const receipt = offered(test, at().connector, "receipt");
      const answerElsewhere = offered(test, at(), "answerElsewhere");
      const answer = await aReply(test);
      await answerElsewhere(answer.mention.externalId, "Contract: a colleague was faster.");
      expect(standsThere).not.toContain((await receipt(answer, at().tools))?.state);
    });

    it("says that it could not look, instead of guessing", async (test) => {
      const receipt = offered(test, at().connector, "receipt");
      const answer = await aReply(test);
      const { tools } = await suffering(at(), "no connection", answering(status(503)));
      await expect(receipt(answer, tools)).rejects.toMatchObject(fault("unavailable"));
    });
  });
}
