import { saveAccount } from "@otklik/core/account/credentials";
import type { Archive } from "@otklik/core/archive";
import { format, type Header } from "@otklik/core/archive/archive-line";
import type { OpenFile } from "@otklik/core/archive/read-archive";
import { writeArchive } from "@otklik/core/archive/write-archive";
import { longestText } from "@otklik/core/mention/mention";
import { type Home, openHome } from "@otklik/local/home";
import { localSecret } from "@otklik/local/secret";
import { onTestFinished } from "vitest";
import { desk } from "./desk.ts";
import { type TestHome, testHome } from "./home.ts";
import { found, noon } from "./mentions.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { type Village, village } from "./village.ts";

export const header: Header = { otklik: "home", format, at: noon.toISOString(), credentials: null };
export const replyId = "reply000000000000001";

/**
 * A home with something of everything: mentions (one too long for its row), an account, a reply that waits out its undo
 * time, a message on its way, a person who has signed in, a Slack channel and an address that alerts go to.
 */
export async function livedInHome(): Promise<{ here: TestHome; there: Village }> {
  const there = village();
  const here = await testHome({ connectors: [there.connector] });
  onTestFinished(here.close);
  const { ports, table } = here;
  await saveAccount(
    { table, secret: ports.secret },
    { id: "account1", network: "village", title: "Деревня", connectedAt: noon },
    { token: "top-secret-token" },
  );
  await here.connect({ accountId: "account1" });
  there.said = [
    found({ externalId: "long", text: "я".repeat(longestText + 500) }),
    found({ externalId: "bad", text: "Ужасно, протёк", rating: { stars: 1, outOf: 5 } }),
  ];
  await here.pull();
  const { call } = await desk(here);
  const { cards } = (await call("GET /api/inbox", { brand: here.brandId })).body;
  const id = cards.find(({ rating }) => rating?.stars === 1)?.id ?? "";
  await call("POST /api/conversations/:id/replies", { id, reply: replyId, text: "Простите, вернём деньги" });
  for (const channel of channels) await call("POST /api/alerting/channels", { brand: here.brandId, channel });
  return { here, there };
}

const channels = [
  { is: "slack" as const, title: "#reviews", webhook: "https://hooks.example.com/top-secret-hook" },
  { is: "email" as const, address: "anna@example.com" },
];

/** The whole file of a home, as it stands on a disk. */
export async function fileOf(archive: Archive, change: Partial<Parameters<typeof writeArchive>[1]> = {}) {
  const { bytes, totals } = writeArchive(archive, { header, reseal: null, ...change });
  const file = Buffer.from(await new Response(bytes).arrayBuffer());
  return { file, totals: totals() };
}

export const opened =
  (file: Uint8Array): OpenFile =>
  () =>
    new Blob([file as Uint8Array<ArrayBuffer>]).stream() as ReadableStream<Uint8Array>;

/** An empty home with a key of its own. */
export async function emptyHome(): Promise<Home & { secret: ReturnType<typeof localSecret> }> {
  const home = await openHome(temporaryFolder(), { now: () => noon });
  onTestFinished(home.close);
  return { ...home, secret: localSecret(new Uint8Array(32).fill(9)) };
}
