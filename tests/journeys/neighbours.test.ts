// Our own simulators side by side, each counting by its network's limits. A network is an entry of the list.
import { connectors } from "@otklik/connectors";
import { googlePlay } from "@otklik/sandbox/google-play/google-play";
import { ozon } from "@otklik/sandbox/ozon/ozon";
import { vk } from "@otklik/sandbox/vk/vk";
import { wildberries } from "@otklik/sandbox/wildberries/wildberries";
import { yandexMarket } from "@otklik/sandbox/yandex-market/index";
import { beforeAll, describe, expect, it } from "vitest";
import { type SideBySide, sideBySide } from "../support/side-by-side.ts";
import { type Simulated, simulatedNeighbour } from "../support/simulated-neighbour.ts";

const minutes = 20;
const world = { arrivalEveryMs: 0, moderationMs: 0, posts: 40 };
const parts = ["wall", "board", "market", "messages"];

const networks: readonly Simulated[] = [
  {
    network: "wildberries",
    simulator: () => wildberries({ ...world, reviews: 40, questions: 8 }),
    shops: 3,
    credentials: () => ({ token: "demo-token" }),
    settings: [{}, { articles: ["990001002"] }],
  },
  {
    network: "ozon",
    simulator: () => ozon({ ...world, chats: 4 }),
    shops: 3,
    credentials: () => ({ clientId: "836100", apiKey: "demo-key" }),
    settings: [{ reads: ["reviews", "questions", "chats"] }],
  },
  {
    network: "yandex-market",
    simulator: () => yandexMarket(world),
    shops: 3,
    credentials: () => ({ token: "ACMA:demo" }),
    settings: [{ businessId: "7700001" }],
  },
  {
    network: "vk",
    simulator: () => vk(world),
    shops: 3,
    credentials: () => ({
      ...{ token: "demo-community-token", serviceKey: "demo-service-key" },
      userToken: "demo-manager-token",
    }),
    settings: parts.map((part) => ({ community: "222333444", part })),
  },
  {
    network: "google-play",
    simulator: () => googlePlay(world),
    shops: 2,
    credentials: async (sandbox) => ({ keyFile: JSON.stringify(await sandbox.get("/__key")) }),
    settings: [{ app: "com.example.basketful", name: "Basketful (demo)" }],
  },
];

let told: SideBySide;
let titles: string[];

describe("simulated networks pulled side by side", () => {
  beforeAll(async () => {
    told = await sideBySide(
      async (clock) => {
        const neighbours = await Promise.all(
          networks.map((one) => {
            const connector = connectors.find(({ network }) => network === one.network);
            if (!connector) throw new Error(`there is no connector for ${one.network}`);
            return simulatedNeighbour(clock, connector, one);
          }),
        );
        titles = neighbours.flatMap(({ signIns }) =>
          signIns.flatMap(({ sources }) => sources.map(({ title }) => title)),
        );
        return neighbours;
      },
      { minutes },
    );
  }, 60_000);

  it("are never asked beyond their own limits", () => {
    expect([...told.turnedAway]).toEqual([]);
  });

  it("are read to their end, and none is troubled", () => {
    expect(titles.filter((title) => !told.pulls.has(title))).toEqual([]);
    expect([...told.faults]).toEqual([]);
  });
});
