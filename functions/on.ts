import { changesFrom } from "@otklik/aws/stream";
import type { ApiRequest, ApiResponse } from "@otklik/core/api/request";
import { noteWhy } from "@otklik/core/dead-letter/why-store";
import { type DeadMessage, keepChange } from "@otklik/core/pipeline/dead";
import { jobsOf } from "@otklik/core/pipeline/jobs";
import type { Allowance, Room } from "@otklik/core/pipeline/room";
import type { PushAnswer, PushRequest } from "@otklik/core/pipeline/webhook";
import type { Change, Ports, Write } from "@otklik/core/ports";
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  DynamoDBBatchResponse,
  DynamoDBStreamEvent,
  EventBridgeEvent,
  SQSBatchResponse,
  SQSEvent,
  SQSRecord,
} from "aws-lambda";
import { maxReceives } from "./triggers.ts";

/** How much time the caller leaves; a Lambda's context has it, and so has the embedded home's. */
export interface TimeLeft {
  getRemainingTimeInMillis(): number;
}

/** What Lambda calls: its ports are those of `ports.ts`, loaded on the first call. `using(ports)` is it in another home. */
export interface Door<Event, Answer> {
  (event: Event, time: TimeLeft): Promise<Answer>;
  using(ports: Ports): (event: Event, time: TimeLeft) => Promise<Answer>;
}

function door<Event, Answer>(using: Door<Event, Answer>["using"]): Door<Event, Answer> {
  const opened = async (event: Event, time: TimeLeft): Promise<Answer> =>
    using(await portsOnce())(event, time);
  return Object.assign(opened, { using });
}

/** The process's own ports. Only here is `ports.ts` loaded, so that no other home loads what stands behind it. */
let loading: Promise<Ports> | undefined;
async function portsOnce(): Promise<Ports> {
  loading ??= import("./ports.ts").then(({ loadPorts }) => loadPorts());
  try {
    return await loading;
  } catch (error) {
    loading = undefined; // a secret that could not be read now may be readable on the next call
    throw error;
  }
}

/** Kept back from a room, so that what it began is recorded before the call is ended from outside. */
const reserveMs = 1000;

function allowanceOf(time: TimeLeft, now: Date): Allowance {
  const left = Math.max(0, time.getRemainingTimeInMillis() - reserveMs);
  return { deadline: new Date(now.getTime() + left), signal: AbortSignal.timeout(left) };
}

/** A schedule's handler: the event's own time is the time, however late it comes. */
export function onSchedule(
  room: (at: Date, ports: Ports) => Promise<void>,
): Door<Pick<EventBridgeEvent<string, unknown>, "time">, void> {
  return door((ports) => async ({ time }) => {
    const at = new Date(time);
    if (Number.isNaN(at.getTime())) throw new Error("not an event of a schedule: it has no time");
    await room(at, ports);
  });
}

/**
 * A queue's handler: names the messages that failed, so that only they come again. Of one that will not come again it
 * notes the reason, since its dead letter does not carry it.
 */
export function onQueue<Job>(room: Room<Job>): Door<SQSEvent, SQSBatchResponse> {
  return door((ports) => async (event, time) => {
    if (!Array.isArray(event.Records)) throw new Error("not an event of a queue: it has no records");
    const failed = new Set<string>();
    const reasons: Write[] = [];
    const fail = ({ messageId: id, attributes }: SQSRecord, error: unknown): void => {
      ports.log.error("queue.failed", error, { message: id });
      if (failed.has(id)) return; // another job of the same message has failed before
      failed.add(id);
      const attempts = Number(attributes.ApproximateReceiveCount);
      if (attempts >= maxReceives) reasons.push(noteWhy({ id, attempts }, error, ports.now()));
    };
    const readable: { record: SQSRecord; job: Job }[] = [];
    for (const record of event.Records) {
      try {
        for (const job of jobsOf(record.body, room.job)) readable.push({ record, job });
      } catch (error) {
        fail(record, error);
      }
    }
    const jobs = readable.map(({ job }) => job);
    const allowance = allowanceOf(time, ports.now());
    const errors = await room.work(jobs, ports, allowance).catch((error: unknown) => jobs.map(() => error));
    for (const [at, { record }] of readable.entries()) if (errors[at]) fail(record, errors[at]);
    if (reasons.length > 0)
      await ports.table.commit(reasons).catch((error: unknown) => ports.log.error("why.not-noted", error));
    return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };
  });
}

/** The handler of the dead-letter queues, each named after its queue: `pull-dead`, or `pull-dead.fifo`. */
export function onDeadLetter(
  room: (message: DeadMessage, ports: Ports) => Promise<void>,
): Door<SQSEvent, SQSBatchResponse> {
  return door((ports) => async (event) => {
    const failures: SQSBatchResponse["batchItemFailures"] = [];
    for (const record of event.Records)
      await room(deadMessageOf(record), ports).catch((error: unknown) => {
        failures.push({ itemIdentifier: record.messageId });
        ports.log.error("dead.failed", error, { message: record.messageId });
      });
    return { batchItemFailures: failures };
  });
}

function deadMessageOf({ messageId, body, eventSourceARN, attributes }: SQSRecord): DeadMessage {
  return {
    id: messageId,
    queue: /([a-zA-Z]+)-dead(?:\.fifo)?$/.exec(eventSourceARN)?.[1] ?? "",
    body,
    group: attributes.MessageGroupId,
    sentAt: new Date(Number(attributes.SentTimestamp)),
    attempts: Number(attributes.ApproximateReceiveCount),
  };
}

/** A table's changes, as its stream tells Lambda, or as another home's feed hands them on. */
export type ChangeEvent = DynamoDBStreamEvent | { changes: readonly Change[] };

/**
 * The change feed's handler. A feed's changes it throws back, to be given them again. A stream's are borne one by one
 * where they cannot be borne together: a change that fails while others are borne is kept as a dead letter, so that it
 * holds up no other; where none is borne the fault lies elsewhere, and it names them all, to be given them again.
 */
export function onChange(
  room: (changes: readonly Change[], ports: Ports) => Promise<void>,
): Door<ChangeEvent, DynamoDBBatchResponse> {
  return door((ports) => async (event) => {
    if ("changes" in event) {
      await room(event.changes, ports);
      return { batchItemFailures: [] };
    }
    const { changes, unreadable } = changesFrom(event);
    const failing = await failingOf(room, changes, ports);
    const isTheirFault = failing.length < changes.length;
    const failed = [...unreadable, ...(isTheirFault ? await notKept(failing, ports) : failing)];
    for (const { sequence, error } of failed) ports.log.error("change.failed", error, { sequence });
    const sequences = failed.map(({ sequence }) => sequence).sort(bySequence);
    return { batchItemFailures: sequences.map((itemIdentifier) => ({ itemIdentifier })) };
  });
}

interface Streamed {
  sequence: string;
  change: Change;
}
type Failed = Streamed & { error: unknown };

/** The changes that the room cannot bear, found one by one once it has not borne all together. */
async function failingOf(
  room: (changes: readonly Change[], ports: Ports) => Promise<void>,
  streamed: readonly Streamed[],
  ports: Ports,
): Promise<Failed[]> {
  const [first] = streamed;
  if (!first) return [];
  const all = streamed.map(({ change }) => change);
  const together = await room(all, ports).then(
    () => null,
    (error: unknown) => ({ ...first, error }),
  );
  if (!together) return [];
  if (streamed.length === 1) return [together];
  const failed: Failed[] = [];
  for (const one of streamed) failed.push(...(await failingOf(room, [one], ports)));
  return failed;
}

/** Keeps changes as dead letters; returns those that could not even be kept. */
async function notKept(failing: readonly Failed[], ports: Ports): Promise<Failed[]> {
  const left: Failed[] = [];
  for (const one of failing)
    await keepChange(one.change, one.error, ports).catch((error: unknown) => left.push({ ...one, error }));
  return left;
}

/** Sequence numbers are decimal, and longer than a number holds. */
const bySequence = (a: string, b: string): number => (BigInt(a) < BigInt(b) ? -1 : 1);

type RequestEvent = Pick<APIGatewayProxyEventV2, "rawPath" | "rawQueryString" | "headers"> & {
  requestContext: { http: { method: string } };
  body?: string;
  isBase64Encoded?: boolean;
  cookies?: string[];
};

/** A request's handler. A defect is logged and answered without a word of its cause. */
export function onRequest(
  room: (
    request: ApiRequest,
    ports: Ports,
    how: { signal: AbortSignal; secure: boolean },
  ) => Promise<ApiResponse>,
): Door<RequestEvent, APIGatewayProxyStructuredResultV2> {
  return door((ports) => async (event, time) => {
    const { signal } = allowanceOf(time, ports.now());
    const secure = event.headers["x-forwarded-proto"] === "https";
    try {
      const { status, headers, body } = await room(requestOf(event), ports, { signal, secure });
      if (typeof body === "string") return { statusCode: status, headers, body };
      return {
        statusCode: status,
        headers,
        body: Buffer.from(body).toString("base64"),
        isBase64Encoded: true,
      };
    } catch (error) {
      ports.log.error("request.failed", error, {
        method: event.requestContext.http.method,
        path: event.rawPath,
      });
      const message = "Something went wrong here. It has been noted; nothing you typed is lost. Try again.";
      const headers = { "content-type": "application/json; charset=utf-8" };
      return { statusCode: 500, headers, body: JSON.stringify({ error: { code: "defect", message } }) };
    }
  });
}

/**
 * The handler of networks' pushes: the body is handed on as the bytes that came. Its address is a secret and is logged
 * no more than what was said.
 */
export function onPush(
  room: (request: PushRequest, ports: Ports, how: { signal: AbortSignal }) => Promise<PushAnswer>,
): Door<RequestEvent, APIGatewayProxyStructuredResultV2> {
  return door((ports) => async (event, time) => {
    const { signal } = allowanceOf(time, ports.now());
    try {
      const { status, headers, body } = await room(pushOf(event), ports, { signal });
      return { statusCode: status, headers, body };
    } catch (error) {
      ports.log.error("push.failed", error, { network: event.rawPath.split("/")[2] ?? "" });
      return { statusCode: 500, headers: {}, body: "" };
    }
  });
}

function pushOf(event: RequestEvent): PushRequest {
  const { rawPath, rawQueryString, headers, requestContext, body = "", isBase64Encoded } = event;
  return {
    method: requestContext.http.method,
    path: rawPath,
    query: rawQueryString ? `?${rawQueryString}` : "",
    headers: Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    body: new Uint8Array(Buffer.from(body, isBase64Encoded ? "base64" : "utf8")),
  };
}

function requestOf({
  rawPath,
  rawQueryString,
  headers,
  requestContext,
  body,
  isBase64Encoded,
  cookies,
}: RequestEvent): ApiRequest {
  const query: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(rawQueryString))
    query[name] = [...(query[name] ?? []), value];
  const cookie = cookies && cookies.length > 0 ? { cookie: cookies.join("; ") } : {};
  return {
    method: requestContext.http.method,
    path: rawPath,
    query,
    headers: { ...headers, ...cookie },
    body: isBase64Encoded && body !== undefined ? Buffer.from(body, "base64").toString() : body,
  };
}
