// The answers that Wildberries' specification shows, read as if Wildberries had sent them.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { messageMention, questionMention, reviewMention } from "@otklik/connectors/wildberries/map";
import { ChatEvent } from "@otklik/connectors/wildberries/wire";
import { describe, expect, it } from "vitest";
import { openApi } from "../../support/openapi.ts";

const file = fileURLToPath(
  new URL("../../../../shared/contracts/wildberries/openapi-communications.json", import.meta.url),
);
const why = existsSync(file) ? "" : ` (SKIPPED: no copy of them at ${file})`;

describe.skipIf(!existsSync(file))(`the examples of Wildberries' specification${why}`, () => {
  const example = (path: string) =>
    openApi(file)
      .examples()
      .find((one) => one.path === path && one.status === "200")?.value as {
      data: Record<string, unknown[]>;
      result: { events: unknown[] };
    };

  it.each([
    ["/api/v1/feedbacks", "feedbacks", reviewMention],
    ["/api/v1/feedbacks/archive", "feedbacks", reviewMention],
    ["/api/v1/questions", "questions", questionMention],
  ] as const)("leave nothing unreadable at %s", (path, name, read) => {
    const entries = example(path).data[name] ?? [];
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.map((entry) => read(entry).externalId)).not.toContain("");
  });

  it("give two messages of a buyer's, the later of which the shop has answered", () => {
    const { events } = example("/api/v1/seller/events").result;
    const parsed = events.map((event) => ChatEvent.parse(event));
    expect(events.flatMap((event) => messageMention(event, parsed))).toMatchObject([
      {
        externalId: "55adee45-11f0-33b6-a847-6ccc7c78b2ec",
        threadId: "1:1e265a58-a120-b178-008c-60af2460207c",
        author: { name: "Алёна" },
        product: { id: "12345678" },
        order: "2fb52cd9e25e52538a5f05994e688ae5",
        media: [{ kind: "image" }, { kind: "file" }],
        postedAt: new Date(1698037340000),
      },
      {
        ownerReply: { text: "Здравствуйте. Да, сейчас оформим возврат." },
        postedAt: new Date(1698037387000),
      },
    ]);
  });
});
