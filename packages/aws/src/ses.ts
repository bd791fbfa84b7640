import { type SESv2Client, SESv2ServiceException, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { NotTold } from "@otklik/core/alert/notice";
import type { Said } from "@otklik/core/said";
import type { Post } from "@otklik/notify/mail/letter";
import { mimeOf } from "@otklik/notify/mail/mime";

// https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
const mending: Record<string, Said> = {
  MessageRejected: {
    ru: "Amazon SES не принял письмо: пока аккаунт в песочнице SES, адрес получателя нужно подтвердить там.",
    en: "Amazon SES did not accept the letter: while the account is in the SES sandbox, the reader's address must be verified there.",
  },
  MailFromDomainNotVerifiedException: {
    ru: "Amazon SES не знает нашего отправителя. Пусть тот, кто ведёт эту установку, подтвердит его домен в SES.",
    en: "Amazon SES does not know our sender. The operator of this installation should verify its domain in SES.",
  },
  AccountSuspendedException: {
    ru: "Amazon SES закрыл отправку для этого аккаунта. Напишите в поддержку AWS.",
    en: "Amazon SES has closed sending for this account. Ask AWS's support.",
  },
  BadRequestException: {
    ru: "Amazon SES не принял письмо. Проверьте адрес и добавьте его заново.",
    en: "Amazon SES did not accept the letter. Check the address and add it again.",
  },
};
const later: Said = {
  ru: "Amazon SES сейчас не берёт писем. Попробуем ещё раз сами.",
  en: "Amazon SES takes no letters now. We try again by ourselves.",
};

/**
 * Hands letters to SES, each whole as MIME; SES puts a Message-ID of its own in the place of ours.
 * @param client makes one attempt: a repeat after a lost answer would be a second letter
 * @param from such as `Otklik <alerts@example.com>`, whose domain is verified in SES
 */
export function postBySes({ client, from }: { client: SESv2Client; from: string }): Post {
  return async (letter, { signal }) => {
    const command = new SendEmailCommand({
      FromEmailAddress: from,
      Destination: { ToAddresses: [letter.to] },
      Content: { Raw: { Data: await mimeOf(letter, from) } },
    });
    try {
      await client.send(command, { abortSignal: signal });
    } catch (cause) {
      const mend = cause instanceof SESv2ServiceException ? mending[cause.name] : undefined;
      const said: Said = mend ?? later;
      throw new NotTold(mend ? "never" : "later", said, { cause });
    }
  };
}
