import { readFileSync } from "node:fs";
import { type AroundComment, namesIn } from "@otklik/connectors/vk/map";
import { assembleComments, assembleMessages } from "@otklik/connectors/vk/threads";
import { describe, expect, it } from "vitest";

const fixture = JSON.parse(
  readFileSync(new URL("../../fixtures/vk/wall-comments.json", import.meta.url), "utf8"),
) as { response: { items: Record<string, unknown>[] } };
const { items } = fixture.response;
const wall: AroundComment = {
  ...{ community: "222333444", part: "wall", container: "1001" },
  ...{ names: namesIn(fixture.response), canReply: true },
};
const board: AroundComment = { ...wall, part: "board", container: "31", names: new Map() };
const by = (found: { externalId: string }[], id: string) =>
  found.find((one) => one.externalId.endsWith(`_${id}`));

describe("comments of the wall", () => {
  const { found, unreadable, long } = assembleComments(items, wall);

  it("are customers' words; the community's own are their answers and no mentions", () => {
    expect(found.map(({ externalId }) => externalId)).toEqual([
      "wall-222333444_1001_90",
      "wall-222333444_1001_92",
      "wall-222333444_1001_70",
    ]);
    expect(unreadable).toEqual([]);
  });

  it("carry author, words, pictures and an address that people can open", () => {
    expect(by(found, "90")).toEqual({
      kind: "comment",
      externalId: "wall-222333444_1001_90",
      url: "https://vk.com/wall-222333444_1001?reply=90",
      author: { id: "700000001", name: "Анна Примерова", url: "https://vk.com/id700000001" },
      text: "Кофейня, а веганское молоко есть?",
      media: [
        { kind: "image", url: "https://photos.example/z.jpg", previewUrl: "https://photos.example/x.jpg" },
        { kind: "video", url: "https://vk.com/video700000001_5" },
      ],
      postedAt: new Date("2025-11-20T00:53:20Z"),
      ownerReply: {
        text: "да, овсяное и миндальное.",
        postedAt: new Date("2025-11-20T00:55:00Z"),
        state: "published",
      },
      canReply: true,
    });
  });

  it("know their thread and what they answer", () => {
    expect(by(found, "92")).toMatchObject({
      threadId: "wall-222333444_1001_90",
      parentId: "wall-222333444_1001_90",
      url: "https://vk.com/wall-222333444_1001?reply=92&thread=90",
      text: "Анна, рекомендую овсяное",
      ownerReply: { text: "Оно вкуснее всего!" },
    });
  });

  it("that were deleted are told as removed", () => {
    expect(by(found, "70")).toMatchObject({ removed: true, canReply: false, text: "" });
  });

  it("with a thread that came cut short are left to a visit of their own, whole", () => {
    expect(long).toEqual(["60"]);
    const whole = assembleComments(items.slice(3), wall, { whole: true });
    expect(whole.found.map(({ author }) => author.name)).toEqual(["Чужое сообщество", "Пётр"]);
  });

  it("lose nothing beside one that cannot be read, and tell of a page of which none can", () => {
    const spoilt = [{ ...items[0], date: "вчера" }, ...items.slice(1)];
    const read = assembleComments(spoilt, wall);
    expect(read.found.map(({ externalId }) => externalId)).toEqual([
      "wall-222333444_1001_92",
      "wall-222333444_1001_70",
    ]);
    expect(read.unreadable).toHaveLength(1);
    const none = () => assembleComments([{ a: 1 }, { a: 2 }], wall);
    expect(none).toThrow(expect.objectContaining({ kind: "changed" }));
  });
});

describe("comments of a topic", () => {
  const said = (id: number, from: number, text: string) => ({
    id,
    from_id: from,
    date: 1_763_600_000 + id,
    text,
  });
  const own = -222333444;

  it.each(["[post5|Анна], да", "[id700000001:bp-222333444_5|Анна], да"])(
    "are answered by name: %s",
    (text) => {
      const { found } = assembleComments([said(9, own, text), said(7, 2, "Нет"), said(5, 1, "Да?")], board);
      expect(by(found, "5")).toMatchObject({ ownerReply: { text: "да" } });
      expect(by(found, "7")).not.toHaveProperty("ownerReply", expect.anything());
    },
  );

  it("are answered by the words right after them that name nobody", () => {
    const { found } = assembleComments(
      [said(9, own, "Спасибо!"), said(7, 2, "Вкусно"), said(5, 1, "Мило")],
      board,
    );
    expect(by(found, "7")).toMatchObject({ ownerReply: { text: "Спасибо!" } });
    expect(by(found, "5")?.externalId).toBe("topic-222333444_31_5");
    expect(found.filter(({ ownerReply }) => ownerReply)).toHaveLength(1);
  });

  it("that were answered on another page are named, with their answer", () => {
    const { answeredElsewhere } = assembleComments([said(9, own, "[post5|Анна], да")], board);
    expect([...answeredElsewhere]).toEqual([["5", { text: "да", postedAt: new Date(1_763_600_009_000) }]]);
  });
});

describe("messages", () => {
  const around = { ...wall, part: "messages" as const };
  const said = (number: number, text: string, more = {}) => ({
    ...{ conversation_message_id: number, peer_id: 1001, from_id: 1001, date: 1_763_600_000 + number, text },
    ...more,
  });
  const ours = { from_id: -222333444, out: 1 };

  it("are one thread with each person, and answered together by what follows", () => {
    const page = [said(4, "И ещё"), said(3, "Да", ours), said(2, "Открыты?"), said(1, "Привет")];
    const { found } = assembleMessages(page, around);
    expect(found.map(({ text, threadId, ownerReply }) => [text, threadId, ownerReply?.text])).toEqual([
      ["И ещё", "im-222333444_1001", undefined],
      ["Открыты?", "im-222333444_1001", "Да"],
      ["Привет", "im-222333444_1001", "Да"],
    ]);
  });

  it("of several people, and what VK itself puts into a conversation, are no customer's", () => {
    const chat = said(1, "Всем привет", { peer_id: 2_000_000_001 });
    const action = said(2, "", { action: { type: "chat_photo_update" } });
    expect(assembleMessages([action, chat], around).found).toEqual([]);
  });

  it("that were read with the page before serve as answers only", () => {
    const page = [said(3, "Да", ours), said(2, "Открыты?")];
    expect(assembleMessages(page, around, 1).found).toMatchObject([
      { text: "Открыты?", ownerReply: { text: "Да" } },
    ]);
  });
});
