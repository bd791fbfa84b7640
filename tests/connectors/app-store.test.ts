import { appStore } from "@otklik/connectors/app-store/index";
import { connectors } from "@otklik/connectors/index";
import { expect, it } from "vitest";
import { describeConnector } from "../contracts/connector.ts";
import { openAppStore } from "./app-store/bench.ts";

describeConnector("App Store", () => openAppStore());

it("stands in the registry", () => {
  expect(connectors).toContain(appStore);
});
