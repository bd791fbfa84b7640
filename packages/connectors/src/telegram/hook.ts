// Pushes: Telegram sends each update to our address, with a secret of ours in a header.
import type { Hook, Received, Tools } from "@otklik/core/connector";
import { Refusal } from "@otklik/core/errors";
import { z } from "zod";
import { parseJson } from "../kit/json.ts";
import { excerptOf } from "../kit/lists.ts";
import { isSameSecret } from "../kit/secrets.ts";
import { call } from "./requests.ts";
import type { Settings } from "./settings.ts";
import { readUpdates } from "./updates.ts";
import { wanted } from "./wire.ts";

/** What is waiting is not dropped: it comes by the first pushes. */
export async function listen({ account, url, secret }: Hook<Settings>, tools: Tools): Promise<void> {
  const parameters = { url, secret_token: secret, allowed_updates: wanted };
  await call(account, tools, { method: "setWebhook", parameters, result: z.literal(true) });
}

export async function receive(request: Request, hook: Hook<Settings>, tools: Tools): Promise<Received> {
  const given = request.headers.get("x-telegram-bot-api-secret-token");
  if (given === null || !isSameSecret(given, hook.secret))
    throw new Refusal("forbidden", {
      ru: "В запросе нет нашего секрета: он не от Telegram.",
      en: "The request lacks our secret: it is not Telegram's.",
    });
  // Whatever else is said, the update has arrived: any other status would bring it again and again.
  const answer = { status: 200 };
  const text = await request.text();
  const { account, sources } = hook;
  let update: unknown;
  try {
    update = parseJson(text);
  } catch {
    return { answer, found: [], unreadable: [{ excerpt: excerptOf(text), why: noJson }] };
  }
  const { found, unreadable, faults } = await readUpdates([update], { account, sources, moved: {}, tools });
  // A push has no other way to say that a chat is lost.
  const lost = faults.map(({ fault }) => ({ excerpt: excerptOf(update), why: fault.said }));
  return { answer, found, unreadable: [...unreadable, ...lost] };
}

const noJson = { ru: "пришёл не JSON", en: "what came is no JSON" };
