import { type Messenger, type Notice, NotTold, type Recipient } from "@otklik/core/alert/notice";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Notices, noticesIn } from "../support/notices.ts";
import type { SlackServer } from "../support/slack-server.ts";

/** A letter as its reader has it. */
interface ReadLetter {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** `slack` is what the webhook leads to; `letters` are those that arrived, or were kept, oldest first. */
export interface OpenedMessenger {
  messenger: Messenger;
  slack: SlackServer;
  letters(): Promise<ReadLetter[]>;
  /** A workspace in which letters may be kept. */
  workspaceId: string;
  close(): Promise<void>;
}

/** The address that links begin with, in what `open` gives. */
export const publicUrl = "https://otklik.example.com";

const tongues = ["ru", "en"] as const;
const kinds = Object.keys(noticesIn("ru")) as (keyof Notices)[];
const soon = () => ({ signal: AbortSignal.timeout(8000) });

/** What every Messenger must do, whatever it tells through. */
export function describeMessenger(name: string, open: () => Promise<OpenedMessenger>): void {
  describe(`${name}: a messenger`, () => {
    let opened: OpenedMessenger;
    beforeAll(async () => {
      opened = await open();
    });
    beforeEach(() => {
      opened.slack.mood = { is: "taking" };
      opened.slack.told.length = 0;
    });
    afterAll(() => opened.close());

    const notice = (language: (typeof tongues)[number], kind: keyof Notices): Notice => {
      const one = noticesIn(language)[kind];
      return { ...one, id: `${one.id}-${language}`, workspaceId: opened.workspaceId };
    };
    const toSlack = (): Recipient => ({ is: "slack", webhook: opened.slack.webhook });
    const toMail = (address: string): Recipient => ({ is: "email", address });
    const lettersTo = async (address: string): Promise<ReadLetter[]> =>
      (await opened.letters()).filter(({ to }) => to === address);
    const outcome = async (told: Promise<void>): Promise<unknown> => told.then(() => "told").catch((e) => e);

    describe.each(tongues)("in %s", (language) => {
      it.each(kinds)("tells Slack of %s, in a message that Slack takes", async (kind) => {
        await opened.messenger.tell(toSlack(), notice(language, kind), soon());
        const [message] = opened.slack.told;
        expect(message?.payload.text).toContain(notice(language, kind).brand);
        expect(JSON.stringify(message?.payload.blocks)).toContain(`<${publicUrl}/alerts|`);
      });

      it.each(kinds)("tells a mailbox of %s, with a link, in words of both parts", async (kind) => {
        const address = `${kind.replace(" ", "-")}-${language}@example.com`;
        await opened.messenger.tell(toMail(address), notice(language, kind), soon());
        const [letter] = await lettersTo(address);
        expect(letter?.subject).toContain(notice(language, kind).brand);
        expect(letter?.text).toContain(`${publicUrl}/alerts`);
        expect(letter?.html).toContain(`href="${publicUrl}/alerts"`);
        expect(letter?.html).not.toMatch(/undefined|NaN|\[object/);
      });

      it("quotes the customer and links to each conversation", async () => {
        const address = `quoted-${language}@example.com`;
        await opened.messenger.tell(toMail(address), notice(language, "negative"), soon());
        await opened.messenger.tell(toSlack(), notice(language, "negative"), soon());
        const [letter] = await lettersTo(address);
        const message = JSON.stringify(opened.slack.told[0]?.payload.blocks);
        const words = {
          ru: "«Пришла вскрытая, половина банки вытекла.»",
          en: "“It came opened, half of the jar had leaked.”",
        };
        for (const told of [letter?.text, letter?.html, message]) {
          expect(told).toContain(words[language]);
          expect(told).toContain(`${publicUrl}/inbox/b1-m1`);
        }
      });
    });

    it("gives a letter that is told again the name it had", async () => {
      const address = "again@example.com";
      await opened.messenger.tell(toMail(address), notice("en", "negative"), soon());
      await opened.messenger.tell(toMail(address), notice("en", "negative"), soon());
      const names = (await lettersTo(address)).map(({ id }) => id);
      expect(new Set(names).size).toBe(1);
    });

    it("gives letters of other notices, and to other people, names of their own", async () => {
      const [one, other] = ["one@example.com", "other@example.com"];
      await opened.messenger.tell(toMail(one), notice("en", "negative"), soon());
      await opened.messenger.tell(toMail(one), notice("en", "urgent"), soon());
      await opened.messenger.tell(toMail(other), notice("en", "urgent"), soon());
      const names = [...(await lettersTo(one)), ...(await lettersTo(other))].map(({ id }) => id);
      expect(new Set(names).size).toBe(3);
    });

    it.each([
      ["later", 429, "rate_limited"],
      ["later", 500, "rollup_error"],
      ["later", 503, ""],
      ["never", 404, "no_service"],
      ["never", 403, "invalid_token"],
      ["never", 403, "action_prohibited"],
      ["never", 410, "channel_is_archived"],
      ["never", 400, "something_new"],
      ["never", 400, "constructor"],
      ["never", 302, ""],
    ] as const)("says %s of a Slack that answers %i %s", async (kind, status, body) => {
      opened.slack.mood = { is: "answering", status, body };
      const failure = await outcome(opened.messenger.tell(toSlack(), notice("en", "urgent"), soon()));
      expect(failure).toBeInstanceOf(NotTold);
      expect(failure).toMatchObject({ kind, said: { ru: /\p{L}+/u, en: /\w+/ } });
    });

    it("asks a Slack once, whatever it answers", async () => {
      const before = opened.slack.asked;
      opened.slack.mood = { is: "answering", status: 500, body: "" };
      await outcome(opened.messenger.tell(toSlack(), notice("en", "urgent"), soon()));
      expect(opened.slack.asked).toBe(before + 1);
    });

    it("says later, and no longer than it was given, of a Slack that says nothing", async () => {
      opened.slack.mood = { is: "silent" };
      const how = { signal: AbortSignal.timeout(150) };
      const failure = await outcome(opened.messenger.tell(toSlack(), notice("en", "urgent"), how));
      expect(failure).toMatchObject({ name: "NotTold", kind: "later" });
    });
  });
}
