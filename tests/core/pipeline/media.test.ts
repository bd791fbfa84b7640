import { saveAccount } from "@otklik/core/account/credentials";
import type { Account, Media } from "@otklik/core/connector";
import { mentionId } from "@otklik/core/id";
import { afterEach, beforeEach, expect, it } from "vitest";
import { desk, request } from "../../support/desk.ts";
import { type TestHome, testHome } from "../../support/home.ts";
import { found } from "../../support/mentions.ts";
import { village } from "../../support/village.ts";

let here: TestHome;
let anna: Awaited<ReturnType<typeof desk>>;
let asked: { media: Media; account: Account | null }[];
let id: string;

beforeEach(async () => {
  asked = [];
  const there = village();
  there.said = [
    found({
      media: [
        { kind: "image", url: "village:photo-7" },
        { kind: "file", url: "village:contract" },
      ],
    }),
  ];
  const connector = {
    ...there.connector,
    media: async (media: Media, account: Account | null) => {
      asked.push({ media, account });
      const isFile = media.kind === "file";
      const headers = isFile
        ? { "content-type": "text/html", "content-disposition": "attachment; filename*=UTF-8''a%20b.html" }
        : { "content-type": "image/png" };
      return new Response(new Uint8Array([1, 2, 3]), { headers });
    },
  };
  here = await testHome({ connectors: [connector] });
  const account = { id: "bot1", network: "village", title: "Бот", connectedAt: here.ports.now() };
  await saveAccount({ table: here.table, secret: here.ports.secret }, account, { token: "t" });
  await here.connect({ accountId: "bot1" });
  await here.pull();
  anna = await desk(here);
  id = mentionId(here.brandId, "village", "r-1");
});
afterEach(() => here.close());

it("is brought by its network's connector, with the sign-in that it takes", async () => {
  const picture = { conversation: id, mention: id, index: "0" };
  const answer = await request(
    here.ports,
    "GET /api/media/:conversation/:mention/:index",
    picture,
    anna.cookie,
  );
  expect([answer.status, answer.body]).toEqual([200, new Uint8Array([1, 2, 3])]);
  expect(asked).toEqual([
    {
      media: { kind: "image", url: "village:photo-7" },
      account: { id: "bot1", credentials: { token: "t" } },
    },
  ]);
});

it("has no address outside that only its connector understands", async () => {
  const { body } = await anna.call("GET /api/conversations/:id", { id });
  expect(body.mentions[0]?.media).toEqual([
    { kind: "image", url: "", previewUrl: `/api/media/${id}/${id}/0` },
    { kind: "file", url: `/api/media/${id}/${id}/1` },
  ]);
});

it("that is no picture comes as a file to keep, which no browser runs", async () => {
  const file = { conversation: id, mention: id, index: "1" };
  const answer = await request(here.ports, "GET /api/media/:conversation/:mention/:index", file, anna.cookie);
  expect([answer.status, answer.body]).toEqual([200, new Uint8Array([1, 2, 3])]);
  expect(answer.headers).toMatchObject({
    "content-type": "application/octet-stream",
    "content-disposition": "attachment; filename*=UTF-8''a%20b.html",
  });
});
