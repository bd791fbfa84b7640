import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { bench, page } from "./web-page-bench.ts";

// Real pages belong to their publishers and lie beside the checkout, where somebody has them; the table beside our own
// fixtures holds what a person read on them, as hashes. Our own fixtures say the same of invented pages.
const pages = fileURLToPath(new URL("../../../shared/pages/", import.meta.url));
const areHere = existsSync(pages);
if (!areHere)
  process.stderr.write(
    "\n*** SKIPPED: no real pages in ../shared/pages; only invented ones are checked ***\n\n",
  );

interface Expected {
  count: number;
  mentions: unknown[];
}
const table = JSON.parse(
  readFileSync(new URL("../fixtures/web-page/shared-pages.json", import.meta.url), "utf8"),
) as Record<string, Expected>;

const invisible = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;

/** First 16 hex letters of the SHA-256 over what a reader sees, on one line; null where there is nothing. */
function fingerprint(text: string | undefined): string | null {
  const seen = (text ?? "").normalize("NFC").replace(invisible, "").replace(/\s+/g, " ").trim();
  return seen === "" ? null : createHash("sha256").update(seen).digest("hex").slice(0, 16);
}

describe.runIf(areHere)("real pages", () => {
  it.each(Object.entries(table))("gives of %s what a person reads there", async (name, expected) => {
    const { pull } = await bench(page(readFileSync(pages + name)));
    const { found, unreadable } = await pull();
    const read = found.map(({ author, rating, text, title, postedAt }) => ({
      author: fingerprint(author.name),
      stars: rating?.stars ?? null,
      outOf: rating?.outOf ?? null,
      text: fingerprint(text),
      title: fingerprint(title),
      postedOn: postedAt.toISOString().slice(0, 10),
    }));
    expect(read).toEqual(expected.mentions);
    expect([found.length, unreadable]).toEqual([expected.count, []]);
  });
});
