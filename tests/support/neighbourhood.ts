// Our own simulators side by side, each counting by its network's limits. A network is an entry of the list.
import { connectors } from "@otklik/connectors";
import type { Connector } from "@otklik/core/connector";
import { recordedMailbox } from "@otklik/local/commands/recorded";
import { app } from "@otklik/sandbox/app-store/app";
import { appStore } from "@otklik/sandbox/app-store/app-store";
import { client, googleBusiness } from "@otklik/sandbox/google-business/google-business";
import { pushEmail } from "@otklik/sandbox/google-business/pubsub";
import { googlePlay } from "@otklik/sandbox/google-play/google-play";
import { packageName } from "@otklik/sandbox/google-play/reviews";
import { instagram } from "@otklik/sandbox/instagram/instagram";
import { profile } from "@otklik/sandbox/instagram/people";
import type { SimulatedNetwork } from "@otklik/sandbox/network";
import { ozon } from "@otklik/sandbox/ozon/ozon";
import { group } from "@otklik/sandbox/telegram/people";
import { telegram } from "@otklik/sandbox/telegram/telegram";
import { vk } from "@otklik/sandbox/vk/vk";
import { wildberries } from "@otklik/sandbox/wildberries/wildberries";
import { yandexMarket } from "@otklik/sandbox/yandex-market/index";
import { type OpenedSandbox, sandboxOf } from "./sandbox-of.ts";
import type { Neighbour } from "./side-by-side.ts";

interface Resident {
  network: string;
  simulator(posts: number): SimulatedNetwork;
  /** Who signs in at this sandbox, and what each of its sources is told. */
  moveIn(sandbox: OpenedSandbox): Promise<{ credentials: Record<string, string>; settings: unknown[] }>;
}

const still = { arrivalEveryMs: 0, moderationMs: 0 };
const signedInBy =
  (credentials: Record<string, string>, ...settings: unknown[]): Resident["moveIn"] =>
  async () => ({ credentials, settings });

const residents: readonly Resident[] = [
  {
    network: "wildberries",
    simulator: (posts) => wildberries({ ...still, reviews: posts, questions: 6 }),
    moveIn: signedInBy({ token: "demo-token" }, {}, { articles: ["990001002"] }),
  },
  {
    network: "ozon",
    simulator: (posts) => ozon({ ...still, posts }),
    moveIn: signedInBy(
      { clientId: "836100", apiKey: "demo-api-key" },
      { reads: ["reviews", "questions"] },
      { reads: ["chats"] },
    ),
  },
  {
    network: "yandex-market",
    simulator: (posts) => yandexMarket({ ...still, posts }),
    moveIn: signedInBy({ token: "ACMA:demo" }, { businessId: "7700001" }),
  },
  {
    network: "vk",
    simulator: (posts) => vk({ arrivalEveryMs: 0, posts }),
    moveIn: signedInBy(
      { token: "demo-community-token", serviceKey: "demo-service-key", userToken: "demo-manager-token" },
      ...["wall", "board", "market", "messages"].map((part) => ({ community: "222333444", part })),
    ),
  },
  {
    network: "telegram",
    simulator: (posts) => telegram({ arrivalEveryMs: 0, posts }),
    moveIn: signedInBy(
      { token: "990000001:demo-telegram-token" },
      { chat: String(group.id) },
      { reads: "business" },
    ),
  },
  {
    network: "instagram",
    simulator: (posts) => instagram({ ...still, posts }),
    moveIn: signedInBy(
      { accessToken: "EAADdemo-instagram-token", clientId: "900100200300400", clientSecret: "demo" },
      { account: profile.id, username: "romashka.demo", page: "109000000000001" },
    ),
  },
  {
    network: "google-business",
    simulator: (posts) => googleBusiness({ ...still, posts }),
    async moveIn(sandbox) {
      const { accessToken } = (await sandbox.post("/__grant", {})) as { accessToken: string };
      const location = {
        account: "accounts/100000000000000000002",
        location: "locations/20000000000000000001",
        name: "Demo",
      };
      return {
        credentials: { clientId: client.id, clientSecret: client.secret, accessToken, pushEmail },
        settings: [location],
      };
    },
  },
  {
    network: "app-store",
    simulator: (posts) => appStore({ ...still, posts }),
    moveIn: async (sandbox) => ({
      credentials: (await sandbox.get("/__key")) as Record<string, string>,
      settings: [{ app: app.id, name: app.name }],
    }),
  },
  {
    network: "app-store-feed",
    simulator: (posts) => appStore({ ...still, posts }),
    moveIn: async ({ address }) => ({
      credentials: {},
      settings: [{ app: app.id, storefronts: ["ru", "us"], name: app.name, address }],
    }),
  },
  {
    network: "google-play",
    simulator: (posts) => googlePlay({ ...still, posts }),
    moveIn: async (sandbox) => ({
      credentials: { keyFile: JSON.stringify(await sandbox.get("/__key")) },
      settings: [{ app: packageName, name: "Demo" }],
    }),
  },
];

/** Each network so many times over, every time with a sandbox and a sign-in of its own. */
export async function neighbourhood(
  clock: { readonly now: Date },
  { times, posts }: { times: number; posts: number },
): Promise<Neighbour[]> {
  const all: Neighbour[] = [];
  for (const { network, simulator, moveIn } of residents)
    for (let n = 1; n <= times; n++) {
      const connector = connectorOf(network);
      const sandbox = sandboxOf(simulator(posts), clock as { now: Date }, `${network}-${n}.test`);
      const { credentials, settings } = await moveIn(sandbox);
      const sources = settings.map((one, at) => ({
        title: `${network} ${n}.${at + 1}`,
        settings: connector.settings.parse(one),
      }));
      all.push({
        connector,
        signIns: [{ credentials: { ...credentials, address: sandbox.address }, sources }],
        owns: ({ url }) => url.startsWith(`${sandbox.address}/`),
        async answer(request, { wait }) {
          await wait(60);
          const response = await sandbox.http(request);
          await wait(60);
          return response;
        },
      });
    }
  for (const network of mailed) for (let n = 1; n <= times; n++) all.push(mailNeighbour(network, n));
  return all;
}

/** Mail providers let nobody in more often than that, a minute. */
const mostOpenings = 30;
const mailed = ["email", "yandex-maps", "2gis"];
const letters = Array.from({ length: 8 }, (_, n) => ({
  file: `${n}.eml`,
  bytes: Buffer.from(
    `Message-ID: <${n}@mail.example>\r\nFrom: Demo <demo-${n}@mail.example>\r\nTo: shop@mail.example\r\n` +
      `Subject: Demo ${n}\r\nDate: Fri, 20 Nov 2026 11:0${n}:00 +0000\r\n\r\nDemo letter ${n}.\r\n`,
  ),
}));

/** A network that is read by mail, its mailbox kept in memory and its openings counted. */
function mailNeighbour(network: string, n: number): Neighbour {
  const connector = connectorOf(network);
  const opened: Date[] = [];
  const servers = { imap: "imap.mail.example:993", smtp: "smtp.mail.example:465" };
  const settings = connector.settings.parse({});
  return {
    connector,
    signIns: [
      {
        credentials: { user: `${network}-${n}@mail.example`, password: "demo", ...servers },
        sources: [{ title: `${network} ${n}.1`, settings }],
      },
    ],
    owns: () => false,
    answer: () => Promise.reject(new Error(`${network} is not asked over HTTP`)),
    mailbox(_login, now) {
      opened.push(now);
      const lately = opened.filter((at) => now.getTime() - at.getTime() < 60_000);
      return lately.length > mostOpenings ? null : recordedMailbox(letters, now);
    },
  };
}

function connectorOf(network: string): Connector {
  const connector = connectors.find((one) => one.network === network);
  if (!connector) throw new Error(`there is no connector for ${network}`);
  return connector;
}

/** The sources that are pulled; of those that share a stream, the one that it is pulled for. */
export const pulledOf = (neighbours: readonly Neighbour[]): string[] =>
  neighbours.flatMap(({ connector, signIns }) =>
    signIns.flatMap(({ sources }) =>
      sources.slice(0, connector.feed === "account" ? 1 : undefined).map(({ title }) => title),
    ),
  );
