import { googlePlay } from "@otklik/connectors/google-play/index";
import { connectors } from "@otklik/connectors/index";
import { expect, it } from "vitest";
import { describeConnector } from "../contracts/connector.ts";
import { openGooglePlay } from "./google-play/bench.ts";

describeConnector("Google Play", () => openGooglePlay());

it("stands in the registry", () => {
  expect(connectors).toContain(googlePlay);
});
