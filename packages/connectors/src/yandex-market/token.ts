// What a key of Yandex Market may do, from the network's own word about it.
import type { Said, Standing } from "@otklik/core/connector";
import type { z } from "zod";
import type { Token } from "./wire.ts";

const noTalk: Said = {
  ru: "У ключа нет доступа «Общение с покупателями»: с ним отзывы не прочитать. Создайте ключ с этим доступом.",
  en: "The key may not “communicate with buyers”, so reviews cannot be read with it. Create one that may.",
};
const readingOnly: Said = {
  ru: "Ключ только для просмотра: отзывы будут приходить, но отвечать с ним нельзя.",
  en: "This key may only look: reviews will come, but cannot be answered with it.",
};

/** The key in plain words. */
export function tokenStanding({ apiKey }: z.infer<typeof Token>): Standing {
  const scopes = new Set(apiKey.authScopes);
  const mayWrite = scopes.has("ALL_METHODS") || scopes.has("COMMUNICATION");
  const warnings = mayWrite ? [] : [scopes.has("ALL_METHODS_READ_ONLY") ? readingOnly : noTalk];
  return { name: `Яндекс Маркет, ${apiKey.name}`, kind: kindOf(scopes), warnings };
}

function kindOf(scopes: ReadonlySet<string>): Said {
  if (scopes.has("ALL_METHODS")) return { ru: "полное управление", en: "full control" };
  if (scopes.has("COMMUNICATION")) return { ru: "общение с покупателями", en: "communication with buyers" };
  return { ru: "ограниченный", en: "limited" };
}
