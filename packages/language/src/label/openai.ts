import type { Label } from "@otklik/core/label/label";
import type { Labeler, Labelled, LabelOutcome } from "@otklik/core/label/labeler";
import { isWorthAsking, type Labeling, monthlyBudget } from "@otklik/core/label/labeling";
import type { Tokens } from "@otklik/core/label/model-use";
import type { Purse } from "@otklik/core/label/model-use-store";
import type { Log } from "@otklik/core/ports";
import { costOf, type Prices } from "./budget.ts";
import type { Answer } from "./openai-answer.ts";
import { askModel, mostTokensOf, type Told } from "./openai-call.ts";
import { labelFrom } from "./openai-label.ts";
import { givesOrders, mostPerCall } from "./openai-prompt.ts";
import { type Offered, topicsFor } from "./openai-topics.ts";
import { steadyPurse } from "./steady-purse.ts";
import { withoutContacts } from "./without-contacts.ts";
import { hasLetters, hasWords } from "./written.ts";

export interface OpenaiLabelerOptions {
  apiKey: string;
  /** Of the provider or of a server that speaks its protocol; with the version: "https://api.openai.com/v1". */
  baseUrl: string;
  model: string;
  prices: Prices;
  /** Labels everything first; what it says stands where the model is not asked, or not to be had. */
  embedded: Labeler;
  /** US dollars that each workspace may spend in a month at most. */
  monthlyUsd: number;
  /** What the workspace has chosen. */
  labeling(workspaceId: string): Promise<Labeling>;
  purse: Purse;
  /** For one call; each group of mentions is asked about at most twice. */
  timeoutMs: number;
  now(): Date;
  log?: Pick<Log, "warn">;
}

/** How long we leave a provider alone that said "too many" and did not say until when. */
const pauseSeconds = 20;
const longestPauseSeconds = 300;
const mostCalls = 2;

/** Languages whose words the embedded labeler knows; of others it hears stars and emoji alone. */
const knownLanguages = ["ru", "en"];

/** Whose call it is, what is shown of a mention, what it may name and cost, and how long it may take. */
interface Asking {
  workspaceId: string;
  shown(mention: Labelled): Labelled;
  topics: Offered;
  monthly: number;
  signal: AbortSignal | undefined;
}

/**
 * Labels with the embedded labeler, and, where the workspace wants it, with a model of OpenAI or one behind its protocol.
 * A mention is never lost: what the model does not label keeps its embedded label, and `by` says who labelled.
 */
export const openaiLabeler = (options: OpenaiLabelerOptions): Labeler => {
  const { apiKey, baseUrl, model, prices, timeoutMs, embedded, now, log } = options;
  const ask = askModel({ apiKey, baseUrl, model, timeoutMs });
  const purse = steadyPurse(options.purse, log);
  let pausedUntil = 0;

  const askOnce = async (mentions: readonly Labelled[], asking: Asking) => {
    const { workspaceId, shown, topics, monthly, signal } = asking;
    const question = { mentions: mentions.map(shown), topics };
    const most = mostTokensOf(question);
    const hold = await purse.hold(workspaceId, { wanted: costOf(most, prices), monthly });
    if (!hold) return undefined;
    const told = await ask(question, signal);
    const status = "status" in told ? told.status : null;
    const tokens = tokensOf(told, most);
    const labelled =
      told.is === "answered" ? mentions.filter((_, place) => told.answers.has(place + 1)).length : 0;
    const counts = { mentions: mentions.length, labelled };
    await hold.settle({ model, is: told.is, status, ...counts, tokens, usd: costOf(tokens, prices) });
    if (told.is !== "answered") log?.warn("label.model", { model, is: told.is, status, ...counts });
    if (told.is === "throttled") {
      const seconds = Math.min(told.retryAfterSeconds ?? pauseSeconds, longestPauseSeconds);
      pausedUntil = now().getTime() + seconds * 1000;
    }
    return told;
  };

  /** Answers by the model for as many of the mentions as it can be had for. */
  const answersFor = async (mentions: readonly Labelled[], asking: Asking) => {
    const answers = new Map<Labelled, Answer>();
    for (let call = 0; call < mostCalls; call += 1) {
      const open = mentions.filter((mention) => !answers.has(mention));
      if (open.length === 0 || asking.signal?.aborted || now().getTime() < pausedUntil) break;
      const told = await askOnce(open, asking);
      if (told?.is === "answered")
        for (const [place, mention] of open.entries()) {
          const answer = told.answers.get(place + 1);
          if (answer) answers.set(mention, answer);
        }
      else if (!told || !isWorthRepeating[told.is]) break;
    }
    return answers;
  };

  return {
    name: model,
    async label(mentions, asked) {
      const { workspaceId, vocabulary, signal } = asked;
      const outcomes = await embedded.label(mentions, asked);
      const { asks, ...limits } = await labelingOf(options, workspaceId);
      const labels = new Map(mentions.map((mention, place) => [mention, labelIn(outcomes[place])]));
      const labelOf = (mention: Labelled) => labels.get(mention) ?? null;
      const open = mentions.filter((mention) => {
        const label = labelOf(mention);
        const canRead = label === null || knownLanguages.includes(label.language) || !hasLetters(mention);
        return isWorthAsking(asks, { label, hasWords: hasWords(mention), canRead });
      });
      const monthly = monthlyBudget({ asks, ...limits }, options.monthlyUsd);
      const shown = (mention: Labelled) => withoutContacts(mention, labelOf(mention));
      const asking = { workspaceId, shown, topics: topicsFor(vocabulary), monthly, signal };
      const answers = new Map<Labelled, Answer>();
      for (const group of groupsOf(open))
        for (const [mention, answer] of await answersFor(group, asking)) answers.set(mention, answer);
      if (asks !== "never") await purse.count(workspaceId, mentions.length);

      return mentions.map((mention, place): LabelOutcome => {
        const answer = answers.get(mention);
        if (answer) return { label: labelFrom(answer, { mention, embedded: labelOf(mention), model }) };
        return outcomes[place] ?? { failed: `${embedded.name} gave no answer.` };
      });
    },
  };
};

const labelIn = (outcome: LabelOutcome | undefined): Label | null =>
  outcome && "label" in outcome ? outcome.label : null;

/** Where nobody tells what a call took, it counts in full: better to spend less than more than allowed. */
const tokensOf = (told: Told, most: Tokens): Tokens => {
  if ("tokens" in told) return told.tokens ?? most;
  return told.is === "unanswered" ? most : { input: 0, cachedInput: 0, output: 0 };
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

/** While the workspace's choice cannot be read, nobody is asked: that might be what it chose. */
const labelingOf = async (
  { labeling, log }: OpenaiLabelerOptions,
  workspaceId: string,
): Promise<Labeling> => {
  try {
    return await labeling(workspaceId);
  } catch (error) {
    log?.warn("label.labeling-unread", {
      workspaceId,
      error: error instanceof Error ? error.name : "unknown",
    });
    return { asks: "never" };
  }
};

/** Groups of one call each; a mention that speaks to the model stands alone. */
const groupsOf = (mentions: readonly Labelled[]): Labelled[][] => {
  const quiet = mentions.filter((mention) => !givesOrders(mention));
  const groups = mentions.filter(givesOrders).map((mention) => [mention]);
  for (let start = 0; start < quiet.length; start += mostPerCall)
    groups.push(quiet.slice(start, start + mostPerCall));
  return groups;
};
