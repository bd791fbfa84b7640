import type { Link } from "./wording/spoken.ts";

/** The whole address of a link, or null where nobody knows the address of this installation. */
export type AddressOf = (link: Pick<Link, "path">) => string | null;

/** @param origin such as "https://otklik.example.com", without a slash at its end; null: not known */
export const addressesAt =
  (origin: string | null): AddressOf =>
  ({ path }) =>
    origin === null ? null : new URL(`${origin}${path}`).href;
