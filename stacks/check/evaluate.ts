// Evaluates sst.config.ts with SST's own components under Pulumi's mocks: no account, no credentials, no network. It
// bundles the program as SST's command line does, and answers the two questions that components ask of it.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { text } from "node:stream/consumers";
import type { Build, Graph } from "./graph.ts";

export const root = resolve(import.meta.dirname, "../..");
const platform = join(root, ".sst/platform");

interface Plugin {
  name: string;
  setup(build: {
    onLoad(
      on: { filter: RegExp },
      load: (file: { path: string }) => { contents: string; loader: "ts" } | undefined,
    ): void;
  }): void;
}
interface Esbuild {
  build(options: Record<string, unknown> & { plugins?: Plugin[] }): Promise<unknown>;
}
export const esbuild: Esbuild = createRequire(join(platform, "package.json"))("esbuild");

/** A change of one source for one evaluation: `from` stands in the file exactly once. */
export interface Edit {
  file: string;
  from: string;
  to: string;
}

export const requireInModule =
  'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' +
  "const __filename = import.meta.filename; const __dirname = import.meta.dirname;";

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
    const environment = { ...how.environment, SST_SERVER: `http://127.0.0.1:${port}` };
    await runProgram(program, { ...environment, PATH: process.env.PATH ?? "" });
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
}

async function bundle(of: {
  stage: string;
  program: string;
  work: string;
  edit: Edit | undefined;
}): Promise<void> {
  const { stage, program, work, edit } = of;
  const paths = { home: work, root: work, work, platform };
  let edits = 0;
  const sources: Plugin = {
    name: "sources",
    setup: (build) =>
      build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (path.startsWith(platform)) return undefined;
        const source = readFileSync(path, "utf8");
        const isEdited = relative(root, path) === edit?.file;
        if (isEdited) edits++;
        return { contents: globals + (isEdited ? edited(source, edit) : source), loader: "ts" };
      }),
  };
  await esbuild.build({
    stdin: {
      contents: `
        import { evaluateProgram } from ${JSON.stringify(join(root, "stacks/check/program.ts"))};
        import config from ${JSON.stringify(join(root, "sst.config.ts"))};
        import { run } from ${JSON.stringify(join(platform, "src/auto/run.ts"))};
        await evaluateProgram(config, ${JSON.stringify({ stage, out: join(work, "graph.json") }).slice(0, -1)}, run, app: globalThis.$theApp });`,
      resolveDir: root,
      loader: "ts",
    },
    define: { $app: "globalThis.$theApp", $cli: "globalThis.$theCli", $dev: "false" },
    inject: [join(platform, "src/shim/run.js")],
    banner: {
      js:
        requireInModule +
        `globalThis.$theApp = ${JSON.stringify({ stage })};` +
        `globalThis.$theCli = ${JSON.stringify({ command: "deploy", paths, state: { version: {} } })};`,
    },
    plugins: [sources],
    external: externals,
    nodePaths: [join(platform, "node_modules")],
    mainFields: ["module", "main"],
    platform: "node",
    format: "esm",
    bundle: true,
    outfile: program,
    logLevel: "silent",
  });
  if (edit && edits === 0) throw new Error(`the program does not contain ${edit.file}`);
}

const externals = [
  ...["@pulumi/*", "@pulumiverse/*", "@sst-provider/*", "@aws-sdk/*"],
  ...["undici", "esbuild", "archiver", "glob", "vite"],
];
const globals = `import * as aws from "@pulumi/aws"; import * as sst from ${JSON.stringify(join(platform, "src/components"))};`;

function edited(source: string, { file, from, to }: Edit): string {
  const times = source.split(from).length - 1;
  if (times !== 1) throw new Error(`"${from}" stands ${times} times in ${file}, and not once`);
  return source.replace(from, () => to);
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
  const child = spawn(process.execPath, ["--no-deprecation", program], {
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
