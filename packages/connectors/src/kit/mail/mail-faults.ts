// What the two libraries' errors mean. Their errors are not passed on as a cause: they hold the commands of a sign-in.
import type { MailLogin, Said } from "@otklik/core/connector";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import { innermost, networkError } from "../faults.ts";

/** What the libraries tell, as far as it is used here. */
export interface MailError {
  code?: string;
  message?: string;
  /** IMAP: the words of a NO or BAD. */
  responseText?: string;
  response?: unknown;
  /** IMAP: such as AUTHENTICATIONFAILED (RFC 5530). */
  serverResponseCode?: string;
  authenticationFailed?: boolean;
  mailboxMissing?: boolean;
  /** SMTP: such as 550. */
  responseCode?: number;
  _err?: Error;
}

type Login = Pick<MailLogin, "user" | "password" | "accessToken">;

/** The fault of an IMAP command, or of what led to it. */
export function imapFault(error: MailError, host: string, login: Login): NetworkFault | Refusal {
  if (error instanceof NetworkFault || error instanceof Refusal) return error;
  const words = wordsOf(error, login);
  if (error.mailboxMissing || error.serverResponseCode === "NONEXISTENT")
    return new NetworkFault("gone", said(host, noFolder, words));
  if (isForLater(error.serverResponseCode) || error.code === "ETHROTTLE")
    return new NetworkFault("throttled", said(host, busy, words));
  if (error.authenticationFailed) return new NetworkFault("unauthorized", said(host, noEntry(login), words));
  // A tagged NO or BAD; what is no answer of the server's is a connection that failed.
  if (words && error.responseText !== undefined)
    return new NetworkFault("unavailable", said(host, refusedCommand, words));
  return connectionFault(error, host);
}

/** The fault of a message that was certainly not taken. */
export function smtpFault(error: MailError, host: string, login: Login): NetworkFault | Refusal {
  if (error instanceof NetworkFault || error instanceof Refusal) return error;
  const words = wordsOf(error, login);
  const { code, responseCode = 0 } = error;
  if (responseCode >= 400 && responseCode < 500)
    return new NetworkFault("throttled", said(host, busy, words));
  if (code === "EAUTH" || responseCode === 530 || responseCode === 535)
    return new NetworkFault("unauthorized", said(host, noEntry(login), words));
  if (code === "EENVELOPE" || code === "EMESSAGE")
    return new NetworkFault("refused", said(host, notTaken, words));
  if (code === "ETLS") return new NetworkFault("unavailable", said(host, notEncrypted, words));
  if (words) return new NetworkFault("unavailable", said(host, refusedCommand, words));
  return connectionFault(error, host);
}

/** No answer came: no such server, no way there, silence, or a certificate that is not to be trusted. */
function connectionFault(error: MailError, host: string): NetworkFault | Refusal {
  const inner = error._err instanceof Error ? error._err : error;
  const bottom = inner instanceof Error ? innermost(inner) : new Error(String(error));
  if (bottom instanceof NetworkFault || bottom instanceof Refusal) return bottom;
  const code = "code" in bottom ? String(bottom.code) : "";
  return networkError(Object.assign(new Error(bottom.message), { code: known[code] ?? code }), host);
}

/** The libraries' own names for what Node also has a name for. */
const known: Record<string, string> = {
  CONNECT_TIMEOUT: "ETIMEDOUT",
  GREETING_TIMEOUT: "ETIMEDOUT",
  UPGRADE_TIMEOUT: "ETIMEDOUT",
  ETIMEOUT: "ETIMEDOUT",
  NoConnection: "ECONNRESET",
  EConnectionClosed: "ECONNRESET",
  ClosedAfterConnectText: "ECONNRESET",
  ClosedAfterConnectTLS: "ECONNRESET",
  ECONNECTION: "ECONNRESET",
  ESOCKET: "ECONNRESET",
};

/** RFC 5530: the server is out of order, or wants to be left alone, whatever the password. */
const isForLater = (code: string | undefined): boolean =>
  ["UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG"].includes(code ?? "");

const busy: Said = { ru: "почта просит подождать", en: "it asks us to wait" };
const noFolder: Said = { ru: "такой папки нет", en: "there is no such folder" };
const refusedCommand: Said = { ru: "почта не выполнила запрос", en: "it did not do what was asked" };
const notEncrypted: Said = {
  ru: "шифрование не удалось, а без него пароль не отправляется",
  en: "it could not be encrypted, and no password is sent without that",
};
const notTaken: Said = { ru: "письмо не принято", en: "the letter was not taken" };

const noEntry = ({ accessToken }: Login): Said =>
  accessToken
    ? {
        ru: "вход не принят, подключите ящик заново",
        en: "the sign-in was refused, connect the mailbox anew",
      }
    : {
        ru: "логин или пароль не подошли. Нужен пароль приложения (Яндекс, Mail.ru и Gmail не принимают обычный пароль), а доступ по IMAP должен быть включён в настройках почты",
        en: "the user or password was refused. It takes an application password (Yandex, Mail.ru and Gmail refuse the usual one), and IMAP must be switched on in the mailbox's settings",
      };

const said = (host: string, what: Said, words: string): Said => ({
  ru: `${host}: ${what.ru}${words ? `. Ответ сервера: ${closed(words)}` : "."}`,
  en: `${host}: ${what.en}${words ? `. The server said: ${closed(words)}` : "."}`,
});

/** As a sentence, whose end the server may have left out. */
const closed = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** The server's own words, without whatever of the sign-in it may have repeated. */
function wordsOf({ responseText, response }: MailError, { user, password, accessToken }: Login): string {
  const words = responseText ?? (typeof response === "string" ? response : "");
  const secrets = [password, accessToken, user].filter((secret) => secret !== undefined && secret !== "");
  const clean = secrets.reduce<string>((text, secret) => text.replaceAll(secret ?? "", "…"), words);
  return clean.replace(/\s+/g, " ").trim().slice(0, 200);
}
