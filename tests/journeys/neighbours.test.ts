// Our own simulators side by side, each counting by its network's limits. A network is a line of the list.
import { connectors } from "@otklik/connectors";
import type { SimulatedNetwork } from "@otklik/sandbox/network";
import { vk } from "@otklik/sandbox/vk/vk";
import { wildberries } from "@otklik/sandbox/wildberries/wildberries";
import { yandexMarket } from "@otklik/sandbox/yandex-market/index";
import { beforeAll, describe, expect, it } from "vitest";
import { type SideBySide, type SignIn, sideBySide } from "../support/side-by-side.ts";
import { simulatedNeighbour } from "../support/simulated-neighbour.ts";

const minutes = 30;
/** So many sources with these settings, of one sign-in. */
const signIn = (
  title: string,
  credentials: Record<string, string>,
  settings: readonly unknown[],
): SignIn => ({
  credentials,
  sources: settings.map((one, n) => ({ title: `${title} ${n + 1}`, settings: one })),
});

const world = { arrivalEveryMs: 0, moderationMs: 0 };
const networks: readonly { network: string; simulator: SimulatedNetwork; signIns: SignIn[] }[] = [
  {
    network: "wildberries",
    simulator: wildberries({ ...world, reviews: 60, questions: 10 }),
    signIns: [signIn("wildberries", { token: "demo-token" }, [{}, { articles: ["990001002"] }])],
  },
  {
    network: "yandex-market",
    simulator: yandexMarket({ ...world, posts: 60 }),
    signIns: [signIn("yandex-market", { token: "ACMA:demo" }, [{ businessId: "7700001" }])],
  },
  {
    network: "vk",
    simulator: vk({ arrivalEveryMs: 0, posts: 60 }),
    signIns: [
      signIn(
        "vk",
        { token: "demo-community-token", serviceKey: "demo-service-key", userToken: "demo-manager-token" },
        ["wall", "board", "market", "messages"].map((part) => ({ community: "222333444", part })),
      ),
    ],
  },
];

let told: SideBySide;

describe("simulated networks pulled side by side", () => {
  beforeAll(async () => {
    told = await sideBySide(
      (clock) =>
        networks.map(({ network, ...more }) => {
          const connector = connectors.find((one) => one.network === network);
          if (!connector) throw new Error(`there is no connector for ${network}`);
          return simulatedNeighbour(clock, { connector, ...more });
        }),
      { minutes },
    );
  }, 60_000);

  it("are never asked beyond their own limits", () => {
    expect([...told.turnedAway]).toEqual([]);
  });

  it("are read to their end, and none is troubled", () => {
    const titles = networks.flatMap(({ signIns }) => signIns.flatMap(({ sources }) => sources));
    expect(titles.filter(({ title }) => !told.pulls.has(title))).toEqual([]);
    expect([...told.faults]).toEqual([]);
  });
});
