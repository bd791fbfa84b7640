// Where nobody is asked, a sign-in and settings may be made up: they only have to look like such.
import { generateKeyPairSync } from "node:crypto";
import type { AccountKind, Connector } from "@otklik/core/connector";
import { z } from "zod";

const pem = { type: "pkcs8", format: "pem" } as const;

/** Credentials for an account's fields, further keys included, and the token that signing in would have brought. */
export async function standIns(account: AccountKind): Promise<Record<string, string>> {
  if (account.is === "none") return {};
  const made = account.fields
    .filter(({ optional, secret }) => !optional || secret)
    .map(({ name, multiline }): [string, string] => [name, multiline ? keyFor(name) : "1"]);
  return { ...Object.fromEntries(made), ...(account.is === "oauth" ? { accessToken: "1" } : {}) };
}

/** A key of our own: an elliptic one, or in the form of a service account's file. */
function keyFor(name: string): string {
  if (!/json|service|file/i.test(name))
    return generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export(pem).toString();
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return JSON.stringify({
    type: "service_account",
    client_email: "recorded@example.com",
    private_key: privateKey.export(pem).toString(),
    token_uri: "https://oauth2.googleapis.com/token",
  });
}

const guesses: readonly unknown[] = [
  ...["1", "-1", "a1", "recorded", "com.example.app", "me@example.com", "https://example.com/1"],
  ...[1, true, ["1"], [1]],
];

/** Settings that this connector takes, with a guess for each field that is missing; null where none is taken. */
export function guessedSettings({ settings }: Connector, given: unknown): unknown {
  let made = { ...(given as Record<string, unknown>) };
  for (let tries = 0; tries < 30; tries++) {
    const { data, error } = settings.safeParse(made);
    if (!error) return data;
    const name = String(error.issues[0]?.path[0] ?? "");
    if (name === "" || (given as Record<string, unknown>)[name] !== undefined) return null;
    const fits = [...choicesOf(settings, name), ...guesses].find((guess) => {
      const issues = settings.safeParse({ ...made, [name]: guess }).error?.issues ?? [];
      return issues.every(({ path }) => path[0] !== name);
    });
    if (fits === undefined) return null;
    made = { ...made, [name]: fits };
  }
  return null;
}

/** The values of a field that has a closed list of them. */
function choicesOf(settings: Connector["settings"], name: string): readonly unknown[] {
  const { properties } = z.toJSONSchema(settings, { io: "input", unrepresentable: "any" });
  const field = properties?.[name];
  return typeof field === "object" ? (field.enum ?? []) : [];
}
