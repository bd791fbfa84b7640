// How Google says no: one envelope for all of its services.

interface Refusal {
  status: number;
  /** Google's own word for it. */
  word: string;
  message: string;
  details?: readonly object[];
  headers?: Record<string, string>;
}

export function refuse({ status, word, message, details, headers }: Refusal): Response {
  const error = { code: status, message, status: word, ...(details && { details }) };
  return Response.json({ error }, { status, ...(headers && { headers }) });
}

export const invalid = (message: string): Response =>
  refuse({ status: 400, word: "INVALID_ARGUMENT", message });
export const notFound = (): Response =>
  refuse({ status: 404, word: "NOT_FOUND", message: "Requested entity was not found." });
export const unauthenticated = (): Response =>
  refuse({
    status: 401,
    word: "UNAUTHENTICATED",
    message:
      "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.",
  });
export const scopeMissing = (): Response =>
  refuse({
    status: 403,
    word: "PERMISSION_DENIED",
    message: "Request had insufficient authentication scopes.",
    details: [errorInfo("ACCESS_TOKEN_SCOPE_INSUFFICIENT")],
  });
export const exhausted = (retrySeconds: number | null): Response =>
  refuse({
    status: 429,
    word: "RESOURCE_EXHAUSTED",
    message: "Quota exceeded for quota metric 'Requests' and limit 'Requests per minute'.",
    details: [errorInfo("RATE_LIMIT_EXCEEDED", { quota_limit_value: "300" })],
    ...(retrySeconds !== null && { headers: { "Retry-After": String(retrySeconds) } }),
  });
/** What every call of a project gets that Google has not let in. */
export const notApproved = (): Response =>
  refuse({
    status: 429,
    word: "RESOURCE_EXHAUSTED",
    message:
      "Quota exceeded for quota metric 'Requests' and limit 'Requests per minute' of service 'mybusiness.googleapis.com'.",
    details: [
      errorInfo("RATE_LIMIT_EXCEEDED", {
        quota_limit: "DefaultRequestsPerMinutePerProject",
        quota_limit_value: "0",
      }),
    ],
  });
export const failed = (status: number): Response =>
  refuse({
    status,
    word: status === 503 ? "UNAVAILABLE" : "INTERNAL",
    message: "Internal error encountered.",
  });

const errorInfo = (reason: string, metadata: Record<string, string> = {}) => ({
  "@type": "type.googleapis.com/google.rpc.ErrorInfo",
  reason,
  domain: "googleapis.com",
  metadata: { service: "mybusiness.googleapis.com", ...metadata },
});
