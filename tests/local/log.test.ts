import { NetworkFault, Refusal } from "@otklik/core/errors";
import { jsonLog } from "@otklik/local/log";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { noon } from "../support/mentions.ts";

/** A log whose lines are kept. */
function kept(least?: "info" | "warn" | "error") {
  const lines: string[] = [];
  const log = jsonLog((line) => lines.push(line), { now: () => noon, ...(least ? { least } : {}) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? "") as Record<string, unknown> };
}

/** Stands in whatever must never be logged. */
const secret = "клиентский-секрет";
const words = fc.string().map((text) => `${text}${secret}${text}`);
/** Words that look like a frame of a stack. */
const frames = words.map((text) => `${text}\n    at ${secret} (file:///packages/core/src/${secret}.ts:1:1)`);
const texts = fc.oneof(words, frames);

const keyedBy = (key: string): z.ZodError =>
  z.record(z.string(), z.number()).safeParse({ [key]: "no number" }).error as z.ZodError;

const errors: fc.Arbitrary<unknown> = fc.oneof(
  texts.map((text) => new Error(text)),
  texts.map((text) => new TypeError(text, { cause: new Error(text) })),
  texts.map((text) => new Refusal("bad-input", text, { text })),
  texts.map((text) => new NetworkFault("changed", text)),
  texts.map((text) => Object.assign(new Error("known"), { code: text, name: text, text })),
  texts.map((text) => Object.assign(new Error(text), { message: "changed since" })),
  texts.map(keyedBy),
  texts,
  texts.map((text) => ({ text })),
);

describe("a line of the log", () => {
  it("is one JSON object with time, level, event and the fields given", () => {
    const { log, lines } = kept();
    log.info("pull.done", { source: "s1", found: 3 });
    expect(lines).toEqual([
      `{"at":"${noon.toISOString()}","level":"info","event":"pull.done","source":"s1","found":3}\n`,
    ]);
  });

  it("holds no word of an error, whatever it says and however it is made", () => {
    fc.assert(
      fc.property(errors, (error) => {
        const { log, lines } = kept();
        log.error("queue.failed", error);
        expect(lines).toHaveLength(1);
        expect(lines[0]).not.toContain(secret);
        expect(JSON.parse(lines[0] ?? "")).toHaveProperty("error");
      }),
    );
  });

  it("says where in our code an error arose", () => {
    const { log, last } = kept();
    log.error(
      "queue.failed",
      caught(() => readDeep()),
    );
    expect(last().place).toMatch(/^readDeep \(tests\/local\/log\.test\.ts:\d+:\d+\)$/);
  });

  it("says what kind of fault or refusal it was, and which field did not fit", () => {
    const { log, last } = kept();
    log.error("x", new NetworkFault("throttled", "later"));
    expect(last()).toMatchObject({ error: "NetworkFault", kind: "throttled" });
    log.error("x", new Refusal("conflict", "no"));
    expect(last()).toMatchObject({ error: "Refusal", code: "conflict" });
    log.error("x", z.object({ rating: z.object({ stars: z.number() }) }).safeParse({ rating: {} }).error);
    expect(last()).toMatchObject({ error: "ZodError", field: "rating.stars" });
  });

  it("is left out below the level asked for", () => {
    const { log, lines } = kept("error");
    log.info("pull.done");
    log.warn("pull.fault");
    log.error("queue.failed", new Error());
    expect(lines).toHaveLength(1);
  });
});

function readDeep(): never {
  throw new Error("deep");
}

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
