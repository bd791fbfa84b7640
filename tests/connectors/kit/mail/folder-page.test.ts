import { folderPage, type Place } from "@otklik/connectors/kit/mail/folder-page";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memoryMailbox } from "../../../support/memory-mailbox.ts";

const noon = new Date("2026-11-20T12:00:00Z");
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ is: fc.constant("arrives" as const), letters: fc.nat(30) }) },
  {
    weight: 5,
    arbitrary: fc.record({ is: fc.constant("reads" as const), pages: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant("renumbers" as const) }) },
);

describe("reading a folder", () => {
  it("leaves no letter out, whatever arrives between pages and however often the server numbers anew", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 15 }), async (events) => {
        const { mailbox, put, renumber } = memoryMailbox();
        const written: string[] = [];
        const read = new Set<string>();
        let place: Place | null = null;
        const page = async () => {
          // As it is stored between two pulls.
          const stored = JSON.parse(JSON.stringify(place)) as Place | null;
          const next = await folderPage(mailbox, { folder: "INBOX", place: stored, since: new Date(0) });
          for (const { source } of next.mails) read.add(Buffer.from(source).toString());
          place = next.place;
          return next.more;
        };
        const acts = {
          arrives({ letters = 0 }: { letters?: number }) {
            for (let n = 0; n < letters; n++) {
              const text = `Message-ID: <${written.length}@pochta.example>`;
              put("INBOX", Buffer.from(text), new Date(noon.getTime() + written.length * 1000));
              written.push(text);
            }
          },
          async reads({ pages = 0 }: { pages?: number }) {
            for (let n = 0; n < pages; n++) await page();
          },
          renumbers: () => renumber("INBOX"),
        };
        for (const one of events) await acts[one.is](one as never);
        for (let more = true; more; ) more = await page();
        expect([...read].sort()).toEqual([...new Set(written)].sort());
      }),
      { numRuns: 150 },
    );
  });

  it("begins with what came since the day it is asked for", async () => {
    const { mailbox, put } = memoryMailbox();
    const day = 86_400_000;
    for (const ago of [30, 20, 1]) put("INBOX", Buffer.from(`${ago}`), new Date(noon.getTime() - ago * day));
    const since = new Date(noon.getTime() - 20 * day);
    const { mails } = await folderPage(mailbox, { folder: "INBOX", place: null, since });
    expect(mails.map(({ source }) => Buffer.from(source).toString())).toEqual(["20", "1"]);
  });
});
