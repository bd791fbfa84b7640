// A letter as a mention.
import type { FoundMention, Media, RawMail } from "@otklik/core/connector";
import type { Letter } from "../kit/mail/letter.ts";
import { wordsOf } from "../kit/mail/own-words.ts";
import { isList, readsNothing, senderKind } from "../kit/mail/sender-kind.ts";
import { partUrl, wholeUrl } from "./media.ts";

export interface Found {
  letter: Letter;
  mail: Pick<RawMail, "uid" | "receivedAt">;
  folder: string;
  validity: string;
  /** The letter that began the thread, if it is another. */
  root?: string | undefined;
  /** The account has a server that sends. */
  sends: boolean;
}

/** How the letter is called: its Message-ID, else its place in the mailbox. */
export const idOf = ({
  letter,
  mail,
  folder,
  validity,
}: Pick<Found, "letter" | "mail" | "folder" | "validity">): string =>
  letter.messageId ?? `${folder}.${validity}.${mail.uid}`;

export function mentionOf(found: Found): FoundMention {
  const { letter, mail, root, sends } = found;
  const { own, hides } = wordsOf(letter);
  const externalId = idOf(found);
  const kind = senderKind(letter);
  const answerTo = letter.replyTo ?? letter.from;
  // A form writes on behalf of whoever filled it in.
  const writer = kind === "automatic" ? answerTo : letter.from;
  const tags = [kind === "automatic" && "automatic", isList(letter) && "list"].filter((tag) => tag !== false);
  const media = mediaOf(found, hides);
  return {
    externalId,
    ...(root && root !== externalId && { threadId: root }),
    ...(letter.inReplyTo && { parentId: letter.inReplyTo }),
    url: `mid:${encodeURIComponent(externalId)}`,
    kind: "message",
    author: { ...(writer.address && { id: writer.address }), ...nameOf(writer) },
    ...(letter.subject && { title: letter.subject }),
    text: own,
    ...(media.length > 0 && { media }),
    ...(answerTo.address && { contact: { email: answerTo.address } }),
    ...(tags.length > 0 && { tags }),
    postedAt: mail.receivedAt,
    canReply: sends && !readsNothing(answerTo.address),
  };
}

const nameOf = ({ name, address }: Letter["from"]): { name?: string } =>
  name || address ? { name: name ?? address } : {};

/** Its attachments, and the whole letter where the text shows but a part of it; a signature's logo is neither. */
function mediaOf({ letter, mail, folder, validity }: Found, hides: boolean): Media[] {
  const at = { folder, validity, uid: mail.uid };
  const attached = letter.attachments.flatMap((attachment, part): Media[] =>
    isDecoration(attachment)
      ? []
      : [{ kind: kindOf(attachment.type), url: partUrl({ ...at, part, name: attachment.name }) }],
  );
  return hides ? [...attached, { kind: "file", url: wholeUrl(at) }] : attached;
}

/** Pictures this small within the text are logos and counters. */
const smallestPicture = 8_000;
const isDecoration = ({ isInline, bytes, type }: Letter["attachments"][number]): boolean =>
  isInline && type.startsWith("image/") && bytes.length < smallestPicture;

function kindOf(type: string): Media["kind"] {
  const kind = type.split("/")[0];
  return kind === "image" || kind === "video" || kind === "audio" ? kind : "file";
}
