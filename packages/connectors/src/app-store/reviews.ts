// Reading reviews: newest first by the day of writing, pages joined by links that are followed as they come.
import type { Account, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { changedFault } from "../kit/changed.ts";
import type { Came, NewestFirst } from "../kit/newest-first.ts";
import { type Joined, joined, reviewMention } from "./map.ts";
import { errorOf, faultFrom, pathOf, read, send, title } from "./requests.ts";
import { appOf, type Settings } from "./settings.ts";
import { OneReview, ReviewsPage } from "./wire.ts";

const mostInPage = 200;

interface Of {
  account: Account | null;
  settings: Settings;
}

/** An app's reviews, in pages of this size. */
export const reviewsOf = (of: Of, tools: Tools, size = mostInPage): NewestFirst => ({
  network: title,
  size,
  read: (mark) => readPage({ ...of, size }, mark, tools),
  map: (entry) => reviewMention(of.settings)(entry as Joined),
});

async function readPage(
  { account, settings, size }: Of & { size: number },
  mark: string | null,
  tools: Tools,
): Promise<Came | null> {
  const first = {
    path: `/v1/apps/${appOf(settings)}/customerReviews`,
    query: {
      sort: "-createdDate",
      limit: size,
      include: "response",
      "filter[territory]": settings.territories?.length ? settings.territories.join() : undefined,
    },
  };
  const response = await send(account, tools, mark === null ? first : { path: mark });
  if (!response.ok) {
    const error = await errorOf(response);
    if (mark !== null && error.code?.startsWith("PARAMETER_ERROR")) return null; // a link grows old
    if (response.status === 404) throw noApp(settings);
    const fault = faultFrom(response, error, tools);
    if (fault.kind !== "refused") throw fault;
    throw changedFault(title, {
      ru: `отзывы не отдаются, ответ ${response.status}`,
      en: `it answers ${response.status} for reviews`,
    });
  }
  const { data, included, links, meta } = await read(ReviewsPage, response);
  return {
    entries: joined(data, included ?? []),
    next: nextOf(links?.next),
    total: meta?.paging?.total ?? undefined,
  };
}

function nextOf(link: string | null | undefined): string | null {
  const path = pathOf(link);
  if (link && !path)
    throw changedFault(title, {
      ru: "ссылка на следующую страницу ведёт не в API",
      en: "its link to the next page leads out of the API",
    });
  return path;
}

const noApp = (settings: Settings): NetworkFault =>
  new NetworkFault("gone", {
    ru: `Приложения с Apple ID ${appOf(settings)} у этого ключа нет. Проверьте ссылку и то, что ключ из той же команды разработчика.`,
    en: `This key has no app with the Apple ID ${appOf(settings)}. Check the link, and that the key is of the same developer team.`,
  });

/** One review by its id, with its response. @throws NetworkFault "gone" where there is none, and as its status says */
export async function reviewById(account: Account | null, id: string, tools: Tools): Promise<Joined> {
  const call = { path: `/v1/customerReviews/${encodeURIComponent(id)}`, query: { include: "response" } };
  const response = await send(account, tools, call);
  if (response.status === 404) throw noReview();
  if (!response.ok) throw faultFrom(response, await errorOf(response), tools);
  const { data, included } = await read(OneReview, response);
  return joined([data], included ?? [])[0] as Joined;
}

export const noReview = (): NetworkFault =>
  new NetworkFault("gone", {
    ru: "Этого отзыва в App Store больше нет.",
    en: "This review is no longer in the App Store.",
  });
