import { randomBytes } from "node:crypto";
import type { Label } from "@otklik/core/label/label";
import type { Labeler, Labelled } from "@otklik/core/label/labeler";
import type { ModelUse } from "@otklik/core/label/model-use";
import { getModelUse, openPurse, type Purse } from "@otklik/core/label/model-use-store";
import { scopedTable } from "@otklik/core/table-scope";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { type OpenaiLabelerOptions, openaiLabeler } from "@otklik/language/label/openai";
import { modelTable } from "../support/model-table.ts";
import type { Behaviour, ChatServer } from "./chat-server.ts";

export const model = "test-model";
export const embedded = embeddedLabeler();
/** US dollars for a million tokens. */
const prices = { input: 1, cachedInput: 0.25, output: 4 };
export const march = new Date("2025-03-01T12:00:00Z");

/** One label as a model writes it. */
export const entry = (n: number, sentiment = "pos", signs: readonly string[] = []): string[] => [
  String(n),
  sentiment,
  "9",
  "joy",
  "quality",
  "use",
  ...signs,
];
/** A model that likes all that it is shown. */
export const all: Behaviour = (sent, answer) => answer.labels(sent.map(({ n }) => entry(n)));
export const review = (text: string, more: Partial<Labelled> = {}): Labelled => ({
  kind: "review",
  text,
  ...more,
});

export interface CountedPurse extends Purse {
  use(month?: string): Promise<ModelUse>;
}
/** A purse as the product keeps it, for the workspace "w1". */
export const countedPurse = (now: () => Date = () => march): CountedPurse => {
  const table = modelTable();
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  return {
    ...openPurse({ table, now, random }),
    use: (month = "2025-03") => getModelUse(scopedTable(table, "w1"), month),
  };
};

export const openLabeler = (server: ChatServer, more: Partial<OpenaiLabelerOptions> = {}): Labeler =>
  openaiLabeler({
    apiKey: "sk-test",
    baseUrl: server.baseUrl,
    model,
    prices,
    embedded,
    monthlyUsd: 100,
    labeling: async () => ({ asks: "always" }),
    purse: countedPurse(),
    timeoutMs: 5_000,
    now: () => march,
    ...more,
  });

export const labelsOf = async (
  labeler: Labeler,
  mentions: readonly Labelled[],
  signal?: AbortSignal,
): Promise<Label[]> => {
  const outcomes = await labeler.label(mentions, { workspaceId: "w1", ...(signal && { signal }) });
  return outcomes.map((outcome) => {
    if (!("label" in outcome)) throw new Error(outcome.failed);
    return outcome.label;
  });
};
/** Who labelled each. */
export const authors = async (labeler: Labeler, mentions: readonly Labelled[], signal?: AbortSignal) =>
  (await labelsOf(labeler, mentions, signal)).map(({ by }) => by);
