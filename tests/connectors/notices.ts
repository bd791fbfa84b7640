// Cabinets' letters for the tests of the networks that are read by them.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A synthetic letter of tests/fixtures, with the line ends of the wire, one letter a byte. */
export const noticeFile = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url)), "latin1").replace(
    /\r?\n/g,
    "\r\n",
  );
