// Attachments stay in the mailbox until somebody looks at them. Their addresses name the folder, the letter and the part.
import type { Account, Media, Tools } from "@otklik/core/connector";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import { withMailbox } from "../kit/mail/folder-page.ts";
import { loginOf } from "../kit/mail/login.ts";

interface Where {
  folder: string;
  validity: string;
  uid: number;
}

const written = ({ folder, validity, uid }: Where): string =>
  `imap:${encodeURIComponent(folder)}/${validity}/${uid}`;

export const partUrl = ({ part, name, ...where }: Where & { part: number; name: string }): string =>
  `${written(where)}/${part}/${encodeURIComponent(name)}`;

/** The text of the whole letter, its quotes and signature included. */
export const wholeUrl = (where: Where): string => `${written(where)}/whole`;

const mostBytes = 50_000_000;

/** @throws Refusal "bad-input" for an address of another kind, NetworkFault "gone" where the letter is no longer there */
export async function media({ url }: Media, account: Account | null, tools: Tools): Promise<Response> {
  const found = /^imap:([^/]+)\/(\d+)\/(\d+)\/(whole|\d+)/.exec(url);
  if (!found)
    throw new Refusal("bad-input", {
      ru: "Это не вложение из почты.",
      en: "This is no attachment of a mailbox.",
    });
  const [, folder = "", validity = "", uid = "", part = ""] = found;
  return withMailbox(tools.mailbox(loginOf(account)), async (box) => {
    const standing = await box.open(decodeURIComponent(folder));
    const [mail] = standing.validity === validity ? await box.read([Number(uid)], mostBytes) : [];
    if (!mail) throw gone();
    const { readLetter } = await import("../kit/mail/letter.ts");
    const letter = await readLetter(mail.source);
    if (part === "whole") {
      const { wordsOf } = await import("../kit/mail/own-words.ts");
      return new Response(wordsOf(letter).whole, {
        headers: {
          "content-type": "text/plain; charset=utf-8",
          "content-disposition": "attachment; filename*=UTF-8''letter.txt",
        },
      });
    }
    const attachment = letter.attachments[Number(part)];
    if (!attachment) throw gone();
    const name = encodeURIComponent(attachment.name || "attachment");
    return new Response(new Uint8Array(attachment.bytes), {
      headers: {
        "content-type": attachment.type,
        "content-disposition": `attachment; filename*=UTF-8''${name}`,
      },
    });
  });
}

const gone = (): NetworkFault =>
  new NetworkFault("gone", {
    ru: "Этого письма в папке больше нет.",
    en: "This letter is no longer in its folder.",
  });
