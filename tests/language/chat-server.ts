import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { countTokens, encode } from "gpt-tokenizer/encoding/o200k_base";

export interface ChatRequest {
  model: string;
  messages: { role: string; content: string }[];
  response_format: { type: string };
  stream?: boolean;
}

/** One mention as the request carries it. */
export interface Sent {
  n: number;
  stars: number | null;
  text: string;
  kind?: string;
  title?: string;
  pros?: string;
  cons?: string;
  verdict?: string;
}

export type Behaviour = (sent: Sent[], answer: Answering, asked: ChatRequest) => void | Promise<void>;

interface Answering {
  /** A completion whose message says this. */
  say(content: string): void;
  labels(labels: readonly unknown[]): void;
  refuse(): void;
  fail(status: number, headers?: Record<string, string>): void;
  /** The body as it stands, under status 200. */
  raw(body: string): void;
  hangUp(): void;
}

export interface ChatServer {
  baseUrl: string;
  requests: ChatRequest[];
  keys: (string | undefined)[];
  /** Of each completion, in their order. */
  counted: Counted[];
  /** How many tokens of a beginning that was sent before are worth caching; OpenAI's own is 1,024. */
  cachesFrom: number;
  /** What the next calls do, one each; the last one stays. */
  will(...behaviours: [Behaviour, ...Behaviour[]]): void;
  close(): Promise<void>;
}

/** What one call took, by the tokenizer of OpenAI's models. */
interface Counted {
  input: number;
  cachedInput: number;
  output: number;
}

/** A server on this machine that speaks the chat completions protocol and answers as it is told to. */
export const openChatServer = async (): Promise<ChatServer> => {
  const requests: ChatRequest[] = [];
  const keys: (string | undefined)[] = [];
  const counted: Counted[] = [];
  let before: number[] = [];
  let behaviours: Behaviour[] = [(_, answer) => answer.labels([])];

  const server = createServer(async (request, response) => {
    const asked = JSON.parse(await bodyOf(request)) as ChatRequest;
    requests.push(asked);
    keys.push(request.headers.authorization);
    const [behaviour, ...later] = behaviours;
    if (later.length > 0) behaviours = later;
    const input = tokensOf(asked);
    const differs = input.findIndex((token, at) => token !== before[at]);
    const same = differs === -1 ? input.length : differs;
    before = input;
    const cachedInput = same >= door.cachesFrom ? same : 0;
    const count = (content: string): Counted => {
      const one = { input: input.length + framing, cachedInput, output: countTokens(content) };
      counted.push(one);
      return one;
    };
    await behaviour?.(sentIn(asked), answeringOn(response, count), asked);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  const door: ChatServer = {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    keys,
    counted,
    cachesFrom: 1_024,
    will(...next) {
      behaviours = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return door;
};

/** What a provider adds around two messages: three tokens each, their roles, and three before the answer. */
const framing = 11;

/** All that is sent to be read: the schema, then the messages. */
const tokensOf = ({ response_format, messages }: ChatRequest): number[] =>
  encode(JSON.stringify(response_format) + messages.map(({ content }) => content).join("\n"));

/** The mentions of a request, read as the data that they must be. */
export const sentIn = (request: ChatRequest | undefined): Sent[] => {
  const sent = JSON.parse(request?.messages.at(-1)?.content ?? "[]") as [
    number,
    number | null,
    string,
    object?,
  ][];
  return sent.map(([n, stars, text, more]) => ({ n, stars, text, ...more }));
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
};

const answeringOn = (response: ServerResponse, count: (content: string) => Counted): Answering => {
  const send = (status: number, body: unknown, headers: Record<string, string> = {}) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
  const complete = (message: { content: string | null; refusal: string | null }) => {
    const { input, cachedInput, output } = count(message.content ?? message.refusal ?? "");
    send(200, {
      id: "chatcmpl-1",
      object: "chat.completion",
      created: 0,
      model: "test-model",
      choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", ...message } }],
      usage: {
        prompt_tokens: input,
        completion_tokens: output,
        total_tokens: input + output,
        prompt_tokens_details: { cached_tokens: cachedInput },
      },
    });
  };
  return {
    say: (content) => complete({ content, refusal: null }),
    labels: (labels) => complete({ content: JSON.stringify({ labels }), refusal: null }),
    refuse: () => complete({ content: null, refusal: "I cannot help with that." }),
    fail: (status, headers) => send(status, { error: { message: "no", type: "error" } }, headers),
    raw: (body) => send(200, body),
    hangUp: () => response.destroy(),
  };
};
