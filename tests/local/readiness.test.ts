import { openDatabase } from "@otklik/local/database";
import { canWrite, readiness } from "@otklik/local/readiness";
import { firedSlots } from "@otklik/local/scheduler";
import { beforeEach, describe, expect, it } from "vitest";
import { later, noon } from "../support/mentions.ts";

let db: ReturnType<typeof openDatabase>;
let pulse = { pollers: true, feedStuckMs: 0 };
let clock = noon;
const readinessHere = () =>
  readiness({
    isWritable: async () => canWrite(db),
    fired: firedSlots(db),
    runtime: { pulse: () => pulse },
    now: () => clock,
  });
const look = () => readinessHere()();
const fired = (name: string, at: Date): void =>
  void db.prepare("INSERT OR REPLACE INTO schedule (name, fired_at) VALUES (?, ?)").run(name, at.getTime());

beforeEach(() => {
  db = openDatabase(":memory:");
  pulse = { pollers: true, feedStuckMs: 0 };
  clock = noon;
  for (const name of ["schedule", "sweep"]) fired(name, later(-1));
});

describe("a service", () => {
  it("is ready when all of it works", async () => {
    expect(await look()).toEqual({ ready: true, database: true, schedules: true, pollers: true, feed: true });
  });

  it.each<[string, string, () => unknown]>([
    ["a schedule has not run for three minutes", "schedules", () => fired("sweep", later(-3))],
    [
      "a schedule has never run",
      "schedules",
      () => void db.exec("DELETE FROM schedule WHERE name = 'sweep'"),
    ],
    ["a queue does not answer", "pollers", () => Object.assign(pulse, { pollers: false })],
    ["changes are not handed on", "feed", () => Object.assign(pulse, { feedStuckMs: 61_000 })],
    ["nothing can be written", "database", () => void db.exec("PRAGMA query_only = 1")],
  ])("is not ready when %s, and says which part it is", async (_, part, happen) => {
    happen();
    expect(await look()).toMatchObject({ ready: false, [part]: false });
  });

  it("is asked once a second, however many ask", async () => {
    const ask = readinessHere();
    expect((await ask()).ready).toBe(true);
    pulse = { pollers: false, feedStuckMs: 0 };
    expect((await ask()).ready).toBe(true);
    clock = new Date(noon.getTime() + 1000);
    expect((await ask()).ready).toBe(false);
  });
});
