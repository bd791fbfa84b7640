// The Graph API's refusals: nearly all come with 400, and their number tells what they mean.

export class Problem extends Error {
  readonly code: number;
  readonly subcode: number | undefined;
  readonly status: number;
  constructor(code: number, message: string, more: { subcode?: number; status?: number } = {}) {
    super(message);
    this.name = "Problem";
    this.code = code;
    this.subcode = more.subcode;
    this.status = more.status ?? 400;
  }
}

export function told(problem: Problem, headers: Record<string, string> = {}): Response {
  const { message, code, subcode, status } = problem;
  const error = {
    ...{ message, type: "OAuthException", code },
    ...(subcode !== undefined && { error_subcode: subcode }),
    fbtrace_id: "ADemoTraceOfTheSandbox",
  };
  return Response.json({ error }, { status, headers });
}

export const missing = (id: string, verb: "get" | "post" = "get"): Problem =>
  new Problem(
    100,
    `Unsupported ${verb} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
    { subcode: 33 },
  );
export const noField = (name: string): Problem =>
  new Problem(100, `(#100) Tried accessing nonexisting field (${name})`);
export const wrong = (name: string, why: string): Problem => new Problem(100, `(#100) Param ${name} ${why}`);
