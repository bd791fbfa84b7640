import type { Notice } from "@otklik/core/alert/notice";
import { shortened } from "@otklik/notify/wording/quoted";
import { sayNotice } from "@otklik/notify/wording/say-notice";
import { speechOf } from "@otklik/notify/wording/speech";
import type { Spoken } from "@otklik/notify/wording/spoken";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Digest, noticesIn } from "../support/notices.ts";

const titles = new Map([["wildberries", "Wildberries"]]);
const said = async (notice: Notice): Promise<Spoken> => sayNotice(notice, await speechOf(notice, titles));
const plain = (text: string | undefined): string => (text ?? "").replaceAll(/[\u00a0\u202f]/g, " ");
const digest = (language: "ru" | "en", change: Partial<Digest> = {}): Digest => ({
  ...noticesIn(language).digest,
  ...change,
});

describe("a notice in words", () => {
  it.each([
    [1, "1 срочное обращение", "1 негативное обращение", "1 просроченный ответ", "1 источник не читается"],
    [3, "3 срочных обращения", "3 негативных обращения", "3 просроченных ответа", "3 источника не читаются"],
    [
      11,
      "11 срочных обращений",
      "11 негативных обращений",
      "11 просроченных ответов",
      "11 источников не читаются",
    ],
    [
      1021,
      "1 021 срочное обращение",
      "1 021 негативное обращение",
      "1 021 просроченный ответ",
      "1 021 источник не читается",
    ],
  ])("counts %i in right Russian", async (count, ...wanted) => {
    const kinds = ["urgent", "negative", "breach", "failing"] as const;
    const notices = noticesIn("ru");
    const heard = await Promise.all(kinds.map((kind) => said({ ...notices[kind], count })));
    expect(heard.map(({ title }) => plain(title))).toEqual(wanted);
  });

  it("shows three and counts the rest", async () => {
    const { passages, more } = await said(noticesIn("en").negative);
    expect([passages.length, plain(more)]).toEqual([3, "And 19 more"]);
    expect((await said(noticesIn("en").breach)).more).toBeUndefined();
  });

  it("gives times on the clock of its time zone, with the day where it is another one", async () => {
    const { passages } = await said(noticesIn("ru").negative);
    expect(
      passages.map(({ facts }) => plain(facts[facts.findIndex((fact) => /\d:\d\d/.test(fact))])),
    ).toEqual(["14:50", "4:50", "21 нояб. в 18:50"]);
  });

  it("says until when to reply, and since when that is over", async () => {
    const [soon] = (await said(noticesIn("ru").urgent)).passages;
    const [late] = (await said(noticesIn("ru").breach)).passages;
    expect(plain(soon?.note)).toBe("Речь о здоровье, ответить до 16:10.");
    expect(plain(late?.note)).toBe("Речь о здоровье, ответ обещали до 15:20.");
  });

  it("names a mention without words, author or stars by what there is", async () => {
    const urgent = noticesIn("en").urgent;
    const bare = urgent.top.map(({ path, network, sentiment, postedAt, dueAt }) => ({
      path,
      network,
      sentiment,
      postedAt,
      dueAt,
      text: "",
    }));
    const [passage] = (await said({ ...urgent, top: bare })).passages;
    expect(passage).not.toHaveProperty("quote");
    expect(passage).toMatchObject({ title: "", sentiment: { sign: "▼", word: "Negative" } });
    expect(passage?.facts.map(plain)).toEqual(["Wildberries", "Anonymous", "2:50 PM", "without words"]);
  });
});

describe("a notice's links", () => {
  it("lead to the one conversation there is, once", async () => {
    const { link, passages } = await said(noticesIn("en").urgent);
    expect([link.path, plain(link.text)]).toEqual(["/inbox/b1-m0", "Open the conversation"]);
    expect(passages.map((passage) => passage.link)).toEqual([undefined]);
  });

  it("lead to each of several, and to all of them", async () => {
    const { link, passages } = await said(noticesIn("en").negative);
    expect(plain(link.text)).toBe("Open the inbox");
    expect(passages.map((passage) => passage.link?.path)).toEqual([
      "/inbox/b1-m0",
      "/inbox/b1-m1",
      "/inbox/b1-m2",
    ]);
  });
});

describe("a digest in words", () => {
  it("calls a topic as the brand does, and one without a name of the brand's by ours", async () => {
    const { yesterday } = digest("ru");
    const topics = [
      { topic: "own-rubber" as const, title: "Запах резины", mentions: 5 },
      { topic: "delivery" as const, mentions: 3 },
    ];
    const { notes } = await said(digest("ru", { yesterday: { ...yesterday, topics } }));
    expect(notes[0]?.text).toBe("Запах резины 5, доставка 3");
  });

  it.each([
    [4.26, 4.5, "Средняя оценка 4,3: на 0,2 ниже, чем в тот же день неделю назад."],
    [4.5, 4.26, "Средняя оценка 4,5: на 0,2 выше, чем в тот же день неделю назад."],
    [4.34, 4.26, "Средняя оценка 4,3: как и в тот же день неделю назад."],
    [4, undefined, "Средняя оценка 4."],
    [undefined, 4.5, "Звёзд никто не ставил."],
  ])("compares the rating as it is shown: %s after %s", async (average, earlier, sentence) => {
    const { yesterday, weekBefore } = digest("ru");
    const of = (day: Digest["yesterday"], value: number | undefined) => {
      const { average: _, ...rest } = day;
      return value === undefined ? rest : { ...rest, average: value };
    };
    const days = { yesterday: of(yesterday, average), weekBefore: of(weekBefore ?? yesterday, earlier) };
    expect(plain((await said(digest("ru", days))).lead)).toBe(sentence);
  });

  it("names the day and what was counted", async () => {
    const { subject, title } = await said(digest("en"));
    expect([plain(subject), plain(title)]).toEqual([
      "Quiet Shore: 1,248 mentions on November 21",
      "Saturday, November 21",
    ]);
  });

  it("shows no figures of a day on which nothing was said", async () => {
    const { subject, lead, figures, notes } = await said(noticesIn("ru")["quiet digest"]);
    expect(plain(subject)).toBe("Тихий берег: ни одного обращения за 21 ноября");
    expect(plain(lead)).toBe("В этот день о бренде никто ничего не сказал.");
    expect(figures).toBeUndefined();
    expect(notes.map(({ text }) => text)).toEqual(["Входящие пусты."]);
  });

  it("compares with nothing in a brand's first week", async () => {
    const { figures } = await said(noticesIn("en")["first digest"]);
    expect(figures).not.toHaveProperty("before");
    expect(figures?.rows.map(({ value }) => value)).toEqual(["1", "—", "0", "0", "0", "1", "0", "—", "—"]);
  });
});

describe("shortened", () => {
  it("cuts where a word ends, and says that it cut", () => {
    expect(shortened("Пришла вскрытая, половина банки вытекла", 20)).toBe("Пришла вскрытая…");
    expect(shortened("Пришла вскрытая", 20)).toBe("Пришла вскрытая");
  });

  it("cuts a word that has no end, but no letter in two", () => {
    expect(shortened("ы".repeat(50), 10)).toBe(`${"ы".repeat(9)}…`);
    expect(shortened("👩‍👩‍👧‍👦".repeat(50), 30)).toBe(`${"👩‍👩‍👧‍👦".repeat(2)}…`);
  });

  it("is never longer than it may be, one line, and loses words only behind an ellipsis", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 12, max: 60 }), (text, most) => {
        const short = shortened(text, most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(short).toBe(short.toWellFormed());
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be left
        expect(short).not.toMatch(/[\u0000-\u001f\u2028\u2029\u202a-\u202e]/);
        expect(short.endsWith("…") || shortened(text, 10_000) === short).toBe(true);
      }),
    );
  });
});
