// Evaluates sst.config.ts with SST's own components under Pulumi's mocks: no account, no credentials, no network.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { modelFiles } from "../needs.ts";
import { bundle, type Edit, platform } from "./bundle.ts";
import type { Build, Graph } from "./graph.ts";

/**
 * All resources of one stage.
 * @param how.environment what whoever deploys says, and what must not be found anywhere
 * @throws Error with the program's own words when it does not evaluate, or when an edit does not fit its file
 */
export async function evaluate(
  stage: string,
  how: { edit?: Edit; environment?: Record<string, string> } = {},
): Promise<Graph> {
  const work = mkdtempSync(join(tmpdir(), "otklik-stacks-"));
  const program = join(platform, `check-${work.slice(-6)}.mjs`); // there its imports find SST's packages
  const builds: Build[] = [];
  const server = await answerComponents(work, builds);
  try {
    prepareSite(work);
    await bundle({ stage, program, work, edit: how.edit });
    const { port } = server.address() as AddressInfo;
    await runProgram(program, {
      ...how.environment,
      SST_SERVER: `http://127.0.0.1:${port}`,
      PATH: process.env.PATH ?? "",
      // Every evaluation loads the same large packages.
      NODE_COMPILE_CACHE: join(platform, "compiled"),
    });
    return { builds, ...JSON.parse(readFileSync(join(work, "graph.json"), "utf8")) };
  } finally {
    server.close();
    rmSync(program, { force: true });
    rmSync(work, { recursive: true, force: true });
  }
}

/** The site's folder must be there to be listed; what is in it is the web build's concern. */
function prepareSite(work: string): void {
  mkdirSync(join(work, "web/dist/assets"), { recursive: true });
  writeFileSync(join(work, "web/dist/index.html"), "<!doctype html>");
  writeFileSync(join(work, "web/dist/assets/app-1.js"), "");
  for (const { from } of modelFiles) {
    mkdirSync(dirname(join(work, from)), { recursive: true });
    writeFileSync(join(work, from), "");
  }
}

/** Plays SST's command line: where its own buckets are, and what a bundled handler is called. */
async function answerComponents(work: string, builds: Build[]): Promise<Server> {
  const answers: Record<string, (input: Build) => unknown> = {
    "Provider.Aws.Bootstrap": () => ({ asset: "sst-asset", state: "sst-state" }),
    "Runtime.Build": (input) => {
      builds.push({ functionID: input.functionID, handler: input.handler, links: input.links });
      const out = join(work, input.functionID);
      mkdirSync(out);
      return { handler: "bundle.handler", out, errors: [], sourcemaps: [] };
    },
  };
  const server = createServer(async (request, response) => {
    const { method, params } = JSON.parse(await text(request));
    const answer = answers[method];
    response.end(
      JSON.stringify(
        answer ? { result: answer(params[0]) } : { error: `the check knows no answer to ${method}` },
      ),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return server;
}

async function runProgram(program: string, env: Record<string, string>): Promise<void> {
  // Pulumi keeps a stack for each of thousands of promises, which takes a quarter of the time.
  const child = spawn(process.execPath, ["--no-deprecation", "--stack-trace-limit=0", program], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, errors, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((done) => child.on("close", done)),
  ]);
  if (code !== 0) throw new Error(`the program ended with ${code}:\n${out}${errors}`);
}
