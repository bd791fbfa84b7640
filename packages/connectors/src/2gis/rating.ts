import type { Account, Page, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { urlAt } from "../kit/address.ts";
import { faultOf, networkError } from "../kit/faults.ts";
import { readJson } from "../kit/json.ts";
import { issuesOf } from "../kit/lists.ts";
import { ById } from "./wire.ts";

const network = "2GIS Places";

/**
 * The rating of one place by the client's own key; null: it has none yet.
 * @throws NetworkFault "unauthorized" for a key that is refused, and as the status says
 */
export async function ratingOf(
  placeId: string,
  key: string,
  { account, tools }: { account: Account | null; tools: Tools },
): Promise<Page["standing"] | null> {
  const query = { id: placeId, key, fields: "items.reviews,items.org" };
  const url = urlAt(account, "catalog.api.2gis.com", "/3.0/items/byid", query);
  const response = await tools
    .http(new Request(url, { headers: { accept: "application/json" }, signal: tools.signal }))
    .catch((cause: unknown) => {
      throw networkError(cause, network);
    });
  if (!response.ok) throw faultOf(response, { network, now: tools.now() });
  const read = ById.safeParse(await readJson(response, { network }));
  if (!read.success)
    throw new NetworkFault("changed", {
      ru: `${network}: ответ другого вида (${issuesOf(read.error)}).`,
      en: `${network}: its answer has another shape (${issuesOf(read.error)}).`,
    });
  const { meta, result } = read.data;
  if (meta.code !== 200) {
    const said = meta.error?.message ?? meta.error?.type;
    throw faultOf(new Response(null, { status: meta.code }), { network, now: tools.now(), said });
  }
  const sums = result?.items[0]?.reviews;
  if (!sums?.general_rating) return null;
  const count = sums.general_review_count_with_stars ?? sums.general_review_count ?? 0;
  return { average: sums.general_rating, outOf: 5, count };
}
