import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

/** Where errors are made whose words a person may see in the app. What only a command line says is English. */
const seen = [
  "packages/core/src",
  "packages/connectors/src",
  "packages/notify/src",
  "packages/aws/src",
  "packages/local/src/server.ts",
  "packages/local/src/search.ts",
];

const filesOf = (place: string): string[] =>
  place.endsWith(".ts")
    ? [place]
    : readdirSync(join(root, place), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .map((name) => join(place, name));

/** Errors whose message is not plainly `Said`: given in both tongues on the spot, passed on, or of that type here. */
const inOneTongue = (source: string): string[] =>
  [...source.matchAll(/new (?:Refusal|NetworkFault|NotTold)\(/g)].flatMap(({ 0: made, index }) => {
    const given = source.slice(index + made.length);
    const message = /^\s*[^,]+,\s*([^\s,)]+)/.exec(given)?.[1] ?? "";
    return isSaid(message, source) ? [] : [`${made}…, ${message}`];
  });

function isSaid(message: string, source: string): boolean {
  if (message.startsWith("{") || /\.said$/.test(message)) return true;
  if (message === "row.wrong") return true; // of that type in file/table.ts
  const name = /^(\w+)(?:\(|$)/.exec(message)?.[1];
  const declared = `const ${name}: Said =|(?:const|function) ${name}\\b[^;]*?\\): Said (?:=>|\\{)`;
  return name !== undefined && new RegExp(declared).test(source);
}

describe("what a person may be told", () => {
  it("is made in both languages wherever it is made", () => {
    const complaints = seen
      .flatMap(filesOf)
      .flatMap((file) =>
        inOneTongue(readFileSync(join(root, file), "utf8")).map((made) => `${file}: ${made}`),
      );
    expect(complaints).toEqual([]);
  });

  it("is found wanting in one language, however it is written", () => {
    const wanting = [
      'new Refusal("not-found", "There is none.")',
      'new NetworkFault(\n  "gone",\n  `There is none.`,\n)',
      'new Refusal(codes[kind] ?? "unreadable", error.message)',
      'const message = "None."; new Refusal("gone", message);',
      'const why = (): string => "None."; new Refusal("gone", why());',
    ];
    expect(wanting.map((source) => inOneTongue(source).length)).toEqual([1, 1, 1, 1, 1]);
  });

  it("is let pass where it is said in both", () => {
    const fine = [
      'new Refusal("not-found", { ru: "Нет.", en: "None." })',
      'new NetworkFault("gone", error.said, { cause })',
      'const none: Said = { ru: "Нет.", en: "None." }; new Refusal("gone", none)',
      'const why = (n: number): Said => both(n); new Refusal("gone", why(5))',
    ];
    expect(fine.flatMap(inOneTongue)).toEqual([]);
  });
});
