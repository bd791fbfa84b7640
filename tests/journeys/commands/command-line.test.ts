// What holds for every command.
import { beforeAll, describe, expect, it } from "vitest";
import { otklik, otklikEach } from "../../support/command.ts";
import { triedIn } from "../../support/commands-tried.ts";

const environment = triedIn().environmentOf("alone");

// A home that has its key already.
beforeAll(async () => {
  expect((await otklik(["source", "list"], { environment })).code).toBe(0);
});

describe("the command line", () => {
  it("explains each command, with the options that all of them take", async () => {
    const names = ["start", "import", "source", "networks", "try", "label", "sign-in"];
    const asked = [["--help"], ...names.map((name) => [name, "--help"])];
    const [all, ...helps] = await otklikEach(asked, { environment });
    for (const name of names) expect(all?.out).toMatch(new RegExp(`^  ${name} `, "m"));
    for (const { code, out } of helps) {
      expect(code).toBe(0);
      expect(out).toMatch(/^Usage: otklik \S+.*\n\n\S.*\n/);
      expect(out).toContain("--data <folder>");
    }
  });

  it("answers what it does not understand with one line and where to read on", async () => {
    const misunderstood: [words: string[], told: string][] = [
      [["publish"], "unknown command 'publish'"],
      [["networks", "--xml"], "unknown option '--xml'"],
      [["start", "--port", "many"], "A port is a whole number"],
      [["start", "demo"], "too many arguments for 'start'"],
    ];
    const commands = misunderstood.map(([words]) => words);
    const ended = await otklikEach(commands, { environment });
    for (const [at, [, told]] of misunderstood.entries()) {
      expect(ended[at]).toMatchObject({ code: 1, out: "" });
      expect(ended[at]?.told.trimEnd().split("\n")).toEqual([
        expect.stringContaining(told),
        "Its options and arguments are told by --help.",
      ]);
    }
  });

  it.concurrent.each([
    ["a port that is none", { OTKLIK_PORT: "many" }, "The environment variable OTKLIK_PORT cannot be used"],
    ["a key that is none", { OTKLIK_KEY: "abc" }, "32 random bytes in base64"],
    ["another key", { OTKLIK_KEY: "A".repeat(43) }, "The key in OTKLIK_KEY is not the one"],
  ])("refuses %s in the environment by its name", async (_, change, words) => {
    const ended = await otklik(["source", "list"], { environment: { ...environment, ...change } });
    expect([ended.code, ended.out]).toEqual([1, ""]);
    expect(ended.told).toContain(words);
  });
});
