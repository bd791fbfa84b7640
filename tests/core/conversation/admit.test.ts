import { beginConversation, firstStatus, joinedStatus, revisedStatus } from "@otklik/core/conversation/admit";
import type { Conversation, Status } from "@otklik/core/conversation/conversation";
import { cardOf } from "@otklik/core/conversation/conversation-store";
import { searchEntryOf } from "@otklik/core/conversation/search-entry";
import { defaultRegulation } from "@otklik/core/regulation/regulation";
import { describe, expect, it } from "vitest";
import { label, later, mention, noon } from "../../support/mentions.ts";

const day = 24 * 60;
const arrival = (change = {}, inboxFrom = later(-30 * day)) => ({
  mention: mention(change),
  label: label(),
  inboxFrom,
  clockFrom: later(-30 * day),
  regulation: defaultRegulation,
});
const at = (status: Status, change = {}): Conversation => ({ ...beginConversation(arrival(change)), status });
const answered: Status = { is: "answered", at: noon };

describe("a mention at the inbox's door", () => {
  it("enters when it is young enough and unanswered", () => {
    expect(firstStatus(arrival())).toEqual({ is: "open" });
  });
  it("stays out when it is older than what the source was asked for", () => {
    expect(firstStatus(arrival({ postedAt: later(-31 * day) }))).toEqual({ is: "closed", reason: "history" });
  });
  it("stays out when somebody has answered it in the network", () => {
    const reply = { ownerReply: { text: "Спасибо" } };
    expect(firstStatus(arrival(reply))).toEqual({ is: "closed", reason: "answered-elsewhere" });
  });
  it("enters when the answer there was rejected", () => {
    expect(firstStatus(arrival({ ownerReply: { text: "х", state: "rejected" } }))).toEqual({ is: "open" });
  });
  it("is gone when it was removed", () => {
    expect(firstStatus(arrival({ removed: true }))).toEqual({ is: "gone" });
  });
});

describe("a mention that comes again", () => {
  const reply = { ownerReply: { text: "Ответ из кабинета" } };

  it("closes the conversation when it was answered elsewhere", () => {
    const status = revisedStatus(at({ is: "open" }), { mention: mention(reply) }, []);
    expect(status).toEqual({ is: "closed", reason: "answered-elsewhere" });
  });
  it("takes the echo of our own reply for what it is, however its lines are broken", () => {
    const status = revisedStatus(at(answered), { mention: mention(reply) }, ["Ответ  из\nкабинета "]);
    expect(status).toEqual(answered);
  });
  it("is outdated when the author edits after our answer", () => {
    expect(revisedStatus(at(answered), { mention: mention({ text: "Передумала" }) }, [])).toEqual({
      is: "outdated",
    });
  });
  it("opens again when it was read and is edited, and stays closed when it is spam", () => {
    const edited = { mention: mention({ text: "Передумала" }) };
    expect(revisedStatus(at({ is: "closed", reason: "read" }), edited, [])).toEqual({ is: "open" });
    const spam: Status = { is: "closed", reason: "spam" };
    expect(revisedStatus(at(spam), edited, [])).toEqual(spam);
  });
  it("keeps old history out of the inbox even when it is edited", () => {
    const history: Status = { is: "closed", reason: "history" };
    expect(revisedStatus(at(history), { mention: mention({ text: "х" }) }, [])).toEqual(history);
  });
  it("is gone when it was removed, and open when it comes back", () => {
    expect(revisedStatus(at({ is: "open" }), { mention: mention({ removed: true }) }, [])).toEqual({
      is: "gone",
    });
    expect(revisedStatus(at({ is: "gone" }, { removed: true }), { mention: mention() }, [])).toEqual({
      is: "open",
    });
  });
});

describe("a mention that joins a thread", () => {
  it("opens an answered conversation and leaves a muted one alone", () => {
    const addition = arrival({ externalId: "r-2", threadId: "r-1" });
    expect(joinedStatus(at(answered), addition, { ours: [] })).toEqual({ is: "open" });
    const muted: Status = { is: "closed", reason: "muted" };
    expect(joinedStatus(at(muted), addition, { ours: [] })).toEqual(muted);
  });
  it("does not open it when it is old", () => {
    const old = arrival({ externalId: "r-2", threadId: "r-1", postedAt: later(-90 * day) });
    expect(joinedStatus(at(answered), old, { ours: [] })).toEqual(answered);
  });
  it("closes it when it was answered in the network, unless by our own words or somebody wrote after it", () => {
    const ownerReply = { text: "Спасибо!" };
    const addition = arrival({ externalId: "r-2", threadId: "r-1", ownerReply, postedAt: later(60) });
    const elsewhere = { is: "closed", reason: "answered-elsewhere" };
    const open: Status = { is: "open" };
    expect(joinedStatus(at(open), addition, { ours: [] })).toEqual(elsewhere);
    expect(joinedStatus(at(answered), addition, { ours: ["Спасибо!"] })).toEqual(answered);
    const earlier = arrival({ externalId: "r-0", threadId: "r-1", ownerReply, postedAt: later(-60) });
    expect(joinedStatus(at(open), earlier, { ours: [] })).toEqual(open);
  });
  it("does not open it again when it comes again with nothing new of the customer's", () => {
    const addition = arrival({ externalId: "r-2", threadId: "r-1" });
    const kept = { ...addition.mention, canReply: !addition.mention.canReply };
    expect(joinedStatus(at(answered), addition, { ours: [], kept })).toEqual(answered);
  });
});

describe("an answer that is learnt of late, in a thread that went on", () => {
  const early = { ownerReply: { text: "Ответ коллеги", postedAt: later(5) } };
  const wentOn = { ...at({ is: "open" }), latestId: "the-next-one", latestAt: later(10) };

  it("closes nothing that was said after it", () => {
    const joined = arrival({ ...early, externalId: "r-2", threadId: "r-1", postedAt: later(1) });
    expect(joinedStatus(wentOn, joined, { ours: [] })).toEqual({ is: "open" });
    expect(revisedStatus(wentOn, { mention: mention(early) }, [])).toEqual({ is: "open" });
  });
  it("closes the conversation when nothing was said since", () => {
    const late = { ownerReply: { text: "Ответ коллеги", postedAt: later(15) } };
    const closed = { is: "closed", reason: "answered-elsewhere" };
    const joined = arrival({ ...late, externalId: "r-2", threadId: "r-1", postedAt: later(1) });
    expect(joinedStatus(wentOn, joined, { ours: [] })).toEqual(closed);
    expect(revisedStatus(wentOn, { mention: mention(late) }, [])).toEqual(closed);
  });
});

describe("a thread whose beginning is not known, such as a chat", () => {
  it("shows its latest message in the inbox, and is found by it", () => {
    const message = arrival({
      externalId: "m-1",
      threadId: "chat-1",
      kind: "message",
      text: "Где мой заказ?",
    });
    const begun = beginConversation(message);
    expect(begun.mention).toBeUndefined();
    expect(cardOf(begun)).toMatchObject({
      x: "Где мой заказ?",
      a: message.mention.author.name,
      k: "message",
    });
    expect(searchEntryOf(begun)?.text).toContain("Где мой заказ?");
  });
});
