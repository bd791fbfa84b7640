// What a token of Wildberries tells about itself. It is a JWT; its claims are described in the help for developers
// (dev.wildberries.ru, "Декодирование и проверка токенов WB API", April 2026). The signature is not ours to check.
import type { Said, Standing } from "@otklik/core/connector";
import { z } from "zod";

const spare = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

const Claims = z.object({
  /** Unix seconds. */
  exp: spare(z.number().positive().max(1e11)),
  /** 1 basic, 2 test, 3 personal, 4 of a service. */
  acc: spare(z.number()),
  /** true: for the sandbox only. */
  t: spare(z.boolean()),
  /** A bit for each category; bit 30: reading only. */
  s: spare(z.int().min(0)),
  /** The seller's number. */
  oid: spare(z.union([z.number(), z.string()])),
});

const tooSlow: Said = {
  ru: "Это базовый токен: Wildberries позволяет с ним 5 запросов в час, отзывы будут приходить с большим опозданием. Создайте персональный токен.",
  en: "This is a basic token: Wildberries allows it 5 requests an hour, so reviews will come very late. Create a personal token.",
};
const readingOnly: Said = {
  ru: "Токен только для чтения: отзывы будут приходить, но отвечать с ним нельзя. Создайте токен с правом записи.",
  en: "This token may only read: reviews will come, but cannot be answered. Create a token that may write.",
};
const sandboxOnly: Said = {
  ru: "Это тестовый токен: он работает только в песочнице Wildberries.",
  en: "This is a test token: it works in Wildberries' sandbox only.",
};

const noReviews: Said = {
  ru: "У токена нет категории «Вопросы и отзывы»: отзывы с ним не прочитать.",
  en: "The token lacks the category “Questions and feedback”: it cannot read reviews.",
};
const noChats: Said = {
  ru: "У токена нет категории «Чат с покупателями»: чаты с ним не прочитать.",
  en: "The token lacks the category “Chat with buyers”: it cannot read chats.",
};
const bits = { reviews: 7, chats: 9, readingOnly: 30 };

const kinds: Record<number, Said> = {
  1: { ru: "базовый токен", en: "basic token" },
  2: { ru: "тестовый токен", en: "test token" },
  3: { ru: "персональный токен", en: "personal token" },
  4: { ru: "сервисный токен", en: "service token" },
};

/**
 * What the token says of itself; of a token in another form, nothing. `atHome`: it is meant for Wildberries itself.
 * `chats`: it is to read them too.
 */
export function tokenStanding(
  token: string,
  { atHome, chats }: { atHome: boolean; chats: boolean },
): Standing {
  const claims = claimsOf(token);
  const kind = kinds[claims.acc ?? 0];
  const lacks = (bit: number) => claims.s !== undefined && !hasBit(claims.s, bit);
  const warnings = [
    claims.acc === 1 && tooSlow,
    lacks(bits.reviews) && noReviews,
    chats && lacks(bits.chats) && noChats,
    hasBit(claims.s ?? 0, bits.readingOnly) && readingOnly,
    atHome && (claims.t === true || claims.acc === 2) && sandboxOnly,
  ].filter((warning) => warning !== false);
  return {
    name: claims.oid === undefined ? "Wildberries" : `Wildberries ${claims.oid}`,
    ...(claims.exp !== undefined && { expiresAt: new Date(claims.exp * 1000) }),
    ...(kind && { kind }),
    warnings,
  };
}

/** A plain basic token, to which Wildberries allows 5 requests an hour. */
export const isBasic = (token: string): boolean => claimsOf(token).acc === 1;

function claimsOf(token: string): z.infer<typeof Claims> {
  try {
    const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8");
    return Claims.parse(JSON.parse(payload));
  } catch {
    return {}; // not a JWT, or not as we know it: then the network's own answer is all there is
  }
}

const hasBit = (mask: number, bit: number): boolean => Math.floor(mask / 2 ** bit) % 2 === 1;
