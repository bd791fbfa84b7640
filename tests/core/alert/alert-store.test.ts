import type { Alert } from "@otklik/core/alert/alert";
import { putAlerts, putTelling, untoldOf } from "@otklik/core/alert/alert-store";
import { scopedTable } from "@otklik/core/table-scope";
import { openHome } from "@otklik/local/home";
import { expect, it, onTestFinished } from "vitest";
import { noon } from "../../support/mentions.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const day = "2026-11-20";
const line = { brandId: "b1", rule: "negative", channel: "mail1" };
const alertOf = (n: number): Alert => ({
  rule: "negative",
  day,
  id: `b1-${String(n).padStart(20, "0")}`,
  rankAt: noon,
  at: noon,
});

async function openTable() {
  const home = await openHome(temporaryFolder());
  onTestFinished(() => home.close());
  return scopedTable(home.table, "w1");
}

it("notes a telling of thousands in rows that DynamoDB can hold, and none of them is untold then", async () => {
  const table = await openTable();
  const alerts = Array.from({ length: 12_000 }, (_, n) => alertOf(n));
  await putAlerts(table, "b1", alerts);
  await putTelling(table, line, { no: 1, at: noon, alerts });
  const { rows } = await table.query({ pk: `a.b1.negative.${day}`, prefix: "~", limit: 10 });
  const largest = Math.max(...rows.map(({ body }) => JSON.stringify(body).length));
  expect(largest).toBeLessThan(400_000);
  expect(await untoldOf(table, line, [day])).toEqual({ alerts: [], last: { no: 1, at: noon } });
});

it("keeps what was told to one channel untold for another", async () => {
  const table = await openTable();
  await putAlerts(table, "b1", [alertOf(1), alertOf(2)]);
  await putTelling(table, line, { no: 7, at: noon, alerts: [alertOf(1)] });
  expect((await untoldOf(table, line, [day])).alerts).toEqual([alertOf(2)]);
  expect((await untoldOf(table, { ...line, channel: "mail" }, [day])).alerts).toHaveLength(2);
});

it("keeps an alert once, however often it is raised", async () => {
  const table = await openTable();
  await putAlerts(table, "b1", [alertOf(1), alertOf(1)]);
  await putAlerts(table, "b1", [{ ...alertOf(1), at: new Date(0) }]);
  expect(await untoldOf(table, line, [day])).toEqual({ alerts: [alertOf(1)], last: null });
});
