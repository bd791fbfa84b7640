import type { Notice } from "@otklik/core/alert/notice";
import type { Letter, Post } from "@otklik/notify/mail/letter";
import { mimeOf } from "@otklik/notify/mail/mime";
import { postBySmtp } from "@otklik/notify/mail/smtp";
import { messenger } from "@otklik/notify/messenger";
import * as cheerio from "cheerio";
import fc from "fast-check";
import PostalMime, { type Email } from "postal-mime";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hostile, hostileNotice } from "../support/hostile.ts";
import { noticesIn } from "../support/notices.ts";
import { type MailServer, mailServer, type Posted } from "../support/smtp-server.ts";

let mail: MailServer;
beforeAll(async () => {
  mail = await mailServer();
});
afterEach(() => {
  mail.posted.length = 0;
});
afterAll(() => mail.close());

const from = "Отклик <alerts@example.com>";
const tell = (notice: Notice, post: Post, publicUrl: string | null): Promise<void> =>
  messenger({
    http: () => Promise.reject(new Error("nothing is fetched here")),
    now: () => new Date(),
    publicUrl,
    ownAddress: async () => null,
    networks: [{ network: "wildberries", title: "Wildberries" }],
    post,
    sendsMail: true,
  }).tell({ is: "email", address: "anna@example.com" }, notice, { signal: AbortSignal.timeout(8000) });

/** As it arrives through a mail server. */
async function posted(notice: Notice, publicUrl: string | null = "https://otklik.example.com") {
  await tell(notice, postBySmtp({ url: mail.url, from }), publicUrl);
  return mail.posted.at(-1) as Posted;
}
/** As it is encoded, without the way. */
async function encoded(notice: Notice): Promise<Email> {
  const letters: Letter[] = [];
  await tell(notice, async (letter) => void letters.push(letter), null);
  return PostalMime.parse(await mimeOf(letters[0] as Letter, from));
}
const header = (letter: Email, name: string) => letter.headers.find(({ key }) => key === name)?.value;
const negative = (language: "ru" | "en") => noticesIn(language).negative;

describe("a letter, as another program reads it", () => {
  it("has its subject, sender and reader in Cyrillic and in Latin", async () => {
    const letter = await posted(negative("ru"));
    expect(letter.subject).toBe("Тихий берег: 22\u00a0негативных обращения");
    expect(letter.from).toMatchObject({ name: "Отклик", address: "alerts@example.com" });
    expect(letter.to).toEqual([{ name: "", address: "anna@example.com" }]);
    expect(letter.for).toEqual(["anna@example.com"]);
  });

  it("has the date of its notice and a name made of its notice", async () => {
    const [first, again] = [await posted(negative("en")), await posted(negative("en"))];
    expect(new Date(first.date ?? 0)).toEqual(negative("en").at);
    expect(first.messageId).toMatch(/^<[0-9a-z]{20}@example\.com>$/);
    expect(again.messageId).toBe(first.messageId);
  });

  it("says that a machine wrote it, in which language, and where to change what comes", async () => {
    const letter = await posted(negative("en"));
    expect(header(letter, "auto-submitted")).toBe("auto-generated");
    expect(header(letter, "content-language")).toBe("en");
    expect(header(letter, "list-unsubscribe")).toBe("<https://otklik.example.com/alerts>");
  });

  it("has no link and no way to unsubscribe where the address of the installation is not known", async () => {
    const letter = await posted(negative("en"), null);
    expect(header(letter, "list-unsubscribe")).toBeUndefined();
    expect(letter.html).not.toMatch(/href|null/);
    expect(letter.text).not.toMatch(/https?:|null/);
  });

  it.each(["ru", "en"] as const)("says the same in both of its parts, in %s", async (language) => {
    const letter = await posted(negative(language));
    const page = cheerio.load(letter.html ?? "");
    page("head").remove();
    const words = (text: string) => text.replace(/https?:\S+/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];
    expect(words(letter.text ?? "").join(" ")).toBe(words(spaced(page)).join(" "));
  });

  it("fetches nothing, runs nothing and knows the dark", async () => {
    const { html = "" } = await posted(noticesIn("ru").digest);
    expect(html).not.toMatch(/<(img|script|link|iframe|table|form)|url\(|@import|src=/i);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain("@media(prefers-color-scheme:dark)");
  });

  it("keeps every line short enough for any mail server", async () => {
    const { raw } = await posted(hostileNotice(hostile["be endless in one emoji"]));
    expect(Math.max(...raw.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(998);
  });
});

/** The page's text with a space wherever a block or a cell ends. */
function spaced(page: cheerio.CheerioAPI): string {
  page("p, div, h1, br, span, a").after(" ");
  return page("body").text();
}

describe("hostile words in a letter", () => {
  const cases = Object.entries(hostile).flatMap(([tries, text]) =>
    (["negative", "failing"] as const).map((kind) => [tries, kind, text] as const),
  );

  it.each(cases)("stay words: %s, in a notice of kind %s", async (_, kind, text) => {
    const letter = await posted(hostileNotice(text, kind));
    const names = letter.headers.map(({ key }) => key);
    expect(names).not.toContain("bcc");
    expect(names).not.toContain("x-evil");
    expect(letter.for).toEqual(["anna@example.com"]);
    const page = cheerio.load(letter.html ?? "");
    expect(page("script, img, iframe, h1 ~ h1, body style").length).toBe(0);
    const addresses = page("a")
      .map((_, link) => page(link).attr("href"))
      .get();
    expect(addresses.every((address) => address.startsWith("https://otklik.example.com/"))).toBe(true);
    expect(`${letter.subject}${letter.text}${letter.html}`).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(letter.subject?.length).toBeLessThan(150);
  });

  it("stay words, whatever letters they are of", async () => {
    const harmless = await encoded(hostileNotice("слово"));
    const names = ({ headers }: Email): string[] => headers.map(({ key }) => key);
    const tags = ({ html = "" }: Email): number => cheerio.load(html)("*").length;
    const word = fc.string({ unit: "binary", maxLength: 300 }).map((text) => `слово ${text}`);
    await fc.assert(
      fc.asyncProperty(word, async (text) => {
        const letter = await encoded(hostileNotice(text));
        expect(names(letter)).toEqual(names(harmless));
        expect(tags(letter)).toBe(tags(harmless));
      }),
      { numRuns: 100 },
    );
  });
});
