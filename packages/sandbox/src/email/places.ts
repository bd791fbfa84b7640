import { subjects } from "../worlds/world.ts";

/** A coffee house as the two maps of the town know it. */
export interface Place {
  key: string;
  name: string;
  yandexId: string;
  twoGisId: string;
}

/** Those that are on the maps; others of the chain's are talked about in letters only. */
export const places: readonly Place[] = subjects("cafe", "review")
  .filter(({ is }) => is === "location")
  .slice(0, 2)
  .map(({ key, name }, at) => ({
    key,
    name,
    yandexId: `100000000${at + 1}`,
    twoGisId: `7000000100000000${at + 1}`,
  }));
