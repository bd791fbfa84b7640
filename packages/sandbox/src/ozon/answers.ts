// The forms in which Ozon speaks: JSON with numbers as long as they come, and refusals in the form of gRPC.

/** A number that JSON can hold and JavaScript cannot. */
export interface LongNumber {
  digits: string;
}
export const long = (digits: string): LongNumber => ({ digits });

const isLong = (value: unknown): value is LongNumber =>
  value !== null && typeof value === "object" && "digits" in value && Object.keys(value).length === 1;
const raw = (digits: string): unknown =>
  (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(digits);

export function granted(fields: Record<string, unknown>): Response {
  const text = JSON.stringify(fields, (_, value: unknown) => (isLong(value) ? raw(value.digits) : value));
  return new Response(text, { headers: { "Content-Type": "application/json" } });
}

const codes = { 400: 3, 401: 16, 403: 7, 404: 5, 409: 9, 429: 8, 500: 13 } as const;

export function refusal(status: keyof typeof codes, message: string): Response {
  return Response.json({ code: codes[status], message }, { status });
}

export const failed = (status: number): Response =>
  Response.json({ code: 13, message: "internal error, ordered of the sandbox" }, { status });

/** What is not part of the API at all. */
export const notFound = (): Response =>
  new Response("404 page not found\n", { status: 404, headers: { "Content-Type": "text/plain" } });

/** The words by which a missing plan is told; status and code are those of a bad key. */
export const notInPlan = (method: string): Response =>
  refusal(
    403,
    `Implementation.${method}: ${method} error: rpc error: code = PermissionDenied desc = not available with existing subscription`,
  );
