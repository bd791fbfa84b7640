import type { Label } from "@otklik/core/label/label";
import type { Labeler, Labelled, LabelOutcome } from "@otklik/core/label/labeler";
import type { Log } from "@otklik/core/ports";
import { type Budget, costOf, type Prices, type Tokens, tokensAtMost } from "./budget.ts";
import { hasText, labelFrom } from "./openai-answer.ts";
import { askModel, outputTokensFor, type Told } from "./openai-call.ts";
import { givesOrders, instructions, mentionsAsData, mostPerCall } from "./openai-prompt.ts";

export interface OpenaiLabelerOptions {
  apiKey: string;
  /** Of the provider or of a server that speaks its protocol; with the version: "https://api.openai.com/v1". */
  baseUrl?: string;
  model: string;
  prices: Prices;
  /** Labels what the model did not: no text, over the budget, refused, malformed or too late. */
  fallback: Labeler;
  budget: Budget;
  /** For one call; each group of mentions is asked about at most twice. */
  timeoutMs: number;
  now(): Date;
  log?: Pick<Log, "warn">;
  /** Counts of each call, for whoever keeps statistics; never a text. */
  onUsage?(usage: Usage): void;
}

export interface Usage {
  workspaceId: string;
  model: string;
  is: Told["is"];
  mentions: number;
  labelled: number;
  tokens: Tokens;
  usd: number;
}

export const openaiBaseUrl = "https://api.openai.com/v1";
/** How long we leave a provider alone that said "too many" and did not say until when. */
const pauseSeconds = 20;
const longestPauseSeconds = 300;
const mostCalls = 2;

/**
 * Labels with a model of OpenAI, or one behind its protocol. A mention is never lost: what the model does not label,
 * the fallback does, and `by` says who did.
 */
export const openaiLabeler = (options: OpenaiLabelerOptions): Labeler => {
  const { apiKey, baseUrl = openaiBaseUrl, model, timeoutMs, fallback, now } = options;
  const ask = askModel({ apiKey, baseUrl, model, timeoutMs });
  let pausedUntil = 0;

  const askOnce = async (mentions: readonly Labelled[], workspaceId: string, signal?: AbortSignal) => {
    const atMost = tokensAtMost(instructions + mentionsAsData(mentions), outputTokensFor(mentions.length));
    if ((await dollarsLeft(options, workspaceId)) < costOf(atMost, options.prices)) return undefined;
    const told = await ask(mentions, signal);
    const tokens = tokensOf(told, atMost);
    const usd = costOf(tokens, options.prices);
    await spend(options, workspaceId, usd);
    if (told.is !== "answered")
      options.log?.warn("label.model", {
        model,
        is: told.is,
        status: "status" in told ? told.status : null,
        mentions: mentions.length,
      });
    if (told.is === "throttled") {
      const seconds = Math.min(told.retryAfterSeconds ?? pauseSeconds, longestPauseSeconds);
      pausedUntil = now().getTime() + seconds * 1000;
    }
    const labelled =
      told.is === "answered" ? mentions.filter((_, place) => told.answers.has(place + 1)).length : 0;
    options.onUsage?.({ workspaceId, model, is: told.is, mentions: mentions.length, labelled, tokens, usd });
    return told;
  };

  /** Labels by the model for as many of the mentions as it can be had for. */
  const labelsFor = async (mentions: readonly Labelled[], workspaceId: string, signal?: AbortSignal) => {
    const labels = new Map<Labelled, Label>();
    for (let call = 0; call < mostCalls; call += 1) {
      const open = mentions.filter((mention) => !labels.has(mention));
      if (open.length === 0 || signal?.aborted || now().getTime() < pausedUntil) break;
      const told = await askOnce(open, workspaceId, signal);
      if (told?.is === "answered")
        for (const [place, mention] of open.entries()) {
          const answer = told.answers.get(place + 1);
          if (answer) labels.set(mention, labelFrom(answer, mention, model));
        }
      else if (!told || !isWorthRepeating[told.is]) break;
    }
    return labels;
  };

  return {
    name: model,
    async label(mentions, { workspaceId, signal }) {
      const labels = new Map<Labelled, Label>();
      for (const group of groupsOf(mentions.filter(hasText)))
        for (const [mention, label] of await labelsFor(group, workspaceId, signal))
          labels.set(mention, label);

      const rest = mentions.filter((mention) => !labels.has(mention));
      const outcomes =
        rest.length === 0 ? [] : await fallback.label(rest, { workspaceId, ...(signal && { signal }) });
      const restOutcomes = new Map(rest.map((mention, place) => [mention, outcomes[place]]));
      return mentions.map((mention): LabelOutcome => {
        const label = labels.get(mention);
        if (label) return { label };
        return restOutcomes.get(mention) ?? { failed: `${fallback.name} gave no answer.` };
      });
    },
  };
};

/** Where nobody tells what a call took, it counts in full: better to spend less than more than allowed. */
const tokensOf = (told: Told, atMost: Tokens): Tokens => {
  if ("tokens" in told) return told.tokens ?? atMost;
  return told.is === "unanswered" ? atMost : { input: 0, cachedInput: 0, output: 0 };
};

const isWorthRepeating: Record<Exclude<Told["is"], "answered">, boolean> = {
  malformed: true,
  unanswered: true,
  unavailable: true,
  unreachable: true,
  refused: false,
  rejected: false,
  throttled: false,
};

/** What cannot be read counts as spent: without a count, no money goes out. */
const dollarsLeft = async ({ budget, log }: OpenaiLabelerOptions, workspaceId: string): Promise<number> => {
  try {
    return await budget.left(workspaceId);
  } catch (error) {
    log?.warn("label.budget-unread", { workspaceId, error: nameOf(error) });
    return 0;
  }
};

/** The money is gone already; that it could not be noted must not cost us the labels too. */
const spend = async (
  { budget, log }: OpenaiLabelerOptions,
  workspaceId: string,
  usd: number,
): Promise<void> => {
  if (usd === 0) return;
  try {
    await budget.spend(workspaceId, usd);
  } catch (error) {
    log?.warn("label.budget-unwritten", { workspaceId, usd, error: nameOf(error) });
  }
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");

/** Groups of one call each; a mention that speaks to the model stands alone. */
const groupsOf = (mentions: readonly Labelled[]): Labelled[][] => {
  const quiet = mentions.filter((mention) => !givesOrders(mention));
  const groups = mentions.filter(givesOrders).map((mention) => [mention]);
  for (let start = 0; start < quiet.length; start += mostPerCall)
    groups.push(quiet.slice(start, start + mostPerCall));
  return groups;
};
