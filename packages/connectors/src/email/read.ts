// What the letters of a folder are: what customers say, what we answered, and what came back.
import type { FoundMention, Mailbox, Page, RawMail, ReplyReceipt, Unreadable } from "@otklik/core/connector";
import { readEach } from "../kit/lists.ts";
import { isFrom } from "../kit/mail/cabinets.ts";
import { type Letter, readLetter } from "../kit/mail/letter.ts";
import { wordsOf } from "../kit/mail/own-words.ts";
import { senderKind } from "../kit/mail/sender-kind.ts";
import { bounceOf } from "./bounce.ts";
import { isOurs } from "./ids.ts";
import { mentionOf } from "./map.ts";
import type { Settings } from "./settings.ts";
import { rootOf } from "./thread.ts";

export interface Desk {
  box: Mailbox;
  settings: Settings;
  /** Our own address, in lower case. */
  from: string;
  sends: boolean;
  sentFolder: string | undefined;
}
export interface Batch {
  folder: string;
  validity: string;
  mails: readonly RawMail[];
}
export type Read = Required<Pick<Page, "found" | "unreadable" | "receipts">>;

/** Letters of the source's folder. */
export async function readReceived(desk: Desk, batch: Batch): Promise<Read> {
  const { opened, unreadable } = await lettersOf(batch);
  const receipts: ReplyReceipt[] = [];
  const answers: Opened[] = [];
  const said: (Opened & { root: string | undefined })[] = [];
  for (const one of opened) {
    const { letter, mail } = one;
    const kind = senderKind(letter);
    const bounce = kind === "bounce" ? bounceOf(letter) : null;
    if (bounce) receipts.push(bounce);
    else if (letter.from.address === desk.from) answers.push(one);
    else if (isSaid(desk, letter))
      said.push({ ...one, root: await rootOf(letter, mail.receivedAt, roomsOf(desk)) });
  }
  const { folder, validity } = batch;
  const read = readEach(said, (one) => mentionOf({ ...one, folder, validity, sends: desk.sends }));
  return {
    found: [...read.found, ...(await answered(desk, answers))],
    unreadable: [...unreadable, ...read.unreadable],
    receipts,
  };
}

/** Letters that were sent from the mailbox: the owner's answers, by whatever program. */
export async function readSent(desk: Desk, batch: Batch): Promise<Read> {
  const { opened, unreadable } = await lettersOf(batch);
  return { found: await answered(desk, opened), unreadable, receipts: [] };
}

interface Opened {
  letter: Letter;
  mail: RawMail;
  /** What a person sees of a letter that makes no mention. */
  toJSON(): string;
}

async function lettersOf({ folder, mails }: Batch): Promise<{ opened: Opened[]; unreadable: Unreadable[] }> {
  const opened: Opened[] = [];
  const unreadable: Unreadable[] = [];
  for (const mail of mails) {
    try {
      const letter = await readLetter(mail.source);
      opened.push({ mail, letter, toJSON: () => `${letter.subject}\n${letter.text ?? letter.html ?? ""}` });
    } catch (error) {
      unreadable.push({
        excerpt: new TextDecoder().decode(mail.source.subarray(0, 2000)),
        why: {
          ru: `Письмо не разобрать: ${error instanceof Error ? error.message : "его вид неизвестен"}.`,
          en: `The letter cannot be read: ${error instanceof Error ? error.message : "its form is not known"}.`,
        },
        where: { ru: `${folder}, письмо ${mail.uid}`, en: `${folder}, letter ${mail.uid}` },
      });
    }
  }
  return { opened, unreadable };
}

/** A customer's words, or those of a form on their behalf. */
const isSaid = ({ settings }: Desk, letter: Letter): boolean =>
  ["person", "automatic"].includes(senderKind(letter)) && !isFrom(letter.from.address, settings.skipSenders);

/** The letters that these answer, each with its answer. Replies of our own are known, and bring nothing new. */
async function answered(desk: Desk, answers: readonly Opened[]): Promise<FoundMention[]> {
  const { box, settings, sends } = desk;
  const { folder } = settings;
  const found = new Map<string, FoundMention>();
  for (const { letter, mail } of answers) {
    const id = letter.inReplyTo;
    if (!id || isOurs(letter.messageId)) continue;
    const { validity } = await box.open(folder);
    const [copy] = await box.find(id);
    const [original] = copy ? await box.read([copy.uid], mostOfOriginal) : [];
    if (!original) continue;
    const asked = await readLetter(original.source).catch(() => null);
    if (!asked || asked.from.address === desk.from || !isSaid(desk, asked)) continue;
    const root = await rootOf(asked, original.receivedAt, roomsOf(desk));
    const mention = mentionOf({ letter: asked, mail: original, folder, validity, root, sends });
    const ownerReply = { text: wordsOf(letter).own, postedAt: mail.receivedAt };
    found.set(mention.externalId, { ...mention, ownerReply });
  }
  return [...found.values()];
}
const mostOfOriginal = 2_000_000;

const roomsOf = ({ box, settings, sentFolder }: Desk) => ({
  box,
  folders: sentFolder ? [settings.folder, sentFolder] : [settings.folder],
});
