// What got stuck, as the operator at the machine sees it.
import {
  keepLetter,
  type LetterBox,
  lettersOf,
  strayLetters,
} from "@otklik/core/dead-letter/dead-letter-store";
import { scopedTable } from "@otklik/core/table-scope";
import { openHome } from "@otklik/local/home";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ended, otklik } from "../support/command.ts";
import { homePlaces } from "../support/home-places.ts";
import { keptFolder } from "../support/temporary-folder.ts";

const { path: folder, remove } = keptFolder();
const environment = homePlaces(folder);
const data = environment.OTKLIK_DATA;
const run = (...args: string[]): Promise<Ended> => otklik(["dead", ...args], { environment });

const now = new Date("2026-11-20T12:00:00Z");
const bury = (box: LetterBox, body: string): Promise<string> =>
  keepLetter(box, {
    queue: "pull",
    body,
    messageId: "m1",
    why: { error: "RangeError", place: "pull (packages/core/src/pipeline/pull.ts:1:1)" },
    subject: {},
    attempts: 5,
    sentAt: now,
    diedAt: now,
  });

let ours: string[];
let stray: string;

beforeAll(async () => {
  const signedIn = await otklik(["sign-in", "anna@example.com", "--json"], { environment });
  expect(signedIn.code).toBe(0);
  const home = await openHome(data);
  const row = home.db.prepare("SELECT pk FROM table_row WHERE sk = 'w'").get() as { pk: string };
  const box = lettersOf(scopedTable(home.table, row.pk.slice(0, row.pk.indexOf("/"))));
  ours = [await bury(box, '{"n":1}'), await bury(box, '{"n":2}')];
  stray = await bury(strayLetters(home.table), "{broken");
  home.close();
}, 60_000);
afterAll(remove);

describe("otklik dead", () => {
  it("lists what is stuck for a person and for a program", async () => {
    const { out } = await run("list");
    expect(out.split("\n")[0]).toMatch(/^id +step +why +times +last +where$/);
    const listed = (await run("list", "--json")).json<{ id: string }[]>();
    expect(listed.map(({ id }) => id).sort()).toEqual(ours.toSorted());
  }, 60_000);

  it("replays one and discards another, once", async () => {
    const [first = "", second = ""] = ours;
    expect((await run("replay", first, "--json")).json()).toEqual({ replayed: first });
    expect((await run("discard", second)).out).toBe("It is discarded.\n");
    const again = await run("discard", second);
    expect([again.code, again.told]).toEqual([1, expect.stringContaining("otklik dead list")]);
    expect((await run("list")).out).toBe("Nothing is stuck.\n");
    const home = await openHome(data);
    const [sent, ...others] = await home.queue.receive("pull", { max: 10, visibilitySeconds: 60 });
    home.close();
    expect([sent?.body, others]).toEqual(['{"n":1}', []]);
  }, 60_000);

  it("shows and discards what names no workspace", async () => {
    expect((await run("list", "--stray", "--json")).json()).toMatchObject([{ id: stray, queue: "pull" }]);
    expect((await run("discard", stray, "--stray")).code).toBe(0);
    expect((await run("list", "--stray")).out).toBe("Nothing is stuck.\n");
  }, 60_000);
});
