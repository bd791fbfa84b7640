import type { Said } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { answerOf, readBytes } from "./bounded.ts";

const mostBytes = 20_000_000;

/** JSON whose whole numbers past 2^53 come as strings of digits, since a number would round an id to another one. */
export function parseJson(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === "number" && /^-?\d+$/.test(context?.source ?? "") && !Number.isSafeInteger(value)
      ? context?.source
      : value,
  );
}

declare global {
  interface JSON {
    /** Node has it since version 21; TypeScript's own declarations do not yet. */
    rawJSON(text: string): unknown;
  }
}

/** A number for `JSON.stringify`, written digit by digit: an id may be larger than a number holds. */
export const int64 = (digits: string): unknown => JSON.rawJSON(digits);

/**
 * The JSON of an answer that was a success. `network` is its name as people write it.
 * @throws NetworkFault "changed" when something else came, such as a web page
 * @throws Refusal "too-large" past `maxBytes` (default 20 MB)
 */
export async function readJson(
  response: Response,
  { network, maxBytes = mostBytes }: { network: string; maxBytes?: number },
): Promise<unknown> {
  const bytes = await readBytes(response.body, { maxBytes, of: answerOf(network) });
  const text = new TextDecoder().decode(bytes).trim();
  if (text === "") throw new NetworkFault("changed", notJson(network, emptyAnswer));
  try {
    return parseJson(text);
  } catch (cause) {
    throw new NetworkFault("changed", notJson(network, text.startsWith("<") ? webPage : brokenJson), {
      cause,
    });
  }
}

const emptyAnswer: Said = { ru: "пришёл пустой ответ", en: "an empty answer" };
const brokenJson: Said = { ru: "пришёл испорченный JSON", en: "broken JSON" };
const webPage: Said = {
  ru: "пришла веб-страница (капча, вход или сообщение о работах)",
  en: "a web page (a captcha, a sign-in or a notice of works)",
};

const notJson = (network: string, came: Said): Said => ({
  ru: `${network}: вместо JSON ${came.ru}.`,
  en: `${network} sent ${came.en} where JSON was due.`,
});
