import { googleBusiness } from "@otklik/connectors/google-business/index";
import { connectors } from "@otklik/connectors/index";
import { expect, it } from "vitest";
import { describeConnector } from "../contracts/connector.ts";
import { openGoogleBusiness } from "./google-business/bench.ts";

describeConnector("Google Business Profile", () => openGoogleBusiness());

it("stands in the registry", () => {
  expect(connectors).toContain(googleBusiness);
});
