// 200,000 old reviews flow into a living home with the default choice; meanwhile a new urgent one comes every few seconds.
// Prints how soon each was in the inbox and told, and fails when a promise is broken.

import { setTimeout as rest } from "node:timers/promises";
import { defaultAlerting } from "@otklik/core/alert/alerting";
import { changeAlerting } from "@otklik/core/alert/alerting-store";
import type { Connector, FoundMention } from "@otklik/core/connector";
import { getConversation } from "@otklik/core/conversation/conversation-store";
import { mentionId } from "@otklik/core/id";
import { send } from "@otklik/core/pipeline/jobs";
import { inboxFromChoice, type Source } from "@otklik/core/source/source";
import { saveSource } from "@otklik/core/source/source-store";
import { listBuckets } from "@otklik/core/trend/trend-store";
import { livingHome } from "../tests/support/living-home.ts";
import { found } from "../tests/support/mentions.ts";
import { recordingMessenger } from "../tests/support/recording-messenger.ts";
import { village } from "../tests/support/village.ts";

const rows = Number(process.argv[2] ?? 200_000);
const perPage = 1000;
const pauseMs = 5000;
const promisedSeconds = 10;
const years = 2;
const day = 24 * 3600_000;

const home = await livingHome();
const { ports, workspaceId, brandId, table } = home;
const began = Date.now();
const messenger = recordingMessenger(() => new Date());
ports.messenger = messenger;

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

await changeAlerting({ table, ports }, brandId, () => ({
  ...defaultAlerting,
  channels: [{ is: "email", id: "mail1", address: "anna@example.com" }],
  rules: defaultAlerting.rules.map((rule) => ({ ...rule, to: ["mail1"] })),
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

const seconds: { inbox: number; told: number }[] = [];
const since = (at: number): number => (Date.now() - at) / 1000;
let isFlowing = true;
const flowing = home.rest().then(() => {
  isFlowing = false;
});
for (let n = 0; isFlowing; n++) {
  await Promise.race([rest(pauseMs), flowing]);
  if (!isFlowing) break;
  const at = Date.now();
  fresh.said = [
    found({ externalId: `now-${n}`, text: "Ребёнок попал в больницу, ожог", postedAt: new Date(at) }),
  ];
  await pull("village");
  const id = mentionId(brandId, "village", `now-${n}`);
  while (!(await getConversation(table, id))) await rest(10);
  const inbox = since(at);
  const isTold = (): boolean =>
    messenger.told.some(({ notice }) => "top" in notice && notice.path.endsWith(id));
  while (!isTold() && since(at) < 60) await rest(10);
  seconds.push({ inbox, told: since(at) });
}
await flowing;
const took = (Date.now() - began) / 1000;

const buckets = await listBuckets(table, brandId);
const sum = (of: (bucket: (typeof buckets)[number]) => number): number =>
  buckets.reduce((all, bucket) => all + of(bucket), 0);
const expectedOpen = Array.from({ length: rows }, (_, n) => old(n)).filter(
  ({ postedAt, ownerReply }) => !ownerReply && postedAt.getTime() >= began - 30 * day,
).length;
const worst = (of: "inbox" | "told"): number => Math.max(...seconds.map((one) => one[of]));
const median = (of: "inbox" | "told"): number =>
  seconds.map((one) => one[of]).toSorted((a, b) => a - b)[Math.floor(seconds.length / 2)] ?? 0;
const told = messenger.told.reduce((all, { notice }) => all + ("count" in notice ? notice.count : 0), 0);
const facts = [
  [`${rows} old reviews, stored and summed`, `${took.toFixed(0)} s, ${Math.round(rows / took)}/s`, true],
  [
    "in the trend",
    sum(({ mentions }) => mentions),
    sum(({ mentions }) => mentions) === rows + seconds.length,
  ],
  [
    "in the inbox",
    sum(({ open }) => open.all),
    sum(({ open }) => open.all) === expectedOpen + seconds.length,
  ],
  ["new urgent ones, alerts told", `${seconds.length}, ${told}`, told === seconds.length],
  [
    "  in the inbox, median and worst",
    `${median("inbox").toFixed(2)} s, ${worst("inbox").toFixed(2)} s`,
    worst("inbox") <= promisedSeconds,
  ],
  [
    "  told, median and worst",
    `${median("told").toFixed(2)} s, ${worst("told").toFixed(2)} s`,
    worst("told") <= promisedSeconds,
  ],
] as const;
await home.close();
for (const [name, value, holds] of facts)
  process.stdout.write(`${name.padEnd(42)} ${String(value).padStart(22)} ${holds ? "" : "  BROKEN"}\n`);
process.exitCode = facts.every(([, , holds]) => holds) ? 0 : 1;
