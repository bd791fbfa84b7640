import type { ApiRequest, ApiResponse } from "@otklik/core/api/request";
import { noteWhy } from "@otklik/core/dead-letter/why-store";
import type { DeadMessage } from "@otklik/core/pipeline/dead";
import type { Allowance, Room } from "@otklik/core/pipeline/room";
import type { Change, Ports, Write } from "@otklik/core/ports";
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
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

/** A door without a home: `using(ports)` is the handler in one. */
export interface Door<Event, Answer> {
  using(ports: Ports): (event: Event, time: TimeLeft) => Promise<Answer>;
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
  return { using: (ports) => (event) => room(new Date(event.time), ports) };
}

/**
 * A queue's handler: names the messages that failed, so that only they come again. Of one that will not come again it
 * notes the reason, since its dead letter does not carry it.
 */
export function onQueue<Job>(room: Room<Job>): Door<SQSEvent, SQSBatchResponse> {
  return {
    using: (ports) => async (event, time) => {
      const failures: SQSBatchResponse["batchItemFailures"] = [];
      const reasons: Write[] = [];
      const fail = ({ messageId: id, attributes }: SQSRecord, error: unknown): void => {
        failures.push({ itemIdentifier: id });
        ports.log.error("queue.failed", error, { message: id });
        const attempts = Number(attributes.ApproximateReceiveCount);
        if (attempts >= maxReceives) reasons.push(noteWhy({ id, attempts }, error, ports.now()));
      };
      const readable: { record: SQSRecord; job: Job }[] = [];
      for (const record of event.Records) {
        try {
          readable.push({ record, job: room.job.parse(JSON.parse(record.body)) });
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
      return { batchItemFailures: failures };
    },
  };
}

/** The handler of the dead-letter queues, each named after its queue: `pull-dead`, or `pull-dead.fifo`. */
export function onDeadLetter(
  room: (message: DeadMessage, ports: Ports) => Promise<void>,
): Door<SQSEvent, SQSBatchResponse> {
  return {
    using: (ports) => async (event) => {
      const failures: SQSBatchResponse["batchItemFailures"] = [];
      for (const record of event.Records)
        await room(deadMessageOf(record), ports).catch((error: unknown) => {
          failures.push({ itemIdentifier: record.messageId });
          ports.log.error("dead.failed", error, { message: record.messageId });
        });
      return { batchItemFailures: failures };
    },
  };
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

/** The change feed's handler. It throws to be given the same changes again. */
export function onChange(
  room: (changes: readonly Change[], ports: Ports) => Promise<void>,
): Door<{ changes: readonly Change[] }, void> {
  return { using: (ports) => (event) => room(event.changes, ports) };
}

type RequestEvent = Pick<APIGatewayProxyEventV2, "rawPath" | "rawQueryString" | "headers"> & {
  requestContext: { http: { method: string } };
  body?: string;
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
  return {
    using: (ports) => async (event, time) => {
      const { signal } = allowanceOf(time, ports.now());
      const secure = event.headers["x-forwarded-proto"] === "https";
      try {
        const { status, headers, body } = await room(requestOf(event), ports, { signal, secure });
        return { statusCode: status, headers, body };
      } catch (error) {
        ports.log.error("request.failed", error, {
          method: event.requestContext.http.method,
          path: event.rawPath,
        });
        const message = "Something went wrong here. It has been noted; nothing you typed is lost. Try again.";
        const headers = { "content-type": "application/json; charset=utf-8" };
        return { statusCode: 500, headers, body: JSON.stringify({ error: { code: "defect", message } }) };
      }
    },
  };
}

function requestOf({
  rawPath,
  rawQueryString,
  headers,
  requestContext,
  body,
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
    body,
  };
}
