// Which apps a key gives access to. The list of apps is known from memory only: where it fails, an app's id can still be
// typed, or pasted as a link.
import type { Account, Discovered, Standing, Tools } from "@otklik/core/connector";
import { errorOf, faultFrom, pathOf, read, send, title } from "./requests.ts";
import { reviewsOf } from "./reviews.ts";
import { Settings } from "./settings.ts";
import { AppsPage } from "./wire.ts";

const mostPages = 10;

/** @throws NetworkFault "unauthorized" when the key is none, "throttled" and "unavailable" */
export async function discover(account: Account, tools: Tools): Promise<Discovered<Settings>[]> {
  const found: Discovered<Settings>[] = [];
  let path: string | null = "/v1/apps?limit=200";
  for (let page = 0; path !== null && page < mostPages; page++) {
    const response: Response = await send(account, tools, { path });
    if (!response.ok) {
      const fault = faultFrom(response, await errorOf(response), tools);
      if (response.status === 401 || fault.kind === "throttled" || fault.kind === "unavailable") throw fault;
      return found;
    }
    const listed = await read(AppsPage, response).catch(() => null);
    for (const { id, attributes } of listed?.data ?? []) {
      const name = attributes.name ?? id;
      found.push({
        title: name,
        detail: attributes.bundleId ?? undefined,
        is: "app",
        settings: { app: id, name },
      });
    }
    path = pathOf(listed?.links?.next);
  }
  return found;
}

/** Whether Apple takes the key; with an app, whether its reviews can be read. */
export async function check(account: Account, given: unknown, tools: Tools): Promise<Standing> {
  const settings = Settings.safeParse(given).data;
  if (settings) await reviewsOf({ account, settings }, tools, 1).read(null);
  else await discover(account, tools);
  return {
    name: `${title} ${account.credentials.keyId?.trim()}`,
    kind: { ru: "ключ App Store Connect API", en: "App Store Connect API key" },
    warnings: [],
  };
}
