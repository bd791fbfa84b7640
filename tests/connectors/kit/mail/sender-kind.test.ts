import { isFrom } from "@otklik/connectors/kit/mail/cabinets";
import { readLetter } from "@otklik/connectors/kit/mail/letter";
import { isList, readsNothing, senderKind } from "@otklik/connectors/kit/mail/sender-kind";
import { describe, expect, it } from "vitest";
import { letter } from "../../../support/letters.ts";

const kindOf = async (...headers: string[]) => senderKind(await readLetter(letter(...headers, "", "Текст")));
const from = "From: a@pochta.example";

describe("who a letter comes from", () => {
  it.each([
    ["person", ["Subject: Re: ответ"]],
    ["person", ["Auto-Submitted: no"]],
    ["person", ["Subject: Автоответчик в вашей кофейне не работает"]],
    ["person", ["List-Id: <support.kofe.example>", "Subject: через группу"]],
    ["auto-reply", ["Auto-Submitted: auto-replied"]],
    ["auto-reply", ["Auto-Submitted: auto-replied (vacation)"]],
    ["auto-reply", ["X-Autoreply: yes"]],
    ["auto-reply", ["Precedence: auto_reply"]],
    ["auto-reply", ["Auto-Submitted: auto-generated", "Subject: Automatic reply: hello"]],
    ["auto-reply", ["X-Auto-Response-Suppress: All", "Subject: =?utf-8?B?0JDQstGC0L7QvtGC0LLQtdGC?="]],
    ["auto-reply", ["Content-Type: multipart/report; report-type=disposition-notification; boundary=x"]],
    ["bounce", ["Content-Type: multipart/report; report-type=delivery-status; boundary=x"]],
    ["bounce", ["X-Failed-Recipients: b@pochta.example"]],
    ["automatic", ["Auto-Submitted: auto-generated", "Subject: Форма на сайте"]],
    ["newsletter", ["Precedence: bulk"]],
    ["newsletter", ["List-Unsubscribe: <mailto:stop@pochta.example>"]],
  ])("is told by its headers: %s", async (kind, headers) => {
    expect(await kindOf(from, ...headers)).toBe(kind);
  });

  it("is the post itself where a daemon writes from nowhere", async () => {
    expect(await kindOf("From: MAILER-DAEMON@pochta.example", "Return-Path: <>")).toBe("bounce");
  });

  it("is many where a list sends it on", async () => {
    expect(isList(await readLetter(letter(from, "Precedence: list", "", "")))).toBe(true);
    expect(isList(await readLetter(letter(from, "", "")))).toBe(false);
  });

  it("is nobody at an address that is not read", () => {
    expect(
      ["noreply@a.example", "no-reply@a.example", "do_not_reply@a.example", ""].map(readsNothing),
    ).toEqual([true, true, true, true]);
    expect(["norman@a.example", "reply@a.example"].map(readsNothing)).toEqual([false, false]);
  });

  it("is a cabinet by its address or its domain, and not by a look-alike", () => {
    const senders = ["@2gis.ru", "one@exact.example"];
    expect(["a@2gis.ru", "a@mail.2gis.ru", "one@exact.example"].map((one) => isFrom(one, senders))).toEqual([
      true,
      true,
      true,
    ]);
    expect(
      ["a@not2gis.ru", "a@2gis.ru.example", "two@exact.example"].map((one) => isFrom(one, senders)),
    ).toEqual([false, false, false]);
  });
});
