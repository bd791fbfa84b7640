import { NetworkFault } from "@otklik/core/errors";
import { readBytes } from "./bounded.ts";

const mostBytes = 20_000_000;

/** JSON whose whole numbers past 2^53 come as strings of digits, since a number would round an id to another one. */
export function parseJson(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === "number" && /^-?\d+$/.test(context?.source ?? "") && !Number.isSafeInteger(value)
      ? context?.source
      : value,
  );
}

/**
 * The JSON of an answer that was a success. `network` is its name as people write it.
 * @throws NetworkFault "changed" when something else came, such as a web page
 * @throws Refusal "too-large" past `maxBytes` (default 20 MB)
 */
export async function readJson(
  response: Response,
  { network, maxBytes = mostBytes }: { network: string; maxBytes?: number },
): Promise<unknown> {
  const bytes = await readBytes(response.body, { maxBytes, of: `The answer of ${network}` });
  const text = new TextDecoder().decode(bytes).trim();
  if (text === "") throw new NetworkFault("changed", `${network} sent an empty answer where JSON was due.`);
  try {
    return parseJson(text);
  } catch (cause) {
    throw new NetworkFault("changed", `${network} sent ${what(text)} where JSON was due.`, { cause });
  }
}

const what = (text: string): string =>
  text.startsWith("<") ? "a web page (a captcha, a sign-in or a notice of works)" : "broken JSON";
