import { readFileSync } from "node:fs";
import { mentionsFrom } from "@otklik/connectors/web-page/map";
import { readMarkup } from "@otklik/connectors/web-page/markup";
import { mended } from "@otklik/connectors/web-page/mend-json";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const url = new URL("https://demo.example/page");
const seenAt = new Date("2025-01-01T00:00:00Z");
const place = { page: url, source: url };
const read = (html: string) => mentionsFrom(readMarkup(html, place).reviews, { source: url, seenAt });
const block = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/web-page/${name}`, import.meta.url), "utf8");

describe("readMarkup", () => {
  it.each(["json-ld-graph.html", "microdata.html", "rdfa.html", "double-markup.html", "broken-block.html"])(
    "bears %s cut off anywhere",
    (name) => {
      const html = fixture(name);
      fc.assert(
        fc.property(fc.nat(html.length), (length) => {
          expect(read(html.slice(0, length)).found.length).toBeLessThanOrEqual(4);
        }),
        { numRuns: 60 },
      );
    },
  );

  const member = fc.constantFrom(
    "author",
    "name",
    "reviewBody",
    "reviewRating",
    "ratingValue",
    "datePublished",
    "@id",
  );
  const node = fc.letrec((tie) => ({
    value: fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constant(null),
      tie("node"),
      fc.array(tie("node"), { maxLength: 3 }),
    ),
    node: fc
      .dictionary(fc.oneof(member, fc.constantFrom("@graph", "review", "url", "image")), tie("value"))
      .chain((rest) => fc.constantFrom("Review", "Product").map((type) => ({ ...rest, "@type": type }))),
  })).node;
  it("bears any JSON-LD, and gives no id twice", () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (nodes) => {
        const ids = read(block(nodes)).found.map(({ externalId }) => externalId);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  const written = fc.record({
    "@type": fc.constant("Review"),
    author: fc.constantFrom("Demo author A", "Demo author B", "Demo author C"),
    datePublished: fc.constantFrom("2024-01-01", "2024-02-01"),
    reviewBody: fc.constantFrom("Good.", "Bad.", "So so."),
  });
  it("finds the same reviews, however often and in whatever order the page gives them", () => {
    const ids = (html: string) =>
      read(html)
        .found.map(({ externalId }) => externalId)
        .sort();
    fc.assert(
      fc.property(fc.array(written, { maxLength: 8 }), (reviews) => {
        expect(ids(block([...reviews].reverse()) + block(reviews))).toEqual(ids(block(reviews)));
      }),
    );
  });

  it("follows references in a circle", () => {
    const { found } = read(
      block([
        { "@type": "Product", "@id": "#p", name: "Demo", review: { "@id": "#r" } },
        { "@type": "Review", "@id": "#r", itemReviewed: { "@id": "#p" }, reviewBody: "Fine." },
      ]),
    );
    expect(found).toMatchObject([{ externalId: "https://demo.example/page#r", product: { name: "Demo" } }]);
  });

  it("does not run scripts' words nor addresses of other schemes into a mention", () => {
    const { found } = read(
      block({
        "@type": "Review",
        url: "javascript:alert(1)",
        author: { name: "Demo author", url: "data:text/html,x" },
        image: "javascript:alert(1)",
        reviewBody: "Fine.\u0000&lt;script&gt;alert(1)&lt;/script&gt;",
      }),
    );
    expect(found).toMatchObject([{ url: url.href, text: "Fine.", author: { name: "Demo author" } }]);
    expect(JSON.stringify(found)).not.toMatch(/javascript:|data:|alert/);
  });

  it.each([
    ["03/04/2024", "en-GB", "2024-04-03"],
    ["03/04/2024", "en-US", "2024-03-04"],
    ["03/04/2024", "ru", "2024-04-03"],
    ["03/04/2024", "en", "2025-01-01"],
  ])("takes %s on a page in %s for %s", (date, language, day) => {
    const { found } = read(
      `<html lang="${language}">${block({ "@type": "Review", reviewBody: "Fine.", datePublished: date })}`,
    );
    expect(found[0]?.postedAt).toEqual(new Date(`${day}T00:00:00Z`));
  });
});

describe("mended", () => {
  it("changes nothing of JSON that is whole", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(mended(text)).toBe(text);
      }),
    );
  });

  it.each([
    ['<!-- {"a":1} -->', '{"a":1}'],
    ['/*<![CDATA[*/{"a":1}/*]]>*/', '{"a":1}'],
    ['{"a":"one\ntwo\tthree",}', '{"a":"one\\ntwo\\tthree"}'],
    ['{"a":"http://demo.example/*x*/,]"}', '{"a":"http://demo.example/*x*/,]"}'],
    ["[1, // first\n2,\n]", "[1, 2\n]"],
  ])("makes of %j %j", (broken, whole) => {
    expect(mended(broken)).toBe(whole);
  });

  it("never takes long over what it cannot mend", () => {
    const startedAt = performance.now();
    for (const piece of ['"', '"\\"', "/*", "//", ",", "\\"]) mended(piece.repeat(500_000));
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });
});
