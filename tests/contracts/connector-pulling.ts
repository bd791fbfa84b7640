// Reading: nothing is lost, nothing is misread, and a cursor means the same each time.
import { bothTongues } from "@otklik/core/said";
import { beforeEach, describe, expect, it } from "vitest";
import {
  type At,
  detoured,
  idsOf,
  lastOf,
  needs,
  offered,
  onePage,
  rewritingFirst,
  walk,
} from "./connector-bench.ts";

export function describePull<Settings>(at: At<Settings>): void {
  describe("pulling", () => {
    beforeEach((test) => needs(test, at().connector.pull !== undefined, "is not pulled"));

    it("starts from the beginning when there is no cursor, each time", async () => {
      const once = await walk(at(), null);
      const again = await walk(at(), null);
      expect(once.found).not.toEqual([]);
      expect(idsOf(again.found)).toEqual(idsOf(once.found));
    });

    it("finds what somebody has written", async (test) => {
      const id = await offered(test, at(), "addMention")("Contract: somebody wrote this.");
      const mention = lastOf((await walk(at(), null)).found, id);
      expect(mention?.text).toContain("Contract: somebody wrote this.");
    });

    it("gives cursors that survive being stored as JSON", async () => {
      const { pages } = await walk(at(), null);
      for (const { page } of pages) {
        expect(page.next).toBeTypeOf("string");
        expect(JSON.parse(JSON.stringify(page.next))).toBe(page.next);
      }
    });

    it("gives the same again when asked again with the same cursor", async () => {
      const { pages } = await walk(at(), null);
      for (const { from, page } of pages) {
        const again = await onePage(at(), from);
        expect(again.found).toEqual(page.found);
        expect(again.list).toBe(page.list);
        expect(again.next).toBe(page.next);
      }
    });

    it("loses nothing that is written between two pages, once it has caught up again", async (test) => {
      const addMention = offered(test, at(), "addMention");
      const written: string[] = [];
      const first = await walk(at(), null, async (page) => {
        if (page <= 3) written.push(await addMention(`Contract: written after page ${page}.`));
      });
      written.push(await addMention("Contract: written after the last page."));
      const later = await walk(at(), first.next);
      expect(written.length).toBeGreaterThan(1);
      expect(idsOf([...first.found, ...later.found])).toEqual(expect.arrayContaining(written));
    });

    it("loses nothing when the room crashes after each page and reads it again", async (test) => {
      const id = await offered(test, at(), "addMention")("Contract: written before the crashes.");
      const straight = await walk(at(), null);
      const stumbling = await walk(at(), null, async (page) => {
        await onePage(at(), straight.pages[page - 1]?.from ?? null);
      });
      expect(idsOf(stumbling.found)).toEqual(idsOf(straight.found));
      expect(idsOf(straight.found)).toContain(id);
    });

    it("brings an edit under the old id", async (test) => {
      const addMention = offered(test, at(), "addMention");
      const editMention = offered(test, at(), "editMention");
      const id = await addMention("Contract: first words.");
      const { next } = await walk(at(), null);
      await editMention(id, "Contract: other words.");
      const mention = lastOf((await walk(at(), next)).found, id);
      expect(mention?.text).toContain("Contract: other words.");
    });

    it("brings an answer that was given on the network's own page", async (test) => {
      const addMention = offered(test, at(), "addMention");
      const answerElsewhere = offered(test, at(), "answerElsewhere");
      const id = await addMention("Contract: answered elsewhere.");
      const { next } = await walk(at(), null);
      await answerElsewhere(id, "Contract: an answer from elsewhere.");
      const mention = lastOf((await walk(at(), next)).found, id);
      expect(mention?.ownerReply?.text).toContain("Contract: an answer from elsewhere.");
    });

    it("keeps the other entries of a page when one cannot be read, and tells which and why", async (test) => {
      const breakOneEntry = offered(test, at(), "breakOneEntry");
      const whole = await onePage(at(), null);
      const spoilt = await onePage(detoured(at(), rewritingFirst(breakOneEntry)), null);
      expect(whole.found.length).toBeGreaterThan(1);
      expect(spoilt.found).toHaveLength(whole.found.length - 1);
      expect(idsOf(whole.found)).toEqual(expect.arrayContaining(idsOf(spoilt.found)));
      expect(spoilt.unreadable.map((entry) => ({ ...entry, why: bothTongues(entry.why) }))).toEqual([
        expect.objectContaining({
          why: { ru: expect.stringMatching(/./), en: expect.stringMatching(/./) },
          excerpt: expect.stringMatching(/^.{1,2000}$/s),
        }),
      ]);
    });

    it("keeps what signs in out of all that is stored, addresses of files included", async () => {
      const { account, connector } = at();
      const fields = connector.account.is === "none" ? [] : connector.account.fields;
      const names = [...fields.filter(({ secret }) => secret).map(({ name }) => name), "accessToken"];
      const secrets = names
        .map((name) => account?.credentials[name] ?? "")
        .filter(({ length }) => length > 7);
      const { pages } = await walk(at(), null);
      const stored = JSON.stringify(pages);
      expect(secrets.filter((secret) => stored.includes(secret))).toEqual([]);
    });

    it("carries an id past 2^53 whole", async (test) => {
      const digits = "9007199254740993";
      const writeBigId = offered(test, at(), "writeBigId");
      const page = await onePage(
        detoured(
          at(),
          rewritingFirst((body) => writeBigId(body, digits)),
        ),
        null,
      );
      // Alone, or as a part of an id that several numbers make.
      expect(idsOf(page.found).join(" ")).toContain(digits);
    });
  });
}
