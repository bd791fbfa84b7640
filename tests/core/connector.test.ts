import { forKind } from "@otklik/core/connector";
import { describe, expect, it } from "vitest";

describe("the rules for a reply", () => {
  const connector = {
    limits: {
      buckets: [],
      reply: {
        ...({ once: "read-back", maxLength: 5000, edits: 1, moderated: true } as const),
        kinds: { message: { maxLength: 1000, edits: 0 } },
      },
    },
  };

  it("are a kind of mention's own where it has some", () => {
    expect(forKind(connector, "message").limits.reply).toMatchObject({
      once: "read-back",
      maxLength: 1000,
      edits: 0,
      moderated: true,
    });
  });

  it("are those of the network for all other kinds", () => {
    expect(forKind(connector, "review")).toBe(connector);
    expect(forKind(connector, undefined)).toBe(connector);
  });
});
