// The main job on real input: pages, an export and the contract's examples go the whole way into the inbox and back out.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import type { Conversation } from "@otklik/core/conversation/conversation";
import { conversationFromRow } from "@otklik/core/conversation/conversation-store";
import { rowKind } from "@otklik/core/mention/mention-store";
import { getHealth } from "@otklik/core/source/source-store";
import { type Sandbox, startSandbox } from "@otklik/sandbox/main";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { desk } from "./desk.ts";
import { type HomeName, type LivingHome, livingHome } from "./living-home.ts";

const shared = new URL("../../../shared/", import.meta.url);
const isShared = existsSync(shared);
if (!isShared)
  process.stderr.write(
    "\n*** ../shared is not here: the journeys run on the project's own fixtures instead ***\n\n",
  );

const invisible = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
/** First 16 hex letters of the SHA-256 over what a reader sees, on one line; null where there is nothing. */
function fingerprint(text: string | undefined): string | null {
  const seen = (text ?? "").normalize("NFC").replace(invisible, "").replace(/\s+/g, " ").trim();
  return seen === "" ? null : createHash("sha256").update(seen).digest("hex").slice(0, 16);
}

let here: LivingHome;
let anna: Awaited<ReturnType<typeof desk>>;

const open = async (name: HomeName, environment: Record<string, string> = {}): Promise<void> => {
  here = await livingHome(environment, name);
  anna = await desk(here);
};

/** Every conversation that lies in the table, whatever its status. */
const conversations = async (): Promise<Conversation[]> =>
  (await here.rows()).filter((row) => rowKind(row) === "conversation").map(conversationFromRow);

/** As a person does it on the first screen: recognise, look, connect with what is advised. */
async function connect(given: { link?: string; file?: { blob: string; name: string } }) {
  const recognised = await anna.call("POST /api/recognise", given);
  expect(recognised.error).toBeUndefined();
  const { network, title, settings, advised } = recognised.body;
  const wish = { brand: here.brandId, network, title, settings, inboxFrom: advised };
  const connected = await anna.call("POST /api/sources", wish);
  expect(connected.error).toBeUndefined();
  return { recognised: recognised.body, source: connected.body.source };
}

/** Emulators in this process are slower than what they stand for, so a single page has to do; progress is told by page. */
const exported = { embedded: { rows: inject("exported"), steps: 2 }, aws: { rows: 2000, steps: 1 } };

export function describeMainJob(name: HomeName): void {
  describe(`in the home ${name}:`, () => {
    describe("pages with review markup", () => {
      let server: Server;
      let address: string;
      const connected = new Map<string, Awaited<ReturnType<typeof connect>>>();
      const folder = isShared ? new URL("pages/", shared) : new URL("../fixtures/web-page/", import.meta.url);
      const table: Record<
        string,
        { count: number; mentions: { author: string; stars: number; text: string }[] }
      > = isShared
        ? JSON.parse(readFileSync(new URL("../fixtures/web-page/shared-pages.json", import.meta.url), "utf8"))
        : JSON.parse(readFileSync(new URL("../fixtures/web-page/own-pages.json", import.meta.url), "utf8"));

      beforeAll(async () => {
        server = createServer((request, response) => {
          response.setHeader("content-type", "text/html");
          response.end(readFileSync(new URL(`.${request.url}`, folder)));
        });
        await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
        const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
        address = `http://${host}/`;
        await open(name, { OTKLIK_ALLOW_HOSTS: host });
        const began = Date.now();
        for (const page of Object.keys(table)) connected.set(page, await connect({ link: address + page }));
        await here.rest();
        expect(Date.now() - began).toBeLessThan(30_000);
      });
      afterAll(async () => {
        server.close();
        await here.close();
      });

      it.each(Object.entries(table))(
        "become the mentions that a person reads on %s",
        async (page, expected) => {
          const { recognised, source } = connected.get(page) ?? {};
          const read = (await conversations())
            .filter(({ sourceId }) => sourceId === source?.id)
            .flatMap(({ mention, label }) => (mention && label ? [mention] : []))
            .map(({ author, rating, text }) => ({
              author: fingerprint(author.name),
              stars: rating?.stars ?? null,
              text: fingerprint(text),
            }));
          const told = expected.mentions.map(({ author, stars, text }) => ({ author, stars, text }));
          const sorted = <T>(all: T[]): string[] => all.map((one) => JSON.stringify(one)).sort();
          expect(sorted(read)).toEqual(sorted(told));
          expect(recognised?.count).toBe(expected.count);
        },
      );

      it("stand in the inbox, labelled and with a place", async () => {
        const { body } = await anna.call("GET /api/inbox", { brand: here.brandId, limit: 200 });
        const all = Object.values(table).reduce((sum, { count }) => sum + count, 0);
        expect(body.cards).toHaveLength(all);
      });
    });

    describe("an export of many rows", () => {
      const { rows, steps } = exported[name];

      /** Texts of the shared training data, or as many of our own making. */
      function texts(): { text: string; stars: string }[] {
        const own = Array.from({ length: rows }, (_, n) => ({
          text: `Отзыв ${n}: ${n % 3 ? "хороший крем" : "протёк, ужасно"}`,
          stars: String((n % 5) + 1),
        }));
        if (!isShared) return own;
        const lines = gunzipSync(readFileSync(new URL("sentiment/train.tsv.gz", shared)))
          .toString()
          .split("\n")
          .slice(1);
        return lines.slice(0, rows).map((line) => {
          const [, , , , rating = "", text = ""] = line.split("\t");
          return { text, stars: /^[1-5]$/.test(rating) ? rating : "" };
        });
      }
      const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
      const csv = (): string =>
        ["Номер;Оценка;Отзыв", ...texts().map(({ text, stars }, n) => `${n};${stars};${quoted(text)}`)].join(
          "\n",
        );
      const upload = async (): Promise<{ blob: string; name: string }> => {
        const blob = `upload/${here.workspaceId}/${Math.random()}`;
        await here.ports.blob.put(blob, new TextEncoder().encode(csv()));
        return { blob, name: "export.csv" };
      };

      beforeAll(() => open(name));
      afterAll(() => here.close());

      it("imports with progress, and every mention is labelled, queued and can be answered", {
        timeout: 180_000,
      }, async () => {
        const { source } = await connect({ file: await upload() });
        const seen = new Set<number>();
        const watch = setInterval(async () => {
          seen.add((await getHealth(here.table, source.id)).progress?.done ?? 0);
        }, 50);
        await here.rest();
        clearInterval(watch);
        expect([...seen].filter((done) => done > 0).length).toBeGreaterThanOrEqual(steps);
        const counts = await anna.call("GET /api/counts", { brand: here.brandId });
        expect(counts.body.all).toBe(rows);
        const all = await conversations();
        expect(all).toHaveLength(rows);
        expect(all.every(({ label, status }) => label !== undefined && status.is === "open")).toBe(true);
        const { body } = await anna.call("GET /api/inbox", { brand: here.brandId, limit: 1 });
        const id = body.cards[0]?.id ?? "";
        const answered = await anna.call("POST /api/conversations/:id/answered", {
          id,
          reply: "reply0000000000000001",
          text: "Спасибо",
        });
        expect(answered.body.state).toBe("by-hand");
      });

      it("doubles nothing when the same export is imported again", { timeout: 180_000 }, async () => {
        await connect({ file: await upload() });
        await here.rest();
        expect(await conversations()).toHaveLength(rows);
      });
    });

    describe("the examples of the Wildberries contract", () => {
      let sandbox: Sandbox;
      const contract = new URL("contracts/wildberries/openapi-communications.json", shared);

      interface Example {
        id: string;
        text: string;
        pros: string;
        cons: string;
        productValuation: number;
        userName: string;
      }
      /** The review that the contract shows, or one of our own in the same shape. */
      function example(): Example {
        const own = {
          id: "YX00demo00demo00demo",
          text: "Демо-отзыв",
          pros: "Удобный",
          cons: "Нет",
          productValuation: 5,
          userName: "Демо",
        };
        if (!isShared) return own;
        const { paths } = JSON.parse(readFileSync(contract, "utf8"));
        return paths["/api/v1/feedbacks"].get.responses["200"].content["application/json"].example.data
          .feedbacks[0];
      }

      beforeAll(async () => {
        sandbox = await startSandbox({
          port: 0,
          file: ":memory:",
          world: { reviews: 0, questions: 0, arrivalEveryMs: 0, moderationMs: 200 },
        });
        await open(name, { OTKLIK_ALLOW_HOSTS: new URL(sandbox.url).host });
        const { id, text, pros, cons, productValuation, userName } = example();
        const body = JSON.stringify([{ id, text, pros, cons, productValuation, userName }]);
        await fetch(`${sandbox.url}/wildberries/__reviews`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body,
        });
      });
      afterAll(async () => {
        await here.close();
        await sandbox.close();
      });

      it("are pulled, labelled, queued and answered, and the network shows the answer", {
        timeout: 60_000,
      }, async () => {
        const credentials = { token: "sandbox-token", address: `${sandbox.url}/wildberries` };
        const wish = { brand: here.brandId, network: "wildberries", title: "WB", settings: {}, credentials };
        expect((await anna.call("POST /api/sources", wish)).error).toBeUndefined();
        await here.rest();
        const { body: inbox } = await anna.call("GET /api/inbox", { brand: here.brandId });
        const { id, text, pros, userName } = example();
        expect(inbox.cards).toHaveLength(1);
        expect(inbox.cards[0]).toMatchObject({
          network: "wildberries",
          author: userName,
          rating: { stars: 5, outOf: 5 },
        });
        const opened = await anna.call("GET /api/conversations/:id", { id: inbox.cards[0]?.id ?? "" });
        expect(opened.body.mentions[0]).toMatchObject({ text, pros });
        const answer = "Спасибо, что рассказали";
        await anna.call("POST /api/conversations/:id/replies", {
          id: opened.body.id,
          reply: "reply0000000000000001",
          text: answer,
        });
        const approvedAt = Date.now();
        const page = async (): Promise<string> =>
          (await fetch(`${sandbox.url}/wildberries/feedbacks/${id}?static`)).text();
        while (!(await page()).includes(answer)) await sleep(100);
        const seconds = (Date.now() - approvedAt) / 1000;
        expect(seconds).toBeGreaterThan(opened.body.undoSeconds - 1);
        expect(seconds).toBeLessThan(opened.body.undoSeconds + 5);
      });
    });
  });
}
