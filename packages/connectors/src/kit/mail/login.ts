// How a mailbox is signed in to: what a person types, and the servers that are known by the address.
import type { Account, AccountField, MailLogin, MailServer, Said } from "@otklik/core/connector";
import { NetworkFault, Refusal } from "@otklik/core/errors";

const server = (what: string, hint: Said): Said => ({
  ru: `Сервер ${what} (${hint.ru})`,
  en: `${what} server (${hint.en})`,
});

export const mailFields = (sends: boolean): AccountField[] => [
  { name: "user", title: { ru: "Адрес ящика", en: "Address of the mailbox" }, secret: false },
  { name: "password", title: { ru: "Пароль приложения", en: "Application password" }, secret: true },
  {
    name: "imap",
    title: server("IMAP", {
      ru: "для Яндекса, Mail.ru и Gmail пусто",
      en: "empty for Yandex, Mail.ru and Gmail",
    }),
    secret: false,
    optional: true,
  },
  ...(sends
    ? [
        {
          name: "smtp",
          title: server("SMTP", { ru: "пусто: как у IMAP", en: "empty: found like IMAP's" }),
          secret: false,
          optional: true,
        },
      ]
    : []),
];

/** Why a mailbox is asked for where one wants a network's reviews, and how it is connected. */
export const noticesHelp = (cabinet: Said): Said => ({
  ru: `Отзывов программам здесь не отдают, поэтому читаются письма, которые присылает ${cabinet.ru}. Укажите ящик, на который они приходят. ${mailHelp.ru}`,
  en: `Programs are given no reviews here, so the letters that ${cabinet.en} sends are read. Give the mailbox that gets them. ${mailHelp.en}`,
});

export const mailHelp: Said = {
  ru: "Включите в настройках почты доступ по IMAP и создайте пароль приложения: обычный пароль Яндекс, Mail.ru и Gmail по IMAP не принимают. Сервер указывают как imap.example.com:993, для своей почты.",
  en: "Switch IMAP on in the mailbox's settings and create an application password: Yandex, Mail.ru and Gmail do not take the usual one. A server of your own is written as imap.example.com:993.",
};

interface Servers {
  domains: RegExp;
  imap: string;
  smtp: string;
}
const knownServers: readonly Servers[] = [
  {
    domains: /^(?:yandex\.(?:ru|com|by|kz|ua)|ya\.ru|narod\.ru)$/,
    imap: "imap.yandex.ru:993",
    smtp: "smtp.yandex.ru:465",
  },
  { domains: /^(?:mail|inbox|list|bk|internet)\.ru$/, imap: "imap.mail.ru:993", smtp: "smtp.mail.ru:465" },
  { domains: /^(?:gmail|googlemail)\.com$/, imap: "imap.gmail.com:993", smtp: "smtp.gmail.com:465" },
  {
    domains: /^(?:rambler|lenta|autorambler|myrambler|ro)\.ru$/,
    imap: "imap.rambler.ru:993",
    smtp: "smtp.rambler.ru:465",
  },
  { domains: /^(?:icloud|me|mac)\.com$/, imap: "imap.mail.me.com:993", smtp: "smtp.mail.me.com:587" },
];

/**
 * The sign-in that an account's fields make.
 * @throws NetworkFault "unauthorized" without a user or a password, Refusal "bad-input" for a server that cannot be told
 */
export function loginOf(account: Account | null): MailLogin {
  const { user = "", password, accessToken, imap, smtp } = trimmed(account?.credentials ?? {});
  if (!user || !(password || accessToken))
    throw new NetworkFault("unauthorized", {
      ru: "Не хватает адреса ящика или пароля приложения.",
      en: "The mailbox's address or its application password is missing.",
    });
  const known = knownServers.find(({ domains }) => domains.test(user.split("@")[1]?.toLowerCase() ?? ""));
  const reads = imap ?? known?.imap;
  if (!reads)
    throw new Refusal("bad-input", {
      ru: `Сервер почты для ${user} неизвестен: укажите его, например imap.example.com:993.`,
      en: `The mail server of ${user} is not known: give it, such as imap.example.com:993.`,
    });
  // A mailbox whose IMAP server was given, and no other, is read only.
  const sends = smtp ?? (imap ? undefined : known?.smtp);
  return {
    user,
    imap: serverAt(reads, { port: 993, tls: [993] }),
    ...(sends && { smtp: serverAt(sends, { port: 465, tls: [465] }) }),
    ...(accessToken ? { accessToken } : { password }),
  };
}

/** Encrypted from the first byte at the ports that are for it, after a greeting at all others; never on this machine. */
function serverAt(written: string, { port, tls }: { port: number; tls: readonly number[] }): MailServer {
  const url = URL.parse(`mail://${written.replace(/^[a-z]+:\/\//i, "")}`);
  if (!url?.hostname || (url.pathname !== "" && url.pathname !== "/"))
    throw new Refusal("bad-input", {
      ru: `Сервер почты «${written}» записан не так: нужно имя и порт, например imap.example.com:993.`,
      en: `"${written}" is no mail server: it takes a name and a port, such as imap.example.com:993.`,
    });
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const at = Number(url.port || port);
  if (tls.includes(at)) return { host, port: at, security: "tls" };
  return { host, port: at, security: isThisMachine(host) ? "none" : "starttls" };
}

const isThisMachine = (host: string): boolean => /^(?:localhost|127(?:\.\d+){3}|::1)$/.test(host);

const trimmed = (credentials: Record<string, string>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(credentials).map(([name, value]) => [name, value.trim() || undefined]));
