import type { Connector } from "../connector.ts";
import { digest } from "../id.ts";
import { toJson } from "../json.ts";
import type { Source } from "./source.ts";

type Placed = Pick<Source, "settings" | "accountId">;

/**
 * What a source stands on, as one string: the connector's own word for it, or else the account and the settings.
 * Settings that the connector no longer reads stand for themselves.
 */
export function placeOf(
  connector: Pick<Connector, "place" | "settings">,
  { settings, accountId }: Placed,
): string {
  const read = connector.settings.safeParse(settings);
  if (read.success && connector.place) return connector.place(read.data);
  return JSON.stringify([accountId ?? "", toJson({ settings: read.success ? read.data : settings })]);
}

/** The id of a source: of one brand, one network and one place there is one source, however often it is connected. */
export const sourceIdOf = (brandId: string, network: string, place: string): string =>
  digest(["source", brandId, network, place], 12);
