import { createHash, randomBytes } from "node:crypto";
import type { Blobs } from "@otklik/core/ports";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** What every implementation of the Blobs port must do. */
export function describeBlobs(
  name: string,
  open: () => Promise<{ blob: Blobs; close: () => Promise<void> }>,
): void {
  describe(`${name}: blobs`, () => {
    let blob: Blobs;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ blob, close } = await open());
    });
    afterAll(() => close());

    const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
    const read = async (key: string): Promise<Uint8Array | null> => {
      const stream = await blob.get(key);
      return stream && new Uint8Array(await new Response(stream).arrayBuffer());
    };
    const readText = async (key: string): Promise<string | null> => {
      const bytes = await read(key);
      return bytes && new TextDecoder().decode(bytes);
    };

    it("gives back the bytes put under a key", async () => {
      await blob.put("bytes", bytesOf("Отзыв целиком"));
      expect(await readText("bytes")).toBe("Отзыв целиком");
    });

    it("has nothing under a key that was never put", async () => {
      expect(await blob.get("never")).toBeNull();
    });

    it("keeps an empty blob apart from none", async () => {
      await blob.put("empty", new Uint8Array());
      expect(await read("empty")).toEqual(new Uint8Array());
    });

    it("replaces what stood under the key", async () => {
      await blob.put("twice", bytesOf("a longer first text"));
      await blob.put("twice", bytesOf("second"));
      expect(await readText("twice")).toBe("second");
    });

    it("removes a blob, and bears being asked again", async () => {
      await blob.put("gone", bytesOf("x"));
      await blob.remove("gone");
      await blob.remove("gone");
      expect(await blob.get("gone")).toBeNull();
    });

    it("carries streams of many megabytes unchanged", async () => {
      const chunks = Array.from({ length: 48 }, () => new Uint8Array(randomBytes(65_536)));
      await blob.put("stream", streamOf(chunks));
      const hash = createHash("sha256").update(Buffer.concat(chunks)).digest("hex");
      expect(
        createHash("sha256")
          .update((await read("stream")) as Uint8Array)
          .digest("hex"),
      ).toBe(hash);
    });

    it("keeps the former blob when a stream breaks off", async () => {
      await blob.put("broken", bytesOf("former"));
      await expect(blob.put("broken", brokenStream(bytesOf("new, but")))).rejects.toThrow("broke off");
      expect(await readText("broken")).toBe("former");
    });

    it("leaves nothing under a new key when its stream breaks off", async () => {
      await expect(blob.put("half", brokenStream(bytesOf("half")))).rejects.toThrow("broke off");
      expect(await blob.get("half")).toBeNull();
    });

    it("ends a reading that began before a replacement with the former bytes", async () => {
      await blob.put("read", bytesOf("former"));
      const reading = await blob.get("read");
      await blob.put("read", bytesOf("latter"));
      expect(await new Response(reading).text()).toBe("former");
    });

    it("ends with one of two blobs put at once, never with a mixture", async () => {
      const [ones, twos] = ["1", "2"].map((letter) => letter.repeat(200_000)) as [string, string];
      await Promise.all([blob.put("race", bytesOf(ones)), blob.put("race", bytesOf(twos))]);
      expect([ones, twos]).toContain(await readText("race"));
    });

    it.each([
      ["../../up", "up"],
      ["a", "A"],
      ["a/b", "a//b"],
      ["a", "a/"],
      ["é", "e\u0301"],
      [".", ".."],
      [`${"long".repeat(200)}1`, `${"long".repeat(200)}2`],
    ])("tells %j from %j", async (one, other) => {
      await blob.put(one, bytesOf("one"));
      await blob.put(other, bytesOf("other"));
      expect([await readText(one), await readText(other)]).toEqual(["one", "other"]);
    });

    it("gives back any bytes under any key", async () => {
      const key = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
      await fc.assert(
        fc.asyncProperty(key, fc.uint8Array({ maxLength: 2000 }), async (name, bytes) => {
          await blob.put(`any/${name}`, bytes);
          expect(await read(`any/${name}`)).toEqual(bytes);
        }),
        { numRuns: 30 },
      );
    });
  });
}

function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return ReadableStream.from(chunks) as ReadableStream<Uint8Array>;
}

function brokenStream(first: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(first),
    pull: (controller) => controller.error(new Error("the stream broke off")),
  });
}
