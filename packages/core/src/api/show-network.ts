import { z } from "zod";
import type { AccountKind, Connector } from "../connector.ts";
import { showRules } from "./show.ts";
import type { NetworkView } from "./views.ts";

const abilities = ["pull", "reply", "edit", "discover", "recognise", "receipt"] as const;

/**
 * What a network can do and what it wants, for a person or a program.
 * @param around.returnTo where a network's consent page sends people back to
 */
export function showNetwork(connector: Connector, { returnTo }: { returnTo?: string } = {}): NetworkView {
  const { network, title, about, settings, every } = connector;
  return {
    network,
    title,
    account: showAccountKind(connector.account, returnTo),
    about: { ...about },
    settings: z.toJSONSchema(settings, { io: "input", unrepresentable: "any" }),
    can: abilities.filter((ability) => connector[ability] !== undefined),
    every,
    replyRules: showRules(connector),
  };
}

function showAccountKind(kind: AccountKind, returnTo: string | undefined): NetworkView["account"] {
  if (kind.is === "none") return kind;
  const fields = kind.fields.map((field) => ({
    ...field,
    optional: field.optional === true,
    multiline: field.multiline === true,
  }));
  const shown = { help: kind.help, fields };
  return kind.is === "token"
    ? { is: "token", ...shown }
    : { is: "oauth", ...shown, ...(returnTo && { returnTo }) };
}
