// E-mail: a mailbox by IMAP, answered by SMTP.
import type { Account, Connector, Discovered, Said, Standing, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { withMailbox } from "../kit/mail/folder-page.ts";
import { loginOf, mailFields, mailHelp } from "../kit/mail/login.ts";
import { publish, receipt } from "./answers.ts";
import { sentFolderOf } from "./folders.ts";
import { media } from "./media.ts";
import { backfill, pull } from "./pull.ts";
import { Settings } from "./settings.ts";

export const email: Connector<Settings> = {
  network: "email",
  title: "E-mail",
  about: {
    reads: {
      ru: "письма в папке ящика, ответы из любой почтовой программы, возвраты недоставленных ответов",
      en: "letters in a folder, answers sent by any mail program, replies that came back",
    },
    needs: {
      ru: "доступ по IMAP и SMTP, пароль приложения",
      en: "access by IMAP and SMTP, an application password",
    },
    note: {
      ru: "Ящики Microsoft 365 и Outlook.com входят только по OAuth, и пока их не подключить.",
      en: "Mailboxes of Microsoft 365 and Outlook.com sign in by OAuth only, and cannot be connected yet.",
    },
  },
  account: { is: "token", fields: mailFields(true), help: mailHelp },
  settings: Settings,
  limits: {
    // A session each; providers allow some ten at once, and dislike to be called more than a few times a minute.
    buckets: [{ per: "account", requests: 30, seconds: 60, burst: 10 }],
    reply: { once: "read-back", maxLength: 50_000, unit: "characters", edits: 0, moderated: false },
  },
  every: 5,
  place: ({ folder }) => folder,
  check,
  discover,
  pull,
  backfill: (feed, range, from, tools) => backfill(feed, range, { from, tools }),
  reply: publish,
  receipt,
  media,
};

/** Both servers are tried, and what a reply will take. */
async function check(account: Account, settings: Settings, tools: Tools): Promise<Standing> {
  const login = loginOf(account);
  return withMailbox(tools.mailbox(login), async (box) => {
    await box.open(settings.folder);
    const warnings: Said[] = [];
    if (!login.smtp) warnings.push(readOnly);
    else {
      await box.checkSending();
      if (!(await sentFolderOf(box, settings))) warnings.push(noSentFolder);
    }
    return {
      name: settings.address ?? login.user,
      kind: login.accessToken
        ? { ru: "вход через OAuth", en: "signed in by OAuth" }
        : { ru: "пароль приложения", en: "application password" },
      warnings,
    };
  });
}

const readOnly: Said = {
  ru: "Сервер SMTP не указан: письма будут видны, но отвечать на них отсюда нельзя.",
  en: "No SMTP server is given: letters will be seen, and cannot be answered from here.",
};
const noSentFolder: Said = {
  ru: "Сервер не говорит, в какой папке отправленные письма. Укажите её в настройках источника, иначе ответить не получится.",
  en: "The server does not say which folder holds sent mail. Name it in the source's settings, or replies cannot be sent.",
};

/** Folders in which customers' letters may lie. */
async function discover(account: Account, tools: Tools): Promise<Discovered<Settings>[]> {
  const login = loginOf(account);
  return withMailbox(tools.mailbox(login), async (box) => {
    const folders = (await box.folders()).filter(({ use }) => use === undefined || use === "inbox");
    if (folders.length === 0)
      throw new NetworkFault("changed", {
        ru: `${login.imap.host}: в ящике не видно ни одной папки.`,
        en: `${login.imap.host} shows no folder in this mailbox.`,
      });
    return folders.map(({ path, use }) => ({
      title: use === "inbox" ? login.user : path,
      detail: path,
      is: "mailbox" as const,
      settings: Settings.parse({ folder: path }),
    }));
  });
}
