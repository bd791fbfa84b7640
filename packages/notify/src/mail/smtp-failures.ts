import type { Said } from "@otklik/core/said";
import { shortened } from "../wording/quoted.ts";

/** What nodemailer tells of a sending that failed. */
export interface SmtpFailure extends Error {
  /** "EAUTH", "EENVELOPE", "ETLS", "ETIMEDOUT" and so on. */
  code?: string;
  /** The server's own number: 4xx may pass, 5xx will not. */
  responseCode?: number;
  response?: string;
  /** What was being said to the server, such as "RCPT TO". */
  command?: string;
}

interface Outcome {
  kind: "later" | "never";
  said: Said;
}

/** Why a letter is not under way: to be tried again, or for a person to mend, with the setting that mends it. */
export function whyNotPosted(failure: SmtpFailure, { to, host }: { to: string; host: string }): Outcome {
  const { code = "", responseCode, response = "", command = "" } = failure;
  const words = shortened(response, 200);
  if (responseCode !== undefined && responseCode >= 400 && responseCode < 500)
    return { kind: "later", said: busy(host, words) };
  if (/^E(NO|O)?AUTH2?$/.test(code)) return { kind: "never", said: wrongPassword(host) };
  if (code === "ECONFIG") return { kind: "never", said: wrongUrl };
  if (code === "ETLS") return { kind: "later", said: notEncrypted(host) };
  if (responseCode === undefined) return { kind: "later", said: silent(host) };
  if (command === "RCPT TO") return { kind: "never", said: unknownReader(to, words) };
  if (command === "MAIL FROM") return { kind: "never", said: wrongSender(host, words) };
  return { kind: "never", said: refused(host, words) };
}

const ru = (words: string): string => (words ? ` Его ответ: «${words}».` : "");
const en = (words: string): string => (words ? ` Its answer: “${words}”.` : "");

const busy = (host: string, words: string): Said => ({
  ru: `Почтовый сервер ${host} просит зайти позже.${ru(words)} Попробуем ещё раз сами.`,
  en: `The mail server ${host} asks us to come later.${en(words)} We try again by ourselves.`,
});
const silent = (host: string): Said => ({
  ru: `Почтовый сервер ${host} не отвечает. Попробуем ещё раз сами. Если так и останется, пусть тот, кто ведёт эту установку, проверит OTKLIK_SMTP_URL.`,
  en: `The mail server ${host} does not answer. We try again by ourselves. If it stays so, the operator of this installation should check OTKLIK_SMTP_URL.`,
});
const notEncrypted = (host: string): Said => ({
  ru: `С почтовым сервером ${host} не вышло зашифрованного соединения, а без него пароль не отправляем. Пусть тот, кто ведёт эту установку, проверит OTKLIK_SMTP_URL и сертификат сервера.`,
  en: `The connection to the mail server ${host} could not be encrypted, and without that no password is sent. The operator of this installation should check OTKLIK_SMTP_URL and the server's certificate.`,
});
const wrongPassword = (host: string): Said => ({
  ru: `Почтовый сервер ${host} не принял имя и пароль. Пусть тот, кто ведёт эту установку, исправит их в OTKLIK_SMTP_URL и перезапустит её.`,
  en: `The mail server ${host} did not accept the user and password. The operator of this installation should mend them in OTKLIK_SMTP_URL and start it again.`,
});
const wrongUrl: Said = {
  ru: "OTKLIK_SMTP_URL записан неверно. Он выглядит так: smtps://user:password@mail.example.com:465.",
  en: "OTKLIK_SMTP_URL is not well formed. It looks like this: smtps://user:password@mail.example.com:465.",
};
const unknownReader = (to: string, words: string): Said => ({
  ru: `Почтовый сервер не принимает писем для ${to}.${ru(words)} Проверьте адрес и добавьте его заново.`,
  en: `The mail server takes no letters for ${to}.${en(words)} Check the address and add it again.`,
});
const wrongSender = (host: string, words: string): Said => ({
  ru: `Почтовый сервер ${host} не принимает писем от нашего имени.${ru(words)} Пусть тот, кто ведёт эту установку, исправит OTKLIK_MAIL_FROM.`,
  en: `The mail server ${host} takes no letters from our sender.${en(words)} The operator of this installation should mend OTKLIK_MAIL_FROM.`,
});
const refused = (host: string, words: string): Said => ({
  ru: `Почтовый сервер ${host} не принял письмо.${ru(words)}`,
  en: `The mail server ${host} did not accept the letter.${en(words)}`,
});
