import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

const Mrkdwn = z.strictObject({
  type: z.literal("mrkdwn"),
  text: z.string().min(1).max(3000).refine(isEscaped, "<, > or & that is not escaped"),
  verbatim: z.boolean().optional(),
});
const Plain = z.strictObject({
  type: z.literal("plain_text"),
  text: z.string().min(1).max(150),
  emoji: z.boolean().optional(),
});
const Block = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("header"), text: Plain }),
  z.strictObject({ type: z.literal("section"), text: Mrkdwn }),
  z.strictObject({ type: z.literal("context"), elements: z.array(Mrkdwn).min(1).max(10) }),
]);
const Payload = z
  .strictObject({
    text: z.string().max(40_000).refine(isEscaped, "<, > or & that is not escaped").optional(),
    blocks: z.array(Block).min(1).max(50).optional(),
    unfurl_links: z.boolean().optional(),
    unfurl_media: z.boolean().optional(),
  })
  .refine(({ text, blocks }) => text || blocks, "no_text");
type SlackPayload = z.infer<typeof Payload>;

/** What the server does instead of taking a message. */
type SlackMood =
  | { is: "taking" }
  | { is: "answering"; status: number; body: string; headers?: Record<string, string> }
  /** Takes the request and never answers. */
  | { is: "silent" };

/** A server of Slack's incoming webhooks, as strict as Slack is, which remembers what it was told. */
export interface SlackServer {
  /** Of a channel that takes messages. */
  webhook: string;
  /** host:port, for the list of allowed hosts. */
  host: string;
  told: { path: string; payload: SlackPayload; at: Date }[];
  /** Requests in all, also the refused ones. */
  asked: number;
  mood: SlackMood;
  close(): Promise<void>;
}

const path = "/services/T0000/B0000/secret";

export async function slackServer({ port = 0 } = {}): Promise<SlackServer> {
  const http = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => http.listen(port, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(http.address() as AddressInfo).port}`;
  const server: SlackServer = {
    webhook: `http://${host}${path}`,
    host,
    told: [],
    asked: 0,
    mood: { is: "taking" },
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  return server;

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    server.asked++;
    const answer = (status: number, text: string, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { "content-type": "text/plain", ...headers }).end(text);
    };
    const { mood } = server;
    if (mood.is === "silent") return;
    if (mood.is === "answering") return answer(mood.status, mood.body, mood.headers);
    if (request.method !== "POST") return answer(405, "method_not_allowed");
    if (!request.url?.startsWith("/services/")) return answer(404, "no_service");
    const payload = parsed(body);
    if (!payload) return answer(400, "invalid_payload");
    server.told.push({ path: request.url, payload, at: new Date() });
    answer(200, "ok");
  }
}

function parsed(body: string): SlackPayload | null {
  try {
    return Payload.parse(JSON.parse(body));
  } catch {
    return null;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** Slack reads "<...>" as a command: only links may stand so; and "&" only begins the three entities. */
function isEscaped(text: string): boolean {
  const rest = text.replace(/<https?:\/\/[^\s<>|]+(\|[^<>|]+)?>/g, "").replace(/&(amp|lt|gt);/g, "");
  return !/[<>&]/.test(rest.replace(/^>/gm, ""));
}
