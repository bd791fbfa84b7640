import { email } from "@otklik/connectors/email/index";
import { readLetter } from "@otklik/connectors/kit/mail/letter";
import {
  type Answer,
  type FoundMention,
  type Mailbox,
  type Page,
  refTo,
  type Tools,
} from "@otklik/core/connector";
import { resident } from "@otklik/sandbox/email/door";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type MailBench, openMail } from "./bench.ts";

let bench: MailBench;
beforeEach(async () => {
  bench = await openMail({ posts: 0 });
});
afterEach(() => bench.close());

const sentFolder = "Отправленные";
const feedOf = () => ({
  ...{
    sourceId: "source-mail",
    settings: email.settings.parse({}),
    account: bench.account,
    inboxFrom: new Date(0),
  },
});
async function pages(): Promise<Page[]> {
  const read: Page[] = [];
  for (let cursor: string | null = null, more = true; more; ) {
    const page: Page | undefined = await email.pull?.(feedOf(), cursor, bench.tools);
    if (!page) throw new Error("A mailbox can be pulled.");
    read.push(page);
    ({ next: cursor, more } = page);
  }
  return read;
}
async function anAnswer(letter: Record<string, unknown> = {}): Promise<Answer> {
  const id = await bench.receive({ subject: "Холодный кофе", text: "Кофе был холодный.", ...letter });
  const found = (await pages()).flatMap((page) => page.found);
  const mention = found.find(({ externalId }) => externalId === id) as FoundMention;
  return {
    account: bench.account,
    settings: bench.settings,
    mention: refTo(mention),
    text: "Здравствуйте! Исправимся.",
    once: "reply-demo",
  };
}
const reply = (answer: Answer, tools: Tools = bench.tools) => email.reply?.(answer, tools);
const receipt = (answer: Answer) => email.receipt?.(answer, bench.tools);
const sent = () => bench.letters(sentFolder);
/** A mailbox whose session dies at this call, as when the process is killed there. */
const dyingAt = (call: keyof Mailbox, when: "before" | "after"): Tools => ({
  ...bench.tools,
  async mailbox(login) {
    const box = await bench.tools.mailbox(login);
    const works = box[call] as (...args: unknown[]) => Promise<unknown>;
    const dies = async (...args: unknown[]) => {
      if (when === "after") await works(...args);
      throw new Error("killed");
    };
    return { ...box, [call]: dies };
  },
});

describe("a reply by letter", () => {
  it("goes out in the thread, under the mailbox's name, and stands among the sent letters", async () => {
    const answer = await anAnswer();
    const said = await reply(answer);
    const [copy] = await sent();
    const letter = await readLetter(Buffer.from(copy?.raw ?? "", "latin1"));
    expect(letter).toMatchObject({
      from: { address: resident.address, name: resident.name },
      subject: "Re: Холодный кофе",
      inReplyTo: answer.mention.externalId,
      references: [answer.mention.externalId],
      text: expect.stringContaining("Здравствуйте! Исправимся."),
    });
    expect(said).toEqual({ state: "published", externalId: letter.messageId });
    expect(copy?.flags).toEqual(["\\Seen"]);
  });

  it("goes where the letter asks for answers, and keeps one Re:", async () => {
    const answer = await anAnswer({ subject: "Re: Кофе", headers: ["Reply-To: other@pochta.example"] });
    await reply(answer);
    const [copy] = await sent();
    const letter = await readLetter(Buffer.from(copy?.raw ?? "", "latin1"));
    expect([letter.to[0]?.address, letter.subject]).toEqual(["other@pochta.example", "Re: Кофе"]);
  });

  it("has one id for each attempt, and another for another reply", async () => {
    const answer = await anAnswer();
    await reply(answer);
    const other = { ...answer, once: "another-reply" };
    const ids = [await reply(answer), await reply(answer), await reply(other)].map(
      (one) => one?.state === "published" && one.externalId,
    );
    expect(new Set(ids.slice(0, 2)).size).toBe(1);
    expect(ids[2]).not.toBe(ids[0]);
    expect(await bench.publishedTexts(answer.mention.externalId)).toHaveLength(2);
  });

  it("leaves the copy to a server that keeps one by itself", async () => {
    await bench.control({ savesSent: 1 });
    await reply(await anAnswer());
    expect((await sent()).map(({ flags }) => flags)).toEqual([["\\Seen"]]);
  });

  it("comes back to its author when the server turns it away for good, and leaves no copy", async () => {
    await bench.control({ refuse: 1 });
    const answer = await anAnswer();
    expect(await reply(answer)).toMatchObject({
      state: "rejected",
      why: { en: expect.stringContaining("refused as spam") },
    });
    expect(await sent()).toEqual([]);
    expect(await receipt(answer)).toBeNull();
  });

  it("waits when the server asks for it, and leaves no copy", async () => {
    await bench.control({ throttle: 1 });
    const answer = await anAnswer();
    await expect(reply(answer)).rejects.toMatchObject({ kind: "throttled" });
    expect(await sent()).toEqual([]);
  });

  it("is not tried where the mailbox has no address to answer", async () => {
    const answer = await anAnswer();
    const nowhere = { ...answer, mention: { ...answer.mention, contact: {} } };
    expect(await reply(nowhere)).toMatchObject({ state: "rejected" });
  });
});

describe("a reply whose sender was killed", () => {
  it("before it was begun: nothing stands there, and it may be sent", async () => {
    const answer = await anAnswer();
    await expect(reply(answer, dyingAt("append", "before"))).rejects.toThrow("killed");
    expect(await receipt(answer)).toBeNull();
  });

  it.each(["before", "after"] as const)(
    "%s the server took it: nobody knows, and nothing is sent again",
    async (when) => {
      const answer = await anAnswer();
      await expect(reply(answer, dyingAt("send", when))).rejects.toThrow("killed");
      expect((await sent()).map(({ flags }) => flags)).toEqual([["\\Seen", "\\Flagged"]]);
      expect(await receipt(answer)).toEqual({ state: "unknown" });
      expect(await reply(answer)).toEqual({ state: "unknown" });
      expect(await bench.publishedTexts(answer.mention.externalId)).toHaveLength(when === "after" ? 1 : 0);
    },
  );

  it("after the server took it and kept a copy: it is known to be out", async () => {
    await bench.control({ savesSent: 1 });
    const answer = await anAnswer();
    await expect(reply(answer, dyingAt("send", "after"))).rejects.toThrow("killed");
    expect((await receipt(answer))?.state).toBe("published");
  });

  it("once its copy was made to say so: it is known to be out", async () => {
    const answer = await anAnswer();
    await expect(reply(answer, dyingAt("unflag", "after"))).rejects.toThrow("killed");
    expect((await receipt(answer))?.state).toBe("published");
  });
});

describe("a reply that comes back", () => {
  it("is told as bounced, with its thread and why, and is no letter of a customer's", async () => {
    await bench.control({ bounce: 1 });
    const answer = await anAnswer();
    const said = await reply(answer);
    const read = await pages();
    expect(read.flatMap(({ receipts = [] }) => receipts)).toEqual([
      {
        threadId: answer.mention.externalId,
        reply: said?.state === "published" && said.externalId,
        receipt: {
          state: "bounced",
          why: { ru: expect.stringContaining("не доставлено"), en: expect.stringContaining("550 5.1.1") },
        },
      },
    ]);
    expect(new Set(read.flatMap(({ found }) => found.map(({ externalId }) => externalId)))).toEqual(
      new Set([answer.mention.externalId]),
    );
  });

  it("is not told when the letter that came back was none of ours", async () => {
    const raw =
      "Content-Type: multipart/report; report-type=delivery-status\r\n\r\nMessage-ID: <x@pochta.example>";
    await bench.post("/__letters", [{ raw }]);
    expect((await pages()).flatMap(({ receipts = [] }) => receipts)).toEqual([]);
  });

  it("is not told while delivery only takes longer", async () => {
    const answer = await anAnswer();
    const said = await reply(answer);
    const id = said?.state === "published" ? said.externalId : "";
    const raw = [
      ...['Content-Type: multipart/report; report-type=delivery-status; boundary="m"', "", "--m"],
      ...["Content-Type: message/delivery-status", "", "Action: delayed", "Status: 4.4.1", "", "--m"],
      ...[
        "Content-Type: text/rfc822-headers",
        "",
        `Message-ID: <${id}>`,
        "In-Reply-To: <a@b.example>",
        "--m--",
      ],
    ].join("\r\n");
    await bench.post("/__letters", [{ raw }]);
    expect((await pages()).flatMap(({ receipts = [] }) => receipts)).toEqual([]);
  });
});

describe("connecting a mailbox", () => {
  it("tries both servers", async () => {
    const { smtp: _, ...readOnly } = bench.account.credentials;
    const whole = await email.check?.(bench.account, email.settings.parse({}), bench.tools);
    expect(whole).toMatchObject({ name: resident.address, warnings: [] });
    const half = await email.check?.(
      { id: "x", credentials: readOnly },
      email.settings.parse({}),
      bench.tools,
    );
    expect(half?.warnings).toEqual([expect.objectContaining({ en: expect.stringContaining("SMTP") })]);
  });

  it("says what is wrong with the password, and tells no secret", async () => {
    const wrong = {
      ...bench.account,
      credentials: { ...bench.account.credentials, password: "hunter2-demo" },
    };
    const told = await email
      .check?.(wrong, email.settings.parse({}), bench.tools)
      .catch((error: unknown) => error);
    expect(told).toMatchObject({
      kind: "unauthorized",
      message: expect.stringContaining("application password"),
    });
    expect(JSON.stringify(told)).not.toContain("hunter2-demo");
    expect((told as Error).cause).toBeUndefined();
  });

  it("takes an access token in the place of a password", async () => {
    const { password: _, ...rest } = bench.account.credentials;
    const token = { id: "x", credentials: { ...rest, accessToken: resident.accessToken } };
    const standing = await email.check?.(token, email.settings.parse({}), bench.tools);
    expect(standing?.kind?.en).toBe("signed in by OAuth");
  });

  it("says that there is no such folder", async () => {
    const check = email.check?.(bench.account, email.settings.parse({ folder: "Нет такой" }), bench.tools);
    await expect(check).rejects.toMatchObject({ kind: "gone" });
  });
});
