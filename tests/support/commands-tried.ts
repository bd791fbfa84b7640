import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildWeb } from "./built-web.ts";
import { type Ended, otklik, otklikEach } from "./command.ts";
import { homePlaces } from "./home-places.ts";
import { type Browser, type RunningService, signIn, startOtklik } from "./running-service.ts";
import { keptFolder } from "./temporary-folder.ts";

/** A folder in which commands are tried; it is removed when the tests of the file have ended. */
export function triedIn(allowHosts: () => string = () => "") {
  const { path: folder, remove } = keptFolder();
  afterAll(remove);
  const environmentOf = (name: string): Record<string, string> => ({
    ...homePlaces(folder, name),
    OTKLIK_ALLOW_HOSTS: allowHosts(),
    OPENAI_API_KEY: "",
  });
  return {
    folder,
    /** Where a home of this name lies, as a command hears of it. */
    environmentOf,
    /** The command in a home of which nobody else knows. */
    runAlone: (...args: string[]): Promise<Ended> => otklik(args, { environment: environmentOf("alone") }),
    written(name: string, text: string): string {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
  };
}

/** An empty service in the home "beside", and its owner's browser. */
export function besideService({ environmentOf }: Pick<ReturnType<typeof triedIn>, "environmentOf">) {
  let service: RunningService;
  let person: Browser;
  beforeAll(async () => {
    await buildWeb();
    service = await startOtklik(["--empty", "--port", "0"], environmentOf("beside"));
    person = await signIn(service);
  }, 120_000);
  afterAll(() => service.kill());
  return {
    url: (): string => service.url,
    person: (): Browser => person,
    run: (...args: string[]): Promise<Ended> => otklik(args, { environment: environmentOf("beside") }),
  };
}

type Refusal = [name: string, args: string[], advice: string | RegExp];

/** What a command refuses, and what it tells the person to do. */
export const describeRefusals = (
  command: string,
  environment: () => Record<string, string>,
  refusals: Refusal[],
): void => {
  describe("of what cannot be", () => {
    let ended: Ended[];
    beforeAll(async () => {
      const commands = refusals.map(([, args]) => [command, ...args]);
      ended = await otklikEach(commands, { environment: environment() });
    });
    it.each(refusals.map(([name, , advice], at) => [name, at, advice] as const))(
      "tells what to do: %s",
      (_, at, advice) => {
        expect(ended[at]).toMatchObject({ code: 1, out: "" });
        expect(ended[at]?.told).toMatch(advice);
        expect(ended[at]?.told).not.toMatch(/^ +at /m);
      },
    );
  });
};
