import type { MentionView, ReplyView } from "@otklik/core/api/views";
import { unlabelled } from "@otklik/core/label/label";
import { loadWords } from "@otklik/words";
import { describe, expect, it } from "vitest";
import { isPage } from "../../web/src/parts/outward.tsx";
import { sayFinding } from "../../web/src/screens/conversation/say-finding.ts";
import { threadOf } from "../../web/src/screens/conversation/thread.ts";

const at = (hour: number) => `2024-05-15T${String(hour).padStart(2, "0")}:00:00.000Z`;

const mention = (hour: number, ownerReply?: MentionView["ownerReply"]): MentionView => ({
  id: `m${hour}`,
  kind: "review",
  author: {},
  text: "",
  media: [],
  tags: [],
  url: "",
  postedAt: at(hour),
  removed: false,
  label: unlabelled,
  ...(ownerReply ? { ownerReply } : {}),
});
const reply = (hour: number, text: string, state: ReplyView["state"] = "published"): ReplyView => ({
  id: `r${hour}`,
  text,
  by: "",
  approvedAt: at(hour),
  state,
});
const told = (...given: Parameters<typeof threadOf>) =>
  threadOf(...given).map((said) => `${said.is} ${new Date(said.at).getUTCHours()}`);

describe("threadOf", () => {
  it("tells mentions and replies in their order", () => {
    expect(told({ mentions: [mention(9), mention(12)], replies: [reply(10, "a")] })).toEqual([
      "mention 9",
      "reply 10",
      "mention 12",
    ]);
  });

  it("shows an answer that was given on the network", () => {
    const mentions = [mention(9, { text: "Спасибо", postedAt: at(11) })];
    expect(told({ mentions, replies: [] })).toEqual(["mention 9", "owner-reply 11"]);
  });

  it("does not show the echo of our own reply, however the network broke its lines", () => {
    const mentions = [mention(9, { text: "Спасибо  за\nотзыв " })];
    expect(told({ mentions, replies: [reply(10, "Спасибо за отзыв")] })).toEqual(["mention 9", "reply 10"]);
  });

  it("does not show what was taken back", () => {
    expect(told({ mentions: [mention(9)], replies: [reply(10, "a", "cancelled")] })).toEqual(["mention 9"]);
  });
});

describe("sayFinding", () => {
  it("says how long an answer may be, in the network's unit and the right case", async () => {
    const params = { has: 12, max: 2, unit: "bytes" };
    const said = sayFinding({ level: "block", code: "too-long", params }, await loadWords("ru"));
    expect(said.replaceAll("\u00a0", " ")).toBe("Длинно: площадка принимает не больше 2 байт");
  });

  it("names the variable that is to be filled in", async () => {
    const finding = { level: "block", code: "unfilled-variable", params: { name: "location" } } as const;
    expect(sayFinding(finding, await loadWords("en"))).toContain("{{location}}");
  });
});

describe("isPage", () => {
  it("opens pages and nothing else that an address from outside may be", () => {
    const given = [
      "https://example.com/r/1",
      "http://example.com",
      "javascript:alert(1)",
      "data:text/html,x",
      "//x",
      "",
    ];
    expect(given.map(isPage)).toEqual([true, true, false, false, false, false]);
  });
});
