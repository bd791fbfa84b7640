import { Refusal } from "@otklik/core/errors";
import type { Ports } from "@otklik/core/ports";
import { admitUser, getUser, makeLink } from "@otklik/core/workspace/workspace-store";
import { Command } from "commander";
import { z } from "zod";
import { linkBase, signInLink } from "../address.ts";
import { readAnchor } from "../anchor.ts";
import { say, sayJson, tell } from "./say.ts";
import { configOf, findWorkspace, withHome, workPlace } from "./session.ts";

export interface SignInOptions {
  workspace?: string;
  json?: boolean;
}

/** The command to let somebody into a home, whichever it is. */
export const signingIn = (command: Command): Command =>
  command
    .description("print a one-time link for this person, and let them into the workspace")
    .argument("<email>", "who may open the link")
    .option("--workspace <id>", "another workspace than the one they know, or your own")
    .option("--json", "print JSON");

export const signInCommand = signingIn(new Command("sign-in")).action(
  (given: string, options: SignInOptions, command: Command) =>
    withHome(command, async ({ ports, isAlone }) => {
      const base = await linkBase(ports.table, configOf(command));
      await signIn(given, options, { ports, base });
      if (isAlone() && !options.json)
        tell("The service is not running: start it before you open the link (npm start).");
    }),
);

/** Admits this person and prints their link, which begins with `base`. @throws Refusal for what is no address */
export async function signIn(
  given: string,
  { workspace, json }: SignInOptions,
  { ports, base }: { ports: Ports; base: string },
): Promise<void> {
  const parsed = z.email().safeParse(given.trim());
  if (!parsed.success) throw new Refusal("bad-input", `"${given}" is not an e-mail address.`);
  const email = parsed.data;
  const workspaceId = await whichWorkspace(ports, email, workspace);
  await admitUser(ports, email, workspaceId);
  const { table, random } = ports;
  const token = await makeLink({ table, random, now: ports.now() }, { email, workspaceId });
  const link = signInLink(base, token);
  if (json) {
    sayJson({ link });
    return;
  }
  say(link);
  tell("It works once, for 24 hours.");
}

/** The one named; else one that they know; else the operator's own, or the demo while there is nothing else. */
async function whichWorkspace(ports: Ports, email: string, wanted: string | undefined): Promise<string> {
  if (wanted) return (await findWorkspace(ports, wanted)).id;
  const anchor = await readAnchor(ports.table);
  const known = (await getUser(ports.table, email))?.workspaces.at(-1);
  return known ?? anchor.own ?? anchor.demo ?? (await workPlace(ports)).workspaceId;
}
