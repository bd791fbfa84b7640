import type { Account, Media, Tools } from "@otklik/core/connector";
import { urlAt } from "../kit/address.ts";
import { networkError } from "../kit/faults.ts";
import { host, keysOf, title } from "./requests.ts";

/** Pictures in chats lie at the API's own host and take the key; all others anybody may see. */
export async function openFile(media: Media, account: Account | null, tools: Tools): Promise<Response> {
  const { hostname, pathname, searchParams } = new URL(media.url);
  const isTheirs = hostname === host;
  const url = isTheirs ? urlAt(account, host, pathname, Object.fromEntries(searchParams)) : media.url;
  const request = new Request(url, { headers: isTheirs ? keysOf(account) : {}, signal: tools.signal });
  try {
    return await tools.http(request);
  } catch (cause) {
    throw networkError(cause, title);
  }
}
