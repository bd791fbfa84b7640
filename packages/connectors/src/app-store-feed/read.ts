// One page of the feed, asked for and read.
import type { Account, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { urlAt } from "../kit/address.ts";
import { changedFault } from "../kit/changed.ts";
import { faultOf, networkError } from "../kit/faults.ts";
import { readJson } from "../kit/json.ts";
import { issuesOf } from "../kit/lists.ts";
import type { Settings } from "./settings.ts";
import { FeedPage } from "./wire.ts";

const network = "App Store";
const host = "itunes.apple.com";

/**
 * The entries of a page, unread, the app itself among them; null: this storefront has no such feed.
 * @throws NetworkFault "changed" when the page has another shape, and as its status says
 */
export async function readPage(
  { app, address }: Settings,
  { storefront, page }: { storefront: string; page: number },
  tools: Tools,
): Promise<unknown[] | null> {
  const path = `/${storefront}/rss/customerreviews/page=${page}/id=${app}/sortby=mostrecent/json`;
  const request = new Request(urlAt(address ? at(address) : null, host, path), {
    headers: { accept: "application/json" },
    signal: tools.signal,
  });
  const response = await tools.http(request).catch((cause: unknown) => {
    throw networkError(cause, network);
  });
  if (page === 1 && [400, 404].includes(response.status)) return null;
  if (!response.ok) throw faultFrom(response, tools);
  return entriesOf(await readJson(response, { network }));
}

const at = (address: string): Account => ({ id: "", credentials: { address } });

/** There is no sign-in that could be refused: what says so is a limit. A page of a feed that is there comes yet. */
function faultFrom(response: Response, tools: Tools): NetworkFault {
  const fault = faultOf(response, { network, now: tools.now() });
  if (fault.kind === "gone" || fault.kind === "refused") return new NetworkFault("unavailable", fault.said);
  if (fault.kind !== "unauthorized") return fault;
  return new NetworkFault("throttled", {
    ru: `${network}: открытая лента временно не отдаётся (${response.status}). Попробуем позже.`,
    en: `${network} does not give its public feed for now (${response.status}). It will be tried again later.`,
  });
}

function entriesOf(body: unknown): unknown[] {
  const { data, error } = FeedPage.safeParse(body);
  const renamed =
    data && Object.entries(data.feed).some(([name, value]) => Array.isArray(value) && !lists.includes(name));
  if (!data || renamed)
    throw changedFault(
      network,
      { ru: "у ленты отзывов другой вид", en: "its feed of reviews has another shape" },
      error && issuesOf(error),
    );
  return data.feed.entry ?? [];
}
const lists = ["entry", "link"]; // the members of a feed that may be lists
