import { instagram } from "@otklik/connectors/instagram/index";
import type { Settings } from "@otklik/connectors/instagram/settings";
import type { Tools } from "@otklik/core/connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testTools } from "../../support/tools.ts";
import { type InstagramBench, openInstagram, problem, profile } from "./bench.ts";

let bench: InstagramBench;
beforeEach(async () => {
  bench = await openInstagram({ posts: 0 });
});
afterEach(() => bench.close());

const check = (tools = bench.tools) => instagram.check?.(bench.account, bench.settings as Settings, tools);
const discover = (tools = bench.tools) => instagram.discover?.(bench.account, tools);
/** The simulator, but for paths that end so. */
const but = (end: string, response: () => Response): Tools => ({
  ...bench.tools,
  http: async (request) =>
    new URL(request.url).pathname.endsWith(end) ? response() : bench.tools.http(request),
});

describe("checking a sign-in to Instagram", () => {
  it("names whose it is, and warns of nothing where all is well", async () => {
    expect(await check()).toMatchObject({ name: "Анна Демонова", warnings: [] });
  });

  it("names the permissions that were not given", async () => {
    const given = {
      data: [
        { permission: "instagram_basic", status: "granted" },
        { permission: "instagram_manage_comments", status: "declined" },
      ],
    };
    const standing = await check(but("/me/permissions", () => Response.json(given)));
    expect(standing?.warnings).toMatchObject([
      { en: expect.stringMatching("instagram_manage_comments, pages_show_list") },
    ]);
  });

  it("does not fail where Meta's list of permissions is not to be had", async () => {
    const standing = await check(but("/me/permissions", () => problem(100, { status: 400 })));
    expect(standing?.warnings).toEqual([]);
  });

  it("says that it does not see the chosen account", async () => {
    const hidden = () => problem(100, { status: 400, subcode: 33, message: "does not exist" });
    const standing = await check(but(`/${profile}`, hidden));
    expect(standing?.warnings).toMatchObject([{ en: expect.stringMatching("@romashka.demo") }]);
  });

  it("asks for a new sign-in where it was revoked", async () => {
    const tools = testTools({ http: async () => problem(190, { status: 401, subcode: 458 }) });
    await expect(check(tools)).rejects.toMatchObject({
      kind: "unauthorized",
      message: expect.stringMatching("Sign in anew"),
    });
  });
});

describe("the professional accounts of a sign-in", () => {
  it("are those of the Pages that the person manages", async () => {
    expect(await discover()).toEqual([
      {
        ...{ title: "@romashka.demo", detail: "Ромашка: косметика", is: "page" },
        settings: { account: profile, username: "romashka.demo", page: "109000000000001" },
      },
    ]);
  });

  it("are read from all pages of the list; a Page without one is left out", async () => {
    const lists = [
      {
        data: [{ id: "1", name: "Без аккаунта" }],
        paging: { cursors: { after: "two" }, next: "https://graph.example" },
      },
      { data: [{ id: "2", name: "Вторая", instagram_business_account: { id: "1784" } }] },
    ];
    const http = async ({ url }: Request) => Response.json(url.includes("after=two") ? lists[1] : lists[0]);
    expect(await discover(testTools({ http }))).toMatchObject([
      { title: "1784", settings: { account: "1784", page: "2" } },
    ]);
  });
});

it("signs in as the contract has it, for a token that is changed for one of sixty days", () => {
  expect(instagram.account).toMatchObject({
    ...{ is: "oauth", authorizeUrl: "https://www.facebook.com/v25.0/dialog/oauth", scopeSeparator: "," },
    renewal: { by: "exchange", first: { grantType: "fb_exchange_token", withClient: true } },
  });
});
