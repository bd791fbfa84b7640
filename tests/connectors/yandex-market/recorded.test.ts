// The examples of Yandex Market's specification, read as if the Market had sent them.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as wire from "@otklik/connectors/yandex-market/wire";
import { describe, expect, it } from "vitest";
import { openApi } from "../../support/openapi.ts";

const folder = fileURLToPath(new URL("../../../../shared/contracts/yandex-market/", import.meta.url));
const isThere = existsSync(folder);
const why = isThere ? "" : ` (SKIPPED: no copy of them at ${folder})`;

const lists = [
  { path: "/v2/businesses/{businessId}/goods-feedback", list: "feedbacks", read: wire.Feedback },
  { path: "/v2/businesses/{businessId}/goods-feedback/comments", list: "comments", read: wire.Comment },
  { path: "/v1/businesses/{businessId}/goods-questions", list: "questions", read: wire.Question },
  { path: "/v1/businesses/{businessId}/goods-questions/answers", list: "answers", read: wire.QuestionAnswer },
  { path: "/v2/businesses/{businessId}/chats", list: "chats", read: wire.Chat },
  { path: "/v2/businesses/{businessId}/chats/history", list: "messages", read: wire.ChatMessage },
];

describe.skipIf(!isThere)(`what Yandex Market shows of itself${why}`, () => {
  it("is read without an unreadable entry, as far as its specification gives examples", () => {
    const examples = openApi(`${folder}openapi-feedback-questions-chats.json`).examples();
    const entries = lists.flatMap(({ path, list, read }) =>
      examples
        .filter((one) => one.path === path && one.status === "200")
        .flatMap(({ value }) => (value as { result?: Record<string, unknown[]> }).result?.[list] ?? [])
        .map((entry) => ({ list, read: read.safeParse(entry) })),
    );
    expect(entries.filter(({ read }) => !read.success)).toEqual([]);
  });

  it("tells its notifications apart", () => {
    const {
      _note: _,
      store_response_200: __,
      store_response_400_500: ___,
      ...sent
    } = JSON.parse(readFileSync(`${folder}push-notifications.json`, "utf8")) as Record<string, unknown>;
    const read = Object.entries(sent).map(([name, body]) => [
      name,
      wire.Notification.parse(body).notificationType,
    ]);
    expect(read.length).toBeGreaterThan(3);
    expect(read.filter(([name, type]) => name !== type)).toEqual([]);
  });
});
