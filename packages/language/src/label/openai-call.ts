import type { Labelled } from "@otklik/core/label/labeler";
import type { Tokens } from "@otklik/core/label/model-use";
import type { Topic } from "@otklik/core/label/topic";
import OpenAI, { APIConnectionError, APIError, APIUserAbortError } from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import { z } from "zod";
import { tokensAtMost } from "./budget.ts";
import { type Answer, Answers, answerIn } from "./openai-answer.ts";
import { instructionsWith, mentionsAsData } from "./openai-prompt.ts";
import type { Offered } from "./openai-topics.ts";

/** What became of one call. Only "answered" carries labels; `tokens` is absent where the provider told none. */
export type Told =
  | { is: "answered"; answers: Map<number, Answer>; tokens: Tokens | undefined }
  | { is: "refused" | "malformed"; tokens: Tokens | undefined }
  | { is: "throttled"; retryAfterSeconds: number | undefined }
  /** No answer in time, or the connection was lost: what it cost is unknown. */
  | { is: "unanswered" }
  /** The request never left, such as for an unknown host. */
  | { is: "unreachable" }
  | { is: "unavailable"; status: number }
  /** The request itself was refused, such as for a wrong key: asking again would not help. */
  | { is: "rejected"; status: number };

interface ModelSettings {
  apiKey: string;
  baseUrl: string;
  model: string;
  /** For one call, its whole answer included. */
  timeoutMs: number;
}

/** Room for the answer: a label takes about 24 tokens, one with many quotes a few times as many. */
const outputTokensFor = (mentions: number): number => 200 + 120 * mentions;

export interface Question {
  mentions: readonly Labelled[];
  topics: Offered;
}

const format = zodResponseFormat(Answers, "labels");

/** The most tokens that asking may take: all that is sent and all that may come back. */
export const mostTokensOf = ({ mentions, topics }: Question): Tokens =>
  tokensAtMost(
    instructionsWith(topics) + mentionsAsData(mentions) + JSON.stringify(format),
    outputTokensFor(mentions.length),
  );

/** A function that asks the model once about up to `mostPerCall` mentions. It never throws for what the network did. */
export const askModel = ({ apiKey, baseUrl, model, timeoutMs }: ModelSettings) => {
  // Everything explicit: the client would else read the environment, and its debug log would show texts.
  const client = new OpenAI({
    apiKey,
    baseURL: baseUrl,
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: "off",
  });

  return async ({ mentions, topics }: Question, signal: AbortSignal | undefined): Promise<Told> => {
    const late = AbortSignal.timeout(timeoutMs);
    try {
      const completion = await client.chat.completions.create(
        {
          model,
          messages: [
            { role: "system", content: instructionsWith(topics) },
            { role: "user", content: mentionsAsData(mentions) },
          ],
          response_format: format,
          max_completion_tokens: outputTokensFor(mentions.length),
        },
        { signal: signal ? AbortSignal.any([signal, late]) : late },
      );
      return readCompletion(completion, topics.ids);
    } catch (error) {
      return readFault(error);
    }
  };
};

const Envelope = z.object({ labels: z.array(z.unknown()) });
const Usage = z.object({
  prompt_tokens: z.number(),
  completion_tokens: z.number(),
  prompt_tokens_details: z.object({ cached_tokens: z.number().nullish() }).nullish(),
});
const Completion = z.object({
  choices: z.array(
    z.object({ message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }) }),
  ),
  usage: z.unknown().optional(),
});

const readCompletion = (completion: unknown, topics: readonly Topic[]): Told => {
  const read = Completion.safeParse(completion);
  if (!read.success) return { is: "malformed", tokens: undefined };
  const tokens = tokensIn(read.data.usage);
  const message = read.data.choices[0]?.message;
  if (message?.refusal) return { is: "refused", tokens };
  const envelope = Envelope.safeParse(jsonIn(message?.content ?? ""));
  if (!envelope.success) return { is: "malformed", tokens };
  return { is: "answered", answers: answersIn(envelope.data.labels, topics), tokens };
};

/** Entries that fit the schema, by their number. A number given twice is given up: we could not tell which is meant. */
const answersIn = (labels: readonly unknown[], topics: readonly Topic[]): Map<number, Answer> => {
  const entries = labels.flatMap((label) => answerIn(label, topics) ?? []);
  const once = entries.filter(({ n }) => entries.filter((other) => other.n === n).length === 1);
  return new Map(once.map((entry) => [entry.n, entry]));
};

const jsonIn = (content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch {
    // Not JSON is the same to us as JSON of a wrong shape; its text may hold the customers' words, so it is not kept.
    return undefined;
  }
};

const tokensIn = (usage: unknown): Tokens | undefined => {
  const read = Usage.safeParse(usage);
  if (!read.success) return undefined;
  return {
    input: read.data.prompt_tokens,
    cachedInput: read.data.prompt_tokens_details?.cached_tokens ?? 0,
    output: read.data.completion_tokens,
  };
};

const readFault = (error: unknown): Told => {
  if (error instanceof APIError && error.status !== undefined) {
    if (error.status === 429) return { is: "throttled", retryAfterSeconds: secondsIn(error.headers) };
    return { is: error.status >= 500 ? "unavailable" : "rejected", status: error.status };
  }
  if (hasNeverLeft(error)) return { is: "unreachable" };
  if (error instanceof APIConnectionError || error instanceof APIUserAbortError) return { is: "unanswered" };
  // A body that is no JSON, or that ends too early, surfaces as a plain error of the parser or the stream.
  if (error instanceof SyntaxError) return { is: "malformed", tokens: undefined };
  const isCutOff = error instanceof Error && ["AbortError", "TimeoutError", "TypeError"].includes(error.name);
  if (isCutOff) return { is: "unanswered" };
  throw error;
};

const secondsIn = (headers: Headers | undefined): number | undefined => {
  const seconds = Number.parseFloat(headers?.get("retry-after") ?? "");
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
};

const beforeSending = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/** Looks through the causes, for the client wraps what the socket said. */
const hasNeverLeft = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return beforeSending.has(code) || hasNeverLeft(error.cause);
};
