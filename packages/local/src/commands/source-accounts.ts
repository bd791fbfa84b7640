import { accounts } from "@otklik/core/api/handle/accounts";
import type { Command } from "commander";
import { atDesk, type DeskOptions, deskCommand } from "./desk.ts";
import { say, sayJson, sayTable } from "./say.ts";

export const accountsCommand = deskCommand("accounts", "the sign-ins that sources use").action(
  (options: DeskOptions, command: Command) =>
    atDesk(command, options, async ({ context, place }) => {
      const views = await accounts["GET /api/accounts"]({}, context);
      if (options.json) return sayJson(views);
      if (views.length === 0)
        return say(`The workspace "${place.name}" has no accounts yet. Connect a network in the app.`);
      const rows = views.map(({ id, networkTitle, title, kind, ended, expiresAt, sources }) => [
        id,
        networkTitle,
        title,
        kind?.en ?? "",
        ended ? "no longer good" : (expiresAt ?? "does not end"),
        `${sources}`,
      ]);
      sayTable([["id", "network", "whose", "kind", "ends", "sources"], ...rows]);
      for (const { title, ended, warnings } of views)
        for (const told of [...(ended ? [ended.why] : []), ...warnings]) say(`${title}: ${told.en}`);
    }),
);

export const placesCommand = deskCommand(
  "places",
  "the shops, pages or chats that an account gives access to",
)
  .argument("<account>", "as `otklik source accounts` shows it")
  .action((id: string, options: DeskOptions, command: Command) =>
    atDesk(command, options, async ({ context }) => {
      const views = await accounts["GET /api/accounts/:id/places"]({ id }, context);
      if (options.json) return sayJson(views);
      if (views.length === 0) return say("The network shows no places for this account.");
      const rows = views.map(({ title, detail = "", connected, settings }) => [
        title,
        detail,
        connected.length > 0 ? "connected" : "",
        JSON.stringify(settings),
      ]);
      sayTable([["title", "", "", "settings for `otklik source add --account`"], ...rows]);
    }),
  );
