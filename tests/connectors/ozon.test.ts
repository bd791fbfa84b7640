import { connectors } from "@otklik/connectors/index";
import { ozon } from "@otklik/connectors/ozon/index";
import { expect, it } from "vitest";
import { describeConnector } from "../contracts/connector.ts";
import { openOzon } from "./ozon/bench.ts";

describeConnector("Ozon", () => openOzon({ chats: 6 }));

it("stands in the registry", () => {
  expect(connectors).toContain(ozon);
});
