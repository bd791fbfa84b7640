import type { Secret } from "@otklik/core/ports";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** `stranger` has another key. */
export interface OpenedSecret {
  secret: Secret;
  stranger: Secret;
  close: () => Promise<void>;
}

/** What every implementation of the Secret port must do. */
export function describeSecret(name: string, open: () => Promise<OpenedSecret>): void {
  describe(`${name}: secrets`, () => {
    let opened: OpenedSecret;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    it("opens what it sealed, whatever the text and the context", async () => {
      const text = fc.string({ unit: "grapheme" });
      await fc.assert(
        fc.asyncProperty(text, text, async (plain, context) => {
          const { secret } = opened;
          expect(await secret.open(await secret.seal(plain, context), context)).toBe(plain);
        }),
        { numRuns: 50 },
      );
    });

    it("opens nothing in another context", async () => {
      const sealed = await opened.secret.seal("token", "account-1");
      await expect(opened.secret.open(sealed, "account-2")).rejects.toThrow();
    });

    it("opens nothing that was sealed with another key", async () => {
      const sealed = await opened.stranger.seal("token", "account-1");
      await expect(opened.secret.open(sealed, "account-1")).rejects.toThrow();
    });

    it("opens nothing of which a letter was changed, added or lost", async () => {
      const sealed = await opened.secret.seal("a token of some length", "account-1");
      const changed = fc
        .nat({ max: sealed.length - 1 })
        .chain((at) =>
          fc.constantFrom(
            `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`,
            `${sealed.slice(0, at)}${sealed.slice(at + 1)}`,
            `${sealed}A`,
          ),
        );
      await fc.assert(
        fc.asyncProperty(changed, async (text) => {
          await expect(opened.secret.open(text, "account-1")).rejects.toThrow();
        }),
      );
    });

    it.each(["", "v1.", "v1.AAAA", "plain text"])("opens nothing like %j", async (text) => {
      await expect(opened.secret.open(text, "account-1")).rejects.toThrow();
    });

    it("seals a text differently each time and shows nothing of it", async () => {
      const seals = await Promise.all(
        ["one", "two"].map(() => opened.secret.seal("visible-token", "account-1")),
      );
      expect(seals[0]).not.toBe(seals[1]);
      expect(seals.map((sealed) => Buffer.from(sealed, "base64url").toString("latin1")).join()).not.toContain(
        "visible",
      );
    });
  });
}
