import { FoundMention } from "@otklik/core/mention/found";
import { describe, expect, it } from "vitest";
import {
  anna,
  at,
  boris,
  bot,
  channel,
  group,
  hiddenGroup,
  mentionsIn,
  message,
  post,
  sourceFor,
} from "./updates.ts";

const one = (update: unknown, more = {}) => {
  const found = mentionsIn(update, more);
  expect(found).toHaveLength(1);
  return found[0];
};

describe("a comment under a channel's post", () => {
  const comment = message({ message_thread_id: 7, reply_to_message: post, edit_date: at + 30 });

  it("tells who said what, when, under which post, and where to read it", () => {
    expect(one({ update_id: 1, message: comment })).toEqual({
      kind: "comment",
      externalId: "-1001234567890:55",
      threadId: undefined,
      parentId: undefined,
      url: "https://t.me/demo_channel/42?comment=55",
      author: { id: "5000000001", name: "Анна Д.", url: "https://t.me/anna_demo" },
      text: "Демо",
      media: undefined,
      product: { id: "-1001234567890:7", name: "Осеннее меню", url: "https://t.me/demo_channel/42" },
      contact: undefined,
      postedAt: new Date(at * 1000),
      editedAt: new Date((at + 30) * 1000),
      canReply: true,
      replyUntil: undefined,
      place: "-1001234567890",
    });
  });

  it("fits the common model", () => {
    const { place: _, ...mention } = one({ update_id: 1, message: comment }) ?? {};
    expect(FoundMention.safeParse(mention).error).toBeUndefined();
  });

  it("comes again under its old id when it was edited", () => {
    const edited = one({ update_id: 2, edited_message: { ...comment, text: "Иначе" } });
    expect(edited).toMatchObject({ externalId: "-1001234567890:55", text: "Иначе" });
  });

  it("names what it replies to, and belongs to the same post", () => {
    const reply = message({ message_id: 56, message_thread_id: 7, reply_to_message: message() });
    expect(one({ update_id: 1, message: reply })).toMatchObject({
      parentId: "-1001234567890:55",
      product: { id: "-1001234567890:7" },
      url: "https://t.me/demo_group/56?thread=7",
    });
  });

  it("is written by a channel where somebody speaks as one", () => {
    const other = { id: -1002222222222, type: "channel", title: "Блог Бориса", username: "boris_blog" };
    expect(one({ update_id: 1, message: message({ sender_chat: other }) })).toMatchObject({
      author: { id: "-1002222222222", name: "Блог Бориса", url: "https://t.me/boris_blog" },
    });
  });
});

describe("a message", () => {
  it("in a group without a name is found by its number", () => {
    const sources = [sourceFor({ chat: String(hiddenGroup.id) })];
    const update = { update_id: 1, message: message({ chat: hiddenGroup }) };
    expect(one(update, { sources })).toMatchObject({ url: "https://t.me/c/9876543210/55" });
  });

  it("in a private chat with the bot is part of one conversation", () => {
    const chat = { id: anna.id, type: "private", first_name: "Анна", username: "anna_demo" };
    const sources = [sourceFor({ reads: "private" })];
    expect(one({ update_id: 1, message: message({ chat }) }, { sources })).toMatchObject({
      ...{ kind: "message", threadId: "5000000001", place: "private", url: "https://t.me/anna_demo" },
    });
  });

  it("is not what a person sends by pressing the bot's start button", () => {
    const chat = { id: anna.id, type: "private", first_name: "Анна" };
    const sources = [sourceFor({ reads: "private" })];
    expect(mentionsIn({ update_id: 1, message: message({ chat, text: "/start" }) }, { sources })).toEqual([]);
  });

  it("to a channel directly belongs to the customer's topic", () => {
    const chat = { ...group, is_direct_messages: true };
    const update = { update_id: 1, message: message({ chat, direct_messages_topic: { topic_id: 9 } }) };
    expect(one(update)).toMatchObject({ threadId: "-1001234567890:topic:9" });
  });

  it.each([
    ["a chat that nobody connected", { chat: hiddenGroup }],
    ["the bot itself", { from: bot }],
    ["another bot", { from: { id: 77, is_bot: true, first_name: "Другой" } }],
    ["the channel's post", post],
    ["somebody who joins", { text: undefined, new_chat_members: [boris] }],
  ])("is none of %s", (_, of) => {
    expect(mentionsIn({ update_id: 1, message: message(of) })).toEqual([]);
  });

  it("without words and files is told to be unreadable", () => {
    const update = { update_id: 1, message: message({ text: undefined }) };
    expect(() => mentionsIn(update)).toThrow(/neither words nor files/);
  });

  it.each([
    ["a sticker", { sticker: { file_id: "s", emoji: "😡" } }, "😡"],
    ["a poll", { poll: { question: "Вкусно?" } }, "Вкусно?"],
    ["a place", { venue: { title: "Кофейня", address: "Лесная, 12" } }, "Кофейня, Лесная, 12"],
    ["a point on the map", { location: { latitude: 55.75, longitude: 37.61 } }, "55.75, 37.61"],
    [
      "rich text",
      { rich_message: { blocks: [{ text: ["Очень ", { type: "bold", text: "плохо" }] }] } },
      "Очень плохо",
    ],
  ])("is read where it is %s", (_, content, text) => {
    expect(one({ update_id: 1, message: message({ text: undefined, ...content }) })).toMatchObject({ text });
  });

  it("with a person's card tells the telephone", () => {
    const contact = { phone_number: "+7 900 000-00-00", first_name: "Анна" };
    expect(one({ update_id: 1, message: message({ text: undefined, contact }) })).toMatchObject({
      ...{ text: "Анна +7 900 000-00-00", contact: { phone: "+7 900 000-00-00" } },
    });
  });
});

describe("the owner's words", () => {
  const asked = message({ message_thread_id: 7 });
  const ownerReply = { text: "Спасибо!", postedAt: new Date((at + 9) * 1000), state: "published" };
  const said = { message_id: 60, date: at + 9, text: "Спасибо!", reply_to_message: asked };

  it.each([
    ["in the channel's name", { sender_chat: channel }, {}],
    ["of an anonymous administrator", { sender_chat: group }, {}],
    ["of a member of the team", { from: boris }, { team: [String(boris.id)] }],
    [
      "of a member of the team by name",
      { from: { ...boris, username: "Boris_Demo" } },
      { team: ["@boris_demo"] },
    ],
  ])("%s are the answer to what they reply to", (_, of, settings) => {
    const sources = [sourceFor({ chat: "@demo_group", ...settings })];
    const found = one({ update_id: 1, message: message({ ...said, ...of }) }, { sources });
    expect(found).toMatchObject({ externalId: "-1001234567890:55", text: "Демо", ownerReply });
  });

  it("to nobody in a group are no mention", () => {
    expect(mentionsIn({ update_id: 1, message: message({ sender_chat: channel }) })).toEqual([]);
  });
});

describe("a business account's chat", () => {
  const chat = { id: anna.id, type: "private", first_name: "Анна" };
  const sources = [sourceFor({ reads: "business" })];
  const owner = { id: 42, is_bot: false, first_name: "Хозяйка" };
  const said = (of = {}) => message({ chat, business_connection_id: "conn:1", ...of });

  it("is one conversation, apart from the bot's own chats, to be answered within a day", () => {
    expect(one({ update_id: 1, business_message: said() }, { sources })).toMatchObject({
      ...{ externalId: "conn:1:5000000001:55", threadId: "conn:1:5000000001", place: "business" },
      replyUntil: new Date((at + 86_400) * 1000),
    });
  });

  it("holds the owner's answer to a message where it quotes one", () => {
    const update = {
      update_id: 1,
      business_message: said({ from: owner, text: "Да!", reply_to_message: said() }),
    };
    expect(one(update, { sources })).toMatchObject({
      ...{ externalId: "conn:1:5000000001:55", text: "Демо", ownerReply: { text: "Да!" } },
    });
  });

  it("holds the owner's answer by itself where it quotes none", () => {
    const update = { update_id: 1, business_message: said({ message_id: 56, from: owner, text: "Да!" }) };
    expect(one(update, { sources })).toMatchObject({
      ...{ externalId: "conn:1:5000000001:56", threadId: "conn:1:5000000001", text: "", canReply: false },
      ownerReply: { text: "Да!" },
    });
  });

  it("shows no echo of what we sent ourselves", () => {
    const update = { update_id: 1, business_message: said({ from: owner, sender_business_bot: bot }) };
    expect(mentionsIn(update, { sources })).toEqual([]);
  });

  it("tells what was deleted", () => {
    const deleted = { business_connection_id: "conn:1", chat, message_ids: [55, 56] };
    const found = mentionsIn({ update_id: 1, deleted_business_messages: deleted }, { sources });
    expect(found.map(({ externalId, removed }) => ({ externalId, removed }))).toEqual([
      { externalId: "conn:1:5000000001:55", removed: true },
      { externalId: "conn:1:5000000001:56", removed: true },
    ]);
  });

  it("goes to the source of its own connection before that of all", () => {
    const own = sourceFor({ reads: "business", chat: "conn" }, "own");
    const update = { update_id: 1, business_message: said({ business_connection_id: "conn" }) };
    expect(one(update, { sources: [...sources, own] })).toMatchObject({ place: "business:conn" });
  });
});

describe("a source that reads only what is addressed to the brand", () => {
  const sources = [sourceFor({ chat: String(group.id), only: "addressed", words: ["ромашк"] })];
  const found = (of: Record<string, unknown>) =>
    mentionsIn({ update_id: 1, message: message(of) }, { sources, botName: "demo_bot" }).length;

  it.each([
    ["a reply to the bot", { reply_to_message: message({ from: bot }) }],
    ["the bot's name", { text: "Спросите @demo_bot" }],
    [
      "a mention of the bot without its name",
      { entities: [{ type: "text_mention", offset: 0, length: 4, user: bot }] },
    ],
    ["the brand in any of its forms", { text: "Была в «Ромашке» вчера" }],
    [
      "the brand in a caption",
      { text: undefined, caption: "ромашка", photo: [{ file_id: "p", width: 1, height: 1 }] },
    ],
  ])("finds %s", (_, of) => {
    expect(found(of)).toBe(1);
  });

  it.each(["Кто знает хорошую кофейню?", "аромашка", ""])("passes over %j", (text) => {
    expect(found({ text: text || "…" })).toBe(0);
  });
});

describe("media", () => {
  it("are told by their numbers, never by an address with the token in it", () => {
    const photo = [90, 320, 1280].map((width) => ({ file_id: `p${width}`, width, height: width }));
    const voice = { file_id: "v1" };
    expect(one({ update_id: 1, message: message({ text: undefined, photo, voice }) })?.media).toEqual([
      { kind: "image", url: "telegram-file:p1280", previewUrl: "telegram-file:p320" },
      { kind: "audio", url: "telegram-file:v1" },
    ]);
  });

  it("of an animation come once, although it is sent as a document too", () => {
    const file = { file_id: "a1", thumbnail: { file_id: "t1" } };
    const found = one({ update_id: 1, message: message({ animation: file, document: file }) });
    expect(found?.media).toEqual([
      { kind: "video", url: "telegram-file:a1", previewUrl: "telegram-file:t1" },
    ]);
  });
});

it("tells the new number of a group that became a supergroup", () => {
  const update = { update_id: 1, message: message({ migrate_to_chat_id: -1005555555555 }) };
  expect(() => mentionsIn(update)).toThrow(/now number -1005555555555/);
});
