// Reading reviews: what was written or changed in the last seven days, newest first; older ones Google does not list.
import type { Account, Said, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { changedFault, hasOtherList } from "../kit/changed.ts";
import { type GoogleError, googleErrorOf, googleFault } from "../kit/google.ts";
import { readJson } from "../kit/json.ts";
import { issuesOf } from "../kit/lists.ts";
import type { Came, NewestFirst } from "../kit/newest-first.ts";
import { reviewMention } from "./map.ts";
import { type Session, signIn, title } from "./session.ts";
import { packageOf, type Settings } from "./settings.ts";
import { Review, ReviewsPage } from "./wire.ts";

const usualPage = 100;

/** An app's reviews, in pages of this size. */
export const reviewsOf = (
  { account, settings }: { account: Account | null; settings: Settings },
  tools: Tools,
  size = usualPage,
): NewestFirst => ({
  network: title,
  size,
  read: async (mark) => readPage(await signIn(account, packageOf(settings), tools), { mark, size }, tools),
  map: reviewMention(settings),
});

async function readPage(
  session: Session,
  { mark, size }: { mark: string | null; size: number },
  tools: Tools,
): Promise<Came | null> {
  const response = await session({ path: "/reviews", query: { maxResults: size, token: mark ?? undefined } });
  if (!response.ok) {
    const error = await googleErrorOf(response);
    // A page token lives for a while only.
    if (mark !== null && error.status === "INVALID_ARGUMENT") return null;
    const fault = faultFrom(response, error, tools);
    if (fault.kind !== "refused") throw fault;
    throw changedFault(title, {
      ru: `отзывы не отдаются, ответ ${response.status}`,
      en: `it answers ${response.status} for reviews`,
    });
  }
  const body = await readJson(response, { network: title });
  const { data, error } = ReviewsPage.safeParse(body);
  const next = data?.tokenPagination?.nextPageToken || null;
  if (!data || (!data.reviews && (hasOtherList(body) || next !== null)))
    throw changedFault(
      title,
      { ru: "в ответе нет отзывов", en: "its answer holds no reviews" },
      error && issuesOf(error),
    );
  return { entries: data.reviews ?? [], next, total: data.pageInfo?.totalResults ?? undefined };
}

/** One review by its id; null: it is not shown, perhaps only since it is older than a week. Throws as its status says. */
export async function reviewById(session: Session, id: string, tools: Tools): Promise<Review | null> {
  const response = await session({ path: `/reviews/${encodeURIComponent(id)}` });
  if (response.status === 404) return null;
  if (!response.ok) throw faultFrom(response, await googleErrorOf(response), tools);
  const { data, error } = Review.safeParse(await readJson(response, { network: title }));
  if (data) return data;
  throw changedFault(title, { ru: "у отзыва другой вид", en: "a review has another shape" }, issuesOf(error));
}

/** The fault of an answer that was no success. */
function faultFrom(response: Response, error: GoogleError, tools: Tools): NetworkFault {
  const fault = googleFault(response, error, { network: title, now: tools.now() });
  if (response.status === 404) return new NetworkFault("gone", noSuchApp);
  return response.status === 403 && fault.kind === "unauthorized" && error.reasons.length === 0
    ? new NetworkFault("unauthorized", withoutRight)
    : fault;
}

const noSuchApp: Said = {
  ru: "В Google Play нет приложения с таким именем пакета, или оно не опубликовано.",
  en: "Google Play has no app of this package name, or it is not published.",
};
const withoutRight: Said = {
  ru: "У сервисного аккаунта нет доступа к этому приложению. В Play Console откройте Users and permissions, пригласите его почту и дайте право «Reply to reviews»; доступ появляется в течение суток.",
  en: "The service account has no access to this app. In the Play Console open Users and permissions, invite its e-mail and grant “Reply to reviews”; it may take a day to work.",
};
