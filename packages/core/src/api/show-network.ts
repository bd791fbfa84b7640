import { z } from "zod";
import type { Connector } from "../connector.ts";
import { showRules } from "./show.ts";
import type { NetworkView } from "./views.ts";

const abilities = ["pull", "reply", "edit", "discover", "recognise", "receipt"] as const;

/** What a network can do and what it wants, for a person or a program. */
export function showNetwork(connector: Connector): NetworkView {
  const { network, title, account, settings, every } = connector;
  return {
    network,
    title,
    account:
      account.is === "none"
        ? account
        : {
            is: "token",
            help: account.help,
            fields: account.fields.map((field) => ({ ...field, optional: field.optional === true })),
          },
    settings: z.toJSONSchema(settings, { io: "input", unrepresentable: "any" }),
    can: abilities.filter((ability) => connector[ability] !== undefined),
    every,
    replyRules: showRules(connector),
  };
}
