// A week in a network's life, through the product's own rooms and against the network's simulator: each test is a day
// and goes on where the one before it ended. What a network cannot do is skipped and named.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ConnectorBench } from "./connector-bench.ts";
import { needs, offered } from "./connector-bench.ts";
import { beginWeek, type Week } from "./week.ts";

/** Lets a connector live through a week; `open` makes a bench with a clock and a small world. */
export function describeWeek<Settings>(title: string, open: () => Promise<ConnectorBench<Settings>>): void {
  describe(`${title} through a simulated week`, () => {
    let week: Week;
    beforeAll(async () => {
      week = await beginWeek(await open());
    });
    afterAll(() => week.close());

    it("Monday: is connected, after a test call that says whose the sign-in is", async (test) => {
      const check = offered(test, week.bench.connector, "check");
      const account = offered(test, week.bench, "account");
      expect((await check(account, week.bench.settings, week.bench.tools)).name).not.toBe("");
    });

    it("Monday: offers the place that was chosen among those of the sign-in", async (test) => {
      const { connector, settings, tools } = week.bench;
      const discover = offered(test, connector, "discover");
      const place = offered(test, connector, "place");
      const found = await discover(offered(test, week.bench, "account"), tools);
      expect(found.map((one) => place(connector.settings.parse(one.settings)))).toContain(place(settings));
    });

    it("Monday: brings what was said before, of which only the unanswered of 30 days enters the inbox", async () => {
      await week.pull();
      const kept = await week.conversations();
      // A thread whose beginning was answered may be open for what joined it later.
      const open = kept.filter(
        ({ status, latestId, mention }) => status.is === "open" && latestId === mention?.id,
      );
      expect(kept.length).toBeGreaterThan(1);
      for (const { mention } of open) {
        expect(mention?.ownerReply?.state ?? "rejected").toBe("rejected");
        expect(mention?.postedAt.getTime()).toBeGreaterThanOrEqual(week.inboxFrom.getTime());
      }
    });

    it("Tuesday: brings what somebody writes into the inbox", async (test) => {
      const id = await offered(test, week.bench, "addMention")("Неделя: здравствуйте, это новое обращение.");
      await week.live(24);
      expect((await week.conversationOf(id)).status).toEqual({ is: "open" });
      expect(await week.shownWords(id)).toContain("это новое обращение");
    });

    it("Tuesday: shows the new words when they are changed", async (test) => {
      const editMention = offered(test, week.bench, "editMention");
      const id = await week.written(test, "Неделя: первые слова.");
      await editMention(id, "Неделя: другие слова.");
      await week.live(24);
      expect((await week.mentionOf(id)).text).toContain("другие слова");
    });

    it("Wednesday: closes what was taken away", async (test) => {
      const removeMention = offered(test, week.bench, "removeMention");
      const id = await week.written(test, "Неделя: это обращение исчезнет.");
      await removeMention(id);
      await week.live(24);
      expect((await week.conversationOf(id)).status).toEqual({ is: "gone" });
    });

    it("Wednesday: publishes a reply once, and the conversation is answered", async (test) => {
      needs(test, week.bench.connector.reply !== undefined, "is answered on its own page only");
      const publishedTexts = offered(test, week.bench, "publishedTexts");
      const id = await week.written(test, "Неделя: ответьте, пожалуйста.");
      await week.answer(id, "Неделя: спасибо, мы прочитали.");
      expect((await week.replyTo(id)).state.is).toBe("published");
      await week.live(12);
      expect(await publishedTexts(id)).toEqual(["Неделя: спасибо, мы прочитали."]);
      expect((await week.conversationOf(id)).status.is).toBe("answered");
    });

    it("Thursday: hands a reply back when the network's moderation turns it down", async (test) => {
      const rejectReplies = offered(test, week.bench, "rejectReplies");
      const id = await week.written(test, "Неделя: на это ответ не пропустят.");
      await rejectReplies(true);
      await week.answer(id, "Неделя: этот ответ не пройдёт проверку.");
      const { returned, status } = await week.conversationOf(id);
      expect((await week.replyTo(id)).state.is).toBe("returned");
      expect({ returned, status }).toMatchObject({ returned: expect.anything(), status: { is: "open" } });
      await rejectReplies(false);
    });

    it("Thursday: closes what was answered on the network's own page", async (test) => {
      const answerElsewhere = offered(test, week.bench, "answerElsewhere");
      const id = await week.written(test, "Неделя: на это ответят в кабинете.");
      await answerElsewhere(id, "Неделя: ответ из кабинета.");
      await week.live(24);
      expect((await week.conversationOf(id)).status).toEqual({ is: "closed", reason: "answered-elsewhere" });
    });

    it("Friday: pauses when the sign-in ends, and after a new one brings what was said meanwhile", async (test) => {
      const expireSignIn = offered(test, week.bench, "expireSignIn");
      const addMention = offered(test, week.bench, "addMention");
      await expireSignIn(true);
      await week.live(6);
      expect((await week.source()).state).toMatchObject({ is: "paused", by: "otklik" });
      const id = await addMention("Неделя: написано, пока доступа не было.");
      await week.live(6);
      await expireSignIn(false);
      await week.resume();
      await week.live(6);
      expect((await week.conversationOf(id)).status).toEqual({ is: "open" });
    });

    it("Saturday: waits out an outage, and catches up", async (test) => {
      const breakDown = offered(test, week.bench, "breakDown");
      const addMention = offered(test, week.bench, "addMention");
      await breakDown(true);
      const id = await addMention("Неделя: написано, пока площадка лежала.");
      await week.live(12);
      expect((await week.source()).state).toEqual({ is: "active" });
      expect((await week.health()).fault?.kind).toBe("unavailable");
      await breakDown(false);
      await week.live(12);
      expect((await week.health()).fault).toBeUndefined();
      expect((await week.conversationOf(id)).status).toEqual({ is: "open" });
    });

    it("Sunday: has lost nothing, given nothing up, and told no secret to the log", async () => {
      expect(await week.missing()).toEqual([]);
      expect(await week.givenUp()).toEqual([]);
      for (const secret of week.secrets) expect(week.log()).not.toContain(secret);
    });
  });
}
