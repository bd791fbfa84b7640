import { twoGis } from "@otklik/connectors/2gis/index";
import { email } from "@otklik/connectors/email/index";
import { yandexMaps } from "@otklik/connectors/yandex-maps/index";
import type { Connector } from "@otklik/core/connector";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import { FoundMention } from "@otklik/core/mention/found";
import { openingLetters } from "@otklik/sandbox/email/world";
import { describe, expect, inject, it } from "vitest";
import { describeWeek } from "../contracts/connector-week.ts";
import { beginWeek } from "../contracts/week.ts";
import { memoryMailbox } from "../support/memory-mailbox.ts";
import { seeded } from "../support/seeded.ts";
import { testTools } from "../support/tools.ts";
import { openMail } from "./email/bench.ts";

describeWeek("E-mail", () => openMail({ posts: 40 }));

it("hands a reply back to its author when the letter comes back", async (test) => {
  const bench = await openMail({ posts: 0 });
  const week = await beginWeek(bench);
  try {
    const id = await week.written(test, "На это ответ не дойдёт.");
    await bench.control({ bounce: 1 });
    await week.answer(id, "Этот ответ вернётся.");
    expect((await week.replyTo(id)).state.is).toBe("published");
    await week.live(6);
    expect((await week.replyTo(id)).state).toMatchObject({
      is: "returned",
      why: { en: expect.stringContaining("550") },
    });
    expect((await week.conversationOf(id)).status).toEqual({ is: "open" });
    expect(await week.conversations()).toHaveLength(1);
  } finally {
    await week.close();
  }
});

const count = inject("mutations");
const now = new Date("2026-11-20T09:00:00Z");
const letters = openingLetters({ seed: "spoilt", posts: 60, now }).filter(({ folder }) => folder === "INBOX");

type Chance = () => number;
const pick = <T>(list: readonly T[], chance: Chance): T => list[Math.floor(chance() * list.length)] as T;
const junk = [
  "\0\xff\xfe",
  "=?utf-8?B?////?=",
  "Ё".repeat(70_000),
  '"; boundary="',
  "<>",
  "\r\n\r\n",
  "=E2=28=A1",
];
const headers = ["Content-Type", "Content-Transfer-Encoding", "From", "Message-ID", "References", "Subject"];
const values = [
  "",
  "multipart/mixed",
  "base64",
  "<<>>@@",
  "text/html; charset=utf-99",
  'multipart/report; boundary="a"',
];

/** One thing spoilt in a letter, the same for the same chance. */
const spoils: ((raw: string, chance: Chance) => string)[] = [
  (raw, chance) => raw.slice(0, Math.floor(raw.length * chance())),
  (raw, chance) => raw.slice(Math.floor(raw.length * chance())),
  (raw, chance) => {
    const at = Math.floor(raw.length * chance());
    return raw.slice(0, at) + pick(junk, chance) + raw.slice(at);
  },
  (raw, chance) => raw.replace(new RegExp(`^${pick(headers, chance)}:.*$`, "im"), ""),
  (raw, chance) => `${pick(headers, chance)}: ${pick(values, chance)}\r\n${raw}`,
  (raw, chance) =>
    raw.replace(new RegExp(`^(${pick(headers, chance)}):.*$`, "im"), `$1: ${pick(values, chance)}`),
  (raw) => raw.replaceAll("\r\n", "\n"),
  (raw) => raw.replace(/[A-Za-z0-9+/]{8}/, "********"),
];

describe(`E-mail under ${count} spoilt answers`, () => {
  it.each([
    ["email", email],
    ["yandex-maps", yandexMaps],
    ["2gis", twoGis],
  ] as [string, Connector][])(
    "%s reads or complains of a spoilt letter, and reads the others as ever",
    async (_, connector) => {
      const account = {
        id: "a",
        credentials: { user: "a@kofe.example", password: "x", imap: "mail.example" },
      };
      const pull = async (raws: readonly string[]) => {
        const { mailbox, put } = memoryMailbox();
        for (const raw of raws) put("INBOX", Buffer.from(raw, "latin1"), now);
        const tools = testTools({ mailbox: async () => mailbox, now: () => now });
        const feed = {
          sourceId: "s",
          settings: connector.settings.parse({}),
          account,
          inboxFrom: new Date(0),
        };
        return connector.pull?.(feed, null, tools);
      };
      const wrong: string[] = [];
      for (let seed = 0; seed < count; seed++) {
        const chance = seeded(seed);
        const whole = Array.from({ length: 3 }, () => pick(letters, chance).raw);
        const spoilt = pick(spoils, chance)(pick(letters, chance).raw, chance);
        const others = new Set((await pull(whole))?.found.map(({ externalId }) => externalId));
        const page = await pull([spoilt, ...whole]).catch((error: unknown) =>
          error instanceof NetworkFault || error instanceof Refusal ? null : String(error),
        );
        const complain = (what: string) => wrong.push(`seed ${seed}: ${what}`);
        if (typeof page === "string") complain(page);
        else if (!page) complain("one letter spoilt the page");
        else {
          const ids = new Set(page.found.map(({ externalId }) => externalId));
          if (!page.found.every((mention) => FoundMention.safeParse(mention).success))
            complain("none of ours");
          if ([...others].some((id) => !ids.has(id))) complain("another letter was lost");
          if (ids.size + page.unreadable.length > others.size + 1) complain("one letter became several");
          if (!page.next.includes('"next\\":5') && !page.next.includes('"next":5'))
            complain("the cursor stands still");
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});
