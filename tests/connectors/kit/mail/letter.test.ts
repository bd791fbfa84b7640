import { readLetter } from "@otklik/connectors/kit/mail/letter";
import { describe, expect, it } from "vitest";
import { bytesIn, letter } from "../../../support/letters.ts";

describe("a letter", () => {
  it("tells who answers what, by ids without brackets", async () => {
    const read = await readLetter(
      letter(
        "From: =?utf-8?B?0JDQvdC90LA=?= <Anna@Pochta.example>",
        "Reply-To: anna.work@pochta.example",
        "Subject: =?utf-8?B?0JrQvtGE0LU=?=",
        "Message-ID: <two@pochta.example>",
        "In-Reply-To: <one@kofe.example>",
        "References: <root@pochta.example>\r\n <one@kofe.example>",
        "",
        "Текст",
      ),
    );
    expect(read).toMatchObject({
      messageId: "two@pochta.example",
      inReplyTo: "one@kofe.example",
      references: ["root@pochta.example", "one@kofe.example"],
      from: { address: "anna@pochta.example", name: "Анна" },
      replyTo: { address: "anna.work@pochta.example" },
      subject: "Кофе",
    });
    expect(read.text?.trim()).toBe("Текст");
  });

  it.each(["windows-1251", "koi8-r"] as const)("in %s is read in its letters", async (charset) => {
    const head = letter(
      `Subject: =?${charset}?B?${bytesIn("Остыл кофе", charset).toString("base64")}?=`,
      `Content-Type: text/plain; charset=${charset}`,
      "Content-Transfer-Encoding: 8bit",
      "",
      "",
    );
    const read = await readLetter(Buffer.concat([head, bytesIn("Кофе был холодный", charset)]));
    expect([read.subject, read.text?.trim()]).toEqual(["Остыл кофе", "Кофе был холодный"]);
  });

  it("whose headers are bare windows-1251 is read as old programs meant it", async () => {
    const subject = Buffer.concat([letter("Subject: "), bytesIn("Жалоба", "windows-1251")]);
    const rest = letter("", "From: a@pochta.example", "Content-Type: text/plain; charset=utf-8", "", "Текст");
    const read = await readLetter(Buffer.concat([subject, rest]));
    expect([read.subject, read.text?.trim()]).toEqual(["Жалоба", "Текст"]);
  });

  it("with neither headers nor ids is read as far as it goes", async () => {
    const read = await readLetter(letter("просто текст"));
    expect(read).toMatchObject({ from: { address: "" }, references: [], subject: "" });
    expect(read.messageId).toBeUndefined();
  });

  it("holds its attachments with their names, and tells which are shown within the text", async () => {
    const read = await readLetter(
      letter(
        'Content-Type: multipart/mixed; boundary="m"',
        "",
        "--m",
        "Content-Type: text/plain; charset=utf-8",
        "",
        "Фото во вложении",
        "--m",
        "Content-Type: image/jpeg",
        "Content-Disposition: attachment; filename*=utf-8''%D1%87%D0%B5%D0%BA.jpg",
        "Content-Transfer-Encoding: base64",
        "",
        "AAAA",
        "--m",
        "Content-Type: image/png",
        "Content-Disposition: inline",
        "Content-ID: <logo>",
        "Content-Transfer-Encoding: base64",
        "",
        "AAAA",
        "--m--",
      ),
    );
    expect(read.attachments.map(({ name, type, isInline }) => ({ name, type, isInline }))).toEqual([
      { name: "чек.jpg", type: "image/jpeg", isInline: false },
      { name: "", type: "image/png", isInline: true },
    ]);
  });

  it("that passes another on as it was holds that one's words", async () => {
    const read = await readLetter(
      letter(
        'Content-Type: multipart/mixed; boundary="m"',
        "",
        "--m",
        "Content-Type: text/plain; charset=utf-8",
        "",
        "Прошу ответить",
        "--m",
        "Content-Type: message/rfc822",
        "",
        "From: gost@pochta.example",
        "Subject: inner",
        "Content-Type: text/plain; charset=utf-8",
        "",
        "Кофе был холодный",
        "--m--",
      ),
    );
    expect(read.text).toContain("Прошу ответить");
    expect(read.text).toContain("Кофе был холодный");
  });
});
