import type { Context } from "@otklik/core/api/context";
import { InboxFrom } from "@otklik/core/source/source";
import { Command, Option } from "commander";
import { type CommandSession, type WorkPlace, withHome, workPlace } from "./session.ts";

/** Options that every command at the desk has. */
export interface DeskOptions {
  workspace?: string;
  json?: boolean;
}
/** The command line as a person at the API's desk: what it may and does is what the browser may and does. */
export interface Desk {
  context: Context;
  place: WorkPlace;
  isAlone: boolean;
}

export const deskCommand = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .option("--workspace <id>", "another workspace than your own")
    .option("--json", "print JSON");

export const inboxOption = (): Option =>
  new Option(
    "--from <choice>",
    "what enters the inbox: what is written from now on, in the last 30 days, or all",
  ).choices(InboxFrom.options);

export const whoPulls = (isAlone: boolean): string =>
  isAlone ? "It is pulled when the service runs: npm start" : "The running service pulls it now.";

export const atDesk = (
  command: Command,
  options: DeskOptions,
  work: (desk: Desk) => Promise<void>,
): Promise<void> =>
  withHome(command, async ({ ports, isAlone }: CommandSession) => {
    const place = await workPlace(ports, options.workspace);
    const { table, workspaceId } = place;
    const session = { userId: "", email: "command line", workspaceId, expiresAt: ports.now() };
    const signal = AbortSignal.timeout(120_000);
    const toBrowser = { secure: false, headers: {}, header: () => undefined, redirect: () => undefined };
    const context = { ports, table, session, signal, token: "", ...toBrowser };
    await work({ context, place, isAlone: isAlone() });
  });
