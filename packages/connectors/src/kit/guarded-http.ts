import { NetworkFault, Refusal } from "@otklik/core/errors";
import type { Agent, fetch } from "undici";
import { answerOf, readBytes, tooLarge } from "./bounded.ts";
import { innermost, networkError } from "./faults.ts";
import type { ConnectGuard, Resolve } from "./guarded-connect.ts";
import { type Hop, isRedirect, isWeb, redirected } from "./redirects.ts";

export interface Guard {
  /** Hosts, as "host" or "host:port", that the operator allows although their address is private. */
  allowHosts: readonly string[];
  /** All addresses of a name; the system's resolver unless given. */
  resolve?: Resolve;
  /** The most that an answer may hold once unpacked. Default 20 MB. */
  maxBytes?: number;
  /** For the whole exchange, redirects and body included. Default 20 s. */
  timeoutMs?: number;
}

const mostRedirects = 5;
const bodiless = [204, 205, 304];

/**
 * A fetch for addresses that strangers chose: http and https only, to public addresses or `allowHosts`, checked when
 * the connection opens and again on each redirect; bounded in time and in size, also of what is unpacked; no proxy.
 * The answer comes whole, with the address it was found at as `url`. It throws a Refusal ("forbidden", "too-large") or
 * a NetworkFault, never a bare error of the transport; and the reason of the request's own signal.
 */
export function guardedHttp(guard: Guard): (request: Request) => Promise<Response> {
  const { maxBytes = 20_000_000, timeoutMs = 20_000 } = guard;
  let opened: ReturnType<typeof openDoor> | undefined;
  return async (request) => {
    const late = AbortSignal.timeout(timeoutMs);
    const signal = AbortSignal.any([request.signal, late]);
    const { host } = new URL(request.url);
    try {
      opened ??= openDoor({ ...guard, timeoutMs });
      const journey = { request, signal, door: await opened, maxBytes };
      return await follow(await firstHop(request), journey);
    } catch (error) {
      if (request.signal.aborted) throw request.signal.reason;
      if (late.aborted)
        throw new NetworkFault("unavailable", {
          ru: `Сервер ${host} не ответил за ${String(timeoutMs / 1000).replace(".", ",")}\u00a0с.`,
          en: `${host} did not answer in ${timeoutMs / 1000} s.`,
        });
      throw networkError(error instanceof Error ? innermost(error) : error, host);
    }
  };
}

interface Door {
  fetch: typeof fetch;
  dispatcher: Agent;
}

/** The client is loaded with the first request: most commands make none. */
async function openDoor(guard: ConnectGuard): Promise<Door> {
  const [{ Agent, fetch }, { guardedConnect }] = await Promise.all([
    import("undici"),
    import("./guarded-connect.ts"),
  ]);
  return { fetch, dispatcher: new Agent({ connect: guardedConnect(guard) }) };
}

interface Journey {
  request: Request;
  signal: AbortSignal;
  door: Door;
  maxBytes: number;
}

async function firstHop(request: Request): Promise<Hop> {
  const url = new URL(request.url);
  if (!isWeb(url))
    throw new Refusal("forbidden", {
      ru: `Открываются только адреса http и https, а этот начинается с «${url.protocol}».`,
      en: `Only http and https are fetched, not ${url.protocol}`,
    });
  const headers = new Headers(request.headers);
  headers.delete("host"); // always that of the URL
  return { url, method: request.method, headers, body: await bodyOf(request) };
}

const bodyOf = async (request: Request) =>
  request.body ? new Uint8Array(await request.arrayBuffer()) : null;

async function follow(first: Hop, journey: Journey): Promise<Response> {
  let hop = first;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const answer = await ask(hop, journey);
    if (!isRedirect(answer.status) || journey.request.redirect === "manual")
      return whole(answer, hop, journey);
    await answer.body?.cancel();
    hop = redirected(hop, answer.status, answer.headers.get("location"));
  }
  throw new NetworkFault("changed", {
    ru: `Сервер ${first.url.host} перенаправляет больше ${mostRedirects}\u00a0раз.`,
    en: `${first.url.host} redirects more than ${mostRedirects} times.`,
  });
}

type Answer = Awaited<ReturnType<typeof fetch>>;

const ask = ({ url, method, headers, body }: Hop, { signal, door }: Journey): Promise<Answer> =>
  door.fetch(url, {
    method,
    headers: [...headers],
    body,
    redirect: "manual",
    signal,
    dispatcher: door.dispatcher,
  });

async function whole(answer: Answer, { url, method }: Hop, { maxBytes }: Journey): Promise<Response> {
  if (answer.status > 599) {
    await answer.body?.cancel();
    throw new NetworkFault("refused", {
      ru: `Сервер ${url.host} ответил кодом ${answer.status}, какого в HTTP нет.`,
      en: `${url.host} answered ${answer.status}, which is no status of HTTP.`,
    });
  }
  const of = answerOf(url.host);
  if (method !== "HEAD" && Number(answer.headers.get("content-length")) > maxBytes) {
    await answer.body?.cancel();
    throw tooLarge(of, maxBytes);
  }
  const bytes = await readBytes(answer.body, { maxBytes, of });
  const headers = new Headers([...answer.headers]);
  for (const ofTheWire of ["content-encoding", "content-length"]) headers.delete(ofTheWire);
  const { status, statusText } = answer;
  const response = new Response(bodiless.includes(status) ? null : bytes, { status, statusText, headers });
  return Object.defineProperty(response, "url", { value: url.href });
}
