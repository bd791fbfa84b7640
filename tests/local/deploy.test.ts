import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { knownVariables } from "@otklik/local/config";
import { describe, expect, it } from "vitest";
import { otklik } from "../support/command.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = join(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const shipped = [
  "Dockerfile",
  "compose.yaml",
  "deploy/Caddyfile",
  "deploy/otklik.service",
  "docs/operating.md",
];
/** The name that the proxy is opened under. */
const others = ["OTKLIK_DOMAIN"];

const systemdAnalyze = "/usr/bin/systemd-analyze";

describe("what is shipped for operators", () => {
  it.each(shipped)("%s names no variable that nobody reads", (file) => {
    const named = [...read(file).matchAll(/OTKLIK_[A-Z_]+/g)].map(([name]) => name);
    expect([...new Set(named)].filter((name) => ![...knownVariables, ...others].includes(name))).toEqual([]);
  });

  it("the image copies what is there", () => {
    const copied = [...read("Dockerfile").matchAll(/--from=build \/otklik\/(\S+)/g)].map(
      ([, path]) => path ?? "",
    );
    const made = ["node_modules", "web/dist"];
    expect(copied.length).toBeGreaterThan(4);
    expect(copied.filter((path) => !made.includes(path) && !existsSync(join(root, path)))).toEqual([]);
  });

  it("the guide names every command that an operator has", async () => {
    const { out } = await otklik(["--help"], { environment: {} });
    const commands = ["doctor", "backup", "restore", "export", "import-home", "source"];
    for (const command of commands) {
      expect(out).toMatch(new RegExp(`^  ${command} `, "m"));
      expect(read("docs/operating.md")).toContain(`otklik ${command}`);
    }
  });

  it.skipIf(!existsSync(systemdAnalyze))("the unit is one that systemd understands", () => {
    const unit = join(temporaryFolder(), "otklik.service");
    const here = read("deploy/otklik.service")
      .replaceAll("/opt/otklik/node_modules/.bin/node", process.execPath)
      .replace(/^(User|Group)=.*$/gm, "$1=root")
      .replace(/^(WorkingDirectory|Documentation)=.*$/gm, "");
    writeFileSync(unit, here);
    const said = execFileSync(systemdAnalyze, ["verify", unit], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    expect(said).toBe("");
  });
});
