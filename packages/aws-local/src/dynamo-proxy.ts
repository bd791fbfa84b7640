import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type Stored, storedKey } from "@otklik/aws/stored-row";
import { aroundRange } from "./byte-ranges.ts";
import { keyedLock } from "./keyed-lock.ts";
import { type StreamLog, streamLog } from "./stream-log.ts";

/** What a request asks, as far as the proxy looks at it. */
interface Asked {
  TableName: string;
  Item?: Stored;
  Key?: Stored;
  ConditionExpression?: string;
  ReturnValuesOnConditionCheckFailure?: string;
  RequestItems?: Record<string, { PutRequest?: { Item: Stored }; DeleteRequest?: { Key: Stored } }[]>;
}
interface Answer {
  status: number;
  body: string;
}
/** Called before each request of DynamoDB's; an answer stands for the one that dynalite would give. */
export type Meddle = (operation: string, forward: () => Promise<Answer>, body: string) => Promise<Answer>;

/**
 * What dynalite lacks of DynamoDB, in front of it: a refused conditional write shows what stands there, and every write
 * leaves a record in a stream, read at `GET /stream` (`after`, `limit`) and cut at `DELETE /stream` (`upTo`). Writes of
 * one key go one at a time, so that the stream tells them in their order.
 */
export function startDynamoProxy({ upstream, meddle }: { upstream: string; meddle?: Meddle }): Server {
  const log = streamLog();
  const inTurn = keyedLock();

  const forward = async (operation: string, body: string): Promise<Answer> => {
    const response = await fetch(upstream, { method: "POST", headers: headersFor(operation), body });
    return { status: response.status, body: await response.text() };
  };
  const find = async (TableName: string, key: Stored): Promise<Stored | undefined> => {
    const answer = await forward("GetItem", JSON.stringify({ TableName, Key: key, ConsistentRead: true }));
    return (JSON.parse(answer.body) as { Item?: Stored }).Item;
  };

  /** One write of one key: refused, with what stands there; or done, with its record. */
  const write = async (operation: string, body: string): Promise<Answer> => {
    const asked = JSON.parse(body) as Asked;
    const key = keyOf(asked.Item ?? asked.Key ?? {});
    return inTurn(JSON.stringify([asked.TableName, key]), async () => {
      const stands = () => find(asked.TableName, key);
      const removed = operation === "DeleteItem" ? await stands() : undefined;
      const answer = await forward(operation, body);
      if (answer.status !== 200) return withWhatStands(answer, asked, stands);
      const after = asked.Item ?? (operation === "UpdateItem" ? await stands() : undefined);
      if (removed || after) log.add({ key, after, isNew: asked.ConditionExpression?.includes("not_exists") });
      return answer;
    });
  };

  const writeMany = async (body: string): Promise<Answer> => {
    const answer = await forward("BatchWriteItem", body);
    const asked = JSON.parse(body) as Asked;
    if (answer.status === 200)
      for (const { PutRequest } of Object.values(asked.RequestItems ?? {}).flat())
        if (PutRequest) log.add({ key: keyOf(PutRequest.Item), after: PutRequest.Item, isNew: true });
    return answer;
  };

  const query = async (body: string): Promise<Answer> => {
    const around = aroundRange(body);
    const answer = await forward("Query", around?.body ?? body);
    return around && answer.status === 200 ? { ...answer, body: around.cut(answer.body) } : answer;
  };

  const serve = (operation: string, body: string): Promise<Answer> => {
    if (["PutItem", "UpdateItem", "DeleteItem"].includes(operation)) return write(operation, body);
    if (operation === "BatchWriteItem") return writeMany(body);
    if (operation === "Query") return query(body);
    return forward(operation, body);
  };

  return createServer(async (request, response) => {
    try {
      const url = new URL(request.url ?? "/", "http://proxy");
      if (url.pathname === "/stream") return answerStream(log, { request, url, response });
      const body = await bodyOf(request);
      const operation = String(request.headers["x-amz-target"] ?? "").split(".")[1] ?? "";
      const proceed = () => serve(operation, body);
      const answer = await (meddle ? meddle(operation, proceed, body) : proceed());
      end(response, answer, "application/x-amz-json-1.0");
    } catch (error) {
      // The client sees a connection that broke, as it would when the service behind it died.
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

const keyOf = ({ pk, sk }: Stored): Stored => storedKey({ pk: pk?.S ?? "", sk: sk?.S ?? "" });

/** dynalite looks at the form of a signature alone. */
const headersFor = (operation: string): Record<string, string> => ({
  "content-type": "application/x-amz-json-1.0",
  "x-amz-target": `DynamoDB_20120810.${operation}`,
  "x-amz-date": "20260101T000000Z",
  authorization:
    "AWS4-HMAC-SHA256 Credential=a/20260101/r/dynamodb/aws4_request, SignedHeaders=host, Signature=b",
});

async function withWhatStands(
  answer: Answer,
  asked: Asked,
  find: () => Promise<Stored | undefined>,
): Promise<Answer> {
  const refused = JSON.parse(answer.body) as { __type?: string };
  if (asked.ReturnValuesOnConditionCheckFailure !== "ALL_OLD") return answer;
  if (!refused.__type?.endsWith("ConditionalCheckFailedException")) return answer;
  return { ...answer, body: JSON.stringify({ ...refused, Item: await find() }) };
}

function answerStream(
  log: StreamLog,
  { request, url, response }: { request: IncomingMessage; url: URL; response: ServerResponse },
): void {
  const number = (name: string, otherwise: number): number => Number(url.searchParams.get(name) ?? otherwise);
  if (request.method === "DELETE") log.forget(number("upTo", 0));
  const Records = request.method === "DELETE" ? [] : log.read(number("after", 0), number("limit", 100));
  end(response, { status: 200, body: JSON.stringify({ Records }) }, "application/json");
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function end(response: ServerResponse, { status, body }: Answer, contentType: string): void {
  response.writeHead(status, { "content-type": contentType, "content-length": Buffer.byteLength(body) });
  response.end(body);
}
