// The forms in which Wildberries says no: the gateway's problem+json, the reviews service's envelope, and the
// short form of its request reader. Each carries an id that support would ask for.
import { randomUUID } from "node:crypto";

const problemType = { "Content-Type": "application/problem+json" };
const hexId = () => randomUUID().replaceAll("-", "");

const statusText: Record<number, string> = {
  401: "Unauthorized",
  404: "Not Found",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** The gateway's refusal, before the request has reached the service. */
export function problem(of: {
  status: number;
  title: string;
  detail: string;
  now: Date;
  headers?: Record<string, string>;
}): Response {
  const { status, title, detail, now, headers } = of;
  const body = {
    title,
    detail,
    code: `sandbox-${randomUUID()}`,
    requestId: hexId(),
    origin: "s2s-api-auth-catalog",
    status,
    statusText: statusText[status] ?? "Error",
    timestamp: `${now.toISOString().slice(0, 19)}Z`,
  };
  return new Response(JSON.stringify(body), { status, headers: { ...problemType, ...headers } });
}

/** The service's own envelope, used for whatever the request asked that cannot be done. */
export function refusal(status: 400 | 404 | 422, errorText: string): Response {
  const body = { data: null, error: true, errorText, additionalErrors: null, requestId: randomUUID() };
  return Response.json(body, { status });
}

/** What the request reader says of a body it cannot take. */
export function badRequest(detail: string): Response {
  const body = { title: "bad request", requestId: hexId(), origin: "fbapi", detail };
  return Response.json(body, { status: 400 });
}

/** The chats' own form; JSON or a problem by the method. */
export function badChatRequest(detail: string, type: "json" | "problem+json" = "json"): Response {
  const body = {
    ...{ status: 400, title: "Bad Request", origin: "proxy-chats", detail },
    ...{ requestId: hexId(), error: detail },
  };
  return new Response(JSON.stringify(body), {
    status: 400,
    headers: { "Content-Type": `application/${type}` },
  });
}

/** A successful answer of the service. */
export const granted = (data: unknown) =>
  Response.json({ data, error: false, errorText: "", additionalErrors: null });
