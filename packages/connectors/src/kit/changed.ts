import type { Said, Told } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { inTongue } from "@otklik/core/said";

/** The fault of a network that no longer speaks as it did; `said` is its own word, or a schema's, on what is wrong. */
export const changedFault = (network: string, what: Said, said?: Told): NetworkFault =>
  new NetworkFault("changed", {
    ru: `У ${network} что-то изменилось: ${what.ru}${said ? ` (${inTongue(said, "ru")})` : ""}.`,
    en: `${network} has changed: ${what.en}${said ? ` (${inTongue(said, "en")})` : ""}.`,
  });

/** A list under another name than the one that is missing: its network renamed it. Where it left out an empty list, none. */
export const hasOtherList = (body: unknown): boolean =>
  typeof body === "object" && body !== null && Object.values(body).some(Array.isArray);
