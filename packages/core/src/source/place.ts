import type { Account } from "../account/account.ts";
import type { Connector } from "../connector.ts";
import { digest } from "../id.ts";
import { toJson } from "../json.ts";
import type { Source } from "./source.ts";

/**
 * What a source stands on within its account, as one string: the connector's own word for it, or else the settings.
 * Settings that the connector no longer reads stand for themselves.
 */
export function placeOf(
  connector: Pick<Connector, "place" | "settings">,
  { settings }: Pick<Source, "settings">,
): string {
  const read = connector.settings.safeParse(settings);
  if (read.success && connector.place) return connector.place(read.data);
  return JSON.stringify(toJson({ settings: read.success ? read.data : settings }));
}

/** The id of a source: of one brand and one place of an account there is one source, however often it is connected. */
export const sourceIdOf = (
  brandId: string,
  network: string,
  { place, accountId = "" }: { place: string; accountId?: string | undefined },
): string => digest(["source", brandId, network, accountId, place], 12);

/**
 * Is it the same place? Under one account a place is one; under two it is when the network calls both accounts by the
 * same name of theirs. A name that only says the network's says nothing.
 */
export function isSamePlace(one: Standing, other: Standing, { title }: Pick<Connector, "title">): boolean {
  if (one.place !== other.place) return false;
  if (one.account?.id === other.account?.id) return true;
  const name = one.account?.title;
  return name !== undefined && name !== title && name === other.account?.title;
}
interface Standing {
  place: string;
  account: Pick<Account, "id" | "title"> | undefined;
}
