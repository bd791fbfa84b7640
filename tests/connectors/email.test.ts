import { email } from "@otklik/connectors/email/index";
import { connectors } from "@otklik/connectors/index";
import { expect, it } from "vitest";
import { describeConnector } from "../contracts/connector.ts";
import { openMail } from "./email/bench.ts";

describeConnector("E-mail", () => openMail());

it("stands in the registry", () => {
  expect(connectors).toContain(email);
});
