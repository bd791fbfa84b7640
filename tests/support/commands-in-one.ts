// Runs several commands one after the other in one process: starting one costs more than most refusals. Their words stand,
// as JSON, in the first argument; how each ended is written as JSON.
import { runCommand } from "@otklik/local/command-line";

const commands: string[][] = JSON.parse(process.argv[2] ?? "[]");
const write = process.stdout.write.bind(process.stdout);
const collected = (stream: NodeJS.WriteStream): string[] => {
  const chunks: string[] = [];
  stream.write = (chunk: string | Uint8Array) => chunks.push(String(chunk)) > 0;
  return chunks;
};
const ended: { code: number; out: string; told: string }[] = [];
for (const words of commands) {
  const [out, told] = [collected(process.stdout), collected(process.stderr)];
  process.exitCode = 0;
  await runCommand(words);
  ended.push({ code: process.exitCode, out: out.join(""), told: told.join("") });
}
process.exitCode = 0;
write(JSON.stringify(ended)); // and ends by itself: what a command left open would keep it here
