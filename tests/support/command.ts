import { spawn } from "node:child_process";
import { join } from "node:path";

const program = (path: string): string => join(import.meta.dirname, "../../packages", path);

/** What a command said, and how it ended. */
export interface Ended {
  code: number | null;
  out: string;
  /** What stands beside the output, for a person. */
  told: string;
  /** The last line of the output, read as JSON. */
  json<T>(): T;
  /** Every line of the output, read as JSON. */
  lines<T>(): T[];
}

interface Around {
  environment: Record<string, string>;
  input?: string;
}

/** Runs `otklik` with these arguments to its end, as a person would in a terminal. */
export const otklik = (args: readonly string[], around: Around): Promise<Ended> =>
  run(program("local/bin/otklik.js"), args, around);

/** Runs `otklik` with each of these lists of arguments, one after the other in one process. */
export async function otklikEach(commands: readonly (readonly string[])[], around: Around): Promise<Ended[]> {
  const all = await run(join(import.meta.dirname, "commands-in-one.ts"), [JSON.stringify(commands)], around);
  return all.json<Pick<Ended, "code" | "out" | "told">[]>().map(ended);
}

/** Runs `npm run aws --` with these arguments to its end. */
export const otklikOnAws = (args: readonly string[], around: Around): Promise<Ended> =>
  run(program("aws-local/src/operate.ts"), args, around);

async function run(
  file: string,
  args: readonly string[],
  { environment, input = "" }: Around,
): Promise<Ended> {
  const child = spawn(process.execPath, [file, ...args], { env: { ...process.env, ...environment } });
  const [out, told, code] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise<number | null>((resolve) => child.once("close", resolve)),
    child.stdin.end(input),
  ]);
  return ended({ code, out, told });
}

function ended({ code, out, told }: Pick<Ended, "code" | "out" | "told">): Ended {
  const lines = (): never[] =>
    out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as never);
  return { code, out, told, lines, json: () => lines().at(-1) as never };
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const chunk of stream.setEncoding("utf8")) text += chunk;
  return text;
}
