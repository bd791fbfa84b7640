import { join } from "node:path";
import { openState } from "@otklik/sandbox/state";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { temporaryFolder } from "../support/temporary-folder.ts";

const Note = z.object({ text: z.string() });
const noon = new Date("2026-07-24T12:00:00Z");
const newFile = () => join(temporaryFolder(), "deep", "state.db");

describe("the sandbox's memory", () => {
  it("is still there when the file is opened again", () => {
    const file = newFile();
    const before = openState(file);
    before.shelf("notes", Note).put("a", noon, { text: "первая" });
    before.remember("opened", "yes");
    before.record({ at: noon, kind: "answer", id: "a", text: "Спасибо", took: true });
    before.close();

    const after = openState(file);
    expect(after.shelf("notes", Note).get("a")).toEqual({ text: "первая" });
    expect(after.fact("opened")).toBe("yes");
    expect(after.journal()).toEqual([
      { seq: 1, at: noon, kind: "answer", id: "a", text: "Спасибо", took: true },
    ]);
    after.close();
  });

  it("makes the file's folder, and commits each write to the disk before answering", async () => {
    const file = newFile();
    const state = openState(file);
    const { DatabaseSync } = await import("node:sqlite");
    const other = new DatabaseSync(file);
    state.remember("written", "now");
    expect(other.prepare("SELECT value FROM fact WHERE name = 'written'").get()).toEqual({ value: "now" });
    expect(other.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
    other.close();
    state.close();
  });

  it("gives a shelf oldest first, whatever the order of putting", () => {
    const shelf = openState(":memory:").shelf("notes", Note);
    shelf.put("late", new Date("2026-07-24T13:00:00Z"), { text: "late" });
    shelf.put("early", noon, { text: "early" });
    expect(shelf.all().map(({ text }) => text)).toEqual(["early", "late"]);
  });

  it("keeps networks apart", () => {
    const state = openState(":memory:");
    state.of("one").shelf("notes", Note).put("a", noon, { text: "one" });
    state.of("one").record({ at: noon, kind: "answer", id: "a", text: "ok", took: true });
    expect(state.of("two").shelf("notes", Note).get("a")).toBeNull();
    expect(state.of("two").journal()).toEqual([]);
  });

  it("undoes all writes of a transaction that fails", () => {
    const state = openState(":memory:");
    const failing = () =>
      state.together(() => {
        state.remember("half", "done");
        throw new Error("interrupted");
      });
    expect(failing).toThrow("interrupted");
    expect(state.fact("half")).toBeNull();
  });
});
