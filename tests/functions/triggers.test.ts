import { readdirSync } from "node:fs";
import { join } from "node:path";
import { leaseSeconds as tellingSeconds } from "@otklik/core/alert/line";
import { queueNames } from "@otklik/core/ports";
import { leaseSeconds } from "@otklik/core/reply/reply";
import { triggers } from "@otklik/functions/triggers";
import { describe, expect, it } from "vitest";

/** Files that are no rooms. */
const notRooms = ["triggers.ts", "on.ts", "ports.ts"];

describe("the table of triggers", () => {
  it("names every function once, and nothing else", () => {
    const folder = join(import.meta.dirname, "../../functions");
    const functions = readdirSync(folder).filter((file) => file.endsWith(".ts") && !notRooms.includes(file));
    const rooms = [
      ...triggers.schedules,
      ...triggers.queues.map(({ room }) => ({ name: room })),
      triggers.dead,
      ...triggers.changes,
      ...triggers.requests,
    ].map(({ name }) => `${name}.ts`);
    expect([...new Set(rooms)].sort()).toEqual(functions.sort());
  });
  it("wakes something on every queue", () => {
    expect(triggers.queues.map(({ name }) => name).sort()).toEqual([...queueNames].sort());
  });
  it("ends a delivery before its claim could be taken for orphaned", () => {
    const deliver = triggers.queues.find(({ name }) => name === "deliver");
    expect(deliver?.timeoutSeconds).toBeLessThan(leaseSeconds);
  });
  it("ends a telling before its claim could be taken for orphaned", () => {
    const notify = triggers.queues.find(({ name }) => name === "notify");
    expect(notify?.timeoutSeconds).toBeLessThan(tellingSeconds);
  });
});
