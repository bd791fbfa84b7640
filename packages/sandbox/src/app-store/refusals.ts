// How App Store Connect says no.
import { randomUUID } from "node:crypto";

interface Refusal {
  status: number;
  code: string;
  title: string;
  detail: string;
  source?: { parameter: string } | { pointer: string };
}

export const refuse = ({ status, ...error }: Refusal): Response =>
  Response.json({ errors: [{ id: randomUUID(), status: String(status), ...error }] }, { status });

export const unauthorized = (): Response =>
  refuse({
    status: 401,
    code: "NOT_AUTHORIZED",
    title: "Authentication credentials are missing or invalid.",
    detail: "Provide a properly configured and signed bearer token, and make sure that it has not expired.",
  });
export const illegal = (parameter: string, detail: string): Response =>
  refuse({
    status: 400,
    code: "PARAMETER_ERROR.INVALID",
    title: "A parameter has an invalid value",
    detail,
    source: { parameter },
  });
export const notFound = (type: string, id: string): Response =>
  refuse({
    status: 404,
    code: "NOT_FOUND",
    title: "The specified resource does not exist",
    detail: `There is no resource of type '${type}' with id '${id}'`,
  });
export const wrongBody = (pointer: string, detail: string): Response =>
  refuse({
    status: 409,
    code: "ENTITY_ERROR.ATTRIBUTE.INVALID",
    title: "An attribute value is invalid.",
    detail,
    source: { pointer },
  });
export const tooMany = (): Response =>
  refuse({
    status: 429,
    code: "RATE_LIMIT_EXCEEDED",
    title: "The request rate limit has been reached.",
    detail:
      "We've received too many requests for this API. Please wait and try again or slow down your request rate.",
  });
export const failed = (status: number): Response =>
  refuse({
    status,
    code: "UNEXPECTED_ERROR",
    title: "An unexpected error occurred.",
    detail: "An unexpected error occurred on the server side. If this issue continues, contact us.",
  });
