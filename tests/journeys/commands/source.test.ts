import type { NetworkView } from "@otklik/core/api/views";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { besideService, describeRefusals, triedIn } from "../../support/commands-tried.ts";
import { eventually } from "../../support/eventually.ts";
import { signIn } from "../../support/running-service.ts";
import { serveSite } from "../../support/shop-site.ts";

let site: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

const here = triedIn(() => site.host);
const { written, environmentOf, runAlone } = here;
const { url, person, run } = besideService(here);

describe("source", () => {
  let id: string;

  it("add connects a page by its link, and the running service pulls it", async () => {
    const ended = await run("source", "add", `${site.url}/kettle`, "--from", "all", "--json");
    expect(ended.code).toBe(0);
    ({ source: id } = ended.json<{ source: string }>());
    expect(ended.json()).toMatchObject({ network: "web-page", title: "Demo kettle" });
    await eventually(async () => {
      const source = (await person().call("GET /api/sources", {})).find((one) => one.id === id);
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
      expect.stringMatching(/^line 3, Лавка: There is no network/m),
    ]);
    expect(ended.out).toContain("1 connected, 0 there already, 1 refused.");
  });

  describeRefusals("source", () => environmentOf("beside"), [
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

describe("sign-in", () => {
  it("prints a link that opens the running service, wherever it listens", async () => {
    const ended = await run("sign-in", "Anna@Example.com", "--json");
    const { link } = ended.json<{ link: string }>();
    const anna = await signIn({ url: url(), signInLink: link });
    expect(link).toContain(`${url()}/sign-in#token=`);
    expect(await anna.call("GET /api/me", {})).toMatchObject({
      email: "anna@example.com",
      workspace: (await person().call("GET /api/me", {})).workspace,
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
