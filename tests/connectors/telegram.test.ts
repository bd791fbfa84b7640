import { connectors } from "@otklik/connectors/index";
import { telegram } from "@otklik/connectors/telegram/index";
import { expect, it } from "vitest";
import { describeConnector } from "../contracts/connector.ts";
import { describeMutations } from "../contracts/connector-mutation.ts";
import { describeWeek } from "../contracts/connector-week.ts";
import { openTelegram } from "./telegram/bench.ts";

const inBusiness = () => openTelegram({ part: "business" });

describeConnector("Telegram's groups", () => openTelegram());
describeConnector("Telegram's business chats", inBusiness);
describeWeek("Telegram's groups", () => openTelegram());
describeWeek("Telegram's business chats", inBusiness);
describeMutations("Telegram's groups", () => openTelegram());
describeMutations("Telegram's business chats", inBusiness);

it("stands in the registry", () => {
  expect(connectors).toContain(telegram);
});
