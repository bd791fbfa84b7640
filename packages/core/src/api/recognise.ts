import type { Connector, Given, Recognised } from "../connector.ts";
import { firstStatus } from "../conversation/admit.ts";
import { NetworkFault, Refusal } from "../errors.ts";
import type { FoundMention } from "../mention/found.ts";
import { mentionFrom, wordsOf } from "../mention/mention.ts";
import type { Ports } from "../ports.ts";
import { type InboxFrom, inboxFromChoice } from "../source/source.ts";
import { toolsFor } from "../tools.ts";
import type { ParsedInputOf } from "./routes.ts";
import type { RecognisedView } from "./views.ts";

/** Asks each connector in turn whether a link or a file is its own. @throws Refusal when it is nobody's, with what to do */
export async function recognise(
  input: ParsedInputOf<"POST /api/recognise">,
  { ports, workspaceId, signal }: { ports: Ports; workspaceId: string; signal: AbortSignal },
): Promise<RecognisedView> {
  const given: Given = { ...linkOf(input.link), ...(input.file ? { file: input.file } : {}) };
  if (!given.link && !given.file)
    throw new Refusal("bad-input", {
      ru: "Вставьте ссылку на страницу с отзывами или перетащите файл.",
      en: "Paste a link to a page with reviews, or drop a file.",
    });
  if (input.settings !== undefined) given.settings = input.settings;
  for (const connector of ports.connectors) {
    const recognised = await connector
      .recognise?.(given, toolsFor(connector, ports, { workspaceId, signal }))
      .catch(explain);
    if (recognised) return show(connector, recognised, ports.now());
  }
  throw new Refusal("unreadable", {
    ru: "Отзывов там не нашлось. Выгрузка в CSV, XLSX или JSON подойдёт всегда.",
    en: "No reviews were recognised in it. A CSV, XLSX or JSON export always works.",
  });
}

function linkOf(text: string | undefined): Pick<Given, "link"> {
  if (!text) return {};
  const full = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(full) || !/^https?:/i.test(full))
    throw new Refusal("bad-input", {
      ru: "Это не похоже на адрес страницы. Он выглядит так: https://example.com/reviews",
      en: "This is not the address of a page. It should look like https://example.com/reviews",
    });
  return { link: new URL(full) };
}

function explain(error: unknown): never {
  if (!(error instanceof NetworkFault)) throw error;
  throw new Refusal("unreadable", {
    ru: `Страница не прочиталась. ${error.said.ru}`,
    en: `The page could not be read: ${error.said.en}`,
  });
}

function show(connector: Connector, recognised: Recognised<unknown>, now: Date): RecognisedView {
  const { sample, count, unreadable, columns } = recognised;
  const times = sample.map(({ postedAt }) => postedAt.getTime());
  const inbox = { now: 0, "30d": entering(sample, "30d", now), all: entering(sample, "all", now) };
  return {
    network: connector.network,
    title: recognised.title,
    settings: recognised.settings,
    count: count ?? sample.length,
    countIsAll: count !== undefined,
    ...(times.length > 0
      ? {
          newestAt: new Date(Math.max(...times)).toISOString(),
          oldestAt: new Date(Math.min(...times)).toISOString(),
        }
      : {}),
    inbox,
    advised: inbox["30d"] > 0 || inbox.all === 0 ? "30d" : "all",
    sample: sample.slice(0, 5).map((found) => ({
      ...(found.author.name ? { author: found.author.name } : {}),
      ...(found.rating ? { rating: found.rating } : {}),
      text: wordsOf(found).slice(0, 500),
      postedAt: found.postedAt.toISOString(),
    })),
    unreadable: unreadable.slice(0, 50),
    ...(columns ? { columns } : {}),
  };
}

/** How many of these the inbox would take, by the same rule that triage follows. */
function entering(sample: readonly FoundMention[], choice: InboxFrom, now: Date): number {
  const inboxFrom = inboxFromChoice(choice, now);
  const origin = { brandId: "b", sourceId: "", network: "", observedAt: now };
  return sample.filter(
    (found) => firstStatus({ mention: mentionFrom(found, origin), inboxFrom }).is === "open",
  ).length;
}
