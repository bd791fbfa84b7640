// npm run new-network NAME ["Title"]: a network of your own, made from the model in kit/network. See docs/connectors.md.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const model = join(import.meta.dirname, "network");

/** Where each folder of the model goes, and what its imports become there. */
const folders: Record<string, { to(name: string): string; imports: readonly [RegExp, string][] }> = {
  connector: {
    to: (name) => `packages/connectors/src/${name}`,
    imports: [[/"@otklik\/connectors\/kit\/([\w-]+)"/g, '"../kit/$1.ts"']],
  },
  sandbox: {
    to: (name) => `packages/sandbox/src/${name}`,
    imports: [[/"@otklik\/sandbox\/((?:kit\/)?[\w-]+)"/g, '"../$1.ts"']],
  },
  tests: {
    to: (name) => `tests/connectors/${name}`,
    imports: [
      [/"\.\.\/\.\.\/\.\.\/tests\//g, '"../../'],
      [/"\.\.\/connector\/([\w-]+)\.ts"/g, '"@otklik/connectors/example-reviews/$1"'],
      [/"\.\.\/sandbox\/([\w-]+)\.ts"/g, '"@otklik/sandbox/example-reviews/$1"'],
      [/"\.\.\/fixtures\//g, '"../../fixtures/example-reviews/'],
    ],
  },
  fixtures: { to: (name) => `tests/fixtures/${name}`, imports: [] },
};

export interface NewNetwork {
  /** kebab-case, stored on every mention, never renamed */
  name: string;
  /** as people write it */
  title: string;
}

/**
 * Writes the network's files and its two lines of registry below `root`.
 * @returns the files, relative to `root`
 * @throws Error when the name is not kebab-case or is taken
 */
export function makeNetwork({ name, title }: NewNetwork, root: string): string[] {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new Error(`"${name}" will not do: small letters, digits and single hyphens, such as acme-reviews.`);
  if (existsSync(join(root, `packages/connectors/src/${name}`)))
    throw new Error(`There is a ${name} already.`);
  const made: string[] = [];
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
    made.push(file);
  };
  for (const [folder, { to, imports }] of Object.entries(folders))
    for (const file of readdirSync(join(model, folder))) {
      const text = readFileSync(join(model, folder, file), "utf8");
      const moved = imports.reduce((one, [from, into]) => one.replace(from, into), text);
      write(`${to(name)}/${file}`, named(moved, { name, title }));
    }
  register({ name, root, write });
  return made;
}

/** The model's text under another name. */
function named(text: string, { name, title }: NewNetwork): string {
  return text
    .replaceAll("api.reviews.example", `api.${name}.example`)
    .replaceAll("//reviews.example", `//${name}.example`)
    .replaceAll("example-reviews", name)
    .replaceAll("exampleReviews", camel(name))
    .replaceAll("ExampleReviews", camel(`x-${name}`).slice(1))
    .replaceAll("Example Reviews", title);
}

const camel = (name: string): string =>
  name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

function register(of: { name: string; root: string; write(file: string, text: string): void }): void {
  const { name, root, write } = of;
  const add = (file: string, [list, entry]: [RegExp, string], line: string): void => {
    const text = readFileSync(join(root, file), "utf8");
    if (!list.test(text)) throw new Error(`${file} has no list where ${name} would stand: ${list.source}`);
    const imported = text.replace(/^import .*\n(?!import |\} from| {2})/m, (last) => `${last}${line}\n`);
    write(file, imported.replace(list, entry));
  };
  add(
    "packages/connectors/src/index.ts",
    [/webPage,?\s*\];/, `${camel(name)}, webPage];`],
    `import { ${camel(name)} } from "./${name}/index.ts";`,
  );
  add(
    "packages/sandbox/src/main.ts",
    [/(const networks = \(world[^=]*=> \[)/, `$1${camel(name)}Sandbox(world), `],
    `import { ${camel(name)}Sandbox } from "./${name}/index.ts";`,
  );
}

function run([name, title = name]: readonly string[]): void {
  if (!name || !title) throw new Error('Say which: npm run new-network acme-reviews "Acme Reviews"');
  const made = makeNetwork({ name, title }, join(import.meta.dirname, ".."));
  for (const file of made) process.stdout.write(`${file}\n`);
  process.stdout.write(`\nNow: npx biome check --write . && npx vitest run tests/connectors/${name}\n`);
}

if (import.meta.main)
  try {
    run(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
