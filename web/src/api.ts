import type { InputOf, OutputOf, RouteName } from "@otklik/core/api/routes";
import type { Said } from "@otklik/core/connector";
import { reached } from "./reachability.ts";

/** A request that was not granted: the API's own code, or "offline" when no answer came. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  /** In both languages; absent where it was not the API that answered. */
  readonly said: Said | undefined;
  readonly detail: Record<string, unknown> | undefined;
  constructor(status: number, { code, message, said, detail }: ApiFailure) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.said = said;
    this.detail = detail;
  }
}

interface ApiFailure {
  code: string;
  message: string;
  said?: Said;
  detail?: Record<string, unknown>;
}

/** Where and how to ask: path variables filled, the rest in the query of a GET or DELETE and in the body of the others. */
export function requestOf(
  name: RouteName,
  input: Record<string, unknown>,
): { method: string; url: string; body?: string } {
  const [method = "", pattern = ""] = name.split(" ");
  const rest = { ...input };
  const path = pattern.replace(/:(\w+)/g, (_, key: string) => {
    const value = rest[key];
    delete rest[key];
    return encodeURIComponent(String(value));
  });
  if (method !== "GET" && method !== "DELETE") return { method, url: path, body: JSON.stringify(rest) };
  const query = queryOf(rest);
  return { method, url: query ? `${path}?${query}` : path };
}

function queryOf(values: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) query.append(key, String(one));
    }
  }
  return query.toString();
}

/** Browsers let 64 kB outlive their page; a letter may be three bytes. */
const mostKeptAlive = 20_000;

/** Calls a route of the API. `last`: the page may be closing, the request should outlive it. @throws ApiError */
export async function call<N extends RouteName>(
  name: N,
  input: InputOf<N>,
  { signal, last = false }: { signal?: AbortSignal | undefined; last?: boolean } = {},
): Promise<OutputOf<N>> {
  const { method, url, body } = requestOf(name, input);
  const headers: Record<string, string> = {};
  if (method !== "GET") headers["x-otklik"] = "1";
  if (body !== undefined) headers["content-type"] = "application/json";
  const response = await fetch(url, {
    method,
    headers,
    credentials: "same-origin",
    keepalive: last && (body?.length ?? 0) < mostKeptAlive,
    ...(body === undefined ? {} : { body }),
    ...(signal ? { signal } : {}),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    reached(false);
    throw new ApiError(0, { code: "offline", message: "The server could not be reached." });
  });
  reached(true);
  if (!response.ok) throw await failureOf(response);
  return (await response.json()) as OutputOf<N>;
}

async function failureOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  return new ApiError(response.status, failureIn(body));
}

/** What an answer's body says of a failure; a proxy's own page says nothing that we could show. */
export function failureIn(body: unknown): ApiFailure {
  const error = (body as { error?: Partial<ApiFailure> } | null)?.error;
  return {
    code: error?.code ?? "unknown",
    message: error?.message ?? "",
    ...(error?.said ? { said: error.said } : {}),
    ...(error?.detail ? { detail: error.detail } : {}),
  };
}
