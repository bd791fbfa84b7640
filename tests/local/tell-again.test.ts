import { join } from "node:path";
import { conversationFromRow } from "@otklik/core/conversation/conversation-store";
import type { Row } from "@otklik/core/ports";
import { scopedTable } from "@otklik/core/table-scope";
import { type ReportDay, sumReportDay } from "@otklik/core/trend/report-day";
import { type Contribution, contributionOf, dayOf } from "@otklik/core/trend/trend";
import { listReportDays } from "@otklik/core/trend/trend-store";
import { handler as measure } from "@otklik/functions/measure";
import { handler as sum } from "@otklik/functions/sum";
import { type Home, openHome } from "@otklik/local/home";
import { rowFrom, type StoredRow } from "@otklik/local/table";
import { describe, expect, it } from "vitest";
import { type TestHome, testHome } from "../support/home.ts";
import { found, later } from "../support/mentions.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { village } from "../support/village.ts";

const range = { from: "2026-01-01", to: "2026-12-31" };
const time = { getRemainingTimeInMillis: () => 30_000 };

/** A copy of a home's file as the first schema kept it: mentions told briefly, and no day of a report. */
function firstSchema(home: Home): string {
  const folder = temporaryFolder();
  const file = join(folder, "otklik.sqlite");
  home.db.exec(`VACUUM INTO '${file}'`);
  home.db.exec(`ATTACH '${file}' AS old`);
  home.db.exec(`
    DELETE FROM old.change;
    DELETE FROM old.table_row WHERE pk GLOB '*/rd.*';
    UPDATE old.table_row SET body = json_remove(body, '$.c.conversation', '$.c.product', '$.c.location', '$.c.words')
      WHERE pk GLOB '*/c.*';
    UPDATE old.table_row SET body = json_set(body, '$.b.minutesToReply', json('[]')) WHERE pk GLOB '*/t.*';
    PRAGMA old.user_version = 1;
    DETACH old;
  `);
  return folder;
}

/** Works through the change feed and the sums that it asks for. */
async function measureAll(home: Home, { ports }: TestHome): Promise<number> {
  const using = { ...ports, table: home.table, queue: home.queue };
  const { changes, next } = await home.feed.read(null, 1000);
  await measure.using(using)({ changes }, time);
  if (next) await home.feed.forget(next);
  const messages = await home.queue.receive("sum", { max: 100, visibilitySeconds: 60 });
  const Records = messages.map(({ id, body }) => ({ messageId: id, body }));
  await sum.using(using)({ Records } as never, time);
  return changes.length;
}

/** The days as they are when every row of a mention is counted by hand. */
function recount(home: Home): ReportDay[] {
  const stored = home.db.prepare("SELECT * FROM table_row").all() as unknown as StoredRow[];
  const rows: Row[] = stored.map(rowFrom).filter(({ pk, sk }) => pk.includes("/m.") && !sk.includes("~"));
  const days = new Map<string, Contribution[]>();
  for (const conversation of rows.map(conversationFromRow)) {
    const day = dayOf(conversation.mention?.postedAt ?? new Date(0));
    days.set(day, [
      ...(days.get(day) ?? []),
      ...[contributionOf(conversation)].filter((one) => one !== null),
    ]);
  }
  return [...days].map(([day, all]) => sumReportDay(day, all)).sort((a, b) => (a.day < b.day ? -1 : 1));
}

describe("a data folder of the first schema", () => {
  it("has every day of the report after the upgrade, equal to a recount", async () => {
    const there = village();
    const here = await testHome({ connectors: [there.connector] });
    there.said = Array.from({ length: 30 }, (_, n) =>
      found({
        externalId: `r-${n}`,
        text: n % 3 === 0 ? "" : "Доставка опоздала",
        postedAt: later(-(n % 7) * 24 * 60),
        ...(n % 2 === 0 ? { product: { id: String(n % 4), name: `Крем ${n % 4}` } } : {}),
        ...(n === 5 ? { threadId: "r-4" } : {}),
      }),
    );
    await here.connect();
    await here.ports.queue.send("pull", [
      { body: JSON.stringify({ workspaceId: here.workspaceId, sourceId: "source1" }) },
    ]);
    await here.settle();
    let minutes = 10;
    const home = await openHome(firstSchema(here.home), { now: () => later(minutes) });
    const table = scopedTable(home.table, here.workspaceId);
    expect(await listReportDays(table, here.brandId, range)).toEqual([]);

    expect(await measureAll(home, here)).toBe(30);
    minutes += 1;
    await measureAll(home, here);
    const days = await listReportDays(table, here.brandId, range);
    expect(days.map(({ day }) => day)).toHaveLength(7);
    expect(days.reduce((all, day) => all + day.all.mentions, 0)).toBe(30);
    const thread = days.find(({ day }) => day === dayOf(later(-5 * 24 * 60)));
    expect(days.filter((day) => day !== thread)).toEqual(
      recount(home).filter(({ day }) => day !== thread?.day),
    );
    home.close();
    here.close();
  });
});
