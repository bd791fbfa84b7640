// VK says no under HTTP 200, with a code; the codes and their words are those of its own errors.json.
const words: Record<number, string> = {
  3: "Unknown method passed",
  5: "User authorization failed",
  6: "Too many requests per second",
  7: "Permission to perform this action is denied",
  8: "Invalid request",
  15: "Access denied",
  27: "Group authorization failed",
  28: "Application authorization failed",
  100: "One of the parameters specified was missing or invalid",
  104: "Not found",
  203: "Access to group denied",
  212: "Access to post comments denied",
  213: "Access to status replies denied",
  901: "Can't send messages for users without permission",
  914: "Message is too long",
  936: "Contact not found",
  1401: "Comments for this market are closed",
  2000: "Servers number limit is reached",
};

/** Thrown by a method; the API turns it into VK's envelope. */
export class ApiError extends Error {
  readonly code: number;
  constructor(code: number, more = "") {
    super(`${words[code] ?? "Unknown error occurred"}${more ? `: ${more}` : ""}`);
    this.name = "ApiError";
    this.code = code;
  }
}

/** What was asked comes back in the error, the token apart. */
export function refusal({ code, message }: ApiError, asked: Record<string, string>): Response {
  const parameters = Object.entries(asked).filter(([name]) => name !== "access_token");
  return Response.json({
    error: {
      error_code: code,
      error_msg: message,
      request_params: parameters.map(([key, value]) => ({ key, value })),
    },
  });
}
