import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

/** Who may import whom: for each room, its own files and what they may name. First match wins. */
const rooms: readonly { room: RegExp; may: readonly RegExp[] }[] = [
  {
    room: /^packages\/core\/src\/(id|aes)\.ts$/,
    may: [/^node:crypto$/],
  },
  {
    room: /^packages\/core\/src\/archive\/passphrase\.ts$/,
    may: [/^node:crypto$/, core("(aes|errors|ports)")],
  },
  {
    room: /^packages\/core\/src\/pipeline\/(?!jobs|room|pack|api)/,
    may: [/^zod$/, core("(?!pipeline/|api/)"), core("pipeline/(jobs|room|pack|intake|read-past)")],
  },
  { room: /^packages\/core\/src\/pipeline\/api\.ts$/, may: [/^zod$/, core("(?!pipeline/)")] },
  {
    room: /^packages\/core\/src\/api\//,
    may: [/^zod$/, /^@otklik\/lint$/, core("(?!pipeline/)"), core("pipeline/jobs")],
  },
  { room: /^packages\/core\/src\//, may: [/^zod$/, core("(?!pipeline/|api/)")] },
  {
    room: /^packages\/connectors\/src\/kit\//,
    may: [
      /^node:/,
      /^zod$/,
      /^cheerio/,
      /^undici$/,
      /^ipaddr\.js$/,
      /^(imapflow|nodemailer|postal-mime)/,
      coreContract(),
      own("connectors/src/kit"),
    ],
  },
  { room: /^packages\/connectors\/src\/index\.ts$/, may: [coreContract(), own("connectors/src")] },
  {
    room: /^packages\/connectors\/src\/([a-z0-9-]+)\//,
    may: [
      /^node:(stream|zlib|string_decoder|buffer|path)/,
      /^zod$/,
      /^cheerio/,
      /^(csv-parse|saxes|yauzl|stream-json|stream-chain|postal-mime|jose)/,
      /^node:crypto$/,
      coreContract(),
      own("connectors/src/kit"),
    ],
  },
  {
    room: /^packages\/language\/src\/model\/shipped\.ts$/,
    may: [/^node:(fs|zlib)$/, own("language/src")],
  },
  {
    room: /^packages\/language\/train\//,
    may: [/^node:(crypto|fs|path|url|util|zlib)$/, own("language/(src|train)")],
  },
  {
    room: /^packages\/language\/src\//,
    may: [/^zod$/, /^openai/, /^@otklik\/(core|lint)/, own("language/src")],
  },
  { room: /^packages\/lint\/src\//, may: [own("lint/src")] },
  { room: /^packages\/words\/src\//, may: [own("words/src")] },
  {
    room: /^packages\/sandbox\/src\//,
    may: [/^node:/, /^zod$/, /^hono/, /^@hono\//, /^(jose|smtp-server)$/, own("sandbox/src")],
  },
  {
    room: /^packages\/local\//,
    may: [
      /^node:/,
      /^zod$/,
      /^hono/,
      /^@hono\//,
      /^commander$/,
      /^aws-lambda$/,
      /^@otklik\/(core|connectors|language|functions|sandbox|notify)/,
      own("local"),
    ],
  },
  {
    room: /^packages\/notify\/src\//,
    may: [/^node:/, /^zod$/, /^@slack\//, /^nodemailer/, /^@otklik\/(core|words)/, own("notify/src")],
  },
  {
    room: /^packages\/aws\/src\//,
    may: [
      /^node:/,
      /^zod$/,
      /^@aws-sdk\//,
      /^aws-lambda$/,
      /^@otklik\/(core|connectors|language|functions|notify)/,
      own("aws/src"),
    ],
  },
  {
    room: /^packages\/aws-local\//,
    may: [
      /^node:/,
      /^zod$/,
      /^@aws-sdk\//,
      /^aws-lambda$/,
      /^commander$/,
      /^(dynalite|fauxqs|local-aws-sqs)$/,
      /^@otklik\/(aws|core|connectors|language|functions|local|notify|sandbox)/,
      own("aws-local"),
    ],
  },
  { room: /^functions\/triggers\.ts$/, may: [/^@otklik\/core\/ports$/] },
  {
    room: /^functions\/on\.ts$/,
    may: [
      /^aws-lambda$/,
      /^@otklik\/core\//,
      /^@otklik\/aws\/stream$/,
      /^functions\/ports\.ts$/,
      own("functions", "triggers"),
    ],
  },
  {
    room: /^functions\/ports\.ts$/,
    may: [/^zod$/, /^@aws-sdk\//, /^@otklik\/(core|aws|connectors|language|notify)/],
  },
  { room: /^functions\//, may: [/^@otklik\/core\/(pipeline|api)\//, own("functions", "on")] },
  { room: /^stacks\/vitest\.config\.ts$/, may: [/^vitest\//] },
  {
    room: /^stacks\/check\//,
    may: [
      /^node:/,
      /^vitest$/,
      /^@pulumi\/pulumi$/,
      /^functions\/triggers\.ts$/,
      /^packages\/(aws\/src\/table-definition|core\/src\/ports)\.ts$/,
      own("stacks"),
    ],
  },
  { room: /^stacks\//, may: [/^functions\/triggers\.ts$/, own("stacks", "(?!check)")] },
  { room: /^web\/vite\.config\.ts$/, may: [/^node:/, /^vite$/, /^@(vitejs|tailwindcss)\//] },
  {
    room: /^web\//,
    may: [
      /^(react|react-dom|wouter|tinykeys|uplot|vite|tailwindcss)/,
      /^@(tanstack|vitejs|tailwindcss)\//,
      /^@otklik\/(lint|words)$/,
      own("web"),
    ],
  },
];

function core(rest: string): RegExp {
  return new RegExp(`^packages/core/src/${rest}`);
}
/** What a connector may see of the core: the contract, errors, ids, types. */
function coreContract(): RegExp {
  return /^@otklik\/core\/(address|connector|errors|id|json|said|mention\/found|reply\/receipt)$/;
}
function own(folder: string, file = ""): RegExp {
  return new RegExp(`^(packages/)?${folder}/${file}`);
}

interface Import {
  from: string;
  line: number;
  what: string;
  typeOnly: boolean;
  /** Loaded with the file, and not when it is first used. */
  atOnce: boolean;
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (name === "node_modules" || name === "dist" || name.startsWith(".")) return [];
    if (statSync(join(root, path)).isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

/** Every import of a file, also those spread over lines and the dynamic ones. */
function importsOf(from: string, source: string): Import[] {
  const found: Import[] = [];
  const pattern =
    /(?:^|[;\n])\s*(?:import|export)\s+(type\s)?[^"';]*?from\s+"([^"]+)"|import\(\s*"([^"]+)"\s*\)|(?:^|\n)\s*import\s+"([^"]+)"/g;
  for (const match of source.matchAll(pattern)) {
    const what = match[2] ?? match[3] ?? match[4] ?? "";
    const line = source.slice(0, (match.index ?? 0) + match[0].length).split("\n").length;
    found.push({
      from,
      line,
      what: what.startsWith(".") ? relative(root, join(root, from, "..", what)) : what,
      typeOnly: match[1] !== undefined,
      atOnce: match[1] === undefined && match[3] === undefined,
    });
  }
  return found;
}

/** The file that an import within the project names. */
const fileOf = (what: string): string =>
  what.replace(/^@otklik\/([a-z-]+)(?:\/(.+))?$/, (_whole, name: string, file = "index") =>
    name === "functions" ? `functions/${file}.ts` : `packages/${name}/src/${file}.ts`,
  );

function complaint({ from, line, what, typeOnly }: Import): string | null {
  if (from.startsWith("web/") && /^@otklik\/core\//.test(what))
    return typeOnly
      ? null
      : `${from}:${line} imports ${what} at run time; web takes types alone from the core`;
  const rule = rooms.find(({ room }) => room.test(from));
  if (!rule) return `${from} lies in no room of the table`;
  const network = rule.room.exec(from)?.[1];
  if (network !== undefined && what.startsWith(`packages/connectors/src/${network}/`)) return null;
  return rule.may.some((allowed) => allowed.test(what)) ? null : `${from}:${line} must not import ${what}`;
}

const files = ["packages", "functions", "stacks", "web"].flatMap(filesBelow);
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")]));

describe("the tree", () => {
  it("imports only along the arrows", () => {
    const complaints = [...sources].flatMap(([file, source]) =>
      importsOf(file, source).map(complaint).filter(Boolean),
    );
    expect(complaints).toEqual([]);
  });

  it("notices an import that breaks the rule, also one of a type or spread over lines", () => {
    const source =
      'import type {\n  A,\n} from "@otklik/connectors";\nimport "openai";\nconst b = import("./x.ts");\n';
    const found = importsOf("packages/core/src/label/label.ts", source);
    expect(found.map((one) => complaint(one))).toEqual([
      "packages/core/src/label/label.ts:3 must not import @otklik/connectors",
      "packages/core/src/label/label.ts:4 must not import openai",
      null,
    ]);
  });

  it("keeps time, chance, network and environment out of the core", () => {
    const forbidden = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|(?<![.\w])fetch\(/;
    const complaints = [...sources]
      .filter(([file]) => file.startsWith("packages/core/"))
      .flatMap(([file, source]) =>
        source
          .split("\n")
          .flatMap((text, at) => (forbidden.test(text) ? [`${file}:${at + 1} ${text.trim()}`] : [])),
      );
    expect(complaints).toEqual([]);
  });

  it("reads the environment in one place of each home", () => {
    const readers = [...sources]
      .filter(([file, source]) => !/^(web|stacks)\//.test(file) && /\bprocess\.env\b/.test(source))
      .map(([file]) => file);
    expect(readers).toEqual(["packages/local/src/commands/session.ts", "functions/ports.ts"]);
  });

  it("loads large libraries, and the labeler, when they are first used, and not at every start", () => {
    const loaded = new Set<string>();
    const load = (what: string): void => {
      if (loaded.has(what)) return;
      loaded.add(what);
      const source = sources.get(what);
      if (source === undefined) return;
      for (const { what: next, atOnce } of importsOf(what, source)) if (atOnce) load(fileOf(next));
    };
    load("packages/local/src/main.ts");
    const late =
      /^(openai|undici|imapflow|nodemailer|postal-mime|cheerio|jose)\b|^packages\/language\/src\/label\/(embedded|tokens)\.ts$/;
    expect(loaded).toContain("packages/connectors/src/email/index.ts");
    expect([...loaded].filter((what) => late.test(what))).toEqual([]);
  });

  it("has no folder for things without a name", () => {
    const nameless = files.filter((file) => /\/(utils?|helpers?|common|types|misc)(\/|\.tsx?$)/.test(file));
    expect(nameless).toEqual([]);
  });
});
