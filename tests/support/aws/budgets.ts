import type { Spent } from "./metered.ts";
import type { Cost, ReferenceLoad } from "./reference-load.ts";

/** One line of the budget: what may be consumed, and what was. */
export interface Budget {
  what: string;
  unit: "write units" | "read units" | "SQS requests";
  /** None: nothing was promised. */
  most?: number;
  measured: number;
}

const writeOf = ({ write }: Spent): number => write.table + write.indexes;
const sum = (all: readonly Spent[], units: (one: Spent) => number): number =>
  all.reduce((total, one) => total + units(one), 0);
const writes = ({ spent }: Cost): number => sum(spent, writeOf);
const reads = ({ spent }: Cost): number => sum(spent, ({ read }) => read);
const requests = (cost: Cost): number =>
  Object.values(cost.requests).reduce((total, count) => total + count, 0);

/** Runs the reference load through the rooms and counts what each of its steps consumes. */
export async function measureBudgets(load: ReferenceLoad): Promise<{ budgets: Budget[]; spent: Spent[] }> {
  load.say();
  await load.costOf(load.pull); // the first pull of a source is not the usual one
  const said = load.say();
  const pull = await load.costOf(load.pull);
  const ids = said.map(load.idOf);
  const open = ids.slice(0, load.opened);
  const shared = sum(pull.spent, (one) => (ids.includes(one.key.sk) ? 0 : writeOf(one))) / load.perPull;
  const each = (some: readonly string[]): number =>
    sum(pull.spent, (one) => (some.includes(one.key.sk) ? writeOf(one) : 0)) / some.length + shared;

  const again = await load.costOf(load.pull);
  load.here.pass(3600);
  const heartbeat = await load.costOf(load.pull);

  const closed = await load.costOf(() => load.close(open));
  const more = load.say().map(load.idOf);
  await load.costOf(load.pull);
  const alone = await load.costOf(() => load.close(more.slice(0, 1)));
  const next = load.say().map(load.idOf).slice(0, load.opened);
  await load.costOf(load.pull);
  const replied = await load.costOf(() => load.reply(next));

  for (let n = 0; n < 10; n++) {
    load.say();
    await load.costOf(load.pull);
  }
  const page = await load.costOf(load.page);
  const ofInbox = page.spent.filter(({ key }) => key.pk.includes("/in."));

  const budgets: Budget[] = [
    {
      what: "a mention that is not opened",
      unit: "write units",
      most: 3.5,
      measured: each(ids.slice(load.opened)),
    },
    { what: "a mention that is opened", unit: "write units", most: 5.5, measured: each(open) },
    {
      what: "closing, six in a sitting",
      unit: "write units",
      most: 4,
      measured: writes(closed) / open.length,
    },
    { what: "closing a single one", unit: "write units", measured: writes(alone) },
    {
      what: "a reply, six in a sitting",
      unit: "write units",
      most: 6,
      measured: writes({ ...replied, spent: replied.spent.filter(isOfReply) }) / next.length,
    },
    {
      what: "a reply and the closing that comes with it",
      unit: "write units",
      most: 10,
      measured: writes(replied) / next.length,
    },
    { what: "an unchanged re-poll", unit: "write units", most: 0, measured: writes(again) },
    { what: "its heartbeat, once an hour", unit: "write units", most: 1, measured: writes(heartbeat) },
    {
      what: "a page of 50 of the inbox",
      unit: "read units",
      most: 2,
      measured: sum(ofInbox, ({ read }) => read),
    },
    { what: "a mention", unit: "read units", measured: reads(pull) / load.perPull },
    { what: "a mention", unit: "SQS requests", most: 0.7, measured: requests(pull) / load.perPull },
    { what: "a reply", unit: "SQS requests", measured: requests(replied) / next.length },
  ];
  const all = [pull, again, heartbeat, closed, alone, replied, page].flatMap(({ spent }) => spent);
  return { budgets, spent: all };
}

/** Of the reply's own row, or of the draft that it began as; the rest is its conversation leaving the inbox. */
const isOfReply = ({ key }: Spent): boolean => /~(r~|d$)/.test(key.sk);

/** Names of the budgets that are overdrawn. */
export const overdrawn = (budgets: readonly Budget[]): string[] =>
  budgets.flatMap(({ what, most, measured }) => (most !== undefined && measured > most ? [what] : []));

const brief = (count: number): string => String(Math.round(count * 100) / 100);

/** As a table of Markdown. */
export function budgetTable(budgets: readonly Budget[]): string {
  const lines = budgets.map(({ what, unit, most, measured }) => {
    const over = most !== undefined && measured > most ? " (over)" : "";
    return `| ${what} | ${unit} | ${most ?? ""} | ${brief(measured)}${over} |`;
  });
  return ["| what | unit | at most | measured |", "|---|---|---|---|", ...lines].join("\n");
}
