import { NotTold } from "@otklik/core/alert/notice";
import type { Said } from "@otklik/core/said";
import { shortened } from "../wording/quoted.ts";

export interface SlackAnswer {
  /** The body: Slack's own name of what is wrong, such as "no_service". */
  said: string;
  headers: Headers | undefined;
  now: Date;
  cause: unknown;
}

/** Longer than this a webhook is not silenced on its own word, in seconds. */
const mostWait = 3600;

/** What an answer other than 2xx means: to be tried again, or for a person to mend. */
export function whyNotTold(status: number, { said, headers, now, cause }: SlackAnswer): NotTold {
  if (status === 429) return new NotTold("later", slowDown, { retryAt: retryAt(headers, now), cause });
  if (status >= 500 || status === 408 || status === 425)
    return new NotTold("later", busy(status), { retryAt: retryAt(headers, now), cause });
  return new NotTold("never", refusal(status, said), { cause });
}

/** Retry-After in either of its forms, seconds or a date. */
function retryAt(headers: Headers | undefined, now: Date): Date | undefined {
  const stated = headers?.get("retry-after");
  if (!stated) return undefined;
  const seconds = /^\d+$/.test(stated) ? Number(stated) : (Date.parse(stated) - now.getTime()) / 1000;
  if (!Number.isFinite(seconds)) return undefined;
  return new Date(now.getTime() + Math.min(Math.max(seconds, 1), mostWait) * 1000);
}

const slowDown: Said = {
  ru: "Slack просит не спешить. Продолжим сами.",
  en: "Slack asked us to slow down. We continue by ourselves.",
};
const busy = (status: number): Said => ({
  ru: `Slack ответил ошибкой ${status}. Попробуем ещё раз сами.`,
  en: `Slack answered with error ${status}. We try again by ourselves.`,
});
const gone: Said = {
  ru: "Slack больше не знает этого вебхука: его удалили или отключили приложение. Создайте новый вебхук и добавьте канал заново.",
  en: "Slack no longer knows this webhook: it was deleted, or its app was turned off. Create a new webhook and add the channel again.",
};
const forbidden: Said = {
  ru: "Slack не разрешает писать в этот канал. Попросите администратора Slack разрешить это приложению или создайте вебхук для другого канала.",
  en: "Slack does not let us write to this channel. Ask an administrator of Slack to allow the app there, or create a webhook for another channel.",
};
const archived: Said = {
  ru: "Этот канал Slack в архиве. Верните его из архива или создайте вебхук для другого канала.",
  en: "This Slack channel is archived. Bring it back, or create a webhook for another channel.",
};

/** What Slack's own words for a refusal ask of a person: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
const known: ReadonlyMap<string, Said> = new Map(
  Object.entries({
    no_service: gone,
    no_service_id: gone,
    no_team: gone,
    team_disabled: gone,
    invalid_token: gone,
    no_active_hooks: gone,
    channel_not_found: gone,
    channel_is_archived: archived,
    action_prohibited: forbidden,
    posting_to_general_channel_denied: forbidden,
    user_not_found: forbidden,
  }),
);

function refusal(status: number, said: string): Said {
  const meant = known.get(said.trim());
  if (meant) return meant;
  if (status === 404 || status === 410) return gone;
  if (status === 401 || status === 403) return forbidden;
  const words = shortened(said, 120);
  return {
    ru: `Slack не принял сообщение: ответ ${status}${words && `, «${words}»`}. Проверьте адрес вебхука и добавьте канал заново.`,
    en: `Slack did not accept the message: answer ${status}${words && `, “${words}”`}. Check the address of the webhook and add the channel again.`,
  };
}
