// The same simulator's public feed as a bench: nobody signs in, and nobody answers.
import { appStoreFeed } from "@otklik/connectors/app-store-feed/index";
import type { Connector } from "@otklik/core/connector";
import { app, feedIdOf } from "@otklik/sandbox/app-store/app";
import { appStore as simulated } from "@otklik/sandbox/app-store/app-store";
import type { Post } from "@otklik/sandbox/kit/post";
import type { WorldWish } from "@otklik/sandbox/kit/simulator";
import type { ConnectorBench } from "../../contracts/connector.ts";
import { type OnStage, onStage } from "../on-stage.ts";

type Settings = typeof appStoreFeed extends Connector<infer S> ? S : never;

export type FeedBench = ConnectorBench<Settings> &
  Pick<OnStage, "get" | "post" | "control"> &
  Required<Pick<ConnectorBench, "addMention" | "editMention">> & {
    account: null;
    settings: Settings;
    clock: { now: Date };
    address: string;
  };

export async function openAppStoreFeed(
  wish: WorldWish = {},
  storefronts: string[] = ["ru", "us"],
): Promise<FeedBench> {
  const { hooks, address, ...stage } = await onStage(simulated, wish);
  const { addMention, editMention, breakDown, clock, close } = hooks;
  /** The store knows a review by another number than App Store Connect. */
  const innerIds = new Map<string, string>();
  return {
    ...{ breakDown, clock, close, address },
    ...stage,
    connector: appStoreFeed,
    account: null,
    settings: { app: app.id, storefronts, name: app.name, address },
    async addMention(text) {
      const id = await addMention(text);
      const feedId = feedIdOf({ id } as Post);
      innerIds.set(feedId, id);
      return feedId;
    },
    editMention: (id, text) => editMention(innerIds.get(id) ?? id, text),
    breakOneEntry: (body) => body.replace(/"im:rating":\{"label":"\d"\}/, '"im:rating":{"label":"много"}'),
    changeShape: (body) => body.replace('"entry":', '"entries":'),
    writeBigId: (body, digits) => body.replace(/"id":\{"label":"\d+"\}/, `"id":{"label":${digits}}`),
    ownFaults: [
      {
        name: "a store that has enough of us",
        kind: "throttled",
        response: () => new Response("Forbidden", { status: 403 }),
      },
    ],
  };
}
