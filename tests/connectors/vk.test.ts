import { connectors } from "@otklik/connectors/index";
import { vk } from "@otklik/connectors/vk/index";
import { expect, it } from "vitest";
import { describeConnector } from "../contracts/connector.ts";
import { openVk, tokens } from "./vk/bench.ts";

describeConnector("VK's wall, read by lists", () =>
  openVk({ credentials: { ...tokens.all, token: "demo-community-bare" } }),
);
describeConnector("VK's messages", () => openVk({ part: "messages", credentials: tokens.community }));

it("stands in the registry", () => {
  expect(connectors).toContain(vk);
});
