import type { InboxCard, RecognisedView, SourceView } from "@otklik/core/api/views";
import { openHome } from "@otklik/local/home";
import { describe, expect, it } from "vitest";
import { besideService, describeRefusals, triedIn } from "../../support/commands-tried.ts";
import { eventually } from "../../support/eventually.ts";

const here = triedIn();
const { folder, written, environmentOf, runAlone } = here;
const { person, run } = besideService(here);

const today = new Date().toISOString().slice(0, 10);
const reviews = [
  "Дата,Оценка,Отзыв,Имя,Комментарий магазина",
  `${today},1,"Пришёл разбитый флакон, верните деньги",Демо А,`,
  `${today},5,"Отличный крем, спасибо",Демо Б,`,
  "когда-то,4,Неплохо,Демо В,",
  `${today},много,Странная оценка,Демо Г,`,
  `${today},3,Обычный крем,Демо Д,`,
].join("\n");
const file = written("отзывы.csv", reviews);
const counted = { found: 3, unreadable: 2 };
const rows = [
  { where: "line 4", why: expect.stringContaining("когда-то") },
  { where: "line 5", why: expect.stringContaining("много") },
];

const brandId = async (): Promise<string> => (await person().call("GET /api/me", {})).brands[0]?.id ?? "";
const inbox = async (): Promise<InboxCard[]> =>
  (await person().call("GET /api/inbox", { brand: await brandId() })).cards;

describe("import", () => {
  it("beside the running service shows the mentions there, and reports each bad row by its line", async () => {
    const ended = await run("import", file, "--json");
    expect([ended.code, ended.told]).toEqual([0, ""]);
    expect(ended.json()).toMatchObject({ ...counted, rows });
    const cards = await eventually(async () => {
      const found = await inbox();
      expect(found).toHaveLength(3);
      return found;
    }, 10_000);
    expect(cards[0]).toMatchObject({ snippet: expect.stringContaining("разбитый"), sentiment: "negative" });
  });

  it("of the same file twice doubles nothing", async () => {
    expect((await run("import", file, "--json")).json()).toMatchObject(counted);
    const brand = await brandId();
    await eventually(async () => {
      const seen = await person().call("GET /api/search", { brand });
      expect(seen.cards).toHaveLength(3);
      expect(await person().call("GET /api/counts", { brand })).toMatchObject({ all: 3 });
      expect(await inbox()).toHaveLength(3);
    }, 10_000);
  });

  it("alone does all the work itself, and tells a person what it did", async () => {
    const ended = await runAlone("import", file, "--title", "Выгрузка");
    expect(ended.code).toBe(0);
    expect(ended.told).toMatch(/text = Отзыв\n.*rating = Оценка/s);
    expect(ended.out).toContain('3 mentions read from Выгрузка into the workspace "Мой бренд".');
    expect(ended.out).toMatch(/could not be read: 2\n +line 4: .*когда-то.*\n +line 5: .*много/);
    const [source] = (await runAlone("source", "list", "--json")).json<SourceView[]>();
    expect(source).toMatchObject({ title: "Выгрузка", network: "file", caughtUp: true, ...counted });
  });

  it("does the work itself as soon as the service that it counted on has ended", async () => {
    const idle = await openHome(environmentOf("alone").OTKLIK_DATA ?? ""); // holds the folder, and works on nothing
    const importing = runAlone("import", file, "--json");
    await eventually(async () => expect(await idle.queue.nextAt("pull")).not.toBeNull(), 10_000);
    idle.close();
    const ended = await importing;
    expect(ended.code).toBe(0);
    expect(ended.json()).toMatchObject(counted);
  });

  it("--dry-run shows what was recognised, follows --map, and keeps nothing", async () => {
    const args = ["--dry-run", "--json", "--map", "answer=Комментарий магазина", "--map", "author="];
    const [guessed, corrected, before] = await Promise.all([
      runAlone("import", file, "--dry-run"),
      runAlone("import", ...args, file),
      runAlone("source", "list", "--json"),
    ]);
    expect(guessed.out).toContain("5 rows. Nothing was imported.");
    expect(guessed.out).toContain("line 4");
    const { columns, sample } = corrected.json<RecognisedView>();
    expect(columns?.fields).toMatchObject({ answer: "Комментарий магазина", author: null });
    expect(sample.map(({ author }) => author)).toEqual([undefined, undefined, undefined]);
    expect((await runAlone("source", "list", "--json")).json()).toEqual(before.json());
  });

  describeRefusals("import", () => environmentOf("alone"), [
    ["a file that is not there", ["нет.csv"], "There is no file"],
    ["a folder", [folder], "There is no file"],
    [
      "a column that is not there",
      [file, "--map", "text=Текст"],
      'There is no column "Текст". The columns are: Дата',
    ],
    [
      "a field that is not ours",
      [file, "--map", "stars=Оценка"],
      'There is no field "stars". The fields are: text',
    ],
    ["half a mapping", [file, "--map", "text"], '"text" should look like text=Отзыв'],
    ["a file without reviews", [written("empty.csv", "Имя;Город\nДемо;Казань\n")], "--map text=Отзыв"],
    ["a workspace of nobody", [file, "--workspace", "../x"], 'There is no workspace "../x"'],
    ["an unknown choice", [file, "--from", "yesterday"], "Allowed choices are now, 30d, all"],
    ["no file at all", [], "missing required argument 'file'"],
  ]);
});
