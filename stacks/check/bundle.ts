// Bundles the program as SST's command line does, so that Node can run it without that.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");
export const platform = join(root, ".sst/platform");

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

/** Writes the whole program for one stage to `program`, with its one edit. */
export async function bundle(of: {
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
        const of = ${JSON.stringify({ stage, out: join(work, "graph.json") })};
        await evaluateProgram(config, { ...of, run, app: globalThis.$theApp });`,
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
