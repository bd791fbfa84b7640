// Kills the service in the middle of sending, again and again, and asks the network what it got. Under a minute.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openHome } from "@otklik/local/home";
import { buildWeb } from "../tests/support/built-web.ts";
import { type BusyShop, busyShop } from "../tests/support/busy-shop.ts";
import { rowsOf } from "../tests/support/recount.ts";

const kills = 4;
const repliesEach = 4;
const say = (line = ""): void => void process.stdout.write(`${line}\n`);

/** The texts of all replies whose sending has begun and whose outcome is not known yet. */
async function inTheAir({ data }: BusyShop): Promise<string[]> {
  const home = await openHome(data, { beside: true });
  const rows = await rowsOf(home);
  home.close();
  return rows
    .filter(({ sk, body }) => sk.includes("~r~") && (body.state as { is: string }).is === "sending")
    .map(({ body }) => String(body.text));
}

/** Those of them that no earlier kill has cut short. */
async function newlyInTheAir(shop: BusyShop, before: ReadonlySet<string>): Promise<string[]> {
  return (await inTheAir(shop)).filter((text) => !before.has(text));
}

async function arrivedOf(shop: BusyShop, texts: readonly string[]): Promise<number> {
  const told = new Set((await shop.journal()).map(({ text }) => text));
  return texts.filter((text) => told.has(text)).length;
}

async function run(shop: BusyShop): Promise<boolean> {
  await shop.post("__control", { unlimited: true, delayMs: 400 });
  await shop.reviewsArrive(kills * repliesEach + 5);
  const approved: string[] = [];
  const cutShort = new Set<string>();
  for (let round = 1; round <= kills; round++) {
    while (approved.length < round * repliesEach) {
      approved.push(...(await shop.answer(repliesEach)));
      if (approved.length === 0) await sleep(100); // the first reviews are still on their way in
    }
    while ((await newlyInTheAir(shop, cutShort)).length === 0) await sleep(10);
    await sleep(Math.random() * 700); // before the network hears of it, while it answers, or after
    await shop.service().kill();
    const air = await newlyInTheAir(shop, cutShort);
    for (const text of air) cutShort.add(text);
    const arrived = await arrivedOf(shop, air);
    say(`  ${round}. ${repliesEach} replies approved; killed (SIGKILL) while ${air.length} were being sent;`);
    say(`     of those the network has ${arrived}, and nobody here knows it; started again`);
    await shop.start();
  }
  await shop.post("__control", { delayMs: 0 });
  say("  A dead sender's claim holds for 45 s; then the network is asked about each. Waiting …");
  await shop.rest();
  const journal = await shop.journal();
  const times = approved.map((text) => journal.filter((entry) => entry.text === text && entry.took).length);
  const count = (wanted: (times: number) => boolean): number => times.filter(wanted).length;
  const [once, twice, never] = [count((n) => n === 1), count((n) => n > 1), count((n) => n === 0)];
  const foreign = journal.filter(({ text }) => !approved.includes(text)).length;
  say();
  say(`Replies approved: ${approved.length}. Cut short in mid-send: ${cutShort.size}, by ${kills} kills.`);
  say("In the network's own journal stand");
  say(`  exactly once: ${once}`);
  say(`  more than once: ${twice}`);
  say(`  not at all: ${never}`);
  say(`  that nobody approved: ${foreign}`);
  return once === approved.length && twice + never + foreign === 0 && cutShort.size > 0;
}

const began = Date.now();
const folder = mkdtempSync(join(tmpdir(), "otklik-crash-demo-"));
say(
  "A shop in the sandbox, a service in a folder of its own. Its replies are cut short while they are being sent.",
);
await buildWeb();
const shop = await busyShop(folder, { undoSeconds: 0 });
try {
  const isRight = await run(shop);
  say();
  say(
    `${isRight ? "Nothing was doubled and nothing was lost." : "THIS IS WRONG."} (${Math.round((Date.now() - began) / 1000)} s)`,
  );
  process.exitCode = isRight ? 0 : 1;
} finally {
  await shop.stop();
  rmSync(folder, { recursive: true, force: true });
}
