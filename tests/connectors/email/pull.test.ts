import { email } from "@otklik/connectors/email/index";
import type { FoundMention, Page } from "@otklik/core/connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type MailBench, openMail } from "./bench.ts";

let bench: MailBench;
beforeEach(async () => {
  bench = await openMail({ posts: 0 });
});
afterEach(() => bench.close());

async function read(
  from: string | null,
  settings = {},
): Promise<{ found: FoundMention[]; pages: Page[]; next: string }> {
  const feed = {
    sourceId: "source-mail",
    settings: email.settings.parse(settings),
    account: bench.account,
    inboxFrom: new Date(0),
  };
  const pages: Page[] = [];
  let cursor = from;
  for (let more = true; more && pages.length < 100; ) {
    const page = await email.pull?.(feed, cursor, bench.tools);
    if (!page) throw new Error("A mailbox can be pulled.");
    pages.push(page);
    ({ next: cursor, more } = page);
  }
  return { found: pages.flatMap(({ found }) => found), pages, next: cursor ?? "" };
}
const textsOf = (found: readonly FoundMention[]) => found.map(({ text }) => text);
const guest = { name: "Гость", address: "gost@pochta.example" };

describe("a mailbox", () => {
  it("becomes mentions: who wrote, about what, and where an answer goes", async () => {
    const id = await bench.receive({
      ...{ from: guest, subject: "Холодный кофе", text: "Кофе был холодный." },
      headers: ["Reply-To: gost.work@pochta.example"],
    });
    const { found } = await read(null);
    expect(found).toEqual([
      {
        externalId: id,
        url: `mid:${encodeURIComponent(id)}`,
        kind: "message",
        author: { id: "gost@pochta.example", name: "Гость" },
        title: "Холодный кофе",
        text: "Кофе был холодный.",
        contact: { email: "gost.work@pochta.example" },
        postedAt: bench.clock.now,
        canReply: true,
      },
    ]);
  });

  it("shows no answers of programs, no newsletters and no cabinets' notices", async () => {
    const kinds = ["Auto-Submitted: auto-replied", "List-Unsubscribe: <mailto:stop@pochta.example>"];
    for (const header of kinds) await bench.receive({ text: "не обращение", headers: [header] });
    const cabinet = { name: "Яндекс Бизнес", address: "noreply@business.yandex.ru" };
    await bench.receive({ from: cabinet, text: "не обращение" });
    await bench.receive({ text: "обращение" });
    expect(textsOf((await read(null)).found)).toEqual(["обращение"]);
  });

  it("shows a form's letters as theirs who filled it in, and takes no answer to an address that nobody reads", async () => {
    const form = { name: "Сайт", address: "noreply@sayt.example" };
    const headers = ["Auto-Submitted: auto-generated"];
    await bench.receive({ from: form, text: "Имя: Анна", headers });
    await bench.receive({
      from: form,
      text: "Имя: Анна",
      headers: [...headers, "Reply-To: Anna <anna@pochta.example>"],
    });
    expect((await read(null)).found).toMatchObject([
      { tags: ["automatic"], canReply: false },
      { tags: ["automatic"], canReply: true, author: { id: "anna@pochta.example", name: "Anna" } },
    ]);
  });

  it("is read once: the next round brings only what came since", async () => {
    await bench.receive({ text: "раньше" });
    const { next } = await read(null);
    await bench.receive({ text: "потом" });
    expect(textsOf((await read(next)).found)).toEqual(["потом"]);
  });

  it("is read on under the same ids when the server has numbered it anew", async () => {
    const ids = [await bench.receive({ text: "раньше" })];
    const { next } = await read(null);
    await bench.post("/__renumber", { folder: "INBOX" });
    ids.push(await bench.receive({ text: "потом" }));
    const { found } = await read(next);
    expect(found.map(({ externalId }) => externalId)).toEqual(ids);
  });

  it("is read from its beginning when another folder is chosen", async () => {
    const { next } = await read(null);
    await bench.post("/__letters", [{ raw: "Subject: x\r\n\r\nиз спама", folder: "Спам" }]);
    expect(textsOf((await read(next, { folder: "Спам" })).found)).toHaveLength(1);
  });

  it("names a letter without an id by its place", async () => {
    await bench.receive({ id: null, text: "Без номера" });
    const [mention] = (await read(null)).found;
    expect(mention?.externalId).toMatch(/^INBOX\.\d+\.1$/);
    expect(mention?.threadId).toBeUndefined();
  });

  it("leaves no letter out over many pages", async () => {
    const letters = Array.from({ length: 45 }, (_, n) => ({ text: `Письмо ${n}` }));
    await bench.post("/__letters", letters);
    const { found, pages } = await read(null);
    expect(new Set(textsOf(found))).toEqual(new Set(letters.map(({ text }) => text)));
    expect(pages[0]?.progress).toEqual({ done: 20, of: 45 });
  });

  it("tells of what is no letter, and reads the others", async () => {
    const nested = `Content-Type: multipart/mixed; boundary="0"\r\n\r\n${Array.from(
      { length: 400 },
      (_, n) => `--${n}\r\nContent-Type: multipart/mixed; boundary="${n + 1}"\r\n\r\n`,
    ).join("")}`;
    await bench.post("/__letters", [{ raw: nested }]);
    await bench.receive({ text: "Целое письмо" });
    const { found, pages } = await read(null);
    expect(textsOf(found)).toEqual(["Целое письмо"]);
    expect(pages.flatMap(({ unreadable }) => unreadable)).toEqual([
      expect.objectContaining({ where: { ru: "INBOX, письмо 1", en: "INBOX, letter 1" } }),
    ]);
  });

  it.each(["", "page 7", "{}", '{"version":2}', "null"])(
    "begins at the beginning with the cursor %j, which is none of ours",
    async (cursor) => {
      await bench.receive({ text: "Демо" });
      expect(textsOf((await read(cursor)).found)).toEqual(["Демо"]);
    },
  );
});

describe("a thread", () => {
  it("is one conversation by its references", async () => {
    const first = await bench.receive({ from: guest, text: "Первое" });
    const second = await bench.receive({ from: guest, text: "Второе", answers: first });
    const { found } = await read(null);
    expect(found.map(({ externalId, threadId, parentId }) => ({ externalId, threadId, parentId }))).toEqual([
      { externalId: first, threadId: undefined, parentId: undefined },
      { externalId: second, threadId: first, parentId: first },
    ]);
  });

  it("is followed through the letters we sent, where a program left the references out", async () => {
    const first = await bench.receive({ from: guest, text: "Первое" });
    const { answerId } = (await (await bench.post("/__answer", { id: first, text: "Ответ" })).json()) as {
      answerId: string;
    };
    await bench.receive({ from: guest, text: "Второе", headers: [`In-Reply-To: <${answerId}>`] });
    const { found } = await read(null);
    expect(found.find(({ text }) => text === "Второе")?.threadId).toBe(first);
  });

  it("is found by the subject of the same person where there is nothing else, and by no other's", async () => {
    const first = await bench.receive({ from: guest, subject: "Кофе", text: "Первое" });
    bench.clock.now = new Date(bench.clock.now.getTime() + 3_600_000);
    await bench.receive({ from: guest, subject: "Re: Кофе", text: "Второе" });
    await bench.receive({ subject: "Re: Кофе", text: "Чужое" });
    await bench.receive({ from: guest, subject: "Кофе", text: "Новое" });
    const threads = (await read(null)).found.map(({ text, threadId }) => [text, threadId]);
    expect(threads).toEqual([
      ["Первое", undefined],
      ["Второе", first],
      ["Чужое", undefined],
      ["Новое", undefined],
    ]);
  });
});

describe("an attachment", () => {
  it("is a file of the mention, brought when somebody looks at it, and so is the whole letter", async () => {
    const raw = [
      ...["From: gost@pochta.example", "Message-ID: <photo@pochta.example>", "Subject: Foto"],
      ...[
        'Content-Type: multipart/mixed; boundary="m"',
        "",
        "--m",
        "Content-Type: text/plain; charset=utf-8",
        "",
      ],
      ...[Buffer.from("Смотрите\r\n-- \r\nАнна, тел. 000").toString("latin1"), "--m"],
      ...["Content-Type: image/jpeg", 'Content-Disposition: attachment; filename="chek.jpg"'],
      ...["Content-Transfer-Encoding: base64", "", Buffer.from("picture").toString("base64"), "--m--"],
    ].join("\r\n");
    await bench.post("/__letters", [{ raw }]);
    const [mention] = (await read(null)).found;
    expect(mention?.text).toBe("Смотрите");
    const [photo, whole] = mention?.media ?? [];
    const brought = await email.media?.(photo as NonNullable<typeof photo>, bench.account, bench.tools);
    expect([photo?.kind, brought?.headers.get("content-type"), await brought?.text()]).toEqual([
      ...["image", "image/jpeg", "picture"],
    ]);
    const all = await email.media?.(whole as NonNullable<typeof whole>, bench.account, bench.tools);
    expect(await all?.text()).toBe("Смотрите\n--\nАнна, тел. 000");
  });

  it("is gone with its letter", async () => {
    const gone = { kind: "file" as const, url: "imap:INBOX/1/99/0/x" };
    await expect(email.media?.(gone, bench.account, bench.tools)).rejects.toMatchObject({ kind: "gone" });
  });
});

describe("what we sent", () => {
  it("is the answer to the letter it answers, whoever sent it, and no mention of its own", async () => {
    const id = await bench.receive({ text: "Вопрос" });
    await bench.answerElsewhere(id, "Ответ коллеги");
    const { found } = await read(null);
    expect(found.map(({ externalId, ownerReply }) => [externalId, ownerReply?.text])).toEqual([
      [id, undefined],
      [id, "Ответ коллеги"],
    ]);
  });
});

describe("the past", () => {
  it("is read in a range of its own, with its answers, and tells how far it is", async () => {
    const days = [40, 20, 10, 1].map((ago) => new Date(bench.clock.now.getTime() - ago * 86_400_000));
    for (const at of days) await bench.receive({ at, text: at.toISOString() });
    const feed = {
      sourceId: "source-mail",
      settings: email.settings.parse({}),
      account: bench.account,
      inboxFrom: bench.clock.now,
    };
    const range = { since: days[1] as Date, until: days[3] as Date };
    const first = await email.backfill?.(feed, range, null, bench.tools);
    expect(textsOf(first?.found ?? [])).toEqual([days[1]?.toISOString(), days[2]?.toISOString()]);
    expect(first).toMatchObject({ more: true, progress: { done: 2, of: 2 } });
    const last = await email.backfill?.(feed, range, first?.next ?? null, bench.tools);
    expect(last?.more).toBe(false);
  });
});

describe("the folders of a mailbox", () => {
  it("are offered, but for those that hold no customers' letters", async () => {
    const found = await email.discover?.(bench.account, bench.tools);
    expect(found?.map(({ detail, is }) => [detail, is])).toEqual([["INBOX", "mailbox"]]);
  });
});
