import type { ReplyView } from "@otklik/core/api/views";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDraftSaver, type SaveOutcome, type SaverState } from "../../web/src/drafts/draft-saver.ts";
import { forgetDraft, keepDraft, keptDraft } from "../../web/src/drafts/draft-store.ts";
import { newReplyId } from "../../web/src/drafts/reply-id.ts";
import { startingDraft } from "../../web/src/drafts/starting-draft.ts";

type Outcome = SaveOutcome<string>;

/** A saver whose requests are answered by hand. */
function desk() {
  const asked: { text: string; version: number; answer(outcome: Outcome): void; fail(): void }[] = [];
  const states: SaverState<string>["is"][] = [];
  const saver = createDraftSaver<string>({
    version: 0,
    waitMs: 400,
    save: (text, version) =>
      new Promise<Outcome>((answer, reject) =>
        asked.push({ text, version, answer, fail: () => reject(new Error("offline")) }),
      ),
    onState: (state) => states.push(state.is),
  });
  return { saver, asked, states };
}
const settled = () => vi.advanceTimersByTimeAsync(0);

describe("the draft saver", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("saves once the typing has paused", async () => {
    const { saver, asked } = desk();
    saver.change("З");
    await vi.advanceTimersByTimeAsync(399);
    saver.change("Зд");
    await vi.advanceTimersByTimeAsync(399);
    expect(asked).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked.map(({ text, version }) => ({ text, version }))).toEqual([{ text: "Зд", version: 0 }]);
  });

  it("sends one request at a time, each over the version that the last one gave", async () => {
    const { saver, asked, states } = desk();
    saver.change("one");
    saver.flush();
    saver.change("two");
    saver.flush();
    expect(asked).toHaveLength(1);
    asked[0]?.answer({ saved: 7 });
    await settled();
    expect(asked.map(({ text, version }) => ({ text, version }))[1]).toEqual({ text: "two", version: 7 });
    asked[1]?.answer({ saved: 8 });
    await settled();
    expect(states.at(-1)).toBe("saved");
  });

  it("keeps what could not be saved and tries again when asked to", async () => {
    const { saver, asked, states } = desk();
    saver.change("one");
    saver.flush();
    asked[0]?.fail();
    await settled();
    expect(states.at(-1)).toBe("unsaved");
    saver.flush();
    expect(asked[1]?.text).toBe("one");
  });

  it("stops at a conflict until a person has chosen", async () => {
    const { saver, asked, states } = desk();
    saver.change("mine");
    saver.flush();
    asked[0]?.answer({ conflict: "theirs" });
    await settled();
    expect(states.at(-1)).toBe("conflict");
    saver.known(4);
    saver.change("mine");
    saver.flush();
    expect(asked[1]).toMatchObject({ text: "mine", version: 4 });
  });

  it("lets no draft come in behind a reply: it waits for the save under way and begins no other", async () => {
    const { saver, asked, states } = desk();
    saver.change("one");
    saver.flush();
    saver.change("two");
    let isReady = false;
    const ready = saver.stop().then(() => {
      isReady = true;
    });
    await settled();
    expect(isReady).toBe(false);
    asked[0]?.answer({ saved: 1 });
    await ready;
    await vi.advanceTimersByTimeAsync(1000);
    expect([asked.length, states.at(-1)]).toEqual([1, "waiting"]);
  });
});

describe("the draft store", () => {
  const storage = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
  };

  it("never shows a draft under another conversation", () => {
    const kept = storage();
    keepDraft(kept, "c1", { text: "Здравствуйте", version: 2 });
    expect([keptDraft(kept, "c1"), keptDraft(kept, "c2")]).toEqual([
      { text: "Здравствуйте", version: 2 },
      null,
    ]);
  });

  it("forgets a draft", () => {
    const kept = storage();
    keepDraft(kept, "c1", { text: "a", version: 0 });
    forgetDraft(kept, "c1");
    expect(keptDraft(kept, "c1")).toBeNull();
  });

  it("takes nothing that it has not written", () => {
    const kept = storage();
    kept.setItem("otklik.draft.c1", "{broken");
    kept.setItem("otklik.draft.c2", '"text"');
    expect([keptDraft(kept, "c1"), keptDraft(kept, "c2")]).toEqual([null, null]);
  });
});

describe("startingDraft", () => {
  const draft = { text: "server", version: 3, by: "a@example.com", at: "2024-05-15T12:00:00.000Z" };
  const reply = (state: ReplyView["state"], text: string): ReplyView => ({
    id: text,
    text,
    by: "",
    approvedAt: draft.at,
    state,
  });

  it("is the server's where this browser has none", () => {
    expect(startingDraft({ draft, replies: [] }, null)).toEqual({
      text: "server",
      version: 3,
      isUnsaved: false,
      theirs: null,
    });
  });

  it("is this browser's where the server lacks it", () => {
    expect(startingDraft({ draft, replies: [] }, { text: "mine", version: 3 })).toEqual({
      text: "mine",
      version: 3,
      isUnsaved: true,
      theirs: null,
    });
  });

  it("offers both where someone else wrote in between", () => {
    expect(startingDraft({ draft, replies: [] }, { text: "mine", version: 2 })).toMatchObject({
      text: "mine",
      theirs: draft,
    });
  });

  it("is no conflict where both say the same", () => {
    expect(startingDraft({ draft, replies: [] }, { text: "server", version: 1 })).toMatchObject({
      isUnsaved: false,
      theirs: null,
    });
  });

  it("is the returned reply's text where nothing newer is there", () => {
    const replies = [
      reply("returned", "first"),
      reply("cancelled", "taken back"),
      reply("returned", "second"),
    ];
    expect(startingDraft({ draft: null, returned: "no links", replies }, null).text).toBe("second");
  });

  it("is empty where nothing was ever written", () => {
    expect(startingDraft({ draft: null, replies: [reply("published", "sent")] }, null).text).toBe("");
  });
});

describe("newReplyId", () => {
  it("is twenty letters that the API takes", () => {
    expect(newReplyId()).toMatch(/^[0-9a-z]{20}$/);
  });

  it("passes over bytes that would make the first letters likelier", () => {
    let given = 0;
    const fill = (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(given++ === 0 ? 255 : 35);
    expect(newReplyId(fill)).toBe("z".repeat(20));
  });
});
