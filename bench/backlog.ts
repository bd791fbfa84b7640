// 200,000 old reviews flow into a living home with the default choice; meanwhile a new urgent one comes every few seconds.
// Prints how soon each was in the inbox and told, and fails when a promise is broken.

import { setTimeout as rest } from "node:timers/promises";
import { defaultAlerting } from "@otklik/core/alert/alerting";
import { changeAlerting } from "@otklik/core/alert/alerting-store";
import { sealWebhook } from "@otklik/core/alert/recipient";
import type { Connector, FoundMention } from "@otklik/core/connector";
import { getConversation } from "@otklik/core/conversation/conversation-store";
import { mentionId } from "@otklik/core/id";
import { send } from "@otklik/core/pipeline/jobs";
import { inboxFromChoice, type Source } from "@otklik/core/source/source";
import { saveSource } from "@otklik/core/source/source-store";
import { listBuckets } from "@otklik/core/trend/trend-store";
import { livingHome } from "../tests/support/living-home.ts";
import { found } from "../tests/support/mentions.ts";
import { slackServer } from "../tests/support/slack-server.ts";
import { village } from "../tests/support/village.ts";

const rows = Number(process.argv[2] ?? 200_000);
const perPage = 1000;
const pauseMs = 5000;
const promisedSeconds = 10;
const years = 2;
const day = 24 * 3600_000;

const slack = await slackServer();
const home = await livingHome({
  OTKLIK_ALLOW_HOSTS: slack.host,
  OTKLIK_PUBLIC_URL: "https://otklik.example.com",
});
const { ports, workspaceId, brandId, table } = home;
const began = Date.now();

/** Spread over two years, the newest first; every third answered, two of five bad, one of fifty dire. */
function old(n: number): FoundMention {
  const postedAt = new Date(began - 60_000 - (n / rows) * years * 365 * day);
  const text =
    n % 50 === 0 ? "Ребёнок попал в больницу, ожог" : n % 5 < 2 ? "крем ужасный, протёк" : "крем хороший";
  return found({
    externalId: `old-${n}`,
    text: `${text}, отзыв ${n}`,
    rating: { stars: n % 5 < 2 ? 1 : 5, outOf: 5 },
    postedAt,
    ...(n % 3 === 0 ? { ownerReply: { text: "Спасибо" } } : {}),
  });
}
const archive: Connector = {
  ...village().connector,
  network: "archive",
  async pull(_, from) {
    const start = Number(from ?? 0);
    const end = Math.min(rows, start + perPage);
    const page = Array.from({ length: end - start }, (__, n) => old(start + n));
    return { found: page, unreadable: [], next: String(end), more: end < rows };
  },
};
const fresh = village();
ports.connectors = [archive, fresh.connector];

const webhook = await sealWebhook(ports.secret, "slack1", slack.webhook);
await changeAlerting({ table, ports }, brandId, () => ({
  ...defaultAlerting,
  channels: [{ is: "slack", id: "slack1", title: "#reviews", webhook }],
  rules: defaultAlerting.rules.map((rule) => ({ ...rule, to: ["slack1"] })),
}));
const sourceOf = (network: string): Source => ({
  id: `${network}1`,
  brandId,
  network,
  title: network,
  settings: {},
  every: 5,
  inboxFrom: inboxFromChoice("30d", new Date(began)),
  state: { is: "active" },
  connectedAt: new Date(began),
});
const pull = (network: string): Promise<void> =>
  send(ports, "pull", [{ job: { workspaceId, sourceId: `${network}1` }, group: `${network}1` }]);
for (const { network } of ports.connectors)
  await saveSource({ scoped: table, all: ports.table }, sourceOf(network));
await pull("archive");

const inbox: number[] = [];
const told: number[] = [];
const since = (at: number): number => (Date.now() - at) / 1000;
let isFlowing = true;
const flowing = home.rest().then(() => {
  isFlowing = false;
});
for (let n = 0; isFlowing; n++) {
  await Promise.race([rest(pauseMs), flowing]);
  // Five urgent ones in ten minutes are told one by one; more would rightly wait.
  const isUrgent = n % 6 === 0 && told.length < 5;
  const text = isUrgent ? "Ребёнок попал в больницу, ожог" : "Крем хороший";
  const at = Date.now();
  fresh.said = [found({ externalId: `now-${n}`, text, postedAt: new Date(at) })];
  await pull("village");
  const id = mentionId(brandId, "village", `now-${n}`);
  while (!(await getConversation(table, id))) await rest(10);
  inbox.push(since(at));
  const isTold = (): boolean => slack.told.some(({ payload }) => JSON.stringify(payload).includes(id));
  while (isUrgent && !isTold()) await rest(10);
  if (isUrgent) told.push(since(at));
}
await home.rest();
const took = (Date.now() - began) / 1000;

const buckets = await listBuckets(table, brandId);
const sum = (of: (bucket: (typeof buckets)[number]) => number): number =>
  buckets.reduce((all, bucket) => all + of(bucket), 0);
const expectedOpen = Array.from({ length: rows }, (_, n) => old(n)).filter(
  ({ postedAt, ownerReply }) => !ownerReply && postedAt.getTime() >= began - 30 * day,
).length;
const figures = (seconds: readonly number[]): string => {
  const sorted = seconds.toSorted((a, b) => a - b);
  return `${(sorted[sorted.length >> 1] ?? 0).toFixed(2)} s, ${(sorted.at(-1) ?? 0).toFixed(2)} s`;
};
const inTime = (seconds: readonly number[]): boolean => seconds.every((one) => one <= promisedSeconds);
const mentions = sum((bucket) => bucket.mentions);
const open = sum((bucket) => bucket.open.all);
const facts: [string, string | number, boolean][] = [
  [`${rows} old reviews, stored and summed`, `${took.toFixed(0)} s, ${Math.round(rows / took)}/s`, true],
  ["in the trend", mentions, mentions === rows + inbox.length],
  ["in the inbox", open, open === expectedOpen + inbox.length],
  [
    "messages in Slack for new urgent ones",
    `${slack.told.length} for ${told.length}`,
    slack.told.length === told.length,
  ],
  [`in the inbox (${inbox.length} new), median and worst`, figures(inbox), inTime(inbox)],
  ["in Slack, median and worst", figures(told), inTime(told)],
];
await slack.close();
await home.close();
for (const [name, value, holds] of facts)
  process.stdout.write(`${name.padEnd(45)} ${String(value).padStart(22)} ${holds ? "" : "  BROKEN"}\n`);
process.exitCode = facts.every(([, , holds]) => holds) ? 0 : 1;
