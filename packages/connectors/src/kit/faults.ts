import type { Said } from "@otklik/core/connector";
import { type FaultKind, NetworkFault, Refusal } from "@otklik/core/errors";
import { readDate } from "./dates.ts";

export interface FaultContext {
  /** The network as people write it. */
  network: string;
  now: Date;
  /** The network's own words on what went wrong, shown after ours; never a customer's text. */
  said?: string | undefined;
}

const resetHeaders = ["x-ratelimit-retry", "x-ratelimit-reset", "x-rate-limit-reset", "ratelimit-reset"];
const longestWait = 1e8; // seconds; a greater number is an epoch

/**
 * What a status that is no success means: 401 and 403 unauthorized, 404 and 410 gone, 408 and 5xx unavailable, 420 and
 * 429 throttled until the time the network names, all others refused.
 */
export function faultOf(response: Response, { network, now, said }: FaultContext): NetworkFault {
  const kind = kindOf(response.status);
  const answered: Said = {
    ru: `${network}: ошибка ${response.status}`,
    en: `${network} answered ${response.status} ${response.statusText}`.trim(),
  };
  const words = said ? `: ${closed(said.slice(0, 500))}` : ".";
  const inFull: Said = {
    ru: `${answered.ru}${words} ${advice[kind].ru}`.trim(),
    en: `${answered.en}${words} ${advice[kind].en}`.trim(),
  };
  return new NetworkFault(kind, inFull, { retryAt: retryAt(response, now) });
}

/** As a sentence, whose end the network may have left out. */
const closed = (text: string): string => (/[.!?…]\s*$/.test(text) ? text : `${text}.`);

/** What a fetch that brought no answer means. Faults and refusals, such as those of the guarded fetch, stay themselves. */
export function networkError(cause: unknown, network: string): NetworkFault | Refusal {
  if (cause instanceof NetworkFault || cause instanceof Refusal) return cause;
  const bottom = cause instanceof Error ? innermost(cause) : new Error(String(cause));
  const unreached: Said = {
    ru: `${network}: не удалось связаться (${reasons[codeOf(bottom)] ?? bottom.message}).`,
    en: `${network} could not be reached: ${bottom.message}.`,
  };
  return new NetworkFault("unavailable", unreached, { cause });
}

/** The error at the bottom of a chain of causes. */
export function innermost(error: Error): Error {
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  return inner instanceof Error ? innermost(inner) : error;
}

const nothing: Said = { ru: "", en: "" };
const advice: Record<FaultKind, Said> = {
  unauthorized: {
    ru: "Проверьте токен и хватает ли у него прав.",
    en: "Check the sign-in, and whether it has the right to do this.",
  },
  gone: nothing,
  unavailable: { ru: "Попробуем ещё раз.", en: "It will be tried again." },
  throttled: { ru: "Попробуем позже.", en: "It will be tried again later." },
  refused: nothing,
  changed: nothing,
};

/** In Russian, what Node's names for a failed connection mean to a person; their own sentences are English. */
const reasons: Record<string, string> = {
  ENOTFOUND: "такого сайта нет, проверьте адрес",
  EAI_AGAIN: "адрес не найти, похоже, нет интернета",
  ECONNREFUSED: "там никто не отвечает",
  ECONNRESET: "связь оборвалась",
  ETIMEDOUT: "слишком долго нет ответа",
  UND_ERR_CONNECT_TIMEOUT: "слишком долго нет ответа",
  UND_ERR_SOCKET: "связь оборвалась",
  EHOSTUNREACH: "туда не добраться по сети",
  ENETUNREACH: "туда не добраться по сети",
  CERT_HAS_EXPIRED: "срок сертификата истёк",
  DEPTH_ZERO_SELF_SIGNED_CERT: "сертификату нельзя доверять",
  ERR_TLS_CERT_ALTNAME_INVALID: "сертификат выдан другому сайту",
};

const codeOf = (error: Error): string => ("code" in error ? String(error.code) : "");

function kindOf(status: number): FaultKind {
  if (status === 401 || status === 403) return "unauthorized";
  if (status === 404 || status === 410) return "gone";
  if (status === 420 || status === 429) return "throttled";
  return status === 408 || status >= 500 ? "unavailable" : "refused";
}

/** `Retry-After` by RFC 9110 section 10.2.3 (seconds or a date), else a reset header: seconds, epoch or ISO 8601. */
function retryAt({ status, headers }: Response, now: Date): Date | undefined {
  const told = headers.get("retry-after") ?? (status < 500 ? firstOf(headers, resetHeaders) : undefined);
  if (!told) return undefined;
  const seconds = /^\d+(\.\d+)?$/.test(told.trim()) ? Number(told) : Number.NaN;
  if (seconds < longestWait) return new Date(now.getTime() + seconds * 1000);
  return readDate(told) ?? undefined;
}

const firstOf = (headers: Headers, names: readonly string[]): string | undefined =>
  names.map((name) => headers.get(name)).find((value) => value !== null) ?? undefined;
