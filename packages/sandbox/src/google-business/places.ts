// The café chain as Google knows it: a person's own account, the group that holds the locations, and the locations.
import type { Stage } from "../kit/stage.ts";

export const person = { id: "demo-owner", name: "Demo Owner" };

interface Account {
  name: string;
  accountName: string;
  type: "PERSONAL" | "LOCATION_GROUP";
}
export const accounts: readonly Account[] = [
  { name: "accounts/100000000000000000001", accountName: "Demo Owner", type: "PERSONAL" },
  { name: "accounts/100000000000000000002", accountName: "Тёплый угол (demo)", type: "LOCATION_GROUP" },
];
/** The account that the locations belong to. */
export const owner = "accounts/100000000000000000002";

export interface Place {
  /** Of the stage's subject; none: nobody has said a word about it yet. */
  about: string | null;
  name: string;
  title: string;
  locality: string;
  address: string;
  isVerified: boolean;
}

/** Places by their resource names, in the order of the list. */
export function placesOn(stage: Stage): Place[] {
  const known = stage.subjects.map(
    ({ key, name, city = "", address = "" }, index): Place => ({
      about: key,
      name: `locations/${20_000_000_000_000_000_001n + BigInt(index)}`,
      title: name.split(",")[0] ?? name,
      locality: city,
      address,
      isVerified: true,
    }),
  );
  const unverified: Place = {
    about: null,
    name: "locations/20000000000000000099",
    title: known[0]?.title ?? "",
    locality: "Тверь",
    address: "Садовая, 7",
    isVerified: false,
  };
  return [...known, unverified];
}
