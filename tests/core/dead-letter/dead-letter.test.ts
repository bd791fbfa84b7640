import { LetterQueue, letterId, readPayload, Subject } from "@otklik/core/dead-letter/dead-letter";
import { toJson } from "@otklik/core/json";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const queues = fc.constantFrom(...LetterQueue.options);

describe("what a payload tells", () => {
  it("is nothing at worst, whatever came, and a workspace only where one could be meant", () => {
    const bodies = fc.oneof(fc.string(), fc.json(), fc.object().map(toText), fc.record(payload).map(toText));
    fc.assert(
      fc.property(queues, bodies, (queue, body) => {
        const { workspaceId, subject } = readPayload(queue, body);
        expect(workspaceId ?? "none").toMatch(/^[0-9a-z]+$/);
        expect(Subject.parse(toJson(subject))).toEqual(toJson(subject));
      }),
    );
  });

  it("is as much as can be read where a part cannot", () => {
    const body = JSON.stringify({
      workspaceId: "w1",
      sourceId: 7,
      brandId: "b1",
      found: [1, 2],
      day: "2026-11-20",
    });
    expect(readPayload("label", body)).toMatchObject({
      workspaceId: "w1",
      subject: { brandId: "b1", day: "2026-11-20", mentions: 2 },
    });
    expect(readPayload("label", body).subject.sourceId).toBeUndefined();
  });

  it("counts the mentions of a message that holds several jobs", () => {
    const job = { workspaceId: "w1", sourceId: "s1", mention: { externalId: "x" } };
    expect(readPayload("response", JSON.stringify([job, job, job]))).toMatchObject({
      workspaceId: "w1",
      subject: { sourceId: "s1", mentions: 3 },
    });
  });

  it.each([
    ["a conversation", "m.b1.5", "b1-abc", "b1-abc"],
    ["a later mention of one", "m.b1.5", "b1-abc~m~b1-def", "b1-abc"],
    ["a row of another kind", "sources", "s1", undefined],
  ])("leads from a changed row to its conversation: %s", (_, pk, sk, conversationId) => {
    const body = JSON.stringify({ workspaceId: "w1", pk, sk });
    expect(readPayload("change", body).subject.conversationId).toBe(conversationId);
  });
});

describe("the id of a letter", () => {
  it("is the same for the same content of the same queue alone", () => {
    fc.assert(
      fc.property(queues, queues, fc.string(), fc.string(), (queue, other, body, another) => {
        const isSame = queue === other && body === another;
        expect(letterId(queue, body) === letterId(other, another)).toBe(isSame);
        expect(letterId(queue, body)).toBe(letterId(queue, body));
      }),
    );
  });
});

const payload = {
  workspaceId: fc.anything(),
  sourceId: fc.anything(),
  conversationId: fc.anything(),
  found: fc.anything(),
  mention: fc.anything(),
  requestContext: fc.anything(),
};

function toText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return ""; // what JSON cannot hold
  }
}
