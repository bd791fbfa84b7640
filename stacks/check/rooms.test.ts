import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { queueNames } from "../../packages/core/src/ports.ts";
import { needs, type RoomName } from "../needs.ts";
import { handlerFile } from "../rooms.ts";
import { esbuild, requireInModule, root } from "./evaluate.ts";
import { usesOf } from "./uses.ts";

const names = Object.keys(needs) as RoomName[];
// AWS takes 50 MB of zip; what is larger than this is slow to start and brings something that nobody wanted.
const mostBytes = 8_000_000;

describe.each(names)("the room %s", (name) => {
  it("needs exactly what its sources call", () => {
    const { sends, blobs, tokens, mail } = usesOf(handlerFile(name));
    const said = needs[name];
    expect({ sends: [...(said.sends ?? [])].sort(), blobs: [...(said.blobs ?? [])].sort() }).toEqual({
      sends: sends.includes("any") ? [...queueNames].sort() : sends,
      blobs,
    });
    expect({ tokens: said.tokens ?? false, mail: said.mail ?? false }).toEqual({ tokens, mail });
  });
});

describe("the functions", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "otklik-functions-"));
    await esbuild.build({
      entryPoints: names.map((name) => ({ in: join(root, handlerFile(name)), out: `${name}/bundle` })),
      outdir: folder,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      platform: "node",
      format: "esm",
      target: "es2022",
      mainFields: ["module", "main"],
      banner: { js: requireInModule },
      logLevel: "silent",
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(names)("%s is bundled whole and answers when Lambda calls it", async (name) => {
    const bundle = join(folder, name, "bundle.mjs");
    const { handler } = (await import(bundle)) as { handler: unknown };
    expect(handler).toBeTypeOf("function");
    expect((await stat(bundle)).size).toBeLessThan(mostBytes);
  });
});
