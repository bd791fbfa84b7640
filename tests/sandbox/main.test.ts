import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sandboxRoutes, startSandbox } from "@otklik/sandbox/main";
import { openState } from "@otklik/sandbox/state";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { Journal } from "./wildberries/opened.ts";

const script = fileURLToPath(import.meta.resolve("@otklik/sandbox/main"));
const newFile = () => join(temporaryFolder(), "sandbox.db");
const Listening = z.object({ url: z.url() });
const Listed = z.object({ data: z.object({ feedbacks: z.tuple([z.object({ id: z.string() })]) }) });
const Answered = z.object({ data: z.object({ answer: z.object({ text: z.string() }) }) });

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

async function startProcess(file: string, ...more: string[]) {
  const options = ["--port", "0", "--file", file, "--reviews", "40", "--questions", "2", ...more];
  const child = spawn(process.execPath, [script, ...options], { stdio: ["pipe", "pipe", "inherit"] });
  started.push(child);
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { child, url: Listening.parse(JSON.parse(line.toString())).url };
}

const token = { Authorization: "demo-token", "Content-Type": "application/json" };

describe("the sandbox as a process", () => {
  it("remembers an accepted answer when it is killed with -9 right after accepting it", async () => {
    const file = newFile();
    const first = await startProcess(file);
    const list = `${first.url}/wildberries/api/v1/feedbacks?isAnswered=false&take=1&skip=0`;
    const { data } = Listed.parse(await (await fetch(list, { headers: token })).json());
    const { id } = data.feedbacks[0];
    const body = JSON.stringify({ id, text: "Спасибо за отзыв!" });
    const answer = `${first.url}/wildberries/api/v1/feedbacks/answer`;
    const accepted = await fetch(answer, { method: "POST", headers: token, body });
    first.child.kill("SIGKILL");
    await once(first.child, "exit");
    expect(accepted.status).toBe(204);

    const second = await startProcess(file);
    const one = `${second.url}/wildberries/api/v1/feedback?id=${id}`;
    const again = Answered.parse(await (await fetch(one, { headers: token })).json());
    expect(again.data.answer.text).toBe("Спасибо за отзыв!");
    const witness = Journal.parse(await (await fetch(`${second.url}/wildberries/__journal`)).json());
    expect(witness.entries).toMatchObject([{ kind: "answer", id, text: "Спасибо за отзыв!", took: true }]);
    expect(witness.repeated).toEqual([]);
  });

  it("ends by itself, without an error, when asked to terminate", async () => {
    const { child } = await startProcess(newFile());
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("ends when the parent that held its input goes away", async () => {
    const { child } = await startProcess(newFile(), "--with-parent");
    child.stdin?.end();
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});

describe("the sandbox inside another process", () => {
  it("lists its networks with the base address of their APIs", async () => {
    const sandbox = await startSandbox({ port: 0, file: ":memory:", world: { reviews: 0, questions: 0 } });
    const page = await fetch(`${sandbox.url}/?lang=en`).then((response) => response.text());
    await sandbox.close();
    expect(page).toContain(`${sandbox.url}/wildberries</code>`);
    expect(page).toMatch(/>Wildberries<.*reviews/s);
  });

  it("makes a network's world when somebody first looks at it, and not before", async () => {
    const state = openState(":memory:");
    const routes = sandboxRoutes({ state, now: () => new Date("2026-07-24T12:00:00Z") }, { reviews: 3 });
    await routes.request("http://sandbox.test/");
    const openedAt = () => state.of("/wildberries").fact("openedAt");
    expect(openedAt()).toBeNull();
    expect((await routes.request("http://sandbox.test/wildberries")).status).toBe(200);
    expect(openedAt()).toBe("2026-07-24T12:00:00.000Z");
  });

  it("cuts the connection of a lost answer although the answer takes effect", async () => {
    const sandbox = await startSandbox({ port: 0, file: ":memory:", world: { reviews: 30, questions: 0 } });
    const base = `${sandbox.url}/wildberries`;
    const order = JSON.stringify({ loseAnswer: 1, loseBy: "cut" });
    await fetch(`${base}/__control`, { method: "POST", body: order });
    const body = JSON.stringify({ id: "unknown", text: "Спасибо" });
    const lost = fetch(`${base}/api/v1/feedbacks/answer`, { method: "POST", headers: token, body });
    await expect(lost).rejects.toThrow("fetch failed");
    const { entries } = Journal.parse(await (await fetch(`${base}/__journal`)).json());
    await sandbox.close();
    expect(entries).toHaveLength(1);
  });

  it("says where it could not listen", async () => {
    const first = await startSandbox({ port: 0, file: ":memory:", world: { reviews: 0, questions: 0 } });
    const port = Number(new URL(first.url).port);
    const second = startSandbox({ port, file: ":memory:", world: { reviews: 0, questions: 0 } });
    await expect(second).rejects.toThrow(`cannot listen on 127.0.0.1:${port}`);
    await first.close();
  });
});
