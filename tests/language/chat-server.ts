import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface ChatRequest {
  model: string;
  messages: { role: string; content: string }[];
  response_format: { type: string };
}

/** One mention as the request carries it. */
export interface Sent {
  n: number;
  text: string;
  stars?: string;
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
  /** What the next calls do, one each; the last one stays. */
  will(...behaviours: [Behaviour, ...Behaviour[]]): void;
  close(): Promise<void>;
}

export const usage = {
  prompt_tokens: 1_500,
  completion_tokens: 200,
  total_tokens: 1_700,
  prompt_tokens_details: { cached_tokens: 1_000 },
};

/** A server on this machine that speaks the chat completions protocol and answers as it is told to. */
export const openChatServer = async (): Promise<ChatServer> => {
  const requests: ChatRequest[] = [];
  const keys: (string | undefined)[] = [];
  let behaviours: Behaviour[] = [(_, answer) => answer.labels([])];

  const server = createServer(async (request, response) => {
    const asked = JSON.parse(await bodyOf(request)) as ChatRequest;
    requests.push(asked);
    keys.push(request.headers.authorization);
    const [behaviour, ...later] = behaviours;
    if (later.length > 0) behaviours = later;
    await behaviour?.(sentIn(asked), answeringOn(response), asked);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    keys,
    will(...next) {
      behaviours = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** The mentions of a request, read as the data that they must be. */
export const sentIn = (request: ChatRequest | undefined): Sent[] =>
  JSON.parse(request?.messages.at(-1)?.content ?? "[]") as Sent[];

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
};

const answeringOn = (response: ServerResponse): Answering => {
  const send = (status: number, body: unknown, headers: Record<string, string> = {}) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
  const complete = (message: Record<string, unknown>) =>
    send(200, {
      id: "chatcmpl-1",
      object: "chat.completion",
      created: 0,
      model: "test-model",
      choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", ...message } }],
      usage,
    });
  return {
    say: (content) => complete({ content, refusal: null }),
    labels: (labels) => complete({ content: JSON.stringify({ labels }), refusal: null }),
    refuse: () => complete({ content: null, refusal: "I cannot help with that." }),
    fail: (status, headers) => send(status, { error: { message: "no", type: "error" } }, headers),
    raw: (body) => send(200, body),
    hangUp: () => response.destroy(),
  };
};
