import { connectors } from "@otklik/connectors/index";
import { telegram } from "@otklik/connectors/telegram/index";
import { expect, it } from "vitest";
import { describeConnector } from "../contracts/connector.ts";
import { describeMutations } from "../contracts/connector-mutation.ts";
import { describeWeek } from "../contracts/connector-week.ts";
import { openTelegram } from "./telegram/bench.ts";

describeConnector("Telegram", () => openTelegram());
describeWeek("Telegram", () => openTelegram());
describeMutations("Telegram", () => openTelegram());

it("stands in the registry", () => {
  expect(connectors).toContain(telegram);
});
