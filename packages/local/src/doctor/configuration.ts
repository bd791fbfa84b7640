import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { modelFrom } from "@otklik/language/labeler";
import { type Config, knownVariables } from "../config.ts";
import { about, type Finding, messageOf } from "./finding.ts";

const builtWeb = fileURLToPath(new URL("../../../../web/dist/index.html", import.meta.url));
/** Read by tests. */
const elsewhere = /^OTKLIK_(TEST_|BROWSER$)/;

/** Each variable of ours: whether it is set, and whether it is one. Values are not shown: some are secrets. */
export function examineVariables(environment: Record<string, string | undefined>): Finding[] {
  const { fine, act } = about("configuration");
  const set = Object.keys(environment).filter((name) => environment[name] && /^(OTKLIK_|OPENAI_)/.test(name));
  const known = (name: string): boolean => knownVariables.includes(name) || elsewhere.test(name);
  const unknown = set
    .filter((name) => name.startsWith("OTKLIK_") && !known(name))
    .map((name) => {
      const meant = knownVariables.toSorted((a, b) => distance(name, a) - distance(name, b))[0] ?? "";
      return act(`nobody reads ${name}`, `Take it away, or correct it: did you mean ${meant}?`);
    });
  const own = set.filter((name) => knownVariables.includes(name));
  return [fine(own.length === 0 ? "all as by default" : `set: ${own.sort().join(", ")}`), ...unknown];
}

/** How many letters must change: Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}

export function examineProgram(nodeVersion: string): Finding[] {
  const node = about("node");
  const web = about("web app");
  return [
    Number(nodeVersion.split(".")[0]) >= 24
      ? node.fine(nodeVersion)
      : node.act(`Node ${nodeVersion}`, "Otklik runs on Node 24; npm brings it along: npm ci"),
    existsSync(join(builtWeb))
      ? web.fine("built")
      : web.act("it is not built", "Build it: npm run build:web (npm start does that by itself)"),
  ];
}

/** What reads for us. Only whoever starts the service sets the model; when it is asked is chosen in the app. */
export function examineModel({ openai }: Pick<Config, "openai">): Finding {
  const { fine, note, act } = about("model");
  const { apiKey, baseUrl, model, prices, monthlyBudget } = openai;
  if (!apiKey) {
    const found = "no key: the embedded labeler labels";
    return baseUrl || model
      ? note(found, "For the model that is set, set OPENAI_API_KEY too: any word where its server wants none")
      : note(found, "For a model where it is unsure set OPENAI_API_KEY");
  }
  try {
    const asked = modelFrom({ openaiBaseUrl: baseUrl, openaiModel: model, ...(prices && { prices }) });
    const where = new URL(asked.baseUrl).host;
    return fine(
      `${asked.model} at ${where} may be asked, for $${monthlyBudget} a month and workspace at most`,
    );
  } catch (error) {
    return act(messageOf(error), "Set OTKLIK_OPENAI_PRICES, or take OTKLIK_OPENAI_MODEL away");
  }
}
