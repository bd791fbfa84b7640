// Every command, as a person types it and as a program reads it: beside a running service, and alone.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { InboxCard, MeView, NetworkView, RecognisedView, SourceView } from "@otklik/core/api/views";
import type { LabelOutcome } from "@otklik/core/label/labeler";
import { openHome } from "@otklik/local/home";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildWeb } from "../support/built-web.ts";
import { type Ended, otklik, otklikEach } from "../support/command.ts";
import { eventually } from "../support/eventually.ts";
import { homePlaces } from "../support/home-places.ts";
import { type Browser, type RunningService, signIn, startOtklik } from "../support/running-service.ts";
import { keptFolder } from "../support/temporary-folder.ts";

const { path: folder, remove } = keptFolder();
const kettlePage = join(import.meta.dirname, "../fixtures/web-page/json-ld-graph.html");
const today = new Date().toISOString().slice(0, 10);
const reviews = [
  "Дата,Оценка,Отзыв,Имя,Комментарий магазина",
  `${today},1,"Пришёл разбитый флакон, верните деньги",Демо А,`,
  `${today},5,"Отличный крем, спасибо",Демо Б,`,
  "когда-то,4,Неплохо,Демо В,",
  `${today},много,Странная оценка,Демо Г,`,
  `${today},3,Обычный крем,Демо Д,`,
].join("\n");

const written = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const file = written("отзывы.csv", reviews);
const counted = { found: 3, unreadable: 2 };
const rows = [
  { where: "line 4", why: expect.stringContaining("когда-то") },
  { where: "line 5", why: expect.stringContaining("много") },
];

let environment: Record<string, string>;
let alone: Record<string, string>;
let service: RunningService;
let person: Browser;
let me: MeView;
let site: { url: string; close(): void };

/** The command beside the running service, unless another environment is given. */
const run = (...args: string[]): Promise<Ended> => otklik(args, { environment });
const runAlone = (...args: string[]): Promise<Ended> => otklik(args, { environment: alone });
const inbox = async (): Promise<InboxCard[]> =>
  (await person.call("GET /api/inbox", { brand: me.brands[0]?.id ?? "" })).cards;

type Refusal = [name: string, args: string[], advice: string | RegExp];
/** What a command refuses, and what it tells the person to do. */
const describeRefusals = (command: string, around: () => Record<string, string>, refusals: Refusal[]) =>
  describe("of what cannot be", () => {
    let ended: Ended[];
    beforeAll(async () => {
      const commands = refusals.map(([, args]) => [command, ...args]);
      ended = await otklikEach(commands, { environment: around() });
    });
    it.each(refusals.map(([name, , advice], at) => [name, at, advice] as const))(
      "tells what to do: %s",
      (_, at, advice) => {
        expect(ended[at]).toMatchObject({ code: 1, out: "" });
        expect(ended[at]?.told).toMatch(advice);
        expect(ended[at]?.told).not.toMatch(/^ +at /m);
      },
    );
  });

/** A shop's page within the walls, and one without reviews. */
async function serveSite() {
  const page = readFileSync(kettlePage);
  const server = createServer(({ url }, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(url === "/kettle" ? page : "<!doctype html><p>Чайник</p>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => void server.close(),
  };
}

beforeAll(async () => {
  await buildWeb();
  site = await serveSite();
  const placed = (name: string) => ({
    ...homePlaces(folder, name),
    OTKLIK_ALLOW_HOSTS: new URL(site.url).host,
    OPENAI_API_KEY: "",
  });
  environment = placed("beside");
  alone = placed("alone");
  service = await startOtklik(["--empty", "--port", "0"], environment);
  person = await signIn(service);
  me = await person.call("GET /api/me", {});
}, 120_000);
afterAll(async () => {
  await service.kill();
  site.close();
  remove();
});

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
    const brand = me.brands[0]?.id ?? "";
    await eventually(async () => {
      const seen = await person.call("GET /api/search", { brand });
      expect(seen.cards).toHaveLength(3);
      expect(await person.call("GET /api/counts", { brand })).toMatchObject({ all: 3 });
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
    const idle = await openHome(alone.OTKLIK_DATA ?? ""); // holds the folder, and works on nothing
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

  describeRefusals("import", () => alone, [
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

describe("source", () => {
  let id: string;

  it("add connects a page by its link, and the running service pulls it", async () => {
    const ended = await run("source", "add", `${site.url}/kettle`, "--from", "all", "--json");
    expect(ended.code).toBe(0);
    ({ source: id } = ended.json<{ source: string }>());
    expect(ended.json()).toMatchObject({ network: "web-page", title: "Demo kettle" });
    await eventually(async () => {
      const source = (await person.call("GET /api/sources", {})).find((one) => one.id === id);
      expect(source).toMatchObject({ found: 3, caughtUp: true });
    }, 10_000);
  });

  it("list shows every source and how it goes", async () => {
    const { out } = await run("source", "list");
    const row = out.split("\n").find((line) => line.startsWith(id));
    expect(out.split("\n")[0]).toMatch(/^id +network +title +state +found +unreadable +last good pull$/);
    expect(row).toMatch(/Web page +Demo kettle +active +3 +0 +\d{4}-/);
  });

  it("pause and --resume do what the browser's buttons do, and pull asks at once", async () => {
    expect((await run("source", "pause", id, "--json")).json()).toMatchObject({ id, state: "paused" });
    const refused = await run("source", "pull", id);
    expect([refused.code, refused.told]).toEqual([1, "This source is paused. Resume it first.\n"]);
    expect((await run("source", "pause", id, "--resume", "--json")).json()).toMatchObject({
      state: "active",
    });
    const pulled = await run("source", "pull", id);
    expect([pulled.code, pulled.out]).toEqual([0, "The running service pulls it now.\n"]);
  });

  it("import connects the rows of a table, and tells of those that it cannot", async () => {
    const table = written(
      "sources.csv",
      `network;title;url\nweb-page;Чайник;${site.url}/kettle\nmarket;Лавка;\n`,
    );
    const ended = await runAlone("source", "import", table);
    expect([ended.code, ended.told]).toEqual([
      1,
      expect.stringMatching(/^line 3, Лавка: There is no network/),
    ]);
    expect(ended.out).toContain("1 connected, 0 there already, 1 refused.");
  });

  describeRefusals("source", () => environment, [
    ["a page within the walls that nobody allowed", ["add", "http://127.0.0.2/"], "not a public address"],
    ["a network without its credentials", ["add", "wildberries"], "Wildberries wants: API token"],
    ["a network that we do not know", ["add", "tiktok"], "Known: file, "],
    ["a page without its address", ["add", "web-page"], "url"],
    ["settings that are no JSON", ["add", "web-page", "--settings", "url"], "--settings takes JSON"],
    ["half a credential", ["add", "wildberries", "--credential", "abc"], "should look like token=…"],
    ["a source that is not there", ["pull", "nope"], "There is no such source"],
  ]);
});

describe("networks", () => {
  it("names each with what it can do, for a person and for a program", async () => {
    const [table, json] = await Promise.all([run("networks"), run("networks", "--json")]);
    expect(table.out).toMatch(/wildberries +Wildberries +pull, reply, .* every 5 min +token, \[address\]/);
    const views = json.json<NetworkView[]>();
    expect(views.map(({ network }) => network)).toEqual(expect.arrayContaining(["file", "web-page"]));
    expect(views.find(({ network }) => network === "web-page")?.settings).toMatchObject({
      required: ["url"],
    });
  });
});

describe("try", () => {
  it("prints a page's mentions and the next cursor, and stores nothing", async () => {
    const nowhere = { ...environment, OTKLIK_DATA: join(folder, "never-made") };
    const ended = await otklik(["try", "web-page", `${site.url}/kettle`], { environment: nowhere });
    const lines = ended.lines<Record<string, unknown>>();
    expect(lines).toHaveLength(4);
    expect(lines.slice(0, 3)).toMatchObject(Array(3).fill({ mention: { kind: "review" } }));
    expect(lines[3]).toMatchObject({ found: 3, more: false, next: expect.any(String) });
    expect((await otklik(["source", "list", "--json"], { environment: nowhere })).json()).toEqual([]);
  });

  it("answers from recorded responses instead of the network", async () => {
    const address = "https://shop.example/kettle";
    const head =
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/2 200 \r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n";
    const saved = written("kettle.http", head + readFileSync(kettlePage, "utf8"));
    const ended = await Promise.all(
      [kettlePage, saved].map((recorded) => run("try", "web-page", address, "--recorded", recorded)),
    );
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    expect(ended[0]?.lines()).toHaveLength(4);
    expect(ended[1]?.out).toBe(ended[0]?.out);
  });

  const review = (id: string, change: Record<string, unknown> = {}) => ({
    ...{ id, text: "Крем хороший", pros: "", cons: "", productValuation: 5, userName: "Демо" },
    ...{ createdDate: "2026-11-01T10:00:00Z", answer: null, state: "none", wasViewed: false },
    productDetails: { nmId: 1, imtId: 1, productName: "Крем", supplierArticle: "A1", brandName: "Демо" },
    ...change,
  });
  const listed = (name: string, entries: unknown[]) =>
    JSON.stringify({ data: { [name]: entries, countUnanswered: 0, countArchive: 0 }, error: false });

  it("reads a saved response without any credential, and ends with 1 when an entry cannot be read", async () => {
    const whole = written("whole.json", listed("feedbacks", [review("a"), review("b")]));
    const spoilt = written(
      "spoilt.json",
      listed("feedbacks", [review("a"), review("b", { createdDate: "never" })]),
    );
    const [fine, wrong] = await Promise.all(
      [whole, spoilt].map((file) => run("try", "wildberries", "--recorded", file)),
    );
    const kinds = (ended: Ended | undefined) => ended?.lines<object>().map((line) => Object.keys(line)[0]);
    expect([fine?.code, kinds(fine)]).toEqual([0, ["mention", "mention", "next"]]);
    expect([wrong?.code, kinds(wrong)]).toEqual([1, ["mention", "unreadable", "next"]]);
  });

  it("reads each file of a folder by itself, and says which holds nothing that it knows", async () => {
    const saved = join(folder, "saved");
    mkdirSync(saved);
    writeFileSync(join(saved, "1.json"), listed("feedbacks", [review("a")]));
    writeFileSync(join(saved, "2.json"), "[]");
    writeFileSync(join(saved, "notes.md"), "not a response");
    const ended = await run("try", "wildberries", "--recorded", saved);
    expect(ended.code).toBe(1);
    expect(ended.lines<object>().map((line) => Object.keys(line)[0])).toEqual([
      ...["file", "mention", "next"],
      ...["file", "refused"],
    ]);
  });

  const throttled = written(
    "429.http",
    'HTTP/1.1 429 Too Many Requests\r\nRetry-After: 30\r\nContent-Type: application/json\r\n\r\n{"title":"slow"}',
  );
  describeRefusals("try", () => environment, [
    [
      "a recorded 429",
      ["wildberries", "--credential", "token=x", "--recorded", throttled],
      /^throttled, again at 20/,
    ],
    ["a recording that is not there", ["wildberries", "--recorded", "нет.http"], /нет\.http cannot be read/],
    [
      "a page without markup",
      ["web-page", "--recorded", written("no.html", "<p>"), "--", "https://a.example"],
      /schema\.org/,
    ],
    ["a network that we do not know", ["tiktok"], /Known: file/],
    ["a page without its address", ["web-page"], /do not suit web-page: url:.*networks --json/],
    [
      "settings that are no JSON",
      ["web-page", "kettle"],
      /neither JSON, such as .* nor the address of a page: kettle/,
    ],
    ["a file", ["file"], /otklik import FILE --dry-run/],
    ["no pages", ["web-page", "https://a.example", "--pages", "0"], /a whole number of pages/],
  ]);
});

describe("label", () => {
  const sentiments = (ended: Ended) =>
    ended.lines<LabelOutcome>().map((line) => ("label" in line ? line.label.sentiment.is : line.failed));

  it("reads texts from its input, and answers for each line by its number, in their order", async () => {
    const input = "\uFEFFОтличный крем, спасибо\r\n\r\nПришёл разбитый флакон, ужас\r\n";
    const ended = await otklik(["label", "-"], { environment, input });
    expect([ended.code, ended.told]).toEqual([0, ""]);
    expect(sentiments(ended)).toEqual(["positive", "neutral", "negative"]);
    expect(ended.lines<{ n: number }>().map(({ n }) => n)).toEqual([1, 2, 3]);
  });

  it("reads JSON lines from a file, and names the one that is no mention", async () => {
    const lines = [
      '{"text":"Пришёл","rating":{"stars":1,"outOf":5}}',
      '{"text":5}',
      '{"text":"","pros":"Отличный запах, нежный","kind":"review"}',
    ];
    const ended = await run("label", written("lines.jsonl", lines.join("\n")));
    expect(sentiments(ended)).toEqual(["negative", expect.stringMatching(/^line 2: text: /), "positive"]);
    expect([ended.code, ended.told]).toEqual([0, "1 without a label: line 2\n"]);
  });

  it("draws a table for a person", async () => {
    const ended = await run("label", written("texts.txt", "Отличный крем, спасибо\n"), "--format", "table");
    expect(ended.out).toMatch(/^line +sentiment .*\n1 +positive +\d+ %.* Отличный крем, спасибо\n$/);
  });

  it.concurrent.each([["нет.txt"], [folder]])("of %s says that there is no such file", async (path) => {
    const ended = await run("label", path);
    expect([ended.code, ended.told]).toEqual([1, `There is no file ${path}.\n`]);
  });
});

describe("sign-in", () => {
  it("prints a link that opens the running service, wherever it listens", async () => {
    const ended = await run("sign-in", "Anna@Example.com", "--json");
    const { link } = ended.json<{ link: string }>();
    const anna = await signIn({ url: service.url, signInLink: link });
    expect(link).toContain(`${service.url}/sign-in#token=`);
    expect(await anna.call("GET /api/me", {})).toMatchObject({
      email: "anna@example.com",
      workspace: me.workspace,
    });
  });

  it("says when there is no service to open it at", async () => {
    const ended = await runAlone("sign-in", "anna@example.com");
    expect(ended.out).toMatch(/^http:\/\/\S+#token=\S+\n$/);
    expect(ended.told).toContain("The service is not running");
  });

  it("refuses what is no address", async () => {
    const ended = await run("sign-in", "анна");
    expect([ended.code, ended.told]).toEqual([1, '"анна" is not an e-mail address.\n']);
  });
});

describe("the command line", () => {
  it("explains each command, with the options that all of them take", async () => {
    const names = ["start", "import", "source", "networks", "try", "label", "sign-in"];
    const asked = [["--help"], ...names.map((name) => [name, "--help"])];
    const [all, ...helps] = await otklikEach(asked, { environment });
    for (const name of names) expect(all?.out).toMatch(new RegExp(`^  ${name} `, "m"));
    for (const { code, out } of helps) {
      expect(code).toBe(0);
      expect(out).toMatch(/^Usage: otklik \S+.*\n\n\S.*\n/);
      expect(out).toContain("--data <folder>");
    }
  });

  it("answers what it does not understand with one line and where to read on", async () => {
    const misunderstood: [words: string[], told: string][] = [
      [["publish"], "unknown command 'publish'"],
      [["networks", "--xml"], "unknown option '--xml'"],
      [["start", "--port", "many"], "A port is a whole number"],
      [["start", "demo"], "too many arguments for 'start'"],
    ];
    const commands = misunderstood.map(([words]) => words);
    const ended = await otklikEach(commands, { environment });
    for (const [at, [, told]] of misunderstood.entries()) {
      expect(ended[at]).toMatchObject({ code: 1, out: "" });
      expect(ended[at]?.told.trimEnd().split("\n")).toEqual([
        expect.stringContaining(told),
        "Its options and arguments are told by --help.",
      ]);
    }
  });

  it.concurrent.each([
    ["a port that is none", { OTKLIK_PORT: "many" }, "The environment variable OTKLIK_PORT cannot be used"],
    ["a key that is none", { OTKLIK_KEY: "abc" }, "32 random bytes in base64"],
    ["another key", { OTKLIK_KEY: "A".repeat(43) }, "The key in OTKLIK_KEY is not the one"],
  ])("refuses %s in the environment by its name", async (_, change, words) => {
    const ended = await otklik(["source", "list"], { environment: { ...environment, ...change } });
    expect([ended.code, ended.out]).toEqual([1, ""]);
    expect(ended.told).toContain(words);
  });
});
