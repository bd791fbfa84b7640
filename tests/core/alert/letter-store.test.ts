import { type KeptLetter, keepLetter, listLetters } from "@otklik/core/alert/letter-store";
import { type ScopedTable, scopedTable } from "@otklik/core/table-scope";
import { openHome } from "@otklik/local/home";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { later } from "../../support/mentions.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

let table: ScopedTable;
let stranger: ScopedTable;

beforeEach(async () => {
  const home = await openHome(temporaryFolder());
  onTestFinished(() => home.close());
  table = scopedTable(home.table, "w1");
  stranger = scopedTable(home.table, "w2");
});

const letter = (n: number, change: Partial<KeptLetter> = {}): KeptLetter => ({
  id: `letter-${n}`,
  at: later(n),
  to: "anna@example.com",
  subject: `Письмо ${n}`,
  text: "Текст",
  html: "<p>Текст</p>",
  ...change,
});
const subjects = async (): Promise<string[]> =>
  (await listLetters(table, { limit: 500 })).letters.map(({ subject }) => subject);

it("shows letters newest first, page by page", async () => {
  for (const n of [2, 1, 3]) await keepLetter(table, letter(n));
  const first = await listLetters(table, { limit: 2 });
  const second = await listLetters(table, { limit: 2, after: first.next ?? undefined });
  expect([...first.letters, ...second.letters].map(({ subject }) => subject)).toEqual([
    "Письмо 3",
    "Письмо 2",
    "Письмо 1",
  ]);
  expect(first.letters[0]).toEqual(letter(3));
});

it("keeps a letter once, however often it is told, also at once and at another time", async () => {
  await Promise.all([keepLetter(table, letter(1)), keepLetter(table, letter(1))]);
  await keepLetter(table, letter(1, { at: later(9), subject: "Письмо 1, ещё раз" }));
  expect(await subjects()).toEqual(["Письмо 1"]);
});

it("keeps 200, the older ones make room", async () => {
  for (let n = 1; n <= 205; n++) await keepLetter(table, letter(n));
  const kept = await subjects();
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([200, "Письмо 205", "Письмо 6"]);
});

it("shows nobody the letters of another workspace", async () => {
  await keepLetter(table, letter(1));
  expect((await listLetters(stranger)).letters).toEqual([]);
});
