import { execFile } from "node:child_process";
import { copyFile, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { modelFiles, needs, type RoomName } from "../needs.ts";
import { esbuild, requireInModule, root } from "./bundle.ts";
import { usesOf } from "./uses.ts";

const names = Object.keys(needs) as RoomName[];
// AWS takes 250 MB unpacked; what is larger than this starts slowly and brings something that nobody wanted.
const mostBytes = 9_000_000;

describe.each(names)("the room %s", (name) => {
  it("needs exactly what its sources call", () => {
    const { sends = [], blobs = [], tokens = false, mail = false, model = false } = needs[name];
    const said = { sends: [...sends].sort(), blobs: [...blobs].sort(), tokens, mail, model };
    expect(said).toEqual(usesOf(`functions/${name}.ts`));
  });
});

describe("the functions, bundled as they are deployed", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "otklik-functions-"));
    await esbuild.build({
      entryPoints: [
        ...names.map((name) => ({ in: join(root, `functions/${name}.ts`), out: name })),
        { in: join(root, "packages/language/src/model/shipped.ts"), out: "functions/model" },
      ],
      outdir: folder,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      minify: true,
      keepNames: true,
      platform: "node",
      format: "esm",
      target: "es2022",
      mainFields: ["module", "main"],
      banner: { js: requireInModule },
      logLevel: "silent",
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("each have a handler that Lambda can call", async () => {
    // By Node alone, as Lambda does it: no module of the project lies beside a bundle.
    const script = `const kinds = {};
      for (const name of ${JSON.stringify(names)})
        kinds[name] = typeof (await import(${JSON.stringify(folder)} + "/" + name + ".mjs")).handler;
      process.stdout.write(JSON.stringify(kinds));`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
      cwd: folder,
    });
    expect(JSON.parse(stdout)).toEqual(Object.fromEntries(names.map((name) => [name, "function"])));
  });

  it("label by the models that are copied beside them", async () => {
    for (const { from, to } of modelFiles) await copyFile(join(root, from), join(folder, to));
    const script = `const { shippedModel, shippedSignals } = await import(${JSON.stringify(folder)} + "/functions/model.mjs");
      process.stdout.write(shippedModel().name + " " + shippedSignals().name);`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
      cwd: folder,
    });
    expect(stdout).toMatch(/^embedded-\d+ signals-\d+$/);
  });

  it.each(names)("%s is small", async (name) => {
    expect((await stat(join(folder, `${name}.mjs`))).size).toBeLessThan(mostBytes);
  });
});
