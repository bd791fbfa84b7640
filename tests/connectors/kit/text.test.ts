import { plainText } from "@otklik/connectors/kit/plain-text";
import { tidy } from "@otklik/connectors/kit/text";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("plainText", () => {
  it("makes lines of blocks and nothing of formatting inside a word", () => {
    expect(plainText("<p>Very <b>sl</b>ow</p><p>and<br/>cold</p>")).toBe("Very slow\n\nand\ncold");
  });

  it("drops scripts, styles and comments with what they hold", () => {
    expect(plainText("a<script>x < 1</script>b<style>p{}</style>c<!-- <p>d</p> -->e")).toBe("a b c e");
  });

  it("decodes what was escaped three times over", () => {
    expect(plainText("&amp;amp;quot;fine&amp;amp;quot; &amp;lt;br&amp;gt;next")).toBe('"fine"\nnext');
  });

  it("keeps what only looks like markup", () => {
    expect(plainText("5 < 6 && I <3 it, <вот так>")).toBe("5 < 6 && I <3 it, <вот так>");
  });

  it("composes letters and removes marks that nobody sees", () => {
    expect(plainText("cafe\u0301\u200B sh\u00ADop\uFEFF")).toBe("café shop");
  });

  it("keeps the joiner that holds an emoji together", () => {
    expect(plainText("👨‍👩‍👧 a\u200Db")).toBe("👨‍👩‍👧 ab");
  });

  it("keeps paragraphs and collapses the rest of the white space", () => {
    expect(plainText(" one \t two\u00A0three \r\n\r\n\r\n four ")).toBe("one two three\n\nfour");
  });

  it.each(["<!--", "<script", "<a ", "&amp;", "\n ", "<".repeat(5)])(
    "is done at once with a megabyte of %j",
    (piece) => {
      const startedAt = performance.now();
      plainText(piece.repeat(1e6 / piece.length));
      expect(performance.now() - startedAt).toBeLessThan(2000);
    },
  );

  it("changes nothing the second time", () => {
    const word = fc.constantFrom("a", "я", "<", ">", "&", "\n", " ", "é", "5");
    fc.assert(
      fc.property(fc.string({ unit: word }), (text) => {
        const once = tidy(text);
        expect(tidy(once)).toBe(once);
      }),
    );
  });

  it("never throws, and never keeps half a letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(plainText(text).isWellFormed()).toBe(true);
      }),
    );
  });
});
