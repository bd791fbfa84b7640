import { connectors } from "@otklik/connectors/index";
import { instagram } from "@otklik/connectors/instagram/index";
import { expect, it } from "vitest";
import { describeConnector } from "../contracts/connector.ts";
import { describeMutations } from "../contracts/connector-mutation.ts";
import { describeWeek } from "../contracts/connector-week.ts";
import { openInstagram } from "./instagram/bench.ts";

describeConnector("Instagram", () => openInstagram());
describeWeek("Instagram", () => openInstagram());
describeMutations("Instagram", () => openInstagram({ posts: 30 }));

it("stands in the registry", () => {
  expect(connectors).toContain(instagram);
});
