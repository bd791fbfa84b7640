// To which conversation a letter belongs: the first letter of its thread. By References; where a program left them out,
// by following In-Reply-To through the mailbox; last of all by the subject of what the same person wrote before.
import type { Mailbox } from "@otklik/core/connector";
import { type Letter, readLetter } from "../kit/mail/letter.ts";
import { isMessageId } from "./ids.ts";
import { bareSubject, isAnswering } from "./subject.ts";

export interface Rooms {
  box: Mailbox;
  /** The source's folder, then that of sent mail. Searching opens them. */
  folders: readonly string[];
}

const mostSteps = 5;
const headBytes = 65_536;
const subjectDays = 30;
const mostCompared = 20;

/** The id of the letter that began the thread; undefined: this one did. */
export async function rootOf(letter: Letter, receivedAt: Date, rooms: Rooms): Promise<string | undefined> {
  const [first] = letter.references;
  if (isMessageId(first)) return first;
  if (isMessageId(letter.inReplyTo)) return followed(letter.inReplyTo, rooms);
  return isAnswering(letter.subject) ? bySubject(letter, receivedAt, rooms) : undefined;
}

/** Up from answer to answer, as far as the mailbox holds them. */
async function followed(id: string, rooms: Rooms): Promise<string> {
  let at = id;
  for (let step = 0; step < mostSteps; step++) {
    const found = await letterWith(at, rooms);
    const [first] = found?.references ?? [];
    if (isMessageId(first)) return first;
    if (!isMessageId(found?.inReplyTo)) return at;
    at = found.inReplyTo;
  }
  return at;
}

async function letterWith(id: string, { box, folders }: Rooms): Promise<Letter | null> {
  for (const folder of folders) {
    await box.open(folder);
    const [copy] = await box.find(id);
    const [mail] = copy ? await box.read([copy.uid], headBytes) : [];
    if (mail) return letterOrNull(mail.source);
  }
  return null;
}

/** What is no letter at all is told of in its own turn, and leads nowhere here. */
const letterOrNull = (source: Uint8Array): Promise<Letter | null> => readLetter(source).catch(() => null);

/** The oldest letter of the last weeks by the same person about the same. */
async function bySubject(
  letter: Letter,
  receivedAt: Date,
  { box, folders }: Rooms,
): Promise<string | undefined> {
  const { address } = letter.from;
  const [folder] = folders;
  if (!folder || !address) return undefined;
  await box.open(folder);
  const since = new Date(receivedAt.getTime() - subjectDays * 86_400_000);
  const uids = await box.uids({ since, from: address });
  for (const { source, receivedAt: at } of await box.read(uids.slice(0, mostCompared), headBytes)) {
    const earlier = await letterOrNull(source);
    if (!earlier) continue;
    const isSame =
      earlier.from.address === address && bareSubject(earlier.subject) === bareSubject(letter.subject);
    if (isSame && at < receivedAt && isMessageId(earlier.messageId))
      return earlier.references[0] ?? earlier.inReplyTo ?? earlier.messageId;
  }
  return undefined;
}
