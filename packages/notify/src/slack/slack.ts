import { NotTold } from "@otklik/core/alert/notice";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import { IncomingWebhook, IncomingWebhookHTTPError, IncomingWebhookRequestError } from "@slack/webhook";
import { whyNotTold } from "./answers.ts";
import type { SlackMessage } from "./message.ts";

const longestCallMs = 9000;

export interface SlackTools {
  /** The guarded fetch: a webhook is an address that a person typed. */
  http(request: Request): Promise<Response>;
  now(): Date;
  /** How long one call may take, from the name's look-up to the answer's last byte, in milliseconds; 9,000 unless given. */
  patienceMs?: number;
}

/**
 * Posts a message to an incoming webhook, once: whether to try again is the caller's to decide.
 * @throws NotTold
 */
export async function postToSlack(
  { webhook, message, signal }: { webhook: string; message: SlackMessage; signal: AbortSignal },
  { http, now, patienceMs = longestCallMs }: SlackTools,
): Promise<void> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  let answer: Response | undefined;
  const slack = new IncomingWebhook(webhook, {
    retryConfig: { retries: 0 },
    fetch: async (url, { method, headers, body } = {}) => {
      const request = { method, headers, body, signal: patience, redirect: "manual" } as RequestInit;
      answer = await http(new Request(url, request));
      return answer;
    },
  });
  try {
    const { text } = await slack.send(message);
    if (isPage(text)) throw notAWebhook();
  } catch (error) {
    if (error instanceof IncomingWebhookHTTPError)
      throw whyNotTold(error.statusCode, {
        said: error.body,
        headers: answer?.headers,
        now: now(),
        cause: error,
      });
    throw notReached(error instanceof IncomingWebhookRequestError ? error.original : error);
  }
}

/** A web page answers a POST too, and tells nobody. */
const isPage = (text: string): boolean => /^\s*<(?:!doctype|html)/i.test(text);

const notAWebhook = (): NotTold =>
  new NotTold("never", {
    ru: "По этому адресу открывается обычная страница, а не входящий вебхук. Адрес вебхука Slack начинается с https://hooks.slack.com/services/. Добавьте канал заново.",
    en: "This address opens an ordinary page and is no incoming webhook. A webhook of Slack begins with https://hooks.slack.com/services/. Add the channel again.",
  });

function notReached(error: unknown): NotTold {
  if (error instanceof NotTold) return error;
  if (error instanceof Refusal) return new NotTold("never", error.said, { cause: error });
  if (error instanceof NetworkFault)
    return new NotTold("later", error.said, { retryAt: error.retryAt, cause: error });
  return new NotTold(
    "later",
    {
      ru: "Slack не ответил вовремя. Попробуем ещё раз сами.",
      en: "Slack did not answer in time. We try again by ourselves.",
    },
    { cause: error },
  );
}
