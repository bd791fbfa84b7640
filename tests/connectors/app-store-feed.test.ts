import { appStoreFeed } from "@otklik/connectors/app-store-feed/index";
import { connectors } from "@otklik/connectors/index";
import { expect, it } from "vitest";
import { describeConnector } from "../contracts/connector.ts";
import { openAppStoreFeed } from "./app-store-feed/bench.ts";

describeConnector("The App Store's public feed", () => openAppStoreFeed());

it("stands in the registry", () => {
  expect(connectors).toContain(appStoreFeed);
});
