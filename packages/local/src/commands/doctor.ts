import { statfs } from "node:fs/promises";
import { Command } from "commander";
import { examine } from "../doctor/examine.ts";
import type { Finding } from "../doctor/finding.ts";
import { say, sayJson } from "./say.ts";
import { environmentOf } from "./session.ts";

export const doctorCommand = new Command("doctor")
  .description(
    "look at everything that an installation needs, and say what to do; ends with 1 when something must be done",
  )
  .option("--offline", "ask no network and not the public address")
  .option("--json", "print one JSON object")
  .action(async ({ offline = false, json }: { offline?: boolean; json?: boolean }, command: Command) => {
    const findings = await examine({
      environment: environmentOf(command),
      now: () => new Date(),
      offline,
      freeBytes: async (folder) => {
        const { bavail, bsize } = await statfs(folder);
        return bavail * bsize;
      },
    });
    const toDo = findings.filter(({ is }) => is === "act").length;
    if (json) sayJson({ well: toDo === 0, findings });
    else show(findings, toDo);
    if (toDo > 0) process.exitCode = 1;
  });

const marks = { fine: "ok  ", note: "    ", act: "!!  " };

function show(findings: readonly Finding[], toDo: number): void {
  for (const finding of findings) {
    say(`${marks[finding.is]}${finding.about}: ${finding.found}`);
    if (finding.is !== "fine" && finding.todo) say(`      -> ${finding.todo}`);
  }
  say();
  say(
    toDo === 0
      ? "Nothing needs to be done."
      : `${toDo} ${toDo === 1 ? "thing needs" : "things need"} to be done: see !!`,
  );
}
