// How Google's APIs say no: one envelope, and the form of RFC 6749 where tokens are exchanged.

interface Refusal {
  status: number;
  /** Google's own word for it. */
  word: string;
  message: string;
  headers?: Record<string, string>;
}

export const refuse = ({ status, word, message, headers }: Refusal): Response =>
  Response.json(
    { error: { code: status, message, status: word, errors: [{ message, domain: "global" }] } },
    { status, ...(headers && { headers }) },
  );

export const invalid = (message: string): Response =>
  refuse({ status: 400, word: "INVALID_ARGUMENT", message });
export const notFound = (message: string): Response => refuse({ status: 404, word: "NOT_FOUND", message });
export const unauthenticated = (): Response =>
  refuse({
    status: 401,
    word: "UNAUTHENTICATED",
    message: "Request had invalid authentication credentials. Expected OAuth 2 access token.",
  });
export const exhausted = (retrySeconds: number | null): Response =>
  refuse({
    status: 429,
    word: "RESOURCE_EXHAUSTED",
    message: "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute'.",
    ...(retrySeconds !== null && { headers: { "Retry-After": String(retrySeconds) } }),
  });
export const failed = (status: number): Response =>
  refuse({
    status,
    word: status === 503 ? "UNAVAILABLE" : "INTERNAL",
    message: "Internal error encountered.",
  });
export const denied = (why: string): Response =>
  Response.json({ error: "invalid_grant", error_description: why }, { status: 400 });
