// Spoils one thing in a network's answer, the same thing for the same seed.
import { parseJson } from "@otklik/connectors/kit/json";

export interface Mutation {
  /** What was done, for the report of a failure. */
  does: string;
  status: number;
  body: string;
  /**
   * Where: "whole" the answer is no longer what it was; "frame" something around its entries; "entry" something inside
   * one member of a list, which then may be another mention, or none.
   */
  where: "whole" | "frame" | "entry" | "nowhere";
  /** How many mentions may have been changed by it: an entry and what is nested in it. */
  touched: number;
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Path = (string | number)[];
export type Chance = () => number;

const long = "Ё".repeat(70_000);
const junk: readonly Json[] = [
  ...[null, true, 0, -1, 1e308, 9_007_199_254_740_992],
  ...[
    "",
    " ",
    "null",
    "1e400",
    "\u0000\u202E\u200B",
    "\uD800",
    "<script>alert(1)</script>",
    "2026-13-45T99:99:99Z",
  ],
  ...[long, [], {}, [null], [[[]]], { a: { b: { c: [] } } }],
];

/** One mutation of an answer's body. */
export function mutate(body: string, status: number, chance: Chance): Mutation {
  const json = parsed(body);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const whole = (does: string, changed: string, code = status): Mutation => ({
    does,
    body: changed,
    status: code,
    where: "whole",
    touched: 0,
  });
  const wholes: (() => Mutation)[] = [
    () => whole("cut", body.slice(0, Math.floor(body.length * chance()))),
    () => whole("empty", ""),
    () => whole("a web page", "<!doctype html><title>Проверка</title>"),
    () => whole("another JSON", pick(["null", "[]", "{}", "0", '"ok"', "[[]]", '{"error":null}'])),
    () =>
      whole(
        "a status",
        body,
        pick([201, 204, 302, 400, 401, 403, 404, 408, 409, 420, 422, 429, 500, 502, 503]),
      ),
    () => whole("junk inside", spliced(body, chance)),
  ];
  if (json === undefined || chance() < 0.2) return pick(wholes)();
  return mutateJson(json, status, { chance, pick });
}

interface Luck {
  chance: Chance;
  pick<T>(list: readonly T[]): T;
}

function mutateJson(json: Json, status: number, { chance, pick }: Luck): Mutation {
  const paths = pathsOf(json).filter((path) => path.length > 0);
  if (paths.length === 0) return mutateJson({ wrapped: json }, status, { chance, pick });
  const path = pick(paths);
  const copy = structuredClone(json);
  const owner = at(copy, path.slice(0, -1)) as Json[] | { [name: string | number]: Json };
  const name = path.at(-1) as string | number;
  const value = at(json, path);
  const entry = path.findIndex((step) => typeof step === "number");
  const where = entry < 0 ? "frame" : "entry";
  const touched = entry < 0 ? 0 : 1 + nested(at(json, path.slice(0, entry + 1)));
  const told = (does: string, place: Mutation["where"] = where): Mutation => ({
    does: `${does} ${path.join(".")}`,
    status,
    body: JSON.stringify(copy),
    where: place,
    touched: place === "entry" ? touched : 0,
  });
  const does = chance();
  if (Array.isArray(owner)) {
    if (does < 0.3) {
      owner.splice(Math.floor(chance() * (owner.length + 1)), 0, structuredClone(value));
      return told("doubles", entry === path.length - 1 ? "nowhere" : where);
    }
    if (does < 0.5) {
      owner.push(pick(junk));
      return told("adds junk beside", entry === path.length - 1 ? "nowhere" : where);
    }
  } else {
    if (does < 0.2) {
      delete owner[name];
      return told("removes");
    }
    if (does < 0.35) {
      delete owner[name];
      owner[`${name}_v2`] = value;
      return told("renames");
    }
    if (does < 0.45) {
      owner[`${name}New`] = pick(junk);
      return told("adds a field beside", "nowhere");
    }
  }
  // No list becomes null or another list, and no count zero: so a network says what there is, and then there is nothing
  // else to find.
  const saysNothing = (one: Json): boolean =>
    (Array.isArray(value) && (one === null || Array.isArray(one))) ||
    (one === 0 && /count/i.test(String(name)));
  const others = junk.filter((one) => !saysNothing(one));
  const other = pick(others);
  (owner as { [name: string | number]: Json })[name] = other;
  return told(`puts ${JSON.stringify(other)?.slice(0, 30)} for`);
}

function parsed(body: string): Json | undefined {
  try {
    return parseJson(body) as Json; // ids past 2^53 stay what they are
  } catch {
    return undefined;
  }
}

function spliced(body: string, chance: Chance): string {
  const place = Math.floor(chance() * body.length);
  return `${body.slice(0, place)}\u0000{"${body.slice(place)}`;
}

function pathsOf(json: Json, path: Path = []): Path[] {
  if (json === null || typeof json !== "object") return [path];
  const steps: Path = Array.isArray(json) ? json.map((_, index) => index) : Object.keys(json);
  return [path, ...steps.flatMap((step) => pathsOf((json as never)[step], [...path, step]))];
}

const at = (json: Json, path: Path): Json => path.reduce<Json>((value, step) => (value as never)[step], json);

/** Objects that lie in lists below. */
function nested(json: Json): number {
  if (json === null || typeof json !== "object") return 0;
  const inside = Object.values(json as Record<string, Json>);
  const own = Array.isArray(json)
    ? inside.filter((one) => one !== null && typeof one === "object").length
    : 0;
  return own + inside.reduce<number>((sum, one) => sum + nested(one), 0);
}
