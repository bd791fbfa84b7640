import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bench, now, page } from "./web-page-bench.ts";

const fixture = (name: string) => readFileSync(new URL(`../fixtures/web-page/${name}`, import.meta.url));
const pull = async (name: string) => (await bench(page(fixture(name)))).pull();
const review = (more: object = {}) =>
  `<script type="application/ld+json">${JSON.stringify({
    "@type": "Review",
    author: "Demo author",
    datePublished: "2024-05-01",
    reviewBody: "Fine.",
    ...more,
  })}</script>`;

describe("a page's JSON-LD", () => {
  it("is read through @graph, references, prefixes and null members", async () => {
    const { found, unreadable } = await pull("json-ld-graph.html");
    const url = expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/page/);
    const product = { id: "DEMO-1", sku: "DEMO-1", name: "Demo kettle" };
    const common = { kind: "review", url, product, canReply: false };
    expect(unreadable).toEqual([]);
    expect(found).toEqual([
      {
        ...common,
        externalId: expect.stringMatching(/\/page#review-1$/),
        author: { name: "Demo author A", url: expect.stringMatching(/\/people\/a$/) },
        title: "Boils & whistles",
        text: 'Boils fast.\nLoud, though "not too loud".',
        rating: { stars: 4, outOf: 5 },
        language: "en",
        media: [
          { kind: "image", url: expect.stringMatching(/\/photos\/1\.jpg$/) },
          { kind: "image", url: "https://cdn.example/2.jpg" },
        ],
        postedAt: new Date("2024-03-01T07:00:00Z"),
        editedAt: new Date("2024-03-05T00:00:00Z"),
      },
      {
        ...common,
        externalId: expect.stringMatching(/\/page#review-2$/),
        author: { name: "Demo author B" },
        text: "The handle is hot.",
        rating: { stars: 2, outOf: 5 },
        language: "en-GB",
        postedAt: new Date("2024-03-02T00:00:00Z"),
      },
      {
        ...common,
        externalId: expect.stringMatching(/^[0-9a-z]{20}$/),
        author: { name: "Demo author C" },
        text: "Eight of ten.",
        rating: { stars: 8, outOf: 10 },
        language: "en",
        postedAt: new Date("2024-03-03T00:00:00Z"),
      },
    ]);
  });

  it("gives the page's aggregate as its standing and never as a review", async () => {
    expect((await pull("json-ld-graph.html")).standing).toEqual({ average: 4.2, outOf: 5, count: 1204 });
  });

  it("is mended where a template broke it plainly, and no block loses another", async () => {
    const { found, unreadable } = await pull("broken-block.html");
    expect(found.map(({ text }) => text)).toEqual(["First line.\nSecond line, // not a comment.", "Whole."]);
    expect(unreadable).toEqual([
      {
        excerpt: expect.stringContaining('He said "ouch"'),
        why: {
          ru: expect.stringContaining("JSON-LD испорчен"),
          en: expect.stringContaining("This JSON-LD is broken"),
        },
        where: { ru: "блок JSON-LD 2", en: "JSON-LD block 2" },
      },
    ]);
  });
});

describe("a page's microdata", () => {
  it("is read by content, datetime and words, each property for its own item", async () => {
    const { found, standing } = await pull("microdata.html");
    expect(standing).toEqual({ average: 10, outOf: 10, count: 3 });
    expect(found).toMatchObject([
      {
        url: expect.stringMatching(/\/page#bewertung-7$/),
        author: { name: "Demo-Autor D" },
        title: "Helles Licht",
        text: "Sehr hell, aber warm.\n\nKabel zu kurz.",
        rating: { stars: 4.5, outOf: 5 },
        language: "de",
        product: { name: "Demo-Lampe" },
        postedAt: new Date("2023-11-04T09:30:00Z"),
      },
      {
        author: { name: "Demo-Autor E", url: expect.stringMatching(/\/autor\/e$/) },
        text: "",
        rating: { stars: 5, outOf: 5 },
        postedAt: new Date("2020-03-24T00:00:00Z"),
      },
      {
        author: { name: "Demo author F" },
        text: "Not rated, only said.",
        language: "en",
        postedAt: new Date("2011-04-01T00:00:00Z"),
      },
    ]);
  });

  it("gives no rating where the page says zero", async () => {
    const { found } = await pull("microdata.html");
    expect(found.map(({ rating }) => rating?.stars)).toEqual([4.5, 5, undefined]);
  });
});

describe("a page's RDFa", () => {
  it("is read with and without a prefix", async () => {
    const { found } = await pull("rdfa.html");
    expect(found).toMatchObject([
      {
        externalId: expect.stringMatching(/\/page#opinion-a$/),
        author: { name: "Demo author G" },
        text: "It creaks.",
        rating: { stars: 3, outOf: 5 },
        product: { name: "Demo chair" },
        postedAt: new Date("2022-05-06T00:00:00Z"),
      },
      {
        author: { name: "Demo author H" },
        text: "It stands.",
        product: { name: "Demo table" },
        postedAt: new Date("2022-05-07T08:00:00Z"),
      },
    ]);
  });
});

describe("a page that says things twice", () => {
  it("gives each review once, filled in from both markups", async () => {
    const { found } = await pull("double-markup.html");
    expect(found).toMatchObject([
      {
        url: expect.stringMatching(/#r-1$/),
        author: { name: "Demo author I" },
        title: "A good night",
        text: "Stood through a storm, and was dry inside in the morning. The pegs are soft.",
        rating: { stars: 5, outOf: 5 },
        postedAt: new Date("2024-01-02T00:00:00Z"),
      },
      { author: { name: "Demo author J" }, text: "Fine." },
      { author: { name: "Demo author K" }, text: "Fine." },
    ]);
  });

  it("does not take two silent raters for one", async () => {
    const { found } = await pull("star-only.html");
    const silent = found.filter(({ author }) => !author.name);
    expect(silent.map(({ rating }) => rating?.stars)).toEqual([5, 5, 1]);
    expect(new Set(found.map(({ externalId }) => externalId)).size).toBe(found.length);
  });
});

describe("ratings without words", () => {
  it("keep the page's own scale, and take one that is not stated for the smallest that holds it", async () => {
    const { found } = await pull("star-only.html");
    expect(found.slice(3).map(({ rating }) => rating)).toEqual([
      { stars: 90, outOf: 100 },
      { stars: 9, outOf: 10 },
    ]);
  });

  it("are unreadable where they are off their scale and nothing else is said", async () => {
    const { unreadable } = await pull("star-only.html");
    expect(unreadable).toMatchObject([
      {
        why: {
          ru: "В этом отзыве нет ни слов, ни оценки.",
          en: "This review has neither words nor a rating.",
        },
      },
    ]);
  });
});

describe("a page in windows-1251", () => {
  it.each([
    ["in its header", "windows-1251.html", "text/html; charset=windows-1251"],
    ["in its meta element", "windows-1251-declared.html", "text/html"],
    ["nowhere", "windows-1251.html", "text/html"],
    ["wrongly, as UTF-8", "windows-1251.html", "text/html; charset=UTF-8"],
  ])("is read when that is said %s", async (_where, name, type) => {
    const { pull } = await bench(page(fixture(name), { "content-type": type }));
    expect((await pull()).found).toMatchObject([
      {
        author: { name: "Автор Ж (пример)" },
        text: "Хороший чайник, но крышка держится плохо — пришлось подклеить.",
        pros: "Быстро греет",
        cons: "Шумит",
        rating: { stars: 4.5, outOf: 5 },
        language: "ru",
        postedAt: new Date("2024-03-12T00:00:00Z"),
      },
      { text: "Не пришёл вовремя.", postedAt: new Date("2024-04-05T00:00:00Z") },
    ]);
  });
});

describe("an id", () => {
  it("is the same on the next pull, and when the end of a long text is corrected", async () => {
    const long = "Demo words. ".repeat(40);
    const { pull, put } = await bench(page(review({ reviewBody: long })));
    const [before] = (await pull()).found;
    put(page(review({ reviewBody: `${long} Corrected.`, reviewRating: "3" })));
    expect((await pull()).found[0]?.externalId).toBe(before?.externalId);
  });

  it("is another one for another author, day, text or page", async () => {
    const pages = await Promise.all([
      bench(page(review() + review({ author: "Another" }) + review({ datePublished: "2024-05-02" }))),
      bench(page(review() + review({ reviewBody: "Bad." })), "/other"),
    ]);
    const pulled = await Promise.all(pages.map(({ pull }) => pull()));
    const ids = pulled.flatMap(({ found }) => found.map(({ externalId }) => externalId));
    expect(new Set(ids).size).toBe(5);
  });

  it("outlives a redirect of the page", async () => {
    const reviews = page(review({ "@id": "#review-1" }) + review({ reviewBody: "Bad." }));
    const { pull, put, server } = await bench(reviews);
    const ids = async () => (await pull()).found.map(({ externalId }) => externalId);
    const before = await ids();
    put((path) => (path === "/moved" ? reviews : { body: "", status: 301, headers: { location: "/moved" } }));
    expect(await ids()).toEqual(before);
    expect(server.asked).toEqual(["/page", "/page", "/moved"]);
  });

  it("is no fragment that several reviews share, and none that leads to the list", async () => {
    const shared = review({ url: "#opinions" }) + review({ url: "#opinions", reviewBody: "Bad." });
    const toList = review({ url: "/page#reviews", reviewBody: "So so." });
    const { pull } = await bench(page(shared + toList));
    const ids = (await pull()).found.map(({ externalId }) => externalId);
    expect(ids).toEqual(ids.map(() => expect.stringMatching(/^[0-9a-z]{20}$/)));
    expect(new Set(ids).size).toBe(3);
  });

  it("is not made of the time at which a review without a date was seen", async () => {
    const undated = review({ datePublished: undefined });
    const { pull, put } = await bench(page(undated, { "last-modified": "Wed, 01 May 2024 10:00:00 GMT" }));
    const [before] = (await pull()).found;
    put(page(undated));
    const [after] = (await pull()).found;
    expect(before?.postedAt).toEqual(new Date("2024-05-01T10:00:00Z"));
    expect(after?.postedAt).toEqual(now);
    expect(after?.externalId).toBe(before?.externalId);
  });
});

describe("recognising a link", () => {
  it("names what is reviewed, shows all of it and offers the settings", async () => {
    const { recognise, url } = await bench(page(fixture("microdata.html")));
    expect(await recognise()).toMatchObject({
      title: "Demo-Lampe",
      settings: { url },
      count: 3,
      sample: [{ title: "Helles Licht" }, {}, { text: "Not rated, only said." }],
      unreadable: [],
    });
  });

  it("names the page where its reviews are of several things", async () => {
    expect((await (await bench(page(fixture("rdfa.html")))).recognise())?.title).toBe("Demo chair");
    const two = review({ itemReviewed: "A" }) + review({ itemReviewed: "B", reviewBody: "Bad." });
    expect((await (await bench(page(`<title>Demo list</title>${two}`))).recognise())?.title).toBe(
      "Demo list",
    );
  });

  it("connects the page itself, not the advertisement that led there nor a place in it", async () => {
    const { recognise, server } = await bench(page(review({ "@id": "#review-1" })));
    const link = new URL(`http://${server.host}/page?id=5&utm_source=demo&yclid=1#reviews`);
    const recognised = await recognise({ link });
    expect(recognised?.settings).toEqual({ url: `http://${server.host}/page?id=5` });
    expect(recognised?.sample[0]?.externalId).toBe(`http://${server.host}/page?id=5#review-1`);
  });

  it("gives the same ids as the pull that follows", async () => {
    const { recognise, pull } = await bench(page(fixture("star-only.html")));
    const ids = (found: { externalId: string }[]) => found.map(({ externalId }) => externalId);
    expect(ids((await recognise())?.sample ?? [])).toEqual(ids((await pull()).found));
  });

  it("leaves files and other schemes to others", async () => {
    const { recognise } = await bench(page(review()));
    expect(await recognise({ file: { blob: "b", name: "reviews.csv" } })).toBeNull();
    expect(await recognise({ link: new URL("mailto:demo@demo.example") })).toBeNull();
  });

  it.each([
    [
      "has no review markup",
      page(fixture("no-markup.html")),
      "unreadable",
      /No review markup.*script.*export/s,
    ],
    [
      "has only an average",
      page(fixture("aggregate-only.html")),
      "unreadable",
      /average rating.*no single review.*export/s,
    ],
    ["is empty", page(" \n "), "unreadable", /is an empty page/],
    [
      "is a file",
      page("%PDF", { "content-type": "application/pdf" }),
      "unreadable",
      /no web page but a file \(application\/pdf\)/,
    ],
    ["is missing", { ...page("no"), status: 404 }, "not-found", /There is no page at .* \(404\)/],
    [
      "is closed to programs",
      { ...page("no"), status: 403 },
      "unreadable",
      /does not show this page to programs/,
    ],
    ["is out of order", { ...page("no"), status: 503 }, "unavailable", /answered 503/],
    ["is nested beyond reason", page("<div>".repeat(50_000) + review()), "unreadable", /nests its elements/],
  ])("says so when the page %s", async (_what, served, code, message) => {
    const { recognise } = await bench(served);
    await expect(recognise()).rejects.toMatchObject({
      name: "Refusal",
      code,
      message: expect.stringMatching(message),
    });
  });

  it("refuses a page of 50 MB", async () => {
    const { recognise } = await bench(page(new Uint8Array(50_000_000).fill(32)));
    await expect(recognise()).rejects.toMatchObject({ name: "Refusal", code: "too-large" });
  });

  it("does not fetch a private address", async () => {
    const { recognise } = await bench(page(review()));
    const link = new URL("http://169.254.169.254/latest/meta-data/");
    await expect(recognise({ link })).rejects.toMatchObject({ name: "Refusal", code: "forbidden" });
  });
});

describe("pulling a page", () => {
  it("asks only for news, and takes an unchanged page for none", async () => {
    const validators = { etag: '"1"', "last-modified": "Wed, 01 May 2024 10:00:00 GMT" };
    const { pull, put, headers } = await bench(page(review(), validators));
    const first = await pull();
    put({ status: 304, body: "", headers: { etag: '"1"' } });
    expect(await pull(first.next)).toEqual({ found: [], unreadable: [], next: first.next, more: false });
    expect(headers[1]).toMatchObject({
      "if-none-match": '"1"',
      "if-modified-since": validators["last-modified"],
    });
  });

  it("tells of what it cannot read once, until that changes", async () => {
    const { pull, put } = await bench(page(fixture("broken-block.html")));
    const first = await pull();
    const second = await pull(first.next);
    put(page(fixture("star-only.html")));
    const third = await pull(second.next);
    expect([first, second, third].map(({ unreadable }) => unreadable.length)).toEqual([1, 0, 1]);
  });

  it("calls a page changed that has lost its markup", async () => {
    const { pull, put } = await bench(page(review()));
    const { next } = await pull();
    put(page(fixture("no-markup.html")));
    await expect(pull(next)).rejects.toMatchObject({ name: "NetworkFault", kind: "changed" });
  });

  it("keeps the standing of a page whose reviews are gone", async () => {
    const { found, standing } = await pull("aggregate-only.html");
    expect([found, standing]).toEqual([[], { average: 4.4, outOf: 5, count: 12 }]);
  });

  it.each([
    ["missing", { ...page("no"), status: 410 }, "gone"],
    ["closed to programs", { ...page("no"), status: 401 }, "refused"],
    ["asked for too often", { ...page("no"), status: 429 }, "throttled"],
    ["out of order", { ...page("no"), status: 500 }, "unavailable"],
    ["empty", page(""), "changed"],
    ["a file", page("a,b", { "content-type": "text/csv" }), "changed"],
    ["nested beyond reason", page("<div>".repeat(5000)), "refused"],
    ["too large", page(new Uint8Array(9_000_000).fill(32)), "refused"],
  ])("makes a fault of a page that is %s", async (_what, served, kind) => {
    await expect((await bench(served)).pull()).rejects.toMatchObject({ name: "NetworkFault", kind });
  });

  it("reads a review of a megabyte whole", async () => {
    const text = "Слово за слово. ".repeat(40_000).trim();
    const { found } = await (
      await bench(page(`<meta charset="utf-8">${review({ reviewBody: text })}`))
    ).pull();
    expect(found[0]?.text).toBe(text);
  });

  it("keeps an id past 2^53", async () => {
    const block = review().replace(
      '"@type"',
      '"itemReviewed":{"name":"Demo","productID":9007199254740993},"@type"',
    );
    const { found } = await (await bench(page(block))).pull();
    expect(found[0]?.product?.id).toBe("9007199254740993");
  });
});
